# One piece of work, shared out among more and more threads.
# CPython's lock lets one of them go on at a time.
import sys
import time
from threading import Thread

THREADS = 4
WORK = 0.6
INTERVAL = 0.005
KIND = "cpu"  # or "io"
QUESTION, THINKING = 0.02, 0.0002
sys.setswitchinterval(INTERVAL)              #@ gil

def work(share):
    if KIND == "cpu":
        compute(share)                       #@ compute
        return
    times = round(share / QUESTION)
    for _ in range(times):                   #@ questions
        time.sleep(QUESTION - THINKING)      #@ wait
        compute(THINKING)                    #@ think

def compute(seconds):
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass

for count in range(1, THREADS + 1):
    began = time.monotonic()
    args = (WORK / count,)
    threads = [Thread(target=work, args=args)  #@ start
               for _ in range(count)]          #@ each
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.monotonic() - began
    speed_up = round(WORK / took, 2)
    print(count, "speed-up", speed_up)       #@ speed-up
    print("wall", took)                      #@ wall
