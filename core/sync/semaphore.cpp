#include "core/sync/semaphore.hpp"

#include <new>

#include "core/sync/guard.hpp"

namespace interleave {

Semaphore Semaphore::make(Arena& arena, ObjectId id, std::int64_t permits) {
    Semaphore semaphore;
    semaphore.m_id = id;
    semaphore.m_at = arena.allocate(sizeof(SemaphoreWords));
    arena.place(id, ObjectKind::semaphore, semaphore.m_at);
    if (semaphore.m_at != ObjectId::kNone) (new (arena.heap(semaphore.m_at)) SemaphoreWords)->permits = permits;
    return semaphore;
}

// Under the guard.
bool Semaphore::take(const Caller& caller, SemaphoreWords& words) const {
    if (words.permits == 0) return false;
    caller.ring.writeAfter(caller.event(EventKind::semaphoreAcquired, m_id, words.ticket + 1, words.permits - 1));
    --words.permits;
    countRecorded(words.ticket);
    return true;
}

bool Semaphore::tryAcquire(const Caller& caller) const {
    caller.ring.reserve(1);
    SemaphoreWords& words = this->words(caller.arena);
    const GuardLock guard{words.guard};
    return take(caller, words);
}

bool Semaphore::giveUp(const Caller& caller) const {
    caller.ring.reserve(1);
    SemaphoreWords& words = this->words(caller.arena);
    const GuardLock guard{words.guard};
    if (!words.waiters.remove(caller.arena, caller.self)) return false;
    caller.recordTimedOut(WaitReason::semaphore, m_id.value);
    return true;
}

bool Semaphore::acquireOrQueue(const Caller& caller) const {
    caller.ring.reserve(1);
    SemaphoreWords& words = this->words(caller.arena);
    const GuardLock guard{words.guard};
    if (take(caller, words)) return true;
    words.waiters.push(caller.arena, caller.self, m_id);
    caller.recordWaiting(WaitReason::semaphore, m_id.value);
    return false;
}

void Semaphore::release(const Caller& caller) const {
    constexpr std::uint32_t kEvents = 2 + kEventsOfAWake;
    caller.ring.reserve(kEvents);
    SemaphoreWords& words = this->words(caller.arena);
    const GuardLock guard{words.guard};
    caller.ring.writeAfter(caller.event(EventKind::semaphoreReleased, m_id, words.ticket + 1, words.permits + 1));
    ++words.permits;
    countRecorded(words.ticket);
    if (!words.waiters.empty()) passOn(caller, words);
}

// Under the guard, with a permit and a waiter.
void Semaphore::passOn(const Caller& caller, SemaphoreWords& words) const {
    const ActorId next = words.waiters.pop(caller.arena);
    Event acquired = caller.event(EventKind::semaphoreAcquired, m_id, words.ticket + 1, words.permits - 1);
    acquired.actor = next.value;
    acquired.line = 0;
    caller.ring.write(acquired);
    --words.permits;
    countRecorded(words.ticket);
    caller.wake(next);
}

Semaphore Semaphore::found(ObjectId id, std::uint32_t at) {
    Semaphore semaphore;
    semaphore.m_id = id;
    semaphore.m_at = at;
    return semaphore;
}

// The dead was inside the guard, which is ours now.
void Semaphore::finishFor(const Caller& caller, const Death& dead, SemaphoreWords& words) const {
    while (const Event* done = recorded(dead, m_id, words.ticket + 1)) {
        words.permits = done->value;
        ++words.ticket;
    }
    withdraw(caller.arena, dead.actor, m_id);
    const ActorId next = words.waiters.interruptedHandOver(caller.arena, m_id, WaitRole::any);
    const Event* given = recorded(dead, m_id, words.ticket);
    if (next.exists() && given && given->who() == next) finishHandOver(caller, dead, next, given);
    words.waiters.rebuild(caller.arena, m_id, WaitRole::any);
}

void Semaphore::mend(const Caller& caller, const Death& dead, Deaths& deaths) const {
    SemaphoreWords& words = this->words(caller.arena);
    const bool waits = caller.arena.slot(dead.actor).waitingOn.load(std::memory_order_acquire) == m_id.value;
    if (!waits && words.guard.load(std::memory_order_acquire) != dead.tid) return;
    constexpr std::uint32_t kEvents = 2 + 2 * kEventsOfAWake;
    caller.ring.reserve(kEvents);
    const SeizedGuard guard{words.guard, deaths};
    if (guard.interrupted()) finishFor(caller, *guard.interrupted(), words);
    words.waiters.remove(caller.arena, dead.actor);
    if (words.permits > 0 && !words.waiters.empty()) passOn(caller, words);
}

}  // namespace interleave
