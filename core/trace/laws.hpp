// The laws that every trace obeys, whatever produced it.
#pragma once

#include <string>
#include <vector>

#include "core/trace/event.hpp"

namespace interleave {

enum class Law : std::uint8_t {
    oneActorPerCore,        // one actor at most runs on a core at a time
    oneOwnerPerLock,        // a mutex has at most one owner
    onlyOwnerReleases,      // and only its owner releases it
    levelIsPutsMinusGets,   // a queue's level is puts minus gets
    levelWithinCapacity,    // and stays within 0 and its capacity
    legalTransition,        // an actor moves only along the arrows of the state diagram
    timeRunsForward,        // time never runs backwards on a lane
    switchesPair,           // every switch into a coroutine has a switch out
    nothingAfterTheEnd,     // an ended actor does nothing more
    ticketsInOrder,         // what happens to one object is counted without gap or repeat
    permitsNotNegative,     // a semaphore's permits never fall below 0
    noReaderWithWriter,     // while a reader-writer lock has a writer it has no reader
    barrierOpensWhenFull,   // a barrier opens when all its parties are there, not before
    unitsAddUp,             // a bank's free units and those handed out are all there are; neither falls below 0
    claimsKept,             // nobody has more units of a bank than it claimed
    bankStaysSafe,          // a banker grants nothing after which there is no safe order
    itemsInOrder            // out of a queue comes the item whose turn it is: the oldest, the newest, or the smallest
};

struct Violation {
    Law law{};
    TraceTime at;
    ActorId actor;
    ObjectId object;
    std::uint64_t eventIndex = 0;
};

// The law's name as the JSON has it: "one-owner-per-lock".
std::string_view lawName(Law law);

struct Deadlock {
    TraceTime at;                    // when its last edge closed the cycle
    Duration foundAfter{};           // from then until it was noticed
    std::vector<ActorId> actors;     // in the order of the cycle, the smallest id first
    std::vector<ObjectId> objects;   // objects[i] is what actors[i] waits for; kNone: it joins the next
    // No cycle: actors, by id, who wait for what only their declared partners could give,
    // and those can never move either.
    bool byPartners = false;
};

}  // namespace interleave
