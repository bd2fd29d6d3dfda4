# The same numbers: all at once, and one at a time.
from sys import getsizeof
from time import sleep

COUNT = 10000
PAUSE = 0.15
used = 0  #@ used

def fibonacci():  #@ fibonacci
    a, b = 0, 1  #@ start
    for _ in range(COUNT):  #@ each
        yield a  #@ yield
        total = (a + b) % 1_000_000_007  #@ add
        a = b      #@ move
        b = total  #@ step

def as_list():  #@ list
    global used
    numbers = []  #@ empty
    for n in fibonacci():  #@ fill
        numbers.append(n)  #@ append
        if len(numbers) % (COUNT // 10) == 0:  #@ often
            used = getsizeof(numbers)  #@ grow
            sleep(PAUSE)               #@ pause
    total = sum(numbers)  #@ sum-list
    print("sum of the list:", total)  #@ print-list

def one_at_a_time():  #@ lazy
    global used
    each = fibonacci()  #@ make
    taken = total = 0   #@ none
    for n in each:  #@ take
        total += n  #@ add-lazy
        taken += 1
        if taken % (COUNT // 10) == 0:  #@ often-2
            used = getsizeof(each)  #@ stay
            sleep(PAUSE)            #@ pause-2
    print("sum one at a time:", total)  #@ print-lazy

def main():  #@ main
    as_list()        #@ call-list
    one_at_a_time()  #@ call-lazy

main()
