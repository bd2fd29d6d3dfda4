# One place is left, and two ask before they put.
import time
from queue import Full, Queue
from threading import Lock, Thread

THINK = 0.8
queue = Queue(1)  #@ queue
mutex = Lock()    #@ mutex
told, put, full = [], [], []

def offer(item, locks):           #@ def
    if locks: mutex.acquire()     #@ lock
    free = not queue.full()       #@ ask
    if free: told.append(item)    #@ told
    compute(THINK)                #@ think
    if free:                      #@ if
        try:
            queue.put_nowait(item)  #@ put
            put.append(item)
        except Full:
            full.append(item)     #@ full
    if locks: mutex.release()     #@ unlock

def compute(seconds):
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass

t1 = Thread(target=offer, args=[1, False])  #@ t1
t2 = Thread(target=offer, args=[2, False])  #@ t2
t1.start()
t2.start()
t1.join()
t2.join()
print("told there is room", len(told))  #@ tell-told
print("put", len(put))                  #@ tell-put
print("Full", len(full))                #@ tell-full
