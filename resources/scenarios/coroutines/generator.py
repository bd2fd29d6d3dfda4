# A generator by hand, and one by a loop.
from inspect import getgeneratorstate as state
from time import sleep
END = 3
PAUSE = 0.25

def counter():  #@ counter
    n = 0           #@ zero
    while n < END:  #@ while
        try:
            sent = yield n  #@ yield
        except ValueError as error:
            print("inside: caught", error)  #@ caught
            sent = 0                        #@ again
        sleep(PAUSE)                         #@ work
        n = n + 1 if sent is None else sent  #@ step
    return n  #@ return

def holder():  #@ holder
    try:
        yield 1  #@ hold
    finally:
        print("inside: clean up")  #@ clean

def by_hand():  #@ by-hand
    g = counter()    #@ make
    print(state(g))  #@ created
    try:
        g.send(1)  #@ early
    except TypeError as error:
        print("TypeError:", error)  #@ type-error
    sleep(PAUSE)             #@ pause-1
    print("next:", next(g))  #@ next
    print(state(g))          #@ suspended
    sleep(PAUSE)                #@ pause-2
    print("send:", g.send(2))   #@ send
    sleep(PAUSE)                #@ pause-3
    print("throw:", g.throw(ValueError("oops")))  #@ throw
    sleep(PAUSE)                #@ pause-4
    try:
        g.send(END)  #@ last
    except StopIteration as stop:
        print("StopIteration:", stop.value)  #@ stop
    print(next(g, "still closed"))  #@ still

def broken_off():  #@ broken-off
    g = holder()  #@ make-1
    next(g)       #@ next-1
    try:
        g.throw(ValueError("oops"))  #@ throw-1
    except ValueError as error:
        print("escaped:", error, state(g))  #@ escaped
    h = holder()  #@ make-2
    next(h)       #@ next-2
    h.close()     #@ close

by_hand()     #@ call-1
broken_off()  #@ call-2
for n in counter():   #@ for
    print("for:", n)  #@ in-for
