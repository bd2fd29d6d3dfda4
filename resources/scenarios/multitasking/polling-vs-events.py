# Two wait for the same thing: one asks again and again, the
# other sleeps until it is woken.
import time
from threading import Event, Thread

DELAY = 2.0
LOOK = 0.005
ready = 0           #@ variable
news = Event()      #@ event
cpu = {}

def polls():
    while ready == 0:         #@ ask
        compute(LOOK)         #@ look
        time.sleep(0)         #@ give-way
    cpu["polling"] = time.thread_time()

def waits():
    news.wait()               #@ wait
    cpu["waiting"] = time.thread_time()

def compute(seconds):
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass

def writer():
    global ready
    time.sleep(DELAY)         #@ delay
    ready = 1                 #@ write
    news.set()                #@ set

actors = [Thread(target=polls),    #@ polls
          Thread(target=waits),    #@ waits
          Thread(target=writer)]   #@ writer
for actor in actors:
    actor.start()
for actor in actors:
    actor.join()
print("polling cpu", cpu["polling"])  #@ polling-cpu
print("waiting cpu", cpu["waiting"])  #@ waiting-cpu
