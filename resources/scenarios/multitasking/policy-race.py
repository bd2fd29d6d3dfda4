# The same jobs under three policies, in virtual time: who is
# next is a function, everything else is the same.
# name, arrival, CPU time
JOBS = [
    ("A", 0, 160), ("B", 10, 40),
    ("C", 20, 90), ("D", 30, 20)]
QUANTUM = 0.02

def first_come(ready):
    return ready[0]

def shortest(ready):
    return min(ready, key=lambda job: job[2])

def next_in_turn(ready):
    return ready[0]

POLICIES = {  # who is next, and for how long: 0, to its end
    "fcfs": (first_come, 0), "sjf": (shortest, 0),
    "rr": (next_in_turn, QUANTUM * 1000)}

def run(pick, quantum):                  #@ policy
    clock, ended = 0, {}
    coming = [list(job) for job in JOBS]  #@ each
    ready = []
    while coming or ready:
        if not ready:
            clock = max(clock, coming[0][1])
        while coming and coming[0][1] <= clock:
            ready.append(coming.pop(0))  #@ arrive
        job = pick(ready)
        ready.remove(job)
        length = min(quantum or job[2], job[2])
        clock += compute(length)         #@ compute
        job[2] -= length
        while coming and coming[0][1] <= clock:
            ready.append(coming.pop(0))
        if job[2]:
            ready.append(job)
        else:
            ended[job[0]] = clock        #@ ended
    return ended

def compute(length):
    return length  # virtual time: it only says how long

for name, (pick, quantum) in POLICIES.items():
    ended = run(pick, quantum)
    waits = [ended[n] - at - cpu for n, at, cpu in JOBS]
    average = sum(waits) / len(JOBS)
    print(name, "average waiting", average)  #@ waiting
