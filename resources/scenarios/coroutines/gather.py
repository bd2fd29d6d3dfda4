# Tasks gathered: results, errors, cancellation.
import asyncio

STEP = 0.5
RETURN_EXCEPTIONS = False

async def work(name, delay, fails=False):  #@ def
    try:
        await asyncio.sleep(delay)    #@ sleep
    except asyncio.CancelledError:
        print(name, "cancelled")      #@ told
        raise
    if fails:
        raise ValueError(name + " failed")  #@ fail
    print(name, "done")               #@ done
    return name + "!"                 #@ return

def task(name, steps, fails=False):
    job = work(name, steps * STEP, fails)
    return asyncio.create_task(job)

def word(x):
    return str(x) or type(x).__name__

async def together(*tasks, hands=False):  #@ together
    found = await asyncio.gather(*tasks,  #@ gather
                                 return_exceptions=hands)
    print("results:", *map(word, found))  #@ results

async def main():  #@ main
    await together(task("a", 2), task("b", 1))  #@ in-order

    c = task("c", 2)                  #@ slow
    try:
        d = task("d", 1, True)
        await together(c, d, hands=RETURN_EXCEPTIONS)  #@ first-error
    except ValueError as error:
        print("error:", error)        #@ error
        print("c goes on:", not c.done())  #@ goes-on
    await c                           #@ await-c

    e, f, g = task("e", 1), task("f", 1, True), task("g", 2)  #@ three
    asyncio.get_running_loop().call_soon(e.cancel)  #@ cancel-one
    await together(e, f, g, hands=True)  #@ handed-back

    h, i = task("h", 9), task("i", 9)  #@ two
    outer = asyncio.create_task(together(h, i))  #@ outer
    await asyncio.sleep(STEP)         #@ wait
    outer.cancel()                    #@ cancel-all
    try:
        await outer                   #@ await-outer
    except asyncio.CancelledError:
        print("outer cancelled")      #@ outer-cancelled

asyncio.run(main())
