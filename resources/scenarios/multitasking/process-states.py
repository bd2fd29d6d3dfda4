# One thread passes through every state; two others compete.
import sys
import time
from threading import Lock, Thread

STEP = 0.4
QUANTUM = 0.15
sys.setswitchinterval(QUANTUM)  #@ quantum
lock = Lock()  #@ lock

def walk():
    compute(STEP)     #@ compute
    time.sleep(0)     #@ yield
    compute(STEP)     #@ compute-again
    time.sleep(STEP)  #@ sleep
    lock.acquire()    #@ acquire
    compute(STEP)     #@ inside
    lock.release()    #@ release

def hold():
    lock.acquire()     #@ holder-acquire
    compute(STEP * 6)  #@ holder-compute
    lock.release()     #@ holder-release

def compete():
    compute(STEP * 4)  #@ rival-compute

def compute(seconds):
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass

Thread(target=walk).start()     #@ walker
Thread(target=hold).start()     #@ holder
Thread(target=compete).start()  #@ rival
