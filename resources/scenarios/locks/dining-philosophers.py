# Five philosophers, five forks; to eat, one needs two.
import time
from threading import Lock, Semaphore, Thread

PHILOSOPHERS = 5
ROUNDS = 3
THINK = 0.2
EAT = 0.2
SOLUTION = "naive"  # or "left-handed", or "waiter"
forks = [Lock() for _ in range(PHILOSOPHERS)]  #@ forks
seats = Semaphore(PHILOSOPHERS - 1)  #@ seats
meals = []

def dine(first, second):  #@ def
    for _ in range(ROUNDS):  #@ rounds
        compute(THINK)       #@ think
        if SOLUTION == "waiter":
            seats.acquire()  #@ sit
        first.acquire()      #@ first
        second.acquire()     #@ second
        compute(EAT)         #@ eat
        meals.append(1)      #@ count
        second.release()     #@ put-second
        first.release()      #@ put-first
        if SOLUTION == "waiter":
            seats.release()  #@ rise

def compute(seconds):
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass

threads = []
for i in range(PHILOSOPHERS):  #@ each
    pair = [forks[i], forks[(i + 1) % PHILOSOPHERS]]
    if SOLUTION == "left-handed" and i == 0:  #@ turned
        pair.reverse()
    threads.append(Thread(target=dine, args=pair))  #@ spawn
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("meals", len(meals))  #@ meals
