# First an uncaught exception, then a fatal signal.
import signal
import threading
import time
from threading import Thread

STEP = 0.6
ROUNDS = 16
FATAL = "segv"

def stay_calm():
    for i in range(1, ROUNDS + 1):  #@ loop
        time.sleep(STEP / 2)  #@ calm-sleep
        print(f"round {i}\n", end="")  #@ calm-print

def throw():
    time.sleep(STEP * 2)  #@ thrower-sleep
    raise RuntimeError("nobody catches this")  #@ raise

def take_signal():
    time.sleep(STEP * 5)  #@ breaker-sleep
    if FATAL == "segv":
        signal.raise_signal(signal.SIGSEGV)  #@ segv
    if FATAL == "fpe":
        signal.raise_signal(signal.SIGFPE)   #@ fpe

def main():  #@ main
    calm = Thread(target=stay_calm)       #@ calm
    thrower = Thread(target=throw)        #@ thrower
    breaker = Thread(target=take_signal)  #@ breaker
    for thread in (calm, thrower, breaker):
        thread.start()
    thrower.join()  #@ join-thrower
    alive = threading.active_count()
    print(f"alive after the exception {alive}\n", end="")  #@ alive
    breaker.join()  #@ join-breaker
    print("main goes on")  #@ survived
    calm.join()  #@ join-calm

main()
