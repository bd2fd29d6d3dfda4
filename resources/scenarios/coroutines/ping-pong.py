# Two bodies take turns: by yield, then by name.
from time import sleep

TURNS = 3
PAUSE = 0.2

def say(name, turn):
    print(name, turn)  #@ say

def speaker(name):  #@ speaker
    for turn in range(TURNS):  #@ turns
        say(name, turn)  #@ says
        sleep(PAUSE)     #@ rest
        yield turn       #@ yield

def partner(name, other):  #@ partner
    for turn in range(TURNS):  #@ turns-2
        say(name, turn)  #@ says-2
        sleep(PAUSE)     #@ rest-2
        yield other      #@ switch

def by_yield():  #@ by-yield
    ping = speaker("ping")  #@ ping
    pong = speaker("pong")  #@ pong
    for _ in range(TURNS):  #@ rounds
        next(ping)  #@ next-ping
        next(pong)  #@ next-pong

# As greenlet's switch(): whoever is named goes on.
def by_switch():  #@ by-switch
    bodies = {}
    bodies["ping"] = partner("ping", "pong")  #@ ping-2
    bodies["pong"] = partner("pong", "ping")  #@ pong-2
    name = "ping"
    while name:
        name = next(bodies[name], None)  #@ begin

def main():  #@ main
    print("by yield")   #@ title
    by_yield()          #@ call
    print("by switch")  #@ title-2
    by_switch()         #@ call-2

main()
