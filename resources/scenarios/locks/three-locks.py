# Three threads, three locks, a ring.
import time
from threading import Lock, Thread

WORK = 0.2
PAUSE = 1.0
a = Lock()  #@ a
b = Lock()  #@ b
c = Lock()  #@ c

def take_both(first, second):  #@ def
    first.acquire()    #@ first
    compute(WORK)      #@ compute
    time.sleep(PAUSE)  #@ sleep
    second.acquire()   #@ second
    second.release()   #@ release-second
    first.release()    #@ release-first

def compute(seconds):
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass

Thread(target=take_both, args=(a, b)).start()  #@ t1
Thread(target=take_both, args=(b, c)).start()  #@ t2
Thread(target=take_both, args=(c, a)).start()  #@ t3
