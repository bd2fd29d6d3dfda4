# Adding without protection, under a lock, and in one step.
# CPython has no atomic add of its own: count() is the
# nearest thing, whole only because the GIL makes it so.
import time
from itertools import count
from threading import Lock, Thread

ROUNDS = 200000
THREADS = 2
lock = Lock()  #@ lock
tickets = count()

def add(way):  #@ def
    global g_num
    for _ in range(ROUNDS):             #@ loop
        if way == "atomic":             #@ if-atomic
            next(tickets)               #@ atomic
            continue
        if way == "mutex": lock.acquire()  #@ acquire
        seen = g_num                    #@ load
        g_num = seen + 1                #@ store
        if way == "mutex": lock.release()  #@ release

def main():  #@ main
    global g_num
    for way in ("none", "mutex", "atomic"):
        g_num = 0  #@ number
        began = time.monotonic_ns()
        threads = []
        for _ in range(THREADS):  #@ each
            t = Thread(target=add, args=[way])  #@ start
            threads.append(t)
            t.start()
        for thread in threads:    #@ each-join
            thread.join()         #@ join
        took = time.monotonic_ns() - began
        expected = THREADS * ROUNDS
        actual = next(tickets) if way == "atomic" else g_num  #@ pick
        print(way, "expected", expected)        #@ expected
        print(way, "actual", actual)            #@ actual
        print(way, "lost", expected - actual)   #@ lost
        print(way, "ns per add", took / expected)  #@ cost

main()
