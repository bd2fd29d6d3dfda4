# Two threads deadlock; a third works on, a fourth ends.
import time
from threading import Lock, Thread

WORK = 0.15
PAUSE = 1.0
ROUNDS = 8
a = Lock()  #@ a
b = Lock()  #@ b

def take_both(first, second):  #@ def
    first.acquire()    #@ first
    time.sleep(PAUSE)  #@ sleep
    second.acquire()   #@ second
    second.release()   #@ release-second
    first.release()    #@ release-first

def keep_busy():
    for _ in range(ROUNDS):    #@ busy-loop
        compute(WORK)          #@ busy-compute
        time.sleep(PAUSE / 4)  #@ busy-sleep

def work_once():
    compute(WORK)  #@ short-compute

def compute(seconds):
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass

Thread(target=take_both, args=(a, b)).start()  #@ t1
Thread(target=take_both, args=(b, a)).start()  #@ t2
Thread(target=keep_busy).start()  #@ t3
Thread(target=work_once).start()  #@ t4
