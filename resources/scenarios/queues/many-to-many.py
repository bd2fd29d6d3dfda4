# Several producers and consumers, a poison pill for each.
import time
from collections import Counter
from queue import Queue
from threading import Thread

PRODUCERS = 3
CONSUMERS = 2
CAPACITY = 4
ITEMS = 8
MAKE = 0.3
USE = 0.15
PILL = None
queue = Queue(CAPACITY)  #@ queue
put, got = [], []

def produce(number):
    for i in range(ITEMS):                  #@ each-item
        time.sleep(MAKE)                    #@ make
        queue.put(number * ITEMS + i)       #@ put
        put.append(number * ITEMS + i)

def consume(passes_on):
    while True:                             #@ forever
        item = queue.get()                  #@ get
        if item is PILL:                    #@ is-pill
            if passes_on: queue.put(PILL)   #@ pass-on
            break                           #@ stop
        got.append(item)                    #@ note
        compute(USE)                        #@ use

def compute(seconds):
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass

def main():  #@ main
    for source in sources: source.join()    #@ join
    for _ in range(CONSUMERS):              #@ each-pill
        queue.put(PILL)                     #@ pill
    for sink in sinks: sink.join()          #@ join-consumers

sources = [Thread(target=produce, args=[p])      #@ producer
           for p in range(PRODUCERS)]            #@ producers
sinks = [Thread(target=consume, args=[False])    #@ consumer
         for _ in range(CONSUMERS)]              #@ consumers
for thread in sources + sinks:
    thread.start()
main()
times = Counter(got)
doubled = sum(n > 1 for n in times.values())
print("put", len(put))                           #@ tell-put
print("got", len(times))                         #@ tell-got
print("missing", len(set(put) - set(got)))       #@ tell-missing
print("doubled", doubled)                        #@ tell-doubled
