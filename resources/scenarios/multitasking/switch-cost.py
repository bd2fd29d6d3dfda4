# Two partners pass control back and forth on one core: as
# threads, by the kernel; as generators, by a loop of our own.
import os
import time
from threading import Semaphore, Thread

ROUNDS = 100000
SHORTER = 10  # threads are slow: a tenth of the rounds

def take(mine, yours, rounds):
    for _ in range(rounds):    #@ rounds
        mine.acquire()         #@ wait
        yours.release()        #@ pass

def threads(rounds):
    ping = Semaphore(1)        #@ ping
    pong = Semaphore(0)        #@ pong
    a = Thread(target=take, args=(ping, pong, rounds))  #@ a
    b = Thread(target=take, args=(pong, ping, rounds))  #@ b
    for each in (a, b):
        each.start()
    for each in (a, b):
        each.join()

def coroutines(rounds):
    def partner():
        for _ in range(rounds):
            yield
    for _ in zip(partner(), partner()):
        pass

core = min(os.sched_getaffinity(0))
os.sched_setaffinity(0, {core})    #@ core
for way, rounds in ((threads, ROUNDS // SHORTER),
                    (coroutines, ROUNDS)):
    began = time.monotonic()
    way(rounds)
    each = (time.monotonic() - began) / (2 * rounds) * 1e9
    print(way.__name__, "ns", each)  #@ cost
