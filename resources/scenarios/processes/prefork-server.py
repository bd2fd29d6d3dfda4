# A server that forks its workers before anybody calls.
import socket, time
from multiprocessing import Process
from select import EPOLLEXCLUSIVE, EPOLLIN, epoll

WORKERS = 2
CLIENTS = 6
REQUESTS = 3
PAUSE = 0.4
WORK = 0.06
EVENT_LOOP = False

def compute(seconds):
    end = time.thread_time() + seconds
    while time.thread_time() < end: pass

def serve(listening):  #@ serve
    while True:  #@ serve-loop
        caller, _ = listening.accept()  #@ accept
        while said := caller.recv(8):      #@ read
            compute(WORK)                  #@ work
            caller.send(b"%d" % int(said)**2)  #@ answer

def serve_all(listening):  #@ serve-all
    poller, callers = epoll(), {}  #@ poller
    poller.register(listening, EPOLLIN | EPOLLEXCLUSIVE)  #@ watch-door
    while True:  #@ events-loop
        for fd, _ in poller.poll():  #@ poll
            if fd == listening.fileno():  #@ is-door
                caller, _ = listening.accept()  #@ accept-one
                poller.register(caller, EPOLLIN)  #@ watch
                callers[caller.fileno()] = caller
                continue
            if said := callers[fd].recv(8):  #@ read-ready
                compute(WORK)                #@ work-ready
                callers[fd].send(b"%d" % int(said)**2)  #@ answer-ready
            else:
                callers.pop(fd).close()      #@ hang-up

def client(address):  #@ client
    line = socket.create_connection(address)  #@ connect
    for i in range(1, REQUESTS + 1):  #@ client-loop
        time.sleep(PAUSE)    #@ think
        line.send(b"%d" % i)  #@ ask
        print(i, "squared", int(line.recv(8)))  #@ hear

def fork(body, arg, n):
    new = [Process(None, body, None, [arg]) for _ in range(n)]
    return new, [each.start() for each in new]

def main():  #@ main
    door = socket.create_server(("127.0.0.1", 0))  #@ listen
    body = serve_all if EVENT_LOOP else serve  #@ which
    servers, _ = fork(body, door, WORKERS)  #@ fork
    clients, _ = fork(client, door.getsockname(), CLIENTS)  #@ call
    [each.join() for each in clients]       #@ join-clients
    [each.terminate() for each in servers]  #@ stop
    [each.join() for each in servers]       #@ join-workers

main()
