# A child ends, and its parent takes its time to ask how.
import os
import time

WORK = 0.6
UNREAPED = 2.0

def compute(seconds):
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass

def state(pid):
    try:
        with open(f"/proc/{pid}/stat") as stat:
            return stat.read().rpartition(") ")[2][0]
    except FileNotFoundError:
        return "-"

def main():  #@ main
    pid = os.fork()  #@ fork
    if pid == 0:
        compute(WORK)  #@ work
        os._exit(7)    #@ exit
    while state(pid) != "Z":  #@ until
        time.sleep(0.02)      #@ look
    time.sleep(UNREAPED)      #@ leave
    before = state(pid)       #@ ask
    print("state", before)    #@ before
    _, status = os.waitpid(pid, 0)  #@ wait
    after = state(pid)        #@ ask-again
    status = os.waitstatus_to_exitcode(status)
    print("status", status, "now", after)  #@ status

main()
