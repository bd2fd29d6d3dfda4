# One generator delegates to another: yield from.
from time import sleep

LEVELS = 2
PAUSE = 0.3

def averager():  #@ averager
    total = 0       #@ total
    count = 0       #@ count
    average = None  #@ average
    while True:     #@ forever
        number = yield average  #@ yield
        if number is None:
            return average  #@ return
        sleep(PAUSE)             #@ think
        total += number          #@ add
        count += 1               #@ add-one
        average = total / count  #@ divide

def delegate(levels):  #@ delegate
    if levels == 1:  #@ last
        result = yield from averager()  #@ from-averager
    else:
        result = yield from delegate(levels - 1)  #@ from-delegate
    print("delegate", levels, "got", result)  #@ got
    return result  #@ pass

def main():  #@ main
    g = delegate(LEVELS)      #@ make
    print("next:", next(g))   #@ next
    for number in 10, 20, 30:  #@ for
        sleep(PAUSE)              #@ pause
        average = g.send(number)  #@ send
        print(f"sent {number}, average {average}")  #@ print
    sleep(PAUSE)  #@ pause-2
    try:
        g.send(None)  #@ end
    except StopIteration as stop:
        print("StopIteration:", stop.value)  #@ stop

main()
