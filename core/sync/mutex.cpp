#include "core/sync/mutex.hpp"

#include <new>

#include "core/sync/guard.hpp"

namespace interleave {
namespace {

constexpr std::uint32_t kSomebodyWaits = 1U << 31;
constexpr std::uint32_t wordOf(ActorId owner) { return owner.value + 1; }

}  // namespace

Mutex Mutex::make(Arena& arena, ObjectId id, const MutexOptions& options) {
    Mutex mutex;
    mutex.m_id = id;
    mutex.m_at = arena.allocate(sizeof(MutexWords));
    arena.place(id, ObjectKind::mutex, mutex.m_at);
    if (mutex.m_at == ObjectId::kNone) return mutex;
    auto* const words = new (arena.heap(mutex.m_at)) MutexWords;
    words->kind = options.kind;
    words->inherits = options.inherits;
    return mutex;
}

void Mutex::tell(const Caller& caller, const MutexWords& words, LockChange::Kind kind, ActorId who) const {
    if (words.inherits) [[unlikely]] caller.parking.lockChanged({kind, m_id, who}, caller.ring);
}

bool Mutex::tryLock(const Caller& caller) const {
    MutexWords& words = this->words(caller.arena);
    caller.ring.reserve(words.inherits ? 1 + kEventsOfAnInheritance : 1);
    std::uint32_t free = 0;
    // Acquire pairs with the release in unlock: the critical section before ours is seen whole.
    if (!words.word.compare_exchange_strong(free, wordOf(caller.self), std::memory_order_acquire,
                                            std::memory_order_relaxed)) {
        if (words.kind == MutexKind::plain || !ownedBy(caller.arena, caller.self)) return false;
        nest(caller, 1);
        return true;
    }
    // Not writeAfter: its fence costs as much as all the rest (20 of 50 ns for lock and unlock), and should the stamp
    // be taken early, the ticket still puts this behind the release before it.
    caller.ring.write(caller.event(EventKind::lockAcquired, m_id, words.ticket + 1));
    countRecorded(words.ticket);
    // Who found it taken meanwhile may have told so already: what follows from both is the same in either order.
    tell(caller, words, LockChange::Kind::acquired, caller.self);
    return true;
}

bool Mutex::lockOrQueue(const Caller& caller) const {
    return tryLock(caller) || queue(caller, words(caller.arena));
}

// True where the lock came free after all.
bool Mutex::queue(const Caller& caller, MutexWords& words) const {
    caller.ring.reserve(3 + kEventsOfAnInheritance);  // wanted, waiting, acquired
    const GuardLock guard{words.guard};
    std::uint32_t seen = words.word.load(std::memory_order_relaxed);
    for (;;) {
        const std::uint32_t wish = seen == 0 ? wordOf(caller.self) : seen | kSomebodyWaits;
        // Acquire where it takes the lock; the waiting bit needs no order, the guard has it.
        if (words.word.compare_exchange_weak(seen, wish, std::memory_order_acquire, std::memory_order_relaxed)) break;
    }
    if (seen == 0) {
        caller.ring.writeAfter(caller.event(EventKind::lockAcquired, m_id, words.ticket + 1));
        countRecorded(words.ticket);
        tell(caller, words, LockChange::Kind::acquired, caller.self);
        return true;
    }
    words.waiters.push(caller.arena, caller.self, m_id);
    // Recorded under the guard: nobody can hand the lock over before the wait is on record.
    caller.ring.writeAfter(caller.event(EventKind::lockWanted, m_id));
    caller.recordWaiting(WaitReason::lock, m_id.value);
    tell(caller, words, LockChange::Kind::awaited, caller.self);
    return false;
}

bool Mutex::giveUp(const Caller& caller) const {
    caller.ring.reserve(1 + kEventsOfAnInheritance);
    MutexWords& words = this->words(caller.arena);
    const GuardLock guard{words.guard};
    if (!words.waiters.remove(caller.arena, caller.self)) return false;
    // While the bit is set the word changes under the guard only. Relaxed: no critical section begins or ends here, and
    // a read-modify-write keeps what the last release said.
    if (words.waiters.empty()) words.word.fetch_and(~kSomebodyWaits, std::memory_order_relaxed);
    caller.recordTimedOut(WaitReason::lock, m_id.value);
    tell(caller, words, LockChange::Kind::givenUp, caller.self);
    return true;
}

bool Mutex::lockOrQueueCancellably(const Caller& caller) const {
    ActorSlot& slot = caller.arena.slot(caller.self);
    // Relaxed: who cancels looks at `waitingAt` first, and at the list under the guard.
    slot.cancelled.store(0, std::memory_order_relaxed);
    // Release: the one above is seen by whoever sees this.
    slot.waitingAt.store(m_at, std::memory_order_release);
    const bool locked = lockOrQueue(caller);
    if (locked) slot.waitingAt.store(ObjectId::kNone, std::memory_order_relaxed);
    return locked;
}

// The words of a mutex stay where they are as long as the run lasts. If the target has gone on to wait elsewhere,
// it is not found in this one's list.
bool Mutex::cancelWait(const Caller& caller, ActorId target) {
    caller.ring.reserve(1 + kEventsOfAWake + kEventsOfAnInheritance);
    ActorSlot& slot = caller.arena.slot(target);
    const std::uint32_t at = slot.waitingAt.load(std::memory_order_acquire);
    if (at == ObjectId::kNone) return false;
    MutexWords& words = *reinterpret_cast<MutexWords*>(caller.arena.heap(at));
    const GuardLock guard{words.guard};
    // Looked at again: it may have gone on since, and wait for the same mutex in a way that nobody may end. Relaxed: it
    // was cleared before the target came to this guard again.
    if (slot.waitingAt.load(std::memory_order_relaxed) != at) return false;
    const ObjectId lock{slot.waitingOn.load(std::memory_order_relaxed)};
    if (!words.waiters.remove(caller.arena, target)) return false;
    if (words.waiters.empty()) words.word.fetch_and(~kSomebodyWaits, std::memory_order_relaxed);  // as in giveUp
    slot.cancelled.store(1, std::memory_order_relaxed);  // the unparking brings it to the target
    Event cancelled = caller.event(EventKind::waitCancelled, lock, 0, caller.self.value);
    cancelled.actor = target.value;
    cancelled.line = 0;
    cancelled.detail = static_cast<std::uint8_t>(WaitReason::lock);
    caller.ring.writeAfter(cancelled);
    found(lock, at).tell(caller, words, LockChange::Kind::givenUp, target);
    caller.wake(target);
    return true;
}

Unlocked Mutex::unlock(const Caller& caller) const {
    MutexWords& words = this->words(caller.arena);
    if (!ownedBy(caller.arena, caller.self)) return Unlocked::notOwner;
    if (words.nested != 0) [[unlikely]] {
        caller.ring.write(caller.event(EventKind::lockNested, m_id, 0, words.nested--));
        return Unlocked::done;
    }
    caller.ring.reserve(2 + kEventsOfAWake + 2 * kEventsOfAnInheritance);  // released, acquired
    // Still the owner, so the ticket is ours; stamped before anybody else can acquire.
    caller.ring.write(caller.event(EventKind::lockReleased, m_id, words.ticket + 1));
    countRecorded(words.ticket);
    tell(caller, words, LockChange::Kind::released, caller.self);
    std::uint32_t alone = wordOf(caller.self);
    // Release: the next owner sees this critical section whole.
    if (!words.word.compare_exchange_strong(alone, 0, std::memory_order_release, std::memory_order_relaxed))
        handOver(caller, words);
    return Unlocked::done;
}

void Mutex::handOver(const Caller& caller, MutexWords& words) const {
    const GuardLock guard{words.guard};
    passOn(caller, words);
}

// Under the guard: to whoever waited longest.
void Mutex::passOn(const Caller& caller, MutexWords& words) const {
    if (words.waiters.empty()) {  // whoever waited gave up meanwhile
        words.word.store(0, std::memory_order_release);  // as in unlock
        return;
    }
    const ActorId next = words.waiters.pop(caller.arena);
    const std::uint32_t others = words.waiters.empty() ? 0 : kSomebodyWaits;
    Event acquired = caller.event(EventKind::lockAcquired, m_id, words.ticket + 1);
    acquired.actor = next.value;
    acquired.line = 0;
    caller.ring.writeAfter(
        acquired);  // after its waiting, stamped under the guard, or it would seem to wait for itself
    // Release, as above; the new owner acquires through its unparking.
    words.word.store(wordOf(next) | others, std::memory_order_release);
    countRecorded(words.ticket);
    tell(caller, words, LockChange::Kind::acquired,
         next);  // before it can go on, and be seen with its own priority only
    caller.wake(next);
}

Mutex Mutex::found(ObjectId id, std::uint32_t at) {
    Mutex mutex;
    mutex.m_id = id;
    mutex.m_at = at;
    return mutex;
}

// What the dead has on record and the words do not show yet.
void Mutex::makeUpFor(const Death& dead, MutexWords& words) const {
    while (const Event* done = recorded(dead, m_id, words.ticket + 1)) {
        if (done->kind == EventKind::lockAcquired) {
            const std::uint32_t others = words.word.load(std::memory_order_relaxed) & kSomebodyWaits;
            words.word.store(wordOf(done->who()) | others, std::memory_order_release);
        }
        ++words.ticket;
    }
}

// The dead was inside the guard, which is ours now.
void Mutex::finishFor(const Caller& caller, const Death& dead, MutexWords& words) const {
    makeUpFor(dead, words);
    withdraw(caller.arena, dead.actor, m_id);
    const ActorId next = words.waiters.interruptedHandOver(caller.arena, m_id, WaitRole::any);
    const Event* given = recorded(dead, m_id, words.ticket);
    if (next.exists() && given && given->who() == next && given->kind == EventKind::lockAcquired)
        finishHandOver(caller, dead, next, given);
    words.waiters.rebuild(caller.arena, m_id, WaitRole::any);
    // With waiters the bit is set: each of them set it before it queued.
    if (!words.waiters.empty()) words.word.fetch_or(kSomebodyWaits, std::memory_order_relaxed);
}

void Mutex::mend(const Caller& caller, const Death& dead, Deaths& deaths) const {
    MutexWords& words = this->words(caller.arena);
    const bool waits = caller.arena.slot(dead.actor).waitingOn.load(std::memory_order_acquire) == m_id.value;
    const bool isInside = words.guard.load(std::memory_order_acquire) == dead.tid;
    if (!waits && !isInside && !ownedBy(caller.arena, dead.actor)) return;
    constexpr std::uint32_t kEvents = 4 + 2 * kEventsOfAWake;
    caller.ring.reserve(kEvents);
    const SeizedGuard guard{words.guard, deaths};
    if (guard.interrupted()) finishFor(caller, *guard.interrupted(), words);
    words.waiters.remove(caller.arena, dead.actor);
    if (!ownedBy(caller.arena, dead.actor)) return;
    makeUpFor(dead, words);
    // Acquisitions have odd tickets. An even one: it was taken and not recorded yet,
    // or is given back and was not passed on.
    if (words.ticket % 2 == 1) {
        Event abandoned = caller.event(EventKind::lockAbandoned, m_id, words.ticket + 1);
        abandoned.actor = dead.actor.value;
        caller.ring.writeAfter(abandoned);
        ++words.ticket;
        ++words.abandoned;
    }
    words.nested = 0;
    passOn(caller, words);
}

Unlocked Mutex::unlockWholly(const Caller& caller, std::uint32_t& nested) const {
    if (!ownedBy(caller.arena, caller.self)) return Unlocked::notOwner;
    MutexWords& words = this->words(caller.arena);
    nested = words.nested;
    if (nested != 0) {
        words.nested = 0;
        caller.ring.write(caller.event(EventKind::lockNested, m_id, 0, 1));
    }
    return unlock(caller);
}

void Mutex::nest(const Caller& caller, std::uint32_t times) const {
    MutexWords& words = this->words(caller.arena);
    words.nested += times;
    caller.ring.write(caller.event(EventKind::lockNested, m_id, 0, std::int64_t{words.nested} + 1));
}

ActorId Mutex::owner(const Arena& arena) const {
    // Relaxed: nothing is done on the strength of it.
    const std::uint32_t word = words(arena).word.load(std::memory_order_relaxed) & ~kSomebodyWaits;
    return word == 0 ? ActorId{} : ActorId{word - 1};
}

bool Mutex::ownedBy(const Arena& arena, ActorId actor) const {
    // Relaxed: only the owner itself can make this true or false of the caller.
    return (words(arena).word.load(std::memory_order_relaxed) & ~kSomebodyWaits) == wordOf(actor);
}

}  // namespace interleave
