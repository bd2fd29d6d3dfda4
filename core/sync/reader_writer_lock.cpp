#include "core/sync/reader_writer_lock.hpp"

#include <algorithm>
#include <new>

#include "core/sync/guard.hpp"

namespace interleave {
namespace {

// Each one let in is an acquired and a wake, and a full ring must not be waited for under a guard: so many at a time.
constexpr std::uint32_t kAdmittedAtATime = 256;
constexpr std::uint32_t kEventsOfAnAdmission = kAdmittedAtATime * (1 + kEventsOfAWake);

bool nobodyWaits(const ReaderWriterWords& words) { return words.waitingReaders.empty() && words.waitingWriters.empty(); }

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
    return arrivalOf(arena, words.waitingReaders) < arrivalOf(arena, words.waitingWriters) ? LockMode::shared : LockMode::exclusive;
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
    if (lock.m_at != ObjectId::kNone) (new (arena.heap(lock.m_at)) ReaderWriterWords)->preference = preference;
    return lock;
}

void ReaderWriterLock::letIn(const Caller& caller, ReaderWriterWords& words, ActorId who, LockMode mode) const {
    if (mode == LockMode::exclusive) words.writer = who.value;
    else words.inside[words.readers++] = who.value;
    Event acquired = eventOf(caller, EventKind::lockAcquired, m_id, mode, ++words.ticket);
    acquired.actor = who.value;
    if (who != caller.self) acquired.line = 0;
    caller.ring.writeAfter(acquired);
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
    (mode == LockMode::shared ? words.waitingReaders : words.waitingWriters).push(caller.arena, caller.self);
    caller.ring.writeAfter(eventOf(caller, EventKind::lockWanted, m_id, mode));
    caller.recordWaiting(WaitReason::lock, m_id.value);
    return false;
}

// False where the caller is not inside.
bool ReaderWriterLock::leave(const Caller& caller, ReaderWriterWords& words) const {
    LockMode mode = LockMode::exclusive;
    if (words.writer == caller.self.value) {
        words.writer = ActorId::kNone;
    } else {
        std::uint32_t* const end = words.inside + words.readers;
        std::uint32_t* const place = std::find(words.inside, end, caller.self.value);
        if (place == end) return false;
        *place = *(end - 1);
        --words.readers;
        mode = LockMode::shared;
    }
    caller.ring.writeAfter(eventOf(caller, EventKind::lockReleased, m_id, mode, ++words.ticket));
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
        if (!(mode == LockMode::shared ? words.waitingReaders : words.waitingWriters).remove(caller.arena, caller.self)) return false;
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

}  // namespace interleave
