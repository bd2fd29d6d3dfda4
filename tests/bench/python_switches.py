# As many switches between two partners as Python makes them: python_switches.py greenlet|asyncio TURNS (of each). Prints the
# seconds they took.
import asyncio
import sys
import time

WAY, TURNS = sys.argv[1], int(sys.argv[2])


def by_greenlet():
    from greenlet import greenlet

    def take(other):
        for _ in range(TURNS):
            other[0].switch()

    a, b = [], []
    a.append(greenlet(lambda: take(b)))
    b.append(greenlet(lambda: take(a)))
    begin = time.perf_counter()
    a[0].switch()
    return time.perf_counter() - begin


def by_asyncio():
    async def take():
        for _ in range(TURNS):
            await asyncio.sleep(0)

    async def both():
        begin = time.perf_counter()
        await asyncio.gather(take(), take())
        return time.perf_counter() - begin

    return asyncio.run(both())


print({"greenlet": by_greenlet, "asyncio": by_asyncio}[WAY]())
