# Two threads add to one number that nothing protects.
import time
from threading import Thread

ROUNDS = 8
THINK = 0.12
GIVE_WAY = False
g_num = 0  #@ number

def add():  #@ def
    global g_num
    for _ in range(ROUNDS):  #@ loop
        seen = g_num         #@ load
        compute(THINK)       #@ add
        if GIVE_WAY:
            time.sleep(0)    #@ give-way
        g_num = seen + 1     #@ store

def compute(seconds):
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass

t1 = Thread(target=add)  #@ t1
t2 = Thread(target=add)  #@ t2
t1.start()
t2.start()
t1.join()
t2.join()
print("expected", 2 * ROUNDS)      #@ expected
print("actual", g_num)             #@ actual
print("lost", 2 * ROUNDS - g_num)  #@ lost
