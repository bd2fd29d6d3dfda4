# Two threads, two locks, one order for both.
import time
from threading import Lock, Thread

WORK = 0.3
PAUSE = 1.0
a = Lock()  #@ a
b = Lock()  #@ b
had = []

def take_both():  #@ def
    a.acquire()        #@ first
    compute(WORK)      #@ compute
    time.sleep(PAUSE)  #@ sleep
    b.acquire()        #@ second
    print("both")      #@ both
    had.append(1)      #@ had
    b.release()        #@ release-second
    a.release()        #@ release-first

def compute(seconds):
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass

t1 = Thread(target=take_both)  #@ t1
t2 = Thread(target=take_both)  #@ t2
t1.start()
t2.start()
t1.join()
t2.join()
print("had both", len(had))  #@ tell
