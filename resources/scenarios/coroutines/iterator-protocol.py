# What a for loop does, step by step.
from time import sleep

ITEMS = 3
PAUSE = 0.3

class Numbers:  #@ container
    def __iter__(self):  #@ iter
        for n in range(ITEMS):  #@ each
            yield n  #@ yield

def one_pass(it):  #@ pass
    while True:  #@ forever
        try:
            n = next(it)  #@ next
        except StopIteration:
            print("StopIteration")  #@ stop
            return  #@ leave
        print("got", n)  #@ got
        sleep(PAUSE)     #@ pause

def main():  #@ main
    numbers = Numbers()  #@ make
    it = iter(numbers)   #@ ask
    one_pass(it)         #@ first
    print("once more")   #@ more
    one_pass(it)         #@ again
    a = iter(numbers)    #@ a
    b = iter(numbers)    #@ b
    print("a", next(a))  #@ a-1
    print("a", next(a))  #@ a-2
    sleep(PAUSE)         #@ pause-2
    print("b", next(b))  #@ b-1
    sleep(PAUSE)         #@ pause-3
    for n in numbers:    #@ for
        print("for", n)  #@ in-for

main()
