#include "core/sync/condition.hpp"

#include <new>

#include "core/sync/guard.hpp"

namespace interleave {
namespace {

std::uint32_t makeWords(Arena& arena, ObjectId id, ObjectKind kind) {
    const std::uint32_t at = arena.allocate(sizeof(ConditionWords));
    arena.place(id, kind, at);
    if (at != ObjectId::kNone) new (arena.heap(at)) ConditionWords;
    return at;
}

// Takes up to `most` waiters off the list, in order, and wakes them. Returns how many.
std::int64_t wakeSome(const Caller& caller, ConditionWords& words, std::uint32_t most) {
    std::int64_t woken = 0;
    for (; most > 0 && !words.waiters.empty(); --most, ++woken) caller.wake(words.waiters.pop(caller.arena));
    return woken;
}

std::int64_t wakeAll(const Caller& caller, ConditionWords& words) {
    std::int64_t woken = 0;
    for (bool more = true; more;) {
        caller.ring.reserve(kWakesAtATime * kEventsOfAWake);
        const GuardLock guard{words.guard};
        woken += wakeSome(caller, words, kWakesAtATime);
        more = !words.waiters.empty();
    }
    return woken;
}

bool leave(const Caller& caller, ConditionWords& words, WaitReason reason, ObjectId id) {
    caller.ring.reserve(1);
    const GuardLock guard{words.guard};
    if (!words.waiters.remove(caller.arena, caller.self)) return false;
    caller.recordTimedOut(reason, id.value);
    return true;
}

// Takes the dead out of it, and lets all go on where somebody was killed inside, maybe about to wake them, or after
// raising the flag. Never by a plain guard, whose owner may be killed any time.
void mendList(const Caller& caller, const Death& dead, Deaths& deaths, ConditionWords& words, ObjectId id) {
    bool wakes = false;
    for (bool more = true; more;) {
        caller.ring.reserve((kWakesAtATime + 1) * kEventsOfAWake);
        const SeizedGuard guard{words.guard, deaths};
        if (const Death* inside = guard.interrupted()) {
            withdraw(caller.arena, inside->actor, id);
            const ActorId woken = words.waiters.interruptedHandOver(caller.arena, id, WaitRole::any);
            if (woken.exists() && recordedReady(*inside, woken, nullptr))
                finishHandOver(caller, *inside, woken, nullptr);
            words.waiters.rebuild(caller.arena, id, WaitRole::any);
            wakes = true;
        }
        words.waiters.remove(caller.arena, dead.actor);
        wakes = wakes || words.raised != 0;
        if (wakes) wakeSome(caller, words, kWakesAtATime);
        more = wakes && !words.waiters.empty();
    }
}

}  // namespace

Condition Condition::found(ObjectId id, std::uint32_t at) {
    Condition condition;
    condition.m_id = id;
    condition.m_at = at;
    return condition;
}

void Condition::mend(const Caller& caller, const Death& dead, Deaths& deaths) const {
    mendList(caller, dead, deaths, words(caller.arena), m_id);
}

EventFlag EventFlag::found(ObjectId id, std::uint32_t at) {
    EventFlag flag;
    flag.m_id = id;
    flag.m_at = at;
    return flag;
}

void EventFlag::mend(const Caller& caller, const Death& dead, Deaths& deaths) const {
    mendList(caller, dead, deaths, words(caller.arena), m_id);
}

Condition Condition::make(Arena& arena, ObjectId id, std::optional<Mutex> mutex) {
    Condition condition;
    condition.m_mutex = mutex;
    condition.m_id = id;
    condition.m_at = makeWords(arena, id, ObjectKind::condition);
    return condition;
}

Unlocked Condition::wait(const Caller& caller, const Mutex& mutex, std::uint32_t& nested) const {
    if (!mutex.ownedBy(caller.arena, caller.self)) return Unlocked::notOwner;
    {
        caller.ring.reserve(1);
        ConditionWords& words = this->words(caller.arena);
        const GuardLock guard{words.guard};
        words.waiters.push(caller.arena, caller.self, m_id);
        // Under the guard: nobody can notify before the wait is on record.
        caller.recordWaiting(WaitReason::condition, m_id.value);
    }
    // Queued before the mutex is free, so a notification made under the mutex cannot be missed.
    return mutex.unlockWholly(caller, nested);
}

bool Condition::giveUp(const Caller& caller) const {
    return leave(caller, words(caller.arena), WaitReason::condition, m_id);
}

Unlocked Condition::notify(const Caller& caller, Notify howMany) const {
    if (m_mutex && !m_mutex->ownedBy(caller.arena, caller.self)) return Unlocked::notOwner;
    ConditionWords& words = this->words(caller.arena);
    std::int64_t woken = 0;
    if (howMany == Notify::all) {
        woken = wakeAll(caller, words);
    } else {
        caller.ring.reserve(kEventsOfAWake);
        const GuardLock guard{words.guard};
        woken = wakeSome(caller, words, 1);
    }
    caller.ring.write(caller.event(EventKind::conditionNotified, m_id, 0, woken));
    return Unlocked::done;
}

EventFlag EventFlag::make(Arena& arena, ObjectId id) {
    EventFlag flag;
    flag.m_id = id;
    flag.m_at = makeWords(arena, id, ObjectKind::event);
    return flag;
}

bool EventFlag::passOrQueue(const Caller& caller) const {
    caller.ring.reserve(1);
    ConditionWords& words = this->words(caller.arena);
    const GuardLock guard{words.guard};
    if (words.raised != 0) return true;
    words.waiters.push(caller.arena, caller.self, m_id);
    caller.recordWaiting(WaitReason::event, m_id.value);
    return false;
}

bool EventFlag::isSet(const Caller& caller) const {
    ConditionWords& words = this->words(caller.arena);
    const GuardLock guard{words.guard};
    return words.raised != 0;
}

bool EventFlag::giveUp(const Caller& caller) const {
    return leave(caller, words(caller.arena), WaitReason::event, m_id);
}

void EventFlag::set(const Caller& caller) const {
    ConditionWords& words = this->words(caller.arena);
    {
        caller.ring.reserve(1);
        const GuardLock guard{words.guard};
        words.raised = 1;
        caller.ring.writeAfter(caller.event(EventKind::eventSet, m_id));
    }
    wakeAll(caller, words);
}

void EventFlag::clear(const Caller& caller) const {
    caller.ring.reserve(1);
    ConditionWords& words = this->words(caller.arena);
    const GuardLock guard{words.guard};
    words.raised = 0;
    caller.ring.writeAfter(caller.event(EventKind::eventCleared, m_id));
}

}  // namespace interleave
