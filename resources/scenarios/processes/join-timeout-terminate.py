# Waiting for a child, waiting with a limit, and ending it.
import signal
import time
from multiprocessing import get_context

WORK = 0.6
PATIENCE = 0.8

def compute(seconds):
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass

def quick_child():
    compute(WORK)        #@ work
    raise SystemExit(3)  #@ exit

def stubborn(refuses):
    if refuses: signal.signal(signal.SIGTERM, signal.SIG_IGN)  #@ refuse
    time.sleep(3600)     #@ sleep

def main():  #@ main
    process = get_context("fork").Process
    quick = process(target=quick_child)                #@ quick
    polite = process(target=stubborn, args=[False])    #@ polite
    deaf = process(target=stubborn, args=[True])       #@ deaf
    for child in (quick, polite, deaf):
        child.start()

    quick.join()                      #@ join
    polite.join(PATIENCE)             #@ join-limit
    print("alive", polite.is_alive()) #@ alive
    polite.terminate()                #@ terminate
    polite.join()                     #@ join-polite
    deaf.terminate()                  #@ terminate-deaf
    deaf.join(PATIENCE)               #@ join-deaf
    deaf.kill()                       #@ kill
    deaf.join()                       #@ join-killed
    codes = [each.exitcode for each in (quick, polite, deaf)]
    print("exit codes", *codes)       #@ codes

main()
