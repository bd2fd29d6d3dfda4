# Two threads, two locks, opposite order, but no endless wait.
import random
import time
from threading import Lock, Thread

WORK = 0.2
LIMIT = 0.3
UNDO = 0.1
PAUSE = 0.2
JITTER = 0.4
TRIES = 8
a = Lock()  #@ a
b = Lock()  #@ b
through, retries = [], []

def transfer(first, second):  #@ def
    for attempt in range(TRIES):  #@ tries
        first.acquire()                    #@ first
        time.sleep(WORK)                   #@ work
        if second.acquire(timeout=LIMIT):  #@ second
            second.release()               #@ release-second
            first.release()                #@ release-first
            through.append(1)              #@ through
            return                         #@ return
        retries.append(attempt)            #@ retry
        time.sleep(UNDO)                   #@ undo
        first.release()                    #@ give-way
        wait = PAUSE + random.uniform(0, JITTER)
        time.sleep(wait)                   #@ pause

t1 = Thread(target=transfer, args=[a, b])  #@ t1
t2 = Thread(target=transfer, args=[b, a])  #@ t2
t1.start()
t2.start()
t1.join()
t2.join()
print("finished", len(through))  #@ finished
print("retries", len(retries))   #@ retries
