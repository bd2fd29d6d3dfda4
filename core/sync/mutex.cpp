#include "core/sync/mutex.hpp"

#include <new>

#include "core/sync/guard.hpp"

namespace interleave {
namespace {

constexpr std::uint32_t kSomebodyWaits = 1U << 31;
constexpr std::uint32_t wordOf(ActorId owner) { return owner.value + 1; }

}  // namespace

Mutex Mutex::make(Arena& arena, ObjectId id) {
    Mutex mutex;
    mutex.m_id = id;
    mutex.m_at = arena.allocate(sizeof(MutexWords));
    if (mutex.m_at != ObjectId::kNone) new (arena.heap(mutex.m_at)) MutexWords;
    return mutex;
}

bool Mutex::tryLock(const Caller& caller) const {
    MutexWords& words = this->words(caller.arena);
    caller.ring.reserve(1);
    std::uint32_t free = 0;
    // Acquire pairs with the release in unlock: the critical section before ours is seen whole.
    if (!words.word.compare_exchange_strong(free, wordOf(caller.self), std::memory_order_acquire, std::memory_order_relaxed))
        return false;
    // Not writeAfter: its fence costs as much as all the rest (20 of 50 ns for lock and unlock), and should the stamp be
    // taken early, the ticket still puts this behind the release before it.
    caller.ring.write(caller.event(EventKind::lockAcquired, m_id, ++words.ticket));
    return true;
}

bool Mutex::lockOrQueue(const Caller& caller) const {
    return tryLock(caller) || queue(caller, words(caller.arena));
}

// True where the lock came free after all.
bool Mutex::queue(const Caller& caller, MutexWords& words) const {
    constexpr std::uint32_t kEvents = 3;
    caller.ring.reserve(kEvents);
    const GuardLock guard{words.guard};
    std::uint32_t seen = words.word.load(std::memory_order_relaxed);
    for (;;) {
        const std::uint32_t wish = seen == 0 ? wordOf(caller.self) : seen | kSomebodyWaits;
        // Acquire where it takes the lock; the waiting bit needs no order, the guard has it.
        if (words.word.compare_exchange_weak(seen, wish, std::memory_order_acquire, std::memory_order_relaxed)) break;
    }
    if (seen == 0) {
        caller.ring.writeAfter(caller.event(EventKind::lockAcquired, m_id, ++words.ticket));
        return true;
    }
    words.waiters.push(caller.arena, caller.self);
    // Recorded under the guard: nobody can hand the lock over before the wait is on record.
    caller.ring.writeAfter(caller.event(EventKind::lockWanted, m_id));
    caller.recordWaiting(WaitReason::lock, m_id.value);
    return false;
}

Unlocked Mutex::unlock(const Caller& caller) const {
    MutexWords& words = this->words(caller.arena);
    if (!ownedBy(caller.arena, caller.self)) return Unlocked::notOwner;
    constexpr std::uint32_t kEvents = 2 + kEventsOfAWake;  // released, acquired
    caller.ring.reserve(kEvents);
    // Still the owner, so the ticket is ours; stamped before anybody else can acquire.
    caller.ring.write(caller.event(EventKind::lockReleased, m_id, ++words.ticket));
    std::uint32_t alone = wordOf(caller.self);
    // Release: the next owner sees this critical section whole.
    if (!words.word.compare_exchange_strong(alone, 0, std::memory_order_release, std::memory_order_relaxed))
        handOver(caller, words);
    return Unlocked::done;
}

void Mutex::handOver(const Caller& caller, MutexWords& words) const {
    const GuardLock guard{words.guard};
    const ActorId next = words.waiters.pop(caller.arena);
    const std::uint32_t others = words.waiters.empty() ? 0 : kSomebodyWaits;
    Event acquired = caller.event(EventKind::lockAcquired, m_id, ++words.ticket);
    acquired.actor = next.value;
    acquired.line = 0;
    caller.ring.write(acquired);
    // Release, as above; the new owner acquires through its unparking.
    words.word.store(wordOf(next) | others, std::memory_order_release);
    caller.wake(next);
}

bool Mutex::ownedBy(const Arena& arena, ActorId actor) const {
    // Relaxed: only the owner itself can make this true or false of the caller.
    return (words(arena).word.load(std::memory_order_relaxed) & ~kSomebodyWaits) == wordOf(actor);
}

}  // namespace interleave
