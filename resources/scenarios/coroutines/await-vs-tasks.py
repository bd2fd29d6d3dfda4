# Two sleeps, awaited one after the other, then as two tasks.
import asyncio
import time

FIRST = 1.0
SECOND = 2.0

async def say_after(delay, word):  #@ def
    await asyncio.sleep(delay)  #@ sleep
    print(word)                 #@ say

async def main():  #@ main
    began = time.monotonic()           #@ begin
    await say_after(FIRST, "hello")    #@ await-first
    await say_after(SECOND, "world")   #@ await-second
    took = round(time.monotonic() - began)
    print("awaited:", took, "s")       #@ awaited

    began = time.monotonic()           #@ begin-again
    a = asyncio.create_task(say_after(FIRST, "hello"))   #@ task-a
    b = asyncio.create_task(say_after(SECOND, "world"))  #@ task-b
    await a                            #@ await-a
    await b                            #@ await-b
    took = round(time.monotonic() - began)
    print("as tasks:", took, "s")      #@ as-tasks

asyncio.run(main())
