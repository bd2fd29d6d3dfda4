# Guests wait for dishes; who is told has to look for itself.
import time
from threading import Condition, Lock, Thread

TEST = "while"  # or "if", or "none"
DISHES = 3
COOKING = 0.7
LATE = 3.5
counter = Lock()            #@ counter
ready = Condition(counter)  #@ ready
on_counter = 0              #@ variable

def guest(i):
    global on_counter
    if i >= 2:
        time.sleep(LATE)         #@ late
    counter.acquire()            #@ lock
    there = on_counter           #@ look
    if TEST == "none":
        ready.wait()             #@ wait-blindly
    elif TEST == "if":
        if there == 0:
            ready.wait()         #@ wait-once
    else:
        while there == 0:        #@ while
            ready.wait()         #@ wait
            there = on_counter   #@ look-again
    there = on_counter           #@ count
    on_counter = there - 1       #@ take
    counter.release()            #@ unlock

def cook():
    global on_counter
    for _ in range(DISHES):      #@ each
        compute(COOKING)         #@ cooking
        counter.acquire()        #@ cook-lock
        there = on_counter       #@ cook-look
        on_counter = there + 1   #@ put
        ready.notify_all()       #@ notify
        counter.release()        #@ cook-unlock

def compute(seconds):
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass

threads = []
for i in range(DISHES):  #@ guests
    threads.append(Thread(target=guest, args=[i]))  #@ guest
threads.append(Thread(target=cook))  #@ cook
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("left", on_counter)  #@ left
