# The same messages by five ways: microseconds under way.
import mmap, os, socket, time
from multiprocessing import Process, Queue, Semaphore

MESSAGES = 10
PAUSE = 0.15
BURST = 20000
SIZE = 4096
ALL = MESSAGES + BURST
memory = mmap.mmap(-1, 16 * SIZE)  #@ memory
free = Semaphore(16)   #@ free
filled = Semaphore(0)  #@ filled
queue = Queue(16)      #@ queue

def sender(kind, end):  #@ sender
    for number in range(ALL):  #@ send-each
        if number < MESSAGES:
            time.sleep(PAUSE)  #@ pause
        data = f"{time.monotonic()} ".encode().ljust(SIZE)
        at = number % 16 * SIZE
        if kind == "shared-memory":
            free.acquire()               #@ memory-free
            memory[at:at + SIZE] = data  #@ memory-write
            filled.release()             #@ memory-filled
        elif kind == "queue":
            queue.put(data)  #@ put
        else:
            os.write(end, data)  #@ send

def receiver(kind, end):  #@ receiver
    late = []
    for number in range(ALL):  #@ receive-each
        at = number % 16 * SIZE
        if kind == "shared-memory":
            filled.acquire()             #@ memory-wait
            data = memory[at:at + SIZE]  #@ memory-read
            free.release()               #@ memory-done
        elif kind == "queue":
            data = queue.get()  #@ get
        else:
            data = end.read(SIZE)  #@ receive
        late.append(time.monotonic() - float(data.split()[0]))  #@ take
    print(kind, sorted(late[:MESSAGES])[MESSAGES // 2] * 1e6)  #@ tell

def main(kind, reading=None, writing=None):  #@ main
    end = reading and open(reading, "rb")
    a = Process(target=sender, args=(kind, writing))  #@ fork-sender
    b = Process(target=receiver, args=(kind, end))  #@ fork-receiver
    a.start(), b.start()
    a.join()  #@ join-sender
    b.join()  #@ join-receiver

main("pipe", *os.pipe())  #@ pipe
os.mkfifo(name := f"/tmp/pipe-{os.getpid()}")  #@ named-pipe
main("named-pipe", *[os.open(name, os.O_RDWR)] * 2)
os.unlink(name)
a, b = socket.socketpair()  #@ socket
main("unix-socket", a.detach(), b.detach())
main("shared-memory")
main("queue")
