# Many sockets are watched, few have something to say: how
# long does the question take, who of them is ready?
import select
import socket
import time

SOCKETS = 4000
READY = 1
ROUNDS = 500
PAUSE = 0.1
STRIDE = 7919  # a prime: everybody's turn comes

class SelectList:  # handed over whole, each time anew
    def __init__(self):
        self.fds = []
    def add(self, fd):
        self.fds.append(fd)
    def ask(self):
        return select.select(self.fds, [], [])[0]  #@ select
        # in C also: for fd in fds: FD_ISSET(fd)    #@ scan

class EpollList:  # kept by the kernel
    def __init__(self):
        self.epoll = select.epoll()
    def add(self, fd):
        self.epoll.register(fd, select.EPOLLIN)    #@ epoll-add
    def ask(self):
        return [fd for fd, _ in self.epoll.poll()]  #@ epoll

def measure(asked_by, count):             #@ watch
    crowd, outside = [], socket.socket(type=socket.SOCK_DGRAM)
    for _ in range(count):                #@ sockets
        crowd.append(socket.socket(type=socket.SOCK_DGRAM))  #@ socket
        crowd[-1].bind(("127.0.0.1", 0))
        asked_by.add(crowd[-1].fileno())  #@ add
    by_fd = {one.fileno(): one for one in crowd}
    took = 0
    for turn in range(ROUNDS):            #@ rounds
        for i in range(READY):
            next = (turn * READY + i) * STRIDE % count
            outside.sendto(b"!", crowd[next].getsockname())  #@ talk
        asked = time.monotonic()          #@ asked
        ready = asked_by.ask()            #@ ask
        took += time.monotonic() - asked  #@ took
        for fd in ready:
            by_fd[fd].recv(100)           #@ read
    name = type(asked_by).__name__
    print("interest", count, "ready", ready)            #@ lists
    print(name, count, "cost", took / ROUNDS * 1e6)     #@ cost

for count in 16, 64, 256, 1000, 4000:
    for kind in SelectList, EpollList:    #@ shown
        time.sleep(PAUSE)                 #@ pause
        try:
            way = kind()
            measure(way, min(count, SOCKETS))  #@ watcher
        except (ValueError, OSError) as no:
            print(count, no)              #@ limit
