# Ten tasks for three processes, in six ways.
import multiprocessing
import os
import time

WORKERS = 3
TASKS = 10
LENGTH = 0.6
numbers = range(1, TASKS + 1)

def work(task):  #@ def
    time.sleep(LENGTH * (task % 3 + 1) / 2)  #@ task
    print("task", task, "by pid", os.getpid(), flush=True)  #@ print
    return task * task                       #@ return

def submit_all(pool):
    return [pool.apply_async(work, (i,))
            for i in numbers]               #@ submit

def apply(pool):
    squares = [pool.apply(work, (i,)) for i in numbers]  #@ apply
    print("apply", squares)                   #@ applied

def apply_async(pool):
    asked = submit_all(pool)  #@ async
    pool.close()              #@ close
    pool.join()               #@ join
    results = [one.get() for one in asked]  #@ result
    print("apply_async", results)           #@ got

def map(pool):
    squares = pool.map(work, numbers)  #@ map
    print("map", squares)              #@ mapped

def with_block(pool):
    asked = submit_all(pool)  #@ with-async
    first = asked[0].get()    #@ first
    print("first", first)     #@ first-told
    pool.terminate()          #@ leave

def killed(pool):
    asked = submit_all(pool)  #@ killed-async
    time.sleep(LENGTH / 4)    #@ wait
    os.kill(multiprocessing.active_children()[0].pid, 9)  #@ kill
    for i, one in zip(numbers, asked):         #@ each-killed
        one.wait(LENGTH * TASKS)               #@ ask
        if not one.ready(): print("task", i, "is lost")  #@ lost
    pool.close()              #@ killed-close

def main():  #@ main
    for way in (apply, apply_async, map, with_block, killed):
        with multiprocessing.Pool(WORKERS) as pool:  #@ pool
            way(pool)
    pool = multiprocessing.Pool(WORKERS)  #@ open
    submit_all(pool)    # and no join
    time.sleep(LENGTH)  #@ soon
    print("main ends")  #@ main-ends

main()
