# The same body, other arguments; and a class with run().
import threading
import time
from threading import Thread

TIMES = 3
PAUSE = 0.6

def greet(whom, times, pause):  #@ greet
    for _ in range(times):      #@ times
        tid = threading.get_native_id()
        print("hello", whom, "says thread", tid)  #@ hello
        time.sleep(pause)       #@ pause

class Greeter(Thread):  #@ class
    def __init__(self, whom, times, pause):
        super().__init__(name=whom)
        self.given = (whom, times, pause)

    def run(self):           #@ run
        greet(*self.given)   #@ run-greet

def main():  #@ main
    args = ("Anna", TIMES, PAUSE)
    anna = Thread(target=greet, args=args)     #@ anna
    args = ("Ben", 2 * TIMES, PAUSE / 2)
    ben = Thread(target=greet, args=args)      #@ ben
    clara = Greeter("Clara", TIMES, PAUSE)     #@ object
    anna.start()
    ben.start()
    clara.start()  #@ start
    anna.join()    #@ join-anna
    ben.join()     #@ join-ben
    clara.join()   #@ join-clara
    print("caller", threading.get_native_id())  #@ caller
    clara.run()    #@ call

main()
