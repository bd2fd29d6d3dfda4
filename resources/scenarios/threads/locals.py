# One function, two threads: what is each one's own?
import time
from threading import Thread

ROUNDS = 12
THINK = 0.25
shared = [0]  #@ shared

def job(mine):  #@ def
    count = 0                    #@ zero
    for _ in range(ROUNDS):      #@ loop
        count = plus_one(count)  #@ count
        seen = mine[0]           #@ read
        compute(THINK)           #@ think
        mine[0] = seen + 1       #@ write
    print(f"my own count {count}\n", end="")  #@ print

def plus_one(before):
    count = before  #@ local
    count += 1      #@ add-local
    return count

def compute(seconds):
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass

def main():  #@ main
    t1 = Thread(target=job, args=[shared])  #@ t1
    t2 = Thread(target=job, args=[shared])  #@ t2
    t1.start()
    t2.start()
    t1.join()  #@ join1
    t2.join()  #@ join2
    print("expected", 2 * ROUNDS)  #@ expected
    print("actual", shared[0])     #@ actual

main()
