#include "core/sync/semaphore.hpp"

#include <new>

#include "core/sync/guard.hpp"

namespace interleave {

Semaphore Semaphore::make(Arena& arena, ObjectId id, std::int64_t permits) {
    Semaphore semaphore;
    semaphore.m_id = id;
    semaphore.m_at = arena.allocate(sizeof(SemaphoreWords));
    if (semaphore.m_at != ObjectId::kNone) (new (arena.heap(semaphore.m_at)) SemaphoreWords)->permits = permits;
    return semaphore;
}

// Under the guard.
bool Semaphore::take(const Caller& caller, SemaphoreWords& words) const {
    if (words.permits == 0) return false;
    --words.permits;
    caller.ring.writeAfter(caller.event(EventKind::semaphoreAcquired, m_id, ++words.ticket, words.permits));
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
    words.waiters.push(caller.arena, caller.self);
    caller.recordWaiting(WaitReason::semaphore, m_id.value);
    return false;
}

void Semaphore::release(const Caller& caller) const {
    constexpr std::uint32_t kEvents = 2 + kEventsOfAWake;
    caller.ring.reserve(kEvents);
    SemaphoreWords& words = this->words(caller.arena);
    const GuardLock guard{words.guard};
    ++words.permits;
    caller.ring.writeAfter(caller.event(EventKind::semaphoreReleased, m_id, ++words.ticket, words.permits));
    if (words.waiters.empty()) return;
    const ActorId next = words.waiters.pop(caller.arena);
    --words.permits;
    Event acquired = caller.event(EventKind::semaphoreAcquired, m_id, ++words.ticket, words.permits);
    acquired.actor = next.value;
    acquired.line = 0;
    caller.ring.write(acquired);
    caller.wake(next);
}

}  // namespace interleave
