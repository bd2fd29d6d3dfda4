# One thread starts five others, and waits for them, or not.
import random
import threading
import time
from threading import Thread

THREADS = 5
LONGEST = 4.0
JOIN = True
tally = []

def nap(length):  #@ def
    began = time.monotonic()
    name = threading.current_thread().name
    print(name, "starts")  #@ begin
    time.sleep(length)     #@ sleep
    print(name, "ends")    #@ end
    tally.append(time.monotonic() - began)

def main():  #@ main
    rng = random.Random(1)  #@ seed
    started = []
    for i in range(1, THREADS + 1):  #@ each
        length = LONGEST * rng.randint(20, 100) / 100  #@ length
        t = Thread(target=nap, args=[length], name=f"T{i}")  #@ start
        t.start()
        started.append(t)
    print("active", threading.active_count())  #@ active
    if JOIN:                   #@ if-join
        for thread in started: #@ each-join
            thread.join()      #@ join
    left = sum(thread.is_alive() for thread in started)
    print("still at work", left)  #@ left

main()
