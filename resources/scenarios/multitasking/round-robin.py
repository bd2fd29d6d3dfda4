# Round robin on one core. Generators stand for the tasks:
# each yield ends a time slice, and the next one has its turn.
import time
from collections import deque

TASKS = 5
WORK = 1.0
QUANTUM = 0.2  #@ quantum
response = []
turnaround = []

def task(created):
    response.append(time.monotonic() - created)      #@ response
    left = WORK
    while left > 0:
        compute(min(QUANTUM, left))                  #@ compute
        left = round(left - QUANTUM, 3)
        if left > 0:
            yield
    turnaround.append(time.monotonic() - created)    #@ turnaround

def compute(seconds):
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass

now = time.monotonic()
ready = deque(task(now)                #@ start
              for _ in range(TASKS))   #@ each
while ready:
    turn = ready.popleft()
    if next(turn, "ended") != "ended":
        ready.append(turn)
print("average response", sum(response) / TASKS)      #@ average-response
print("average turnaround", sum(turnaround) / TASKS)  #@ average-turnaround
