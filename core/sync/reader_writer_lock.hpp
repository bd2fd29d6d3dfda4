// Many readers or one writer (Courtois, Heymans, Parnas 1971: the first and the second readers-writers problem). Who is
// let in next, where both wait:
//
//   readers   a reader always enters beside readers: writers may starve
//   writers   a reader waits while a writer waits: readers may starve
//   fair      in the order of coming, readers that stand together at once: nobody starves
//
// Handed over as a mutex is. Everything happens under the guard: readers share a count in any case, so there is no fast
// path to be had that shares nothing. A reader who wants to write too waits for itself: a deadlock of one.
//
// Thread safety: any actor of any process of the run.
#pragma once

#include "core/sync/caller.hpp"
#include "core/sync/mutex.hpp"
#include "core/sync/waiter_list.hpp"

namespace interleave {

enum class Preference : std::uint8_t { readers, writers, fair };

struct ReaderWriterWords {
    std::atomic<std::uint32_t> guard{0};
    // All under the guard.
    std::uint32_t ticket = 0;
    std::uint32_t writer = ActorId::kNone;
    std::uint32_t readers = 0;           // how many are inside
    std::int64_t arrivals = 0;           // counts who queued; in a waiter's slot (`granted`): its number
    Preference preference{};
    WaiterList waitingReaders;
    WaiterList waitingWriters;
    // Who reads, in no order; more than these wait as if a writer were inside. One who reads twice is in it twice.
    static constexpr std::uint32_t kMostReaders = 1024;
    std::uint32_t inside[kMostReaders];
};

class ReaderWriterLock {
public:
    ReaderWriterLock() = default;
    static ReaderWriterLock make(Arena& arena, ObjectId id, Preference preference);

    ObjectId id() const { return m_id; }

    // True: it is in. False: queued, park; when that returns, it is in.
    bool lockOrQueue(const Caller& caller, LockMode mode) const;
    // At once or not at all; not getting it is not recorded.
    bool tryLock(const Caller& caller, LockMode mode) const;
    // A queued caller's limit is over. False: it was let in before that. Lets in who waited behind it alone.
    bool giveUp(const Caller& caller, LockMode mode) const;
    // A writer's or a reader's.
    Unlocked unlock(const Caller& caller) const;

    // The writer, or one of the readers; kNone: nobody. Out of date as soon as it is said.
    ActorId holder(const Arena& arena) const;
    // For who looks after processes: the dead leaves, and whoever may go in then does.
    void mend(const Caller& caller, const Death& dead, Deaths& deaths) const;
    static ReaderWriterLock found(ObjectId id, std::uint32_t at);

private:
    ReaderWriterWords& words(const Arena& arena) const {
        return *reinterpret_cast<ReaderWriterWords*>(arena.heap(m_at));
    }
    // Under the guard.
    bool enter(const Caller& caller, ReaderWriterWords& words, LockMode mode) const;
    void letIn(const Caller& caller, ReaderWriterWords& words, ActorId who, LockMode mode) const;
    bool leave(const Caller& caller, ReaderWriterWords& words) const;
    bool admitSome(const Caller& caller, ReaderWriterWords& words) const;
    void finishFor(const Caller& caller, const Death& dead, ReaderWriterWords& words) const;
    void finishSide(const Caller& caller, const Death& dead, const ReaderWriterWords& words, WaiterList& waiters,
                    WaitRole role) const;
    void expel(const Caller& caller, const Death& dead, ReaderWriterWords& words) const;
    // Not under it.
    void admitOthers(const Caller& caller, ReaderWriterWords& words) const;

    ObjectId m_id;
    std::uint32_t m_at = 0;
};

}  // namespace interleave
