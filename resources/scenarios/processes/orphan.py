# The parent ends first, and its child goes on.
import os
import time

WORK = 0.8
OUTLIVE = 1.2

def compute(seconds):
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass

def child(forker):
    before = os.getppid()          #@ before
    while os.getppid() == forker:  #@ until
        time.sleep(0.02)           #@ look
    compute(OUTLIVE)               #@ outlive
    after = os.getppid()           #@ after
    print("before", before, "after", after)  #@ told
    os._exit(0)

def main():  #@ parent
    me = os.getpid()
    if os.fork() == 0:  #@ fork
        child(me)
    compute(WORK)         #@ work
    print("parent ends")  #@ end

main()
