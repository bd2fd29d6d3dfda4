# Whom does this thread serve? Three places to keep it.
import time
import threading
from threading import Lock, Thread

THREADS = 4
WORK = 2.4
own = threading.local()  #@ local
visitor = 0              #@ global
lock = Lock()            #@ lock
visitor_of = {}          #@ dict

def greet():  #@ greet
    seen = visitor                              #@ read-global
    lock.acquire()                              #@ read-acquire
    entry = visitor_of[threading.get_ident()]   #@ read-dict
    lock.release()                              #@ read-release
    mine = own.number                           #@ read-local
    print(f"global {seen} dict {entry} own {mine}\n", end="")  #@ print

def serve(number):  #@ def
    global visitor
    visitor = number                            #@ write-global
    lock.acquire()                              #@ write-acquire
    visitor_of[threading.get_ident()] = number  #@ write-dict
    lock.release()                              #@ write-release
    own.number = number                         #@ write-local
    time.sleep(WORK)                            #@ work
    greet()                                     #@ call

def main():  #@ main
    for number in range(1, THREADS + 1):        #@ each
        t = Thread(target=serve, args=[number])  #@ start
        t.start()
        time.sleep(WORK / (2 * THREADS))        #@ next-visitor

main()
