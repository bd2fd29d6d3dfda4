# Processes: threads of one Python program take turns under
# its global interpreter lock, however many cores there are.
import os
import time
from multiprocessing import Process

TASKS = 4
CORES = 2
WORK = 1.5

def task():
    compute(WORK)  #@ compute

def compute(seconds):
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass

usable = sorted(os.sched_getaffinity(0))[:CORES]
os.sched_setaffinity(0, usable)      #@ cores
began = time.monotonic()
tasks = [Process(target=task)
         for _ in range(TASKS)]      #@ each
for each in tasks:
    each.start()                     #@ start
for each in tasks:
    each.join()
at_once = min(TASKS, len(usable))
wall = time.monotonic() - began
print("wall", wall)                  #@ wall
print("expected", WORK * TASKS / at_once)  #@ expected
