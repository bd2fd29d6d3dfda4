# What does it cost to have one more of them, idle?
import asyncio
import time
from multiprocessing import Event as ProcessEvent, Process
from multiprocessing import Semaphore as ProcessSemaphore
from threading import Event, Semaphore, Thread

ACTORS = 100

def memory(all=()):  # of this process and of its children
    total = 0
    pids = [getattr(one, "pid", "self") for one in all]
    for pid in {"self", *pids}:
        with open(f"/proc/{pid}/smaps_rollup") as rollup:
            total += [int(line.split()[1]) for line in rollup
                      if line.startswith("Pss_Anon:")][0]
    return total * 1024

def idle(there, end):  #@ def
    there.release()    #@ there
    end.wait()         #@ idle

def measure(make, there, end):  #@ main
    before = memory()           #@ memory
    begun = time.monotonic()    #@ begun
    all = []
    for _ in range(ACTORS):     #@ each
        all.append(make(target=idle, args=(there, end)))  #@ start
        all[-1].start()
    for _ in range(ACTORS):     #@ each-there
        there.acquire()         #@ wait-there
    made = time.monotonic() - begun  #@ made
    taken = memory(all) - before     #@ taken
    ending = time.monotonic()
    end.set()                   #@ end
    for one in all:             #@ each-join
        one.join()              #@ join
    made += time.monotonic() - ending
    print(make.__name__, "us", made / ACTORS * 1e6)   #@ us
    print(make.__name__, "bytes", taken / ACTORS)     #@ bytes

async def coroutines():
    async def idle():
        await end.wait()
    end = asyncio.Event()
    before, begun = memory(), time.monotonic()
    all = [asyncio.create_task(idle()) for _ in range(ACTORS)]
    await asyncio.wait(all, timeout=0)  # each begins
    taken = memory() - before
    end.set()
    await asyncio.gather(*all)
    each = (time.monotonic() - begun) / ACTORS * 1e6
    print("coroutine us", each, "bytes", taken / ACTORS)  #@ all

there, end = Semaphore(0), Event()      #@ semaphore
measure(Thread, there, end)
there, end = ProcessSemaphore(0), ProcessEvent()  #@ event
measure(Process, there, end)
asyncio.run(coroutines())
