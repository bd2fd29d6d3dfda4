# Two partners pass control back and forth on one core: as
# threads, by the kernel; as generators, by a loop of our own.
import os
import sys
import time
from threading import Event, Semaphore, Thread

ROUNDS = 100000
IDLE = 100
SHORTER = 10  # threads are slow: a tenth of the rounds

def take(mine, yours, rounds):           #@ def
    for _ in range(rounds):              #@ rounds
        mine.acquire()                   #@ wait
        yours.release()                  #@ pass

def idle(there, end):                    #@ idle
    there.release()                      #@ there
    end.wait()                           #@ wait-end

def memory():  # of this process, in bytes
    with open("/proc/self/smaps_rollup") as rollup:
        return 1024 * [int(line.split()[1]) for line in rollup
                       if line.startswith("Pss_Anon:")][0]

def threads(rounds, count):              #@ measure
    ping = Semaphore(1)                  #@ ping
    pong = Semaphore(0)                  #@ pong
    a = Thread(target=take, args=(ping, pong, rounds))  #@ a
    b = Thread(target=take, args=(pong, ping, rounds))  #@ b
    began = time.monotonic()
    a.start(), b.start()
    for each in (a, b):                  #@ both
        each.join()                      #@ join
    each = (time.monotonic() - began) / (2 * rounds) * 1e9
    print("threads ns", each)            #@ cost
    there = Semaphore(0)                 #@ there-made
    end = Event()                        #@ end-made
    before = memory()                    #@ memory
    for _ in range(count):               #@ each
        Thread(target=idle, args=(there, end)).start()  #@ start
    for _ in range(count):               #@ each-there
        there.acquire()                  #@ wait-there
    taken = (memory() - before) / count
    print("threads bytes", taken)        #@ bytes
    end.set()                            #@ end

def partner(rounds):
    for _ in range(rounds):
        yield

core = min(os.sched_getaffinity(0))
os.sched_setaffinity(0, {core})          #@ core
threads(ROUNDS // SHORTER, IDLE)         #@ main
began = time.monotonic()
for _ in zip(partner(ROUNDS), partner(ROUNDS)):
    pass
each = (time.monotonic() - began) / (2 * ROUNDS) * 1e9
size = sys.getsizeof(partner(0))
print("coroutines ns", each, "bytes", size)  #@ coroutines
