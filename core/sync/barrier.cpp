#include "core/sync/barrier.hpp"

#include <new>

#include "core/base/require.hpp"
#include "core/sync/guard.hpp"

namespace interleave {

Barrier Barrier::make(Arena& arena, ObjectId id, std::uint32_t parties) {
    IL_REQUIRE(parties > 0);
    Barrier barrier;
    barrier.m_id = id;
    barrier.m_at = arena.allocate(sizeof(BarrierWords));
    arena.place(id, ObjectKind::barrier, barrier.m_at);
    if (barrier.m_at != ObjectId::kNone) (new (arena.heap(barrier.m_at)) BarrierWords)->parties = parties;
    return barrier;
}

bool Barrier::arriveOrQueue(const Caller& caller, std::uint32_t& place) const {
    BarrierWords& words = this->words(caller.arena);
    if (!arrive(caller, words, place)) return false;
    open(caller, words);
    return true;
}

bool Barrier::arrive(const Caller& caller, BarrierWords& words, std::uint32_t& place) const {
    constexpr std::uint32_t kEvents = 2;
    caller.ring.reserve(kEvents);
    const GuardLock guard{words.guard};
    place = words.arrived;
    caller.ring.writeAfter(caller.event(EventKind::barrierArrived, m_id, words.ticket + 1, words.arrived + 1));
    ++words.arrived;
    countRecorded(words.ticket);
    if (words.arrived < words.parties) {
        words.waiters.push(caller.arena, caller.self, m_id);
        caller.recordWaiting(WaitReason::barrier, m_id.value);
        return false;
    }
    caller.ring.writeAfter(caller.event(EventKind::barrierOpened, m_id, words.ticket + 1, words.opened + 1));
    // All who are on the list came before this opening; one who was killed while it waited is not on it any more.
    words.leaving = words.waiters.size(caller.arena);
    words.arrived = 0;
    ++words.opened;
    countRecorded(words.ticket);
    return true;
}

bool Barrier::giveUp(const Caller& caller) const {
    constexpr std::uint32_t kEvents = 2;
    caller.ring.reserve(kEvents);
    BarrierWords& words = this->words(caller.arena);
    const GuardLock guard{words.guard};
    if (words.waiters.isAmongFirst(caller.arena, caller.self, words.leaving)) return false;
    if (!words.waiters.remove(caller.arena, caller.self)) return false;
    caller.ring.writeAfter(caller.event(EventKind::barrierLeft, m_id, words.ticket + 1, words.arrived - 1));
    --words.arrived;
    countRecorded(words.ticket);
    caller.recordTimedOut(WaitReason::barrier, m_id.value);
    return true;
}

// Under the guard. True: there are more.
bool Barrier::wakeSome(const Caller& caller, BarrierWords& words) const {
    for (std::uint32_t i = 0; i < kWakesAtATime && words.leaving > 0 && !words.waiters.empty(); ++i, --words.leaving)
        caller.wake(words.waiters.pop(caller.arena));
    if (words.waiters.empty()) words.leaving = 0;
    return words.leaving > 0 && !words.waiters.empty();
}

// Who comes meanwhile for the next round queues behind those who are still to be woken from this one.
void Barrier::open(const Caller& caller, BarrierWords& words) const {
    for (bool more = true; more;) {
        caller.ring.reserve(kWakesAtATime * kEventsOfAWake);
        const GuardLock guard{words.guard};
        more = wakeSome(caller, words);
    }
}

Barrier Barrier::found(ObjectId id, std::uint32_t at) {
    Barrier barrier;
    barrier.m_id = id;
    barrier.m_at = at;
    return barrier;
}

// The dead was inside the guard, which is ours now.
void Barrier::finishFor(const Caller& caller, const Death& dead, BarrierWords& words) const {
    withdraw(caller.arena, dead.actor, m_id);
    bool opens = false;
    while (const Event* done = recorded(dead, m_id, words.ticket + 1)) {
        if (done->kind != EventKind::barrierOpened) words.arrived = static_cast<std::uint32_t>(done->value);
        opens = done->kind == EventKind::barrierOpened;
        if (opens) {
            words.arrived = 0;
            words.opened = done->value;
        }
        ++words.ticket;
    }
    const ActorId woken = words.waiters.interruptedHandOver(caller.arena, m_id, WaitRole::any);
    if (woken.exists() && recordedReady(dead, woken, nullptr)) finishHandOver(caller, dead, woken, nullptr);
    words.waiters.rebuild(caller.arena, m_id, WaitRole::any);
    // As it opened nobody had come for the next round yet.
    if (opens) words.leaving = words.waiters.size(caller.arena);
    // All had come and it was killed before it could say so: then it is said for it.
    if (words.arrived == words.parties) {
        caller.ring.writeAfter(caller.event(EventKind::barrierOpened, m_id, words.ticket + 1, words.opened + 1));
        words.leaving += words.waiters.size(caller.arena);
        words.arrived = 0;
        ++words.opened;
        ++words.ticket;
    }
}

void Barrier::mend(const Caller& caller, const Death& dead, Deaths& deaths) const {
    BarrierWords& words = this->words(caller.arena);
    // Never by a plain guard, whose owner may be killed any time.
    for (bool more = true; more;) {
        caller.ring.reserve(1 + (kWakesAtATime + 1) * kEventsOfAWake);
        const SeizedGuard guard{words.guard, deaths};
        if (guard.interrupted()) finishFor(caller, *guard.interrupted(), words);
        words.waiters.remove(caller.arena, dead.actor);
        more = wakeSome(caller, words);
    }
}

}  // namespace interleave
