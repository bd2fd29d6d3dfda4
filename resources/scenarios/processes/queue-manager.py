# One queue: inherited, a manager's, handed to a pool.
import time
from collections import deque
from multiprocessing import Pipe, Pool, Process, Queue
from multiprocessing.connection import wait

ITEMS = 12
PAUSE = 0.15

class Managed:  # putting and getting are requests
    def __init__(self, line): self.line = line
    def ask(self, wish):
        self.line.send(wish)     #@ ask
        return self.line.recv()  #@ reply
    put = ask
    def get(self): return self.ask("get")

def producer(queue):  #@ producer
    for item in range(ITEMS):  #@ each-item
        time.sleep(PAUSE)      #@ pause
        queue.put(item)        #@ put

def manager(*lines):  #@ manager
    items, waiting = deque(), None
    while True:
        for line in wait(lines):  #@ poll
            wish = line.recv()    #@ request
            if wish == "get":
                waiting = line    #@ want
                continue
            items.append(wish)    #@ keep
            line.send("done")     #@ stored
        if waiting and items:     #@ if-any
            waiting = waiting.send(items.popleft())  #@ answer

def share(put_end, get_end):  #@ share
    Process(target=producer, args=(put_end,)).start()  #@ fork-producer
    for _ in range(ITEMS):  #@ each-got
        print("got", get_end.get())  #@ get

def into(queue):      #@ job
    queue.put(0)      #@ use
    return "it is in"  #@ give-result

queue = Queue()  #@ queue
share(queue, queue)  #@ main
a, b, c, d = *Pipe(), *Pipe()
Process(target=manager, args=(b, d), daemon=True).start()  #@ fork-manager
share(Managed(a), Managed(c))
with Pool(1) as pool:   #@ fork-worker
    late = Queue()      #@ late-queue
    job = pool.apply_async(into, (late,))  #@ apply-async
    time.sleep(ITEMS * PAUSE)  #@ meanwhile
    print("handed over, no error so far")  #@ no-error
    try:
        print(job.get())  #@ result
    except RuntimeError as error:
        print("get:", error)  #@ error
