# What an event loop picks, turn by turn.
import asyncio
import socket

STEP = 1.0

async def twice(name):  #@ twice
    print(name, 1)           #@ first
    await asyncio.sleep(0)   #@ give-way
    print(name, 2)           #@ second

async def reader(end):  #@ reader
    loop = asyncio.get_running_loop()
    data = await loop.sock_recv(end, 8)  #@ receive
    print("got", data[0])    #@ got

async def main():  #@ main
    one, other = socket.socketpair()
    one.setblocking(False)
    print("main", 1)         #@ main-1
    loop = asyncio.get_running_loop()
    tasks = set()
    for name in "ab":        #@ each
        tasks.add(loop.create_task(twice(name)))  #@ task
    reading = loop.create_task(reader(one))  #@ read
    loop.call_soon(print, "soon")            #@ soon
    loop.call_later(STEP, print, "later")    #@ later
    await asyncio.sleep(0)   #@ main-gives-way
    print("main", 2)         #@ main-2
    await asyncio.sleep(2 * STEP)  #@ sleep
    print("main", 3)         #@ main-3
    other.send(bytes([7]))   #@ send
    await reading            #@ await

asyncio.run(main())
