# Five processes, units of three kinds, and a banker.
import time
from threading import Condition, Thread
BANKER = True
WORK = 0.4
most = [[7, 5, 3], [3, 2, 2], [9, 0, 2], [2, 2, 2], [4, 3, 3]]
plans = [
    [[0, 1, 0], [0, 2, 0], [7, 2, 3]],  #@ p0
    [[2, 0, 0], [1, 0, 2], [0, 2, 0]],  #@ p1
    [[3, 0, 2], [6, 0, 0]],             #@ p2
    [[2, 1, 1], [0, 1, 1]],             #@ p3
    [[0, 0, 2], [3, 3, 0], [1, 0, 1]],  #@ p4
]
bank, free, done = Condition(), [10, 5, 7], []  #@ bank
has = [[0, 0, 0] for _ in most]  #@ claim

def safe():
    work, left = list(free), list(range(len(has)))
    while left:
        for p in left:
            after = [w + h for w, h in zip(work, has[p])]
            if all(m <= a for m, a in zip(most[p], after)):
                work = after  # p could end, and return all
                left.remove(p)
                break
        else:
            return False
    return True

def move(p, units, sign):
    free[:] = [f - sign * u for f, u in zip(free, units)]
    has[p] = [h + sign * u for h, u in zip(has[p], units)]

def lend(p, units):
    move(p, units, 1)
    if min(free) >= 0 and (not BANKER or safe()):
        return True
    move(p, units, -1)
    return False

def process(p):  #@ def
    for request in plans[p]:  #@ each
        with bank:
            bank.wait_for(lambda: lend(p, request))  #@ ask
        compute(WORK)  #@ work
    with bank:
        move(p, most[p], -1)  #@ give-back
        bank.notify_all()
        done.append(p)        #@ done

def compute(seconds):
    end = time.thread_time() + seconds
    while time.thread_time() < end: pass

threads = []
for p in range(5):  #@ all
    threads.append(Thread(target=process, args=[p]))  #@ spawn
    threads[-1].start()
for thread in threads: thread.join()
print("finished", len(done))  #@ finished
