# Producers fill a queue with few places, consumers empty it.
import time
from queue import Queue
from threading import Thread

PRODUCERS = 2
CONSUMERS = 1
CAPACITY = 4
ITEMS = 20
PRODUCE = 0.06
CONSUME = 0.09
queue = Queue(CAPACITY)  #@ queue
put = []
got = []

def produce():
    for i in range(ITEMS):   #@ producer-loop
        time.sleep(PRODUCE)  #@ make
        queue.put(i)         #@ put
        put.append(i)

def consume(share):
    for _ in range(share):   #@ consumer-loop
        item = queue.get()   #@ get
        compute(CONSUME)     #@ use
        got.append(item)

def compute(seconds):
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass

total = PRODUCERS * ITEMS
shares = [(total + c) // CONSUMERS for c in range(CONSUMERS)]
threads = [Thread(target=produce)                 #@ producer
           for _ in range(PRODUCERS)]             #@ producers
threads += [Thread(target=consume, args=[share])  #@ consumer
            for share in shares]                  #@ consumers
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("put", len(put), "sum", sum(put))  #@ tell-put
print("got", len(got), "sum", sum(got))  #@ tell-got
