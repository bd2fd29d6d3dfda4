# Readers share a table; a writer wants it for itself.
import time
from threading import Condition, Thread, get_ident
PREFERENCE = "readers"  # or "fair"
READERS = 4
WRITERS = 2
ROUNDS = 5
READING = 0.5
WRITING = 0.3
BETWEEN = 0.15
class ReaderWriterLock:
    change, inside, queue = Condition(), [], []
    def acquire(self, mode):
        me = (mode, get_ident())
        with self.change:
            self.queue.append(me)
            self.change.wait_for(lambda: self.lets_in(me))
            self.queue.remove(me)
            self.inside.append(mode)
            self.change.notify_all()
    def lets_in(self, me):
        if "w" in self.inside or me[0] == "w" and self.inside:
            return False
        return PREFERENCE == "readers" or self.queue[0] == me
    def release(self, mode):
        with self.change:
            self.inside.remove(mode)
            self.change.notify_all()

table = ReaderWriterLock()  #@ table
value = 0                   #@ value

def reader(i):
    time.sleep(BETWEEN * i)  #@ stagger
    for _ in range(ROUNDS):  #@ rounds
        table.acquire("r")   #@ lock-shared
        print(value)         #@ read
        time.sleep(READING)  #@ reading
        table.release("r")   #@ unlock-shared
        time.sleep(BETWEEN)  #@ between

def writer():
    global value
    time.sleep(READING)  #@ later
    table.acquire("w")   #@ lock
    time.sleep(WRITING)  #@ writing
    seen = value         #@ look
    value = seen + 1     #@ write
    table.release("w")   #@ unlock

threads = []
for i in range(READERS):  #@ readers
    threads.append(Thread(target=reader, args=[i]))  #@ reader
for i in range(WRITERS):  #@ writers
    threads.append(Thread(target=writer))  #@ writer
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("writes", value)  #@ writes
