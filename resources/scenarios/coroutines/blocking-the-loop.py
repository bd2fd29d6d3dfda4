# A blocking call, on the loop and beside it.
import asyncio
import time

CALL = 1.5
PAUSE = 0.1
TICKERS = 3
gaps = []

async def tick():  #@ def
    last = time.monotonic()            #@ begin
    while True:                        #@ forever
        await asyncio.sleep(PAUSE)     #@ sleep
        now = time.monotonic()
        gaps.append(now - last)        #@ gap
        last = now

def longest():
    return round(max(gaps))

def call():
    time.sleep(CALL)                   #@ in-thread

async def main():  #@ main
    tickers = []
    for _ in range(TICKERS):           #@ each
        ticker = asyncio.create_task(tick())  #@ start
        tickers.append(ticker)
    await asyncio.sleep(CALL / 2)      #@ before
    gaps.clear()
    time.sleep(CALL)                   #@ block
    await asyncio.sleep(PAUSE)         #@ look
    print("on the loop: ticks stood still for",  #@ told-loop
          longest(), "s")

    await asyncio.sleep(CALL / 2)      #@ between
    gaps.clear()
    await asyncio.to_thread(call)      #@ offload
    print("in a thread: ticks stood still for",  #@ told-thread
          longest(), "s")
    for ticker in tickers:             #@ all
        ticker.cancel()                #@ cancel

asyncio.run(main())
