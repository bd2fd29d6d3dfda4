# Five philosophers, five forks; to eat, one needs two.
import time
from threading import Condition, Lock, Semaphore, Thread
PHILOSOPHERS = 5
ROUNDS = 3
THINK = 0.2
EAT = 0.2
SOLUTION = "waiter"  # or "naive", "left-handed", "banker"
forks = [Lock() for _ in range(PHILOSOPHERS)]  #@ forks
seats = Semaphore(PHILOSOPHERS - 1)  #@ seats
bank, owner = Condition(), {}  #@ bank
pairs, meals, threads = [], [], []

def safe(owner):  # can all still eat, one after the other?
    left = set(range(PHILOSOPHERS))
    for _ in range(PHILOSOPHERS):
        for i in list(left):
            held = {owner[f] for f in pairs[i] if f in owner}
            if not held & (left - {i}): left.remove(i)
    return not left

def ask(i, fork):
    with bank:
        bank.wait_for(lambda: fork not in owner and
                      safe({**owner, fork: i}))
        owner[fork] = i

def give_back(fork):
    with bank:
        del owner[fork]
        bank.notify_all()

def dine(i, first, second):  #@ def
    for _ in range(ROUNDS):  #@ rounds
        compute(THINK)       #@ think
        if SOLUTION == "waiter": seats.acquire()   #@ sit
        if SOLUTION == "banker": ask(i, first)     #@ ask-first
        forks[first].acquire()   #@ first
        if SOLUTION == "banker": ask(i, second)    #@ ask-second
        forks[second].acquire()  #@ second
        compute(EAT)             #@ eat
        meals.append(1)          #@ count
        forks[second].release()  #@ put-second
        if SOLUTION == "banker": give_back(second)  #@ back-second
        forks[first].release()   #@ put-first
        if SOLUTION == "banker": give_back(first)   #@ back-first
        if SOLUTION == "waiter": seats.release()   #@ rise

def compute(seconds):
    end = time.thread_time() + seconds
    while time.thread_time() < end: pass

for i in range(PHILOSOPHERS):  #@ each
    pair = [i, (i + 1) % PHILOSOPHERS]
    if SOLUTION == "left-handed" and i == 0: pair.reverse()  #@ turned
    pairs.append(pair)  #@ claim
    threads.append(Thread(target=dine, args=[i, *pair]))  #@ spawn
for thread in threads: thread.start()
for thread in threads: thread.join()
print("meals", len(meals))  #@ meals
