# One consumer, several queues: ask each in turn, or be woken.
import random
import time
from queue import Empty, Queue
from threading import Thread
QUEUES = 3
ITEMS = 6
EVERY = 0.4
LOOK = 0.002
REST = 0.2
ALL = QUEUES * ITEMS

def produce(p, way):
    for _ in range(ITEMS):  #@ each-item
        time.sleep(random.uniform(0.5, 1.5) * EVERY)  #@ every
        item = time.perf_counter()  #@ put-at
        queues[p].put(item)         #@ put
        if way == "wake": news.put(p)  #@ tell

def consume(way):
    while way == "wake" and len(delays) < ALL:  #@ until-told
        which = news.get()                      #@ wait
        item = queues[which].get()              #@ get
        delays.append(time.perf_counter() - item)  #@ got
    while len(delays) < ALL:    #@ until-found
        found = False
        for queue in queues:    #@ ask-each
            try:
                item = queue.get_nowait()  #@ ask
                delays.append(time.perf_counter() - item)  #@ found
                found = True
            except Empty:
                pass
        if not found and way == "busy": compute(LOOK)     #@ look
        if not found and way == "poll": time.sleep(REST)  #@ rest
    cpu.append(time.thread_time())

def compute(seconds):
    end = time.thread_time() + seconds
    while time.thread_time() < end: pass

for way in ["busy", "poll", "wake"]:
    queues = []
    for _ in range(QUEUES):     #@ each-queue
        queues.append(Queue())  #@ queue
    news = Queue()              #@ news
    delays, cpu = [], []
    threads = [Thread(target=consume, args=[way])]  #@ consumer
    for p in range(QUEUES):     #@ producers
        threads.append(Thread(target=produce, args=[p, way]))  #@ producer
    for thread in threads: thread.start()
    for thread in threads: thread.join()
    print(way, "mean delay", sum(delays) / ALL)  #@ tell-mean
    print(way, "longest delay", max(delays))     #@ tell-longest
    print(way, "cpu", cpu[0])                    #@ tell-cpu
