# Every way to put and to take, with a queue empty or full.
import time
from queue import Empty, Full, Queue
from threading import Event, Thread

CAPACITY = 2
TIMEOUT = 0.8
PAUSE = 2.0
queue = Queue(CAPACITY)  #@ queue
news = Event()           #@ event

def fails(operation):
    try:
        operation()
    except (Empty, Full):
        return True
    return False

def tries():
    print("empty", queue.empty())                    #@ empty
    none = fails(queue.get_nowait)                   #@ get-nowait
    print("Empty at once", none)                     #@ tell-empty-at-once
    none = fails(lambda: queue.get(timeout=TIMEOUT)) #@ get-timeout
    print("Empty in time", none)                     #@ tell-empty-in-time
    for i in range(1, CAPACITY + 1):                 #@ fill
        queue.put(i)                                 #@ put
    print("full", queue.full())                      #@ full
    print("size", queue.qsize())                     #@ size
    no = fails(lambda: queue.put_nowait(CAPACITY + 1))  #@ put-nowait
    print("Full at once", no)                        #@ tell-full-at-once
    news.set()                                       #@ tell
    item = CAPACITY + 2
    no = fails(lambda: queue.put(item, timeout=TIMEOUT))  #@ put-timeout
    print("Full in time", no)                        #@ tell-full-in-time
    before = time.perf_counter()
    queue.put(CAPACITY + 3)                          #@ put-blocking
    print("blocked", time.perf_counter() - before)   #@ tell-blocked

def takes():
    news.wait()            #@ wait
    for _ in range(2):     #@ twice
        time.sleep(PAUSE)  #@ pause
        queue.get()        #@ get

threads = [Thread(target=tries),  #@ tries
           Thread(target=takes)]  #@ takes
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
