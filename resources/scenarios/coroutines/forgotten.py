# Coroutines and tasks that nobody awaits.
import asyncio
import time

NAP = 1.0

async def work(name, nap):  #@ def
    print(name, "begins")      #@ begin
    await asyncio.sleep(nap)   #@ sleep
    print(name, "ends")        #@ end

async def main():  #@ main
    began = time.monotonic()   #@ clock
    work("forgotten", NAP)     #@ forget
    asyncio.sleep(NAP)         #@ sleep-without-await
    passed = round(time.monotonic() - began)
    print("so far:", passed, "s")  #@ so-far

    await work("awaited", NAP)     #@ await

    dropped = work("dropped", 2 * NAP)
    task = asyncio.create_task(dropped)  #@ task
    await asyncio.sleep(NAP)   #@ leave
    print("main ends")         #@ main-ends

# Cancels what is left when main has ended.
asyncio.run(main())  #@ cut-off
