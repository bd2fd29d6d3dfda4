#include "core/sync/mending.hpp"

#include <algorithm>

#include "core/sync/barrier.hpp"
#include "core/sync/bounded_queue.hpp"
#include "core/sync/condition.hpp"
#include "core/sync/mutex.hpp"
#include "core/sync/reader_writer_lock.hpp"
#include "core/sync/semaphore.hpp"

namespace interleave {
namespace {

void mend(const Caller& caller, ObjectId id, ObjectKind kind, std::uint32_t at, const Death& dead, Deaths& deaths) {
    switch (kind) {
        case ObjectKind::mutex: return Mutex::found(id, at).mend(caller, dead, deaths);
        case ObjectKind::semaphore: return Semaphore::found(id, at).mend(caller, dead, deaths);
        case ObjectKind::condition: return Condition::found(id, at).mend(caller, dead, deaths);
        case ObjectKind::event: return EventFlag::found(id, at).mend(caller, dead, deaths);
        case ObjectKind::queue: return BoundedQueue::found(id, at).mend(caller, dead, deaths);
        case ObjectKind::barrier: return Barrier::found(id, at).mend(caller, dead, deaths);
        case ObjectKind::readerWriterLock: return ReaderWriterLock::found(id, at).mend(caller, dead, deaths);
        case ObjectKind::variable:
        case ObjectKind::future: return;  // no words that a process shares
        case ObjectKind::bank: return;    // there is none on processes (Lab::bank)
        case ObjectKind::descriptor: return;  // the kernel's: it closes those of the dead
        case ObjectKind::frame: return;       // its owner's own: nobody else is left with it
    }
}

bool joins(const Arena& arena, ActorId who, ActorId joined) {
    const ActorSlot& slot = arena.slot(who);
    return slot.waitingOn.load(std::memory_order_acquire) == joined.value &&
           slot.waitingAs.load(std::memory_order_relaxed) == WaitRole::joiner;
}

std::uint32_t actorsOf(const Arena& arena) {
    return std::min(arena.header().actorEnd.load(std::memory_order_relaxed), kMostActors);
}

// Anew, from the slots. The order in which they came is lost, and matters to nobody: all go on together.
void rebuildJoiners(const Arena& arena, ActorId joined, ActorId dead) {
    ActorSlot& slot = arena.slot(joined);
    std::uint32_t head = ActorId::kNone;
    for (std::uint32_t i = actorsOf(arena); i-- > 0;) {
        if (i == dead.value || !joins(arena, {i}, joined)) continue;
        arena.slot({i}).nextWaiter.store(head, std::memory_order_relaxed);
        if (head == ActorId::kNone) slot.joinTail.store(i, std::memory_order_relaxed);
        head = i;
    }
    slot.joinHead.store(head, std::memory_order_relaxed);
}

}  // namespace

void mendObjects(const Caller& caller, ActorId dead, Deaths& deaths) {
    const Death& death = deaths.of(dead);
    // What it waits for first: from then on nobody hands it anything any more.
    const ActorSlot& slot = caller.arena.slot(dead);
    const bool isJoiner = slot.waitingAs.load(std::memory_order_relaxed) == WaitRole::joiner;
    const std::uint32_t waitsOn = slot.waitingOn.load(std::memory_order_acquire);
    const std::uint32_t objects =
        std::min(caller.arena.header().objectEnd.load(std::memory_order_relaxed), kMostObjects);
    const auto mendOne = [&](std::uint32_t id) {
        const ObjectPlace& place = caller.arena.placeOf({id});
        // Acquire pairs with Arena::place: its words are whole.
        const std::uint32_t kind = place.kind.load(std::memory_order_acquire);
        if (kind != 0)
            mend(caller, {id}, static_cast<ObjectKind>(kind - 1), place.at.load(std::memory_order_relaxed), death,
                 deaths);
    };
    if (!isJoiner && waitsOn < objects) mendOne(waitsOn);
    for (std::uint32_t id = 0; id < objects; ++id) mendOne(id);
    for (std::uint32_t i = 0; i < actorsOf(caller.arena); ++i) {
        const bool isInside =
            caller.arena.slot({i}).joinGuard.load(std::memory_order_acquire) == death.tid && death.tid != 0;
        if (isInside || joins(caller.arena, dead, {i})) mendJoiners(caller, {i}, death, deaths);
    }
}

void mendJoiners(const Caller& caller, ActorId joined, const Death& dead, Deaths& deaths) {
    const SeizedGuard guard{caller.arena.slot(joined).joinGuard, deaths};
    if (guard.interrupted()) rebuildJoiners(caller.arena, joined, guard.interrupted()->actor);
    rebuildJoiners(caller.arena, joined, dead.actor);
    withdraw(caller.arena, dead.actor, {joined.value});
}

void endAndWakeJoiners(const Caller& caller, ActorId ended, Deaths& deaths) {
    ActorSlot& slot = caller.arena.slot(ended);
    std::uint32_t next = ActorId::kNone;
    {
        const SeizedGuard guard{slot.joinGuard, deaths};
        if (guard.interrupted()) rebuildJoiners(caller.arena, ended, guard.interrupted()->actor);
        // Release: who sees that it has ended sees how.
        slot.life.store(ActorLife::ended, std::memory_order_release);
        next = slot.joinHead.exchange(ActorId::kNone, std::memory_order_relaxed);
    }
    while (next != ActorId::kNone) {
        const ActorId joiner{next};
        next = caller.arena.slot(joiner).nextWaiter.load(std::memory_order_relaxed);
        caller.wake(joiner);
    }
}

}  // namespace interleave
