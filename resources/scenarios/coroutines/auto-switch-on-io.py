# gevent's trick in small: code written plainly, whose waits
# switch once the blocking primitive has been replaced.
import selectors
import socket
import time
from threading import Thread

from greenlet import getcurrent, greenlet

CALLERS = 4
TIME = 0.2

def serve(line):  # the world outside, in a thread of its own
    takes = float(line.recv(100))
    time.sleep(takes)          #@ serve
    line.send(b"%g" % takes)

def blocking(line):
    return line.recv(100)

def switching(line):
    me = getcurrent()
    selector.register(line, selectors.EVENT_READ, me)
    hub.switch()  # back when there is something to read
    selector.unregister(line)
    return line.recv(100)

receive = blocking             #@ plain
selector = selectors.DefaultSelector()

def ask(line, takes):          #@ ask
    line.send(b"%g" % takes)   #@ send
    return receive(line)       #@ receive

def visit(line, takes):        #@ def
    answer = ask(line, takes)  #@ call
    print("answer", answer)    #@ told

def run():
    for i in range(1, CALLERS + 1):               #@ each
        here, there = socket.socketpair()         #@ line
        Thread(target=serve, args=(there,)).start()  #@ server
        visitor = greenlet(visit)                 #@ start
        visitor.switch(here, TIME * i)
    while selector.get_map():
        for key, _ in selector.select():
            key.data.switch()

for receive in blocking, switching:
    begun = time.monotonic()   #@ patch
    hub = greenlet(run)
    hub.switch()
    name = receive.__name__
    print(name, "wall", time.monotonic() - begun)  #@ wall
