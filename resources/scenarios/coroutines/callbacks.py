# One job as callbacks, then as a coroutine.
import asyncio

STEP = 1.0

class Job:
    def __init__(self, over):
        self.over = over
        self.later = asyncio.get_running_loop().call_later

    def connect(self):  #@ connect
        print("connecting")          #@ say-connect
        self.later(STEP, self.ask)   #@ later-connected

    def ask(self):  #@ ask
        print("asking")              #@ say-ask
        self.later(STEP, self.read)  #@ later-answered

    def read(self):  #@ read
        print("reading")             #@ say-read
        self.over.set_result(42)     #@ resolve

async def job():  #@ job
    print("connecting")        #@ await-say-connect
    await asyncio.sleep(STEP)  #@ await-connected
    print("asking")            #@ await-say-ask
    await asyncio.sleep(STEP)  #@ await-answered
    print("reading")           #@ await-say-read
    return 42                  #@ return

async def main():  #@ main
    loop = asyncio.get_running_loop()
    over = loop.create_future()          #@ future
    loop.call_soon(Job(over).connect)    #@ begin
    called = await over                  #@ wait
    print("callbacks:", called)          #@ result-callbacks

    awaited = await job()                #@ await
    print("await:", awaited)             #@ result-await

asyncio.run(main())
