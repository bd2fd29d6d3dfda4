# Three threads are to print 1, 2, 3: four ways to try it.
import time
from threading import Event, Thread

WORK = 0.5
DELAY = 0.2

def run(way):
    printed = [Event(),  #@ event1
               Event(),  #@ event2
               Event()]  #@ event3
    order = []

    def job(number):  #@ def
        at = number - 1
        time.sleep(WORK * (4 - number))      #@ work
        if way == "event" and number > 1:    #@ not-first
            printed[at - 1].wait()           #@ wait
        print(number, end=" ")               #@ print
        order.append(number)
        printed[at].set()                    #@ set

    threads = []
    for number in range(1, 4):  #@ each
        thread = Thread(target=job, args=[number])  #@ start
        thread.start()
        threads.append(thread)
        if way == "delay": time.sleep(DELAY)  #@ delay
        if way == "join": thread.join()       #@ join
    for thread in threads:
        thread.join()
    return order

def main():  #@ main
    for way in ("none", "delay", "join", "event"):
        began = time.monotonic()
        print(way, "order", run(way))            #@ order
        print("wall", time.monotonic() - began)  #@ wall

main()
