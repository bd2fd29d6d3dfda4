# The main thread ends: who is waited for, who is cut off?
import time
from threading import Thread

DAEMON = True
LINE = 0.4
NORMAL_LINES = 8
BACKGROUND_LINES = 20

def background():
    for i in range(1, BACKGROUND_LINES + 1):  #@ background-loop
        compute(LINE)                       #@ background-compute
        print(f"saved page {i}\n", end="")  #@ background-print
    print("tidied up")          #@ tidy

def normal():
    for i in range(1, NORMAL_LINES + 1):      #@ normal-loop
        time.sleep(LINE)                #@ normal-sleep
        print(f"answer {i}\n", end="")  #@ normal-print

def compute(seconds):
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass

def main():  #@ main
    b = Thread(target=background, daemon=DAEMON)  #@ background
    b.start()
    n = Thread(target=normal)  #@ normal
    n.start()
    time.sleep(LINE)    #@ main-sleep
    print("main ends")  #@ main-print

main()
