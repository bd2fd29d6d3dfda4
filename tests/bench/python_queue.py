# As many items through Python's own queue between processes: python_queue.py PRODUCERS ITEMS (of each). Prints the seconds
# from the first get to the last, and how many items came out of their producer's order.
import sys
import time
from multiprocessing import Process, Queue

PRODUCERS, ITEMS = int(sys.argv[1]), int(sys.argv[2])


def produce(queue, first):
    for item in range(first, first + ITEMS):
        queue.put(item)


if __name__ == "__main__":
    queue = Queue(1024)
    producers = [Process(target=produce, args=[queue, p * ITEMS]) for p in range(PRODUCERS)]
    for producer in producers:
        producer.start()
    latest = [-1] * PRODUCERS
    reordered = 0
    begin = time.perf_counter()
    for _ in range(PRODUCERS * ITEMS):
        item = queue.get()
        reordered += item <= latest[item // ITEMS]
        latest[item // ITEMS] = item
    print(time.perf_counter() - begin, reordered)
    for producer in producers:
        producer.join()
