# A car park with three places, eight cars.
import time
from threading import Semaphore, Thread

PLACES = 3
CARS = 8
DRIVE = 0.05
STAY = 0.8
places = Semaphore(PLACES)  #@ places
inside = []
most = [0]

def car():  #@ def
    compute(DRIVE)      #@ drive
    places.acquire()    #@ acquire
    inside.append(1)
    most.append(max(most[-1], len(inside)))  #@ enter
    time.sleep(STAY)    #@ stay
    inside.pop()        #@ leave
    places.release()    #@ release

def compute(seconds):
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass

threads = []
for _ in range(CARS):  #@ each
    threads.append(Thread(target=car))  #@ spawn
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("cars", len(threads))   #@ cars
print("most inside", max(most))  #@ most
