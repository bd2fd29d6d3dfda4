# Two slow devices are asked, and there is work of one's own.
import time
from queue import Empty, Queue
from threading import Thread
SLOW = 1.2
QUICK = 0.6
PIECES = 20
PIECE = 0.04

def device(asked, length, name):  #@ device
    asked.get()         #@ asked
    time.sleep(length)  #@ length
    answers.put(name)   #@ answer

def take(waits):
    if waits:
        return answers.get()         #@ block
    try:
        return answers.get_nowait()  #@ look
    except Empty:
        return None

def compute(seconds):
    end = time.thread_time() + seconds
    while time.thread_time() < end: pass

def main(order, waits):  #@ main
    left, got, asked = PIECES, [], 0
    for device in [to_slow, to_quick]:  #@ each
        device.put(1)  #@ ask
        asked += 1
        if order == "async" and asked < 2:  #@ asynchronous
            continue
        while len(got) < asked:  #@ until
            answer = take(waits)
            if answer:
                got.append(answer)
            elif left > 0:
                left -= 1
                compute(PIECE)     #@ between
                time.sleep(0)      #@ give-way
            else:
                time.sleep(PIECE)  #@ nothing-left
    for _ in range(left):  #@ rest
        compute(PIECE)     #@ after
    return got

WAYS = [("sync", 1), ("sync", 0), ("async", 1), ("async", 0)]
for order, waits in WAYS:
    to_slow = Queue(1)   #@ to-slow
    to_quick = Queue(1)  #@ to-quick
    answers = Queue(2)   #@ answers
    slow = [to_slow, SLOW, "slow"]
    quick = [to_quick, QUICK, "quick"]
    begin = time.perf_counter()
    Thread(target=device, args=slow).start()   #@ slow
    Thread(target=device, args=quick).start()  #@ quick
    got = main(order, waits)
    print(time.perf_counter() - begin)     #@ wall
    print("as asked", got[0] == "slow")    #@ order
