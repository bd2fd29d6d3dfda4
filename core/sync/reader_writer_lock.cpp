#include "core/sync/reader_writer_lock.hpp"

#include <algorithm>
#include <new>

#include "core/sync/guard.hpp"

namespace interleave {
namespace {

// Each one let in is an acquired and a wake, and a full ring must not be waited for under a guard: so many at a time.
constexpr std::uint32_t kAdmittedAtATime = 256;
constexpr std::uint32_t kEventsOfAnAdmission = kAdmittedAtATime * (1 + kEventsOfAWake);

bool nobodyWaits(const ReaderWriterWords& words) {
    return words.waitingReaders.empty() && words.waitingWriters.empty();
}

bool mayRead(const ReaderWriterWords& words) {
    return words.writer == ActorId::kNone && words.readers < ReaderWriterWords::kMostReaders;
}
bool mayWrite(const ReaderWriterWords& words) { return words.writer == ActorId::kNone && words.readers == 0; }

// Whether who comes now may go in at once.
bool admitsNewcomer(const ReaderWriterWords& words, LockMode mode) {
    if (mode == LockMode::exclusive) return mayWrite(words) && nobodyWaits(words);
    switch (words.preference) {
        case Preference::readers: return mayRead(words);
        case Preference::writers: return mayRead(words) && words.waitingWriters.empty();
        case Preference::fair: return mayRead(words) && nobodyWaits(words);
    }
    return false;
}

std::int64_t arrivalOf(const Arena& arena, const WaiterList& waiters) {
    // Relaxed: the guard orders it.
    return arena.slot(waiters.first()).granted.load(std::memory_order_relaxed);
}

// Whether readers or writers are the next to go in, be it now or later. Not when nobody waits.
LockMode nextMode(const Arena& arena, const ReaderWriterWords& words) {
    if (words.waitingReaders.empty()) return LockMode::exclusive;
    if (words.waitingWriters.empty()) return LockMode::shared;
    switch (words.preference) {
        case Preference::readers: return LockMode::shared;
        case Preference::writers: return LockMode::exclusive;
        case Preference::fair: break;
    }
    return arrivalOf(arena, words.waitingReaders) < arrivalOf(arena, words.waitingWriters) ? LockMode::shared
                                                                                           : LockMode::exclusive;
}

bool reads(const ReaderWriterWords& words, ActorId who) {
    const std::uint32_t* const end = words.inside + words.readers;
    return std::find(words.inside, end, who.value) != end;
}

void putIn(ReaderWriterWords& words, ActorId who, LockMode mode) {
    if (mode == LockMode::exclusive) words.writer = who.value;
    else words.inside[words.readers++] = who.value;
}

// It is in.
void takeOut(ReaderWriterWords& words, ActorId who, LockMode mode) {
    if (mode == LockMode::exclusive) {
        words.writer = ActorId::kNone;
        return;
    }
    std::uint32_t* const last = words.inside + words.readers - 1;
    *std::find(words.inside, last, who.value) = *last;
    --words.readers;
}

// Where somebody was killed in takeOut: the last one may stand twice.
void dropDoubledLast(ReaderWriterWords& words) {
    if (words.readers == 0) return;
    const std::uint32_t* const last = words.inside + words.readers - 1;
    if (std::find(words.inside, const_cast<std::uint32_t*>(last), *last) != last) --words.readers;
}

Event eventOf(const Caller& caller, EventKind kind, ObjectId object, LockMode mode, std::uint32_t ticket = 0) {
    Event event = caller.event(kind, object, ticket);
    event.detail = static_cast<std::uint8_t>(mode);
    return event;
}

}  // namespace

ReaderWriterLock ReaderWriterLock::make(Arena& arena, ObjectId id, Preference preference) {
    ReaderWriterLock lock;
    lock.m_id = id;
    lock.m_at = arena.allocate(sizeof(ReaderWriterWords));
    arena.place(id, ObjectKind::readerWriterLock, lock.m_at);
    if (lock.m_at != ObjectId::kNone) (new (arena.heap(lock.m_at)) ReaderWriterWords)->preference = preference;
    return lock;
}

void ReaderWriterLock::letIn(const Caller& caller, ReaderWriterWords& words, ActorId who, LockMode mode) const {
    Event acquired = eventOf(caller, EventKind::lockAcquired, m_id, mode, words.ticket + 1);
    acquired.actor = who.value;
    if (who != caller.self) acquired.line = 0;
    caller.ring.writeAfter(acquired);
    putIn(words, who, mode);
    countRecorded(words.ticket);
}

bool ReaderWriterLock::enter(const Caller& caller, ReaderWriterWords& words, LockMode mode) const {
    if (!admitsNewcomer(words, mode)) return false;
    letIn(caller, words, caller.self, mode);
    return true;
}

bool ReaderWriterLock::tryLock(const Caller& caller, LockMode mode) const {
    caller.ring.reserve(1);
    ReaderWriterWords& words = this->words(caller.arena);
    const GuardLock guard{words.guard};
    return enter(caller, words, mode);
}

bool ReaderWriterLock::lockOrQueue(const Caller& caller, LockMode mode) const {
    constexpr std::uint32_t kEvents = 2;
    caller.ring.reserve(kEvents);
    ReaderWriterWords& words = this->words(caller.arena);
    const GuardLock guard{words.guard};
    if (enter(caller, words, mode)) return true;
    caller.arena.slot(caller.self).granted.store(words.arrivals++, std::memory_order_relaxed);
    if (mode == LockMode::shared) words.waitingReaders.push(caller.arena, caller.self, m_id, WaitRole::reader);
    else words.waitingWriters.push(caller.arena, caller.self, m_id, WaitRole::writer);
    caller.ring.writeAfter(eventOf(caller, EventKind::lockWanted, m_id, mode));
    caller.recordWaiting(WaitReason::lock, m_id.value);
    return false;
}

// False where the caller is not inside.
bool ReaderWriterLock::leave(const Caller& caller, ReaderWriterWords& words) const {
    const bool writes = words.writer == caller.self.value;
    if (!writes && !reads(words, caller.self)) return false;
    const LockMode mode = writes ? LockMode::exclusive : LockMode::shared;
    caller.ring.writeAfter(eventOf(caller, EventKind::lockReleased, m_id, mode, words.ticket + 1));
    takeOut(words, caller.self, mode);
    countRecorded(words.ticket);
    return true;
}

// True: there may be more to let in.
bool ReaderWriterLock::admitSome(const Caller& caller, ReaderWriterWords& words) const {
    for (std::uint32_t i = 0; i < kAdmittedAtATime; ++i) {
        if (nobodyWaits(words)) return false;
        const LockMode mode = nextMode(caller.arena, words);
        if (!(mode == LockMode::shared ? mayRead(words) : mayWrite(words))) return false;
        const ActorId who = (mode == LockMode::shared ? words.waitingReaders : words.waitingWriters).pop(caller.arena);
        letIn(caller, words, who, mode);
        caller.wake(who);
    }
    return true;
}

void ReaderWriterLock::admitOthers(const Caller& caller, ReaderWriterWords& words) const {
    for (bool more = true; more;) {
        caller.ring.reserve(kEventsOfAnAdmission);
        const GuardLock guard{words.guard};
        more = admitSome(caller, words);
    }
}

Unlocked ReaderWriterLock::unlock(const Caller& caller) const {
    caller.ring.reserve(1 + kEventsOfAnAdmission);
    ReaderWriterWords& words = this->words(caller.arena);
    bool more = false;
    {
        const GuardLock guard{words.guard};
        if (!leave(caller, words)) return Unlocked::notOwner;
        more = admitSome(caller, words);
    }
    if (more) admitOthers(caller, words);
    return Unlocked::done;
}

bool ReaderWriterLock::giveUp(const Caller& caller, LockMode mode) const {
    caller.ring.reserve(1 + kEventsOfAnAdmission);
    ReaderWriterWords& words = this->words(caller.arena);
    bool more = false;
    {
        const GuardLock guard{words.guard};
        if (!(mode == LockMode::shared ? words.waitingReaders : words.waitingWriters).remove(caller.arena, caller.self))
            return false;
        caller.recordTimedOut(WaitReason::lock, m_id.value);
        more = admitSome(caller, words);
    }
    if (more) admitOthers(caller, words);
    return true;
}

ActorId ReaderWriterLock::holder(const Arena& arena) const {
    ReaderWriterWords& words = this->words(arena);
    const GuardLock guard{words.guard};
    if (words.writer != ActorId::kNone) return {words.writer};
    return words.readers > 0 ? ActorId{words.inside[0]} : ActorId{};
}

ReaderWriterLock ReaderWriterLock::found(ObjectId id, std::uint32_t at) {
    ReaderWriterLock lock;
    lock.m_id = id;
    lock.m_at = at;
    return lock;
}

void ReaderWriterLock::finishSide(const Caller& caller, const Death& dead, const ReaderWriterWords& words,
                                  WaiterList& waiters, WaitRole role) const {
    const ActorId let = waiters.interruptedHandOver(caller.arena, m_id, role);
    const Event* in = recorded(dead, m_id, words.ticket);
    if (let.exists() && in && in->who() == let) finishHandOver(caller, dead, let, in);
    waiters.rebuild(caller.arena, m_id, role);
}

// The dead was inside the guard, which is ours now.
void ReaderWriterLock::finishFor(const Caller& caller, const Death& dead, ReaderWriterWords& words) const {
    while (const Event* done = recorded(dead, m_id, words.ticket + 1)) {
        const auto mode = done->as<LockMode>();
        const bool isIn = mode == LockMode::exclusive ? words.writer == done->actor : reads(words, done->who());
        if (done->kind == EventKind::lockAcquired && !isIn) putIn(words, done->who(), mode);
        if (done->kind == EventKind::lockReleased && isIn) takeOut(words, done->who(), mode);
        else if (done->kind == EventKind::lockReleased && mode == LockMode::shared) dropDoubledLast(words);
        ++words.ticket;
    }
    withdraw(caller.arena, dead.actor, m_id);
    finishSide(caller, dead, words, words.waitingReaders, WaitRole::reader);
    finishSide(caller, dead, words, words.waitingWriters, WaitRole::writer);
}

// Under the guard: the dead holds it no more.
void ReaderWriterLock::expel(const Caller& caller, const Death& dead, ReaderWriterWords& words) const {
    while (words.writer == dead.actor.value || reads(words, dead.actor)) {
        const LockMode mode = words.writer == dead.actor.value ? LockMode::exclusive : LockMode::shared;
        Event abandoned = eventOf(caller, EventKind::lockAbandoned, m_id, mode, words.ticket + 1);
        abandoned.actor = dead.actor.value;
        caller.ring.writeAfter(abandoned);
        takeOut(words, dead.actor, mode);
        ++words.ticket;
    }
}

void ReaderWriterLock::mend(const Caller& caller, const Death& dead, Deaths& deaths) const {
    ReaderWriterWords& words = this->words(caller.arena);
    const bool waits = caller.arena.slot(dead.actor).waitingOn.load(std::memory_order_acquire) == m_id.value;
    const bool isInside = words.guard.load(std::memory_order_acquire) == dead.tid;
    // Nobody lets the dead in any more who does not wait.
    const bool holds = words.writer == dead.actor.value || reads(words, dead.actor);
    if (!waits && !isInside && !holds) return;
    // Never by a plain guard, whose owner may be killed any time.
    for (bool more = true; more;) {
        caller.ring.reserve(ReaderWriterWords::kMostReaders + kEventsOfAnAdmission);
        const SeizedGuard guard{words.guard, deaths};
        if (guard.interrupted()) finishFor(caller, *guard.interrupted(), words);
        if (!words.waitingReaders.remove(caller.arena, dead.actor))
            words.waitingWriters.remove(caller.arena, dead.actor);
        expel(caller, dead, words);
        more = admitSome(caller, words);
    }
}

}  // namespace interleave
