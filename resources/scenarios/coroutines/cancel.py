# Cancellation arrives at the await; clean-up runs.
import asyncio

STEP = 0.7
FOR_LONG = 100

async def told(name, wait):  #@ told
    try:                             #@ finally
        await wait                   #@ wait
    except asyncio.CancelledError:
        print(name, "told")          #@ tell
        raise                        #@ raise
    finally:
        print(name, "cleans up")     #@ clean-up

async def stubborn():  #@ stubborn
    try:
        await asyncio.sleep(FOR_LONG)  #@ long-sleep
    except asyncio.CancelledError:   #@ caught
        print("stubborn told, and goes on")  #@ goes-on
    await asyncio.sleep(STEP)        #@ more
    print("stubborn done")           #@ stubborn-done

async def main():  #@ main
    start = asyncio.create_task
    lock = asyncio.Lock()            #@ lock
    queue = asyncio.Queue()          #@ queue
    future = asyncio.Future()        #@ future
    await lock.acquire()             #@ take
    tasks = [
        start(told("sleeper", asyncio.sleep(FOR_LONG))),  #@ sleeper
        start(told("locker", lock.acquire())),  #@ locker
        start(told("getter", queue.get())),     #@ getter
        start(told("awaiter", future)),         #@ awaiter
    ]
    await asyncio.sleep(STEP)        #@ let-wait
    for task in tasks:               #@ each
        task.cancel()                #@ cancel
    await asyncio.sleep(STEP)        #@ let-end
    cancelled = sum(task.cancelled() for task in tasks)
    print("cancelled:", cancelled)   #@ count
    lock.release()                   #@ give

    caught = start(stubborn())       #@ make-stubborn
    await asyncio.sleep(STEP)        #@ let-sleep
    caught.cancel()                  #@ cancel-stubborn
    await caught                     #@ await-stubborn
    print("stubborn cancelled:", caught.cancelled())  #@ not-cancelled

    slow = told("slow", asyncio.sleep(FOR_LONG))  #@ slow
    try:
        await asyncio.wait_for(slow, STEP)  #@ wait-for
    except TimeoutError:
        print("TimeoutError")        #@ timeout

asyncio.run(main())
