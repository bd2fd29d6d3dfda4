# A folder is copied by a pool of processes.
import filecmp
import multiprocessing
import os
import shutil
import tempfile
import time

WORKERS = 3
FILES = 60
SIZE = 256  # KiB, at most
PAUSE = 0.2

def copy_one(job):              #@ def
    source, target, name = job
    here = os.path.join(source, name)
    there = os.path.join(target, name)
    time.sleep(PAUSE)           #@ disk
    try:
        part = there + ".part"  # whole, or not there at all
        shutil.copy2(here, part)         #@ copy
        if not filecmp.cmp(here, part, shallow=False):
            raise OSError("it has changed")
        os.rename(part, there)
        return name, os.path.getsize(there)
    except OSError as error:
        print(name, error.strerror)      #@ refused
        return name, -1

def copy_all(source, target):  #@ main
    names = sorted(os.listdir(source))
    os.mkdir(target)  # fails where there is something already
    with multiprocessing.Pool(WORKERS) as pool:  #@ workers
        asked = [(source, target, name) for name in names]  #@ pool
        results = pool.imap_unordered(copy_one, asked)      #@ submit
        pool.close()                     #@ close
        copied = []
        for result in results:           #@ each
            name, size = result          #@ next
            if size < 0:
                print("not copied:", name)  #@ lost
                continue
            copied.append(size)
            percent = 100 * len(copied) // len(names)
            print(f"\r{percent:3} %", end="")  #@ progress
        pool.join()                      #@ join
    left_out = set(names) - set(os.listdir(target))
    shutil.copystat(source, target)
    for name in left_out:                #@ finish
        print("\nnot copied:", name)     #@ left-out
    size = sum(copied)
    print("\ncopied", len(copied), "files,", size, "bytes")  #@ told

with tempfile.TemporaryDirectory() as folder:
    original = os.path.join(folder, "original")
    os.mkdir(original)
    for i in range(FILES):
        with open(f"{original}/notes {i}.txt", "wb") as file:
            file.write(os.urandom(SIZE * 1024 // (1 + i % 3)))
    copy_all(original, os.path.join(folder, "copy"))  #@ start
