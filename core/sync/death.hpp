// What is needed to mend an object that somebody was using when it was killed.
//
// Whoever changes an object publishes each change in its ring before it makes it, and counts it (`ticket`) after it has
// made it. So the ring of the dead is the journal of what was begun: an event that the object has not counted is made
// up for, and what is not in the ring has not happened. Waiters stand in the actors' slots,
// so lists are made anew from those.
//
// Thread safety: confined to one thread, that of the process which looks after the others (the runner's).
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "core/sync/caller.hpp"
#include "core/sync/waiter_list.hpp"

namespace interleave {

struct Death {
    ActorId actor;
    std::uint32_t tid = 0;
    std::vector<Event> journal;  // its last events, in order
};

// Those of the run's processes that are dead, with what they wrote last.
class Deaths {
public:
    explicit Deaths(Arena& arena) : m_arena(arena) {}

    // Of an actor that is known to be dead. Stays where it is until forgotten.
    const Death& of(ActorId actor);
    // Null where that process lives, or is no actor of the run.
    const Death* of(std::uint32_t tid);
    // Its ring is closed, and what it was about to write will never come.
    void bury(ActorId actor);

private:
    std::optional<std::uint32_t> ringOf(std::uint32_t tid) const;  // claimed by it, live or not yet

    Arena& m_arena;
    std::map<std::uint32_t, Death> m_known;  // by actor
};

// Holds a guard even where its owner was killed inside: then that one's death goes with it.
class SeizedGuard {
public:
    SeizedGuard(std::atomic<std::uint32_t>& word, Deaths& deaths);
    ~SeizedGuard() { m_word.store(0, std::memory_order_release); }
    SeizedGuard(const SeizedGuard&) = delete;
    SeizedGuard& operator=(const SeizedGuard&) = delete;

    // Who was killed inside; null: nobody.
    const Death* interrupted() const { return m_interrupted; }

private:
    std::atomic<std::uint32_t>& m_word;
    const Death* m_interrupted = nullptr;
};

// The event of that object with that ticket, if the dead published it.
const Event* recorded(const Death& death, ObjectId object, std::uint32_t ticket);

// Whether the dead has recorded of `whom` that it is ready, after `from` (null: as the very last thing).
bool recordedReady(const Death& death, ActorId whom, const Event* from);

// Where it waits there, it does so no more; it may have queued elsewhere.
void withdraw(const Arena& arena, ActorId dead, ObjectId object);

// Lets the one go on to whom the dead was handing over, recording whatever of that is not on record yet.
void finishHandOver(const Caller& caller, const Death& death, ActorId whom, const Event* from);

}  // namespace interleave
