# A process forks children, and each forks its own.
import os
import time

CHILDREN = 2
GRANDCHILDREN = 1
WORK = 0.8

def compute(seconds):
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass

def grandchild():  #@ grandchild
    compute(WORK)  #@ grandchild-work
    os._exit(0)

def child(number):  #@ child
    me, parent = os.getpid(), os.getppid()
    print(f"child {number}: pid {me}, parent {parent}")  #@ child-print
    own = []
    for _ in range(GRANDCHILDREN):  #@ child-each
        pid = os.fork()  #@ child-fork
        if pid == 0:
            grandchild()
        own.append(pid)
    compute(WORK)  #@ child-work
    for pid in own: os.waitpid(pid, 0)  #@ child-wait
    os._exit(number)  #@ exit

def main():  #@ main
    forked = []
    for number in range(1, CHILDREN + 1):  #@ each
        pid = os.fork()  #@ fork
        if pid == 0:  # it returns twice: 0 in the child
            child(number)
        forked.append(pid)
    statuses = 0
    for pid in forked:  #@ wait-each
        _, status = os.waitpid(pid, 0)  #@ wait
        statuses += os.waitstatus_to_exitcode(status)
    print("exit statuses", statuses)  #@ statuses

main()
