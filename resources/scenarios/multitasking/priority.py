# Priorities on one core: of the ready tasks the most urgent
# runs. Waiting makes urgent, where aging is on.
import time

URGENT = 10
WORK = 0.3
AGING = 0  # seconds of waiting for one step; 0: never
PREEMPTIVE = True
LOW_NUMBER_FIRST = True
TICK = 0.01

def job(length, turn):
    for _ in range(round(length / TICK)):
        turn()
        yield

def low_turn():
    compute(TICK)                       #@ low-compute

def urgent_turn():
    compute(TICK)                       #@ urgent-compute

def compute(seconds):
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass

def urgency(name):                      #@ policy
    sign = 1 if LOW_NUMBER_FIRST else -1
    steps = waited[name] // AGING if AGING else 0
    return sign * (9 if name == "low" else 1) - steps

jobs, arrival, order = {}, {}, []
jobs["low"] = job(WORK * 2, low_turn)   #@ low
arrival["low"] = 0
for i in range(URGENT):                 #@ each
    jobs[f"U{i}"] = job(WORK, urgent_turn)  #@ urgent
    arrival[f"U{i}"] = i * WORK * 0.9
waited = dict.fromkeys(jobs, 0.0)
clock, current = 0.0, None
while jobs:
    ready = [n for n in jobs if arrival[n] <= clock]
    if ready and (PREEMPTIVE or current not in ready):
        current = min(ready, key=urgency)
    if ready and next(jobs[current], "ended") == "ended":
        del jobs[current]
        order.append(current)           #@ low-place
        continue
    clock += TICK
    for name in ready:
        waited[name] += TICK if name != current else 0
print("low waited", waited["low"])      #@ waited
print("low finished as", order.index("low") + 1)  #@ place
