# A fast producer, a slow consumer: a queue without a limit,
# and one with a few places.
import time
from queue import Queue
from threading import Thread

ITEMS = 40
MAKE = 0.03
USE = 0.09
CAPACITY = 5
BLOCK = 256 * 1024

def fast(queue, levels):
    for i in range(ITEMS):                #@ each-made
        time.sleep(MAKE)                  #@ make
        block = bytearray(BLOCK)          #@ block
        made = time.perf_counter()
        queue.put((made, block))          #@ put
        waiting = queue.qsize()           #@ size
        levels.append(waiting)            #@ most

def slow(queue, waits):
    for _ in range(ITEMS):                #@ each-used
        made, block = queue.get()         #@ get
        waits.append(time.perf_counter() - made)
        time.sleep(USE)                   #@ use
        del block                         #@ forget

for capacity in [0, CAPACITY]:
    queue = Queue(capacity)               #@ queue
    levels, waits = [], []
    begin = time.perf_counter()
    threads = [Thread(target=fast, args=[queue, levels]),  #@ fast
               Thread(target=slow, args=[queue, waits])]   #@ slow
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print("most waiting", max(levels))           #@ tell-most
    print("longest wait", max(waits))            #@ tell-longest
    print("wall", time.perf_counter() - begin)   #@ tell-wall
