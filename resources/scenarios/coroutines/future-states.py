# The states of a future, and what awaiting each gives.
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

STEP = 0.8

def state(f):
    if f.cancelled():
        return "cancelled"
    if not f.done():
        return "pending"
    return "failed" if f.exception() else "done"

async def settle(good, bad, off):  #@ settle
    await asyncio.sleep(STEP)       #@ sleep-1
    good.set_result(42)             #@ set-result
    await asyncio.sleep(STEP)       #@ sleep-2
    bad.set_exception(OSError("no answer"))  #@ set-failure
    await asyncio.sleep(STEP)       #@ sleep-3
    off.cancel()                    #@ cancel
    try:
        good.set_result(43)         #@ again
    except asyncio.InvalidStateError as error:
        print(type(error).__name__)  #@ invalid

async def show(name, future):  #@ show
    print(name, state(future))      #@ before
    try:
        value = await future        #@ await
        print(name, "->", value)    #@ value
    except OSError as error:
        print(name, "raised:", error)  #@ raised
    except asyncio.CancelledError:
        print(name, "raised: CancelledError")  #@ was-cancelled
    print(name, state(future))      #@ after

async def main():  #@ main
    loop = asyncio.get_running_loop()
    good, bad, off = (loop.create_future() for _ in "123")  #@ make
    setter = asyncio.create_task(settle(good, bad, off))  #@ start
    print("setter", state(setter))  #@ task-before
    await show("good", good)        #@ show-good
    await show("bad", bad)          #@ show-bad
    await show("off", off)          #@ show-off
    await setter                    #@ await-setter
    print("setter", state(setter))  #@ task-after

    pool = ThreadPoolExecutor()
    call = pool.submit(time.sleep, 2 * STEP)  #@ thread
    await asyncio.sleep(STEP)       #@ meanwhile
    print("the thread's call", call._state.lower())  #@ running
    await asyncio.wrap_future(call)  #@ await-thread
    print("the thread's call", state(call))  #@ ran

asyncio.run(main())
