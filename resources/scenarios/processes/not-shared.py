# What a forked child writes, its parent never sees.
import mmap
import os
import time

BUFFER = 16
PARTS = 8
PAUSE = 0.3
count = 0  #@ count

def private_kib():
    with open("/proc/self/smaps_rollup") as rollup:
        for line in rollup:
            if line.startswith("Private_Dirty:"):
                return int(line.split()[1])

def child(buffer):
    global count
    before = private_kib()      #@ before
    part = len(buffer) // PARTS
    for i in range(PARTS):      #@ each
        buffer[i * part:(i + 1) * part] = b"\2" * part  #@ write
        seen = count            #@ read
        count = seen + 1        #@ add
        print("own", private_kib() - before, "KiB")  #@ own
        time.sleep(PAUSE)       #@ pause
    print("child", count, flush=True)  #@ child-count
    os._exit(0)

def main():  #@ main
    size = BUFFER * 1024 * 1024
    buffer = mmap.mmap(-1, size, flags=mmap.MAP_PRIVATE)  #@ buffer
    buffer[:] = b"\1" * size
    pid = os.fork()       #@ fork
    if pid == 0:
        child(buffer)
    os.waitpid(pid, 0)    #@ join
    mine = count          #@ mine
    print("parent", mine) #@ parent

main()
