# A car park with three places, eight cars.
import time
from threading import Lock, Semaphore, Thread

PLACES, CARS = 3, 8
DRIVE, STAY = 0.05, 0.8
places = Semaphore(PLACES)  #@ places
guard = Lock()
inside = most = 0

def car():  #@ def
    global inside, most
    compute(DRIVE)      #@ drive
    places.acquire()    #@ acquire
    with guard:
        inside += 1
        most = max(most, inside)  #@ enter
    time.sleep(STAY)    #@ stay
    with guard:
        inside -= 1     #@ leave
    places.release()    #@ release

def compute(seconds):
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass

threads = []
for _ in range(CARS):  #@ each
    threads.append(Thread(target=car))
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("cars", len(threads))  #@ cars
print("most inside", most)   #@ most
