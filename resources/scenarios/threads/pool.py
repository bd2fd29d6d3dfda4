# Three threads serve ten tasks.
import time
import threading
from queue import Queue
from threading import Thread

WORKERS = 3
TASKS = 10
LENGTH = 1.0
NO_MORE = 0
pending = Queue(TASKS + WORKERS)  #@ pending
served_by = []

def work():  #@ def
    while True:               #@ forever
        task = pending.get()  #@ get
        if task == NO_MORE:   #@ stop
            break
        time.sleep(LENGTH * (task % 3 + 1) / 2)  #@ task
        tid = threading.get_native_id()
        print("task", task, "by thread", tid)    #@ print
        served_by.append(tid)

def main():  #@ main
    pool = []
    for _ in range(WORKERS):           #@ each-worker
        pool.append(Thread(target=work))  #@ start
        pool[-1].start()
    for task in range(1, TASKS + 1):   #@ each-task
        pending.put(task)              #@ submit
    for _ in range(WORKERS):           #@ each-end
        pending.put(NO_MORE)           #@ shutdown
    for worker in pool:                #@ each-join
        worker.join()                  #@ join
    print("done", len(served_by))      #@ done
    print("tids", len(set(served_by)))  #@ tids

main()
