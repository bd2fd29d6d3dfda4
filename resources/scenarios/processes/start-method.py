# A child by fork, a child by spawn: do they know of a change?
import multiprocessing
import os
import time

ADDED = 1
WORK = 1.5
items = [11, 22]  #@ global

def show(name):   #@ def
    print(f"{name}, pid {os.getpid()}:", items)  #@ show
    time.sleep(WORK)  #@ work

def start(way):
    context = multiprocessing.get_context(way)
    return context.Process(target=show, args=(way,))

def main():  #@ main
    for _ in range(ADDED):   #@ each
        items.append("haha") #@ change
    print(f"main, pid {os.getpid()}:", items)  #@ parent
    forked = start("fork")   #@ fork
    forked.start()
    forked.join()            #@ join-forked
    spawned = start("spawn") #@ spawn
    spawned.start()
    spawned.join()           #@ join-spawned

if __name__ == "__main__":   # not where it is imported again
    main()
