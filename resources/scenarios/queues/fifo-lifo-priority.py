# The same numbers go into three kinds of queues.
import time
from queue import LifoQueue, PriorityQueue, Queue
from threading import Event, Thread

NUMBERS = [5, 2, 8, 1, 9, 3, 7, 4, 6]
ITEMS = 6
PAUSE = 0.3
PATIENT = True
queues = [Queue(), LifoQueue(), PriorityQueue()]  #@ queue

def puts(queue, all_in):
    for number in NUMBERS[:ITEMS]:  #@ each-put
        queue.put(number)           #@ put
        time.sleep(PAUSE)           #@ pause
    all_in.set()                    #@ set

def takes(queue, all_in, out):
    if PATIENT:
        all_in.wait()               #@ wait
    for _ in range(ITEMS):          #@ each-get
        item = queue.get()          #@ get
        out.append(item)            #@ note
        time.sleep(PAUSE)           #@ use

for queue in queues:
    out = []
    all_in = Event()  #@ event
    inputs = [queue, all_in]
    outputs = [queue, all_in, out]
    threads = [Thread(target=puts, args=inputs),     #@ puts
               Thread(target=takes, args=outputs)]   #@ takes
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(type(queue).__name__, "out", *out)  #@ out
