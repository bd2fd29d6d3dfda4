# Round robin in virtual time: a job is a generator, and the
# clock is a number that only computing and waiting move.
import heapq

# CPU, I/O, CPU, …
JOBS = {"P1": [240], "P2": [30], "P3": [30]}
QUANTUM = 40                            #@ policy
clock = 0
ready, timers, ended = [], [], {}

def live(name, bursts):
    for i, length in enumerate(bursts):   #@ bursts
        if i % 2 == 0:
            yield from compute(length)    #@ compute
        else:
            yield clock + length          #@ device
    ended[name] = clock                   #@ ended

def compute(left):
    global clock
    while left > 0:
        clock += min(QUANTUM, left)
        left -= QUANTUM
        if left > 0:
            yield  # the slice is over

for name, bursts in JOBS.items():         #@ each
    ready.append(live(name, bursts))      #@ arrive
while ready or timers:
    while timers and (timers[0][0] <= clock or not ready):
        clock = max(clock, timers[0][0])
        ready.append(heapq.heappop(timers)[2])
    job = ready.pop(0)
    until = next(job, "ended")
    if until is None:
        ready.append(job)
    elif until != "ended":
        heapq.heappush(timers, (until, id(job), job))
average = sum(ended.values()) / len(JOBS)
print("average turnaround", average)      #@ average
