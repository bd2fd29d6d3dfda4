# The race mended: one thread at a time adds to the number.
import time
from threading import Lock, Thread

ACTORS = 3
ROUNDS = 10
INSIDE = 0.06
OUTSIDE = 0.04
lock = Lock()  #@ lock
g_num = 0      #@ number

def add():
    global g_num
    for _ in range(ROUNDS):  #@ loop
        lock.acquire()       #@ acquire
        seen = g_num         #@ read
        compute(INSIDE)      #@ inside
        g_num = seen + 1     #@ write
        lock.release()       #@ release
        time.sleep(OUTSIDE)  #@ outside

def compute(seconds):
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass

threads = [Thread(target=add)        #@ start
           for _ in range(ACTORS)]   #@ each
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("expected", ACTORS * ROUNDS)  #@ expected
print("actual", g_num)              #@ actual
