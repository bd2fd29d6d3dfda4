# Three jobs on one core; low and high share a lock.
# Python's threads have no priorities: a loop schedules here.
INSIDE = 0.4
MIDDLE = 1.2
INHERITANCE = True
TICK = 0.01

class Lock:
    owner = None

    def acquire(self, name):
        waiting[name] = self
        while self.owner:
            yield
        del waiting[name]
        self.owner = name

    def release(self):
        self.owner = None

def compute(seconds):
    for _ in range(round(seconds / TICK)):
        yield

def low():
    yield from lock.acquire("low")      #@ low-lock
    yield from compute(INSIDE)          #@ low-inside
    lock.release()                      #@ low-unlock
    yield from compute(INSIDE / 4)      #@ low-rest

def high():
    since = clock                       #@ high-since
    yield from lock.acquire("high")     #@ high-lock
    waited = round(clock - since, 2)    #@ high-waited
    yield from compute(INSIDE / 4)      #@ high-inside
    lock.release()                      #@ high-unlock
    print("high waited", waited)        #@ waited

def middle():
    yield from compute(MIDDLE)          #@ middle-compute

def urgency(name):                      #@ policy
    own = {"high": 1, "middle": 2, "low": 3}[name]
    lent = [urgency(other) for other in waiting
            if INHERITANCE and waiting[other].owner == name]
    return min([own] + lent)

lock, waiting, clock = Lock(), {}, 0.0  #@ lock
arrival = {"low": 0, "high": INSIDE / 4, "middle": INSIDE / 2}
jobs = {"low": low(),                   #@ low
        "middle": middle(),             #@ middle
        "high": high()}                 #@ high
while jobs:
    ready = [job for job in jobs if arrival[job] <= clock and
             not (job in waiting and waiting[job].owner)]
    name = min(ready, key=urgency)
    if next(jobs[name], "ended") == "ended":
        del jobs[name]
    else:
        clock += TICK
