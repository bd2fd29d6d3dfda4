# A lock taken twice by the thread that has it.
import time
from threading import Lock, RLock, Thread

WORK = 0.5
KIND = "plain"  # or "recursive"
lock = RLock() if KIND == "recursive" else Lock()  #@ lock
total = 0  #@ total

def outer():
    global total
    lock.acquire()    #@ outer
    compute(WORK)     #@ work
    lock.acquire()    #@ inner
    seen = total      #@ read
    total = seen + 1  #@ write
    lock.release()    #@ leave-inner
    compute(WORK)     #@ more
    lock.release()    #@ leave-outer

def other():
    compute(WORK)   #@ other-work
    lock.acquire()  #@ other-lock
    compute(WORK)   #@ other-inside
    lock.release()  #@ other-unlock

def compute(seconds):
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass

t1 = Thread(target=outer)  #@ t1
t2 = Thread(target=other)  #@ t2
t1.start()
t2.start()
t1.join()
t2.join()
print("total", total)  #@ tell
