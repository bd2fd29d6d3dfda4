# Two peers talk over UDP; each sends and listens at once.
import socket
import time
from threading import Thread

MESSAGES = 4
PAUSE = 0.9
MISREAD = False
LINES = ["你好", "在吗？", "一起吃饭吧", "再见"]

class Peer:
    def __init__(self, name, encoding):
        self.name, self.encoding = name, encoding
        kind = socket.SOCK_DGRAM
        self.socket = socket.socket(socket.AF_INET, kind)
        self.socket.bind(("127.0.0.1", 0))

def speak(me, other):  #@ speak
    to = other.socket.getsockname()
    for i in range(MESSAGES):  #@ speak-loop
        time.sleep(PAUSE)      #@ pause
        text = LINES[i % len(LINES)]
        data = text.encode(me.encoding)  #@ encode
        me.socket.sendto(data, to)       #@ send
    me.socket.sendto(b"", to)  #@ bye

def hear(me, other):  #@ hear
    while True:  #@ hear-loop
        data, _ = me.socket.recvfrom(65507)  #@ receive
        if data == b"":  #@ stop
            break
        peer = me if MISREAD else other
        encoding = peer.encoding  #@ which
        text = data.decode(encoding, "replace")  #@ decode
        print(f"{other.name}: {text}\n", end="")  #@ print

def main():  #@ main
    anna = Peer("Anna", "utf-8")  #@ anna
    ben = Peer("Ben", "gbk")      #@ ben
    a, b = (anna, ben), (ben, anna)
    hears = Thread(target=hear, args=a)       #@ anna-hears
    ben_hears = Thread(target=hear, args=b)   #@ ben-hears
    speaks = Thread(target=speak, args=a)     #@ anna-speaks
    ben_speaks = Thread(target=speak, args=b)  #@ ben-speaks
    for thread in (hears, ben_hears, speaks):
        thread.start()
    time.sleep(PAUSE / 2)  #@ main-pause
    ben_speaks.start()
    hears.join()      #@ join-anna
    ben_hears.join()  #@ join-ben

main()
