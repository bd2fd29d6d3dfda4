# Computing and waiting, one after the other and by threads.
# Under the interpreter lock only the waits overlap.
import sys
import time
from threading import Thread

JOBS = 4
LENGTH = 0.2
sys.setswitchinterval(0.005)        #@ gil

def work(computes, times):
    for _ in range(times):          #@ times
        if computes:
            compute(LENGTH)         #@ compute
        else:
            time.sleep(LENGTH)      #@ wait

def compute(seconds):
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass

def wall(computes, in_turn):
    began = time.monotonic()
    count = 1 if in_turn else JOBS
    times = JOBS if in_turn else 1
    actors = []
    for _ in range(count):               #@ each
        args = (computes, times)
        actors.append(Thread(target=work, args=args))  #@ start
    for actor in actors:
        actor.start()
    for actor in actors:
        actor.join()
    return time.monotonic() - began

for kind in ("cpu", "io"):
    for way in ("in turn", "threads"):
        took = wall(kind == "cpu", way == "in turn")
        print(kind, way, took)           #@ wall
