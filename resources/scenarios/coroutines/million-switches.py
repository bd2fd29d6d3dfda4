# A crowd on one core takes a million turns, as coroutines on
# an event loop; as threads, for patience's sake, a tenth.
import asyncio
import os
import time
from threading import Event, Semaphore, Thread

SWITCHES = 1000000
ACTORS = 100
SHORTER = 10

def memory():  # of this process, in bytes
    with open("/proc/self/smaps_rollup") as rollup:
        return 1024 * [int(line.split()[1]) for line in rollup
                       if line.startswith("Pss_Anon:")][0]

async def take_turns(there, go, turns):    #@ def
    there.release()                        #@ there
    await go.wait()                        #@ wait-go
    for _ in range(turns):                 #@ turns
        await asyncio.sleep(0)             #@ yield

async def main():                          #@ main
    there = asyncio.Semaphore(0)           #@ semaphore
    go = asyncio.Event()                   #@ event
    before = memory()                      #@ memory
    turns = SWITCHES // ACTORS
    all = [asyncio.create_task(take_turns(there, go, turns))  #@ start
           for _ in range(ACTORS)]         #@ each
    for _ in range(ACTORS):                #@ each-there
        await there.acquire()              #@ wait-there
    taken = (memory() - before) / ACTORS
    print("coroutine bytes", taken)        #@ bytes
    begun = time.monotonic()               #@ begun
    go.set()                               #@ go
    for one in all:                        #@ each-join
        await one                          #@ join
    took = time.monotonic() - begun
    print("coroutine switches", SWITCHES)  #@ switches
    print("coroutine ns", took / SWITCHES * 1e9)  #@ ns
    print("wall", took)                    #@ wall

def thread_turns(turns):
    for _ in range(turns):
        os.sched_yield()

os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  #@ core
asyncio.run(main())                        #@ run
turns = SWITCHES // SHORTER // ACTORS
all = [Thread(target=thread_turns, args=(turns,))  #@ threads
       for _ in range(ACTORS)]
begun = time.monotonic()
for one in all:
    one.start()
for one in all:
    one.join()
took = time.monotonic() - begun
print("thread ns", took / SWITCHES * SHORTER * 1e9)  #@ compared
