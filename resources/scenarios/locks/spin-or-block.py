# A lock is taken for long: ask again and again, or sleep?
import time
from threading import Event, Lock, Thread

HOLD = 1.5
LONGEST = 0.3
lock = Lock()    #@ lock
taken = Event()  #@ event

def owner():
    lock.acquire()    #@ take
    taken.set()       #@ set
    time.sleep(HOLD)  #@ hold
    lock.release()    #@ give

def spin(longest):
    end = time.monotonic() + longest
    while time.monotonic() < end:
        if lock.acquire(blocking=False):  #@ spin
            return True
    return False

def waiter(way):
    taken.wait()  #@ wait
    owns = False
    if way != "block":
        longest = LONGEST if way == "both" else 60
        owns = spin(longest)  #@ spin-for
    if not owns:
        lock.acquire()  #@ block
    lock.release()      #@ release
    print(way, "cpu", time.thread_time())  #@ cpu

for way in ["spin", "block", "both"]:
    taken.clear()
    actors = [Thread(target=owner),                #@ owner
              Thread(target=waiter, args=[way])]   #@ waiter
    for actor in actors:
        actor.start()
    for actor in actors:
        actor.join()
