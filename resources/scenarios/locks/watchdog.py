# Two threads lock each other up; a third one breaks it.
import time
from threading import Event, Lock, Thread
WORK = 0.5
PATIENCE = 0.8
a = Lock()  #@ a
b = Lock()  #@ b
steps, done, restarts, waiting = [], [], [], []
stuck_since, free_at = [], []

def transfer(first, second, end):  #@ def
    first.acquire()  #@ first
    compute(WORK)    #@ work
    steps.append(1)  #@ step
    if not restarts:
        stuck_since.append(time.monotonic())  #@ stuck-since
    waiting.append(end)
    got = False  # a wait that `end` ends: look at it often
    while not got and not end.is_set():
        got = second.acquire(timeout=0.01)  #@ second
    waiting.remove(end)
    if got:
        free_at.append(time.monotonic())  #@ free-at
        steps.append(1)   #@ got-both
        compute(WORK)     #@ work-with-both
        done.append(1)    #@ done
        second.release()  #@ release-second
    first.release()       #@ release-first

def watch():
    seen, end, victim = -1, ended, t2  #@ victim
    while len(done) < 2:  #@ while
        time.sleep(PATIENCE)  #@ sleep
        before, seen = seen, len(steps)
        if before != seen or end not in waiting:
            continue      #@ moved
        # a process could be killed: victim.kill()  #@ kill
        end.set()         #@ cancel
        victim.join()     #@ join
        restarts.append(1)  #@ count
        end = Event()
        victim = Thread(target=transfer, args=[b, a, end])  #@ restart
        victim.start()

def compute(seconds):
    end = time.thread_time() + seconds
    while time.thread_time() < end: pass

ended = Event()
t1 = Thread(target=transfer, args=[a, b, Event()])  #@ t1
t2 = Thread(target=transfer, args=[b, a, ended])    #@ t2
watchdog = Thread(target=watch)                     #@ watchdog
for thread in (t1, t2, watchdog):
    thread.start()
for thread in (t1, t2, watchdog):
    thread.join()
print("finished", len(done))      #@ finished
print("restarts", len(restarts))  #@ restarts
recovery = 1000 * (free_at[0] - max(stuck_since))
print("recovery_ms", recovery)    #@ recovery
