// Mutual exclusion with hand-over: an unlock gives the lock to whoever waited longest, so waiting is bounded.
//
// The word: 0 free; owner + 1; the top bit says that somebody waits. Without waiters lock and unlock are one
// compare-and-swap and one event each, and share nothing with any other lock.
//
// Thread safety: any actor of any process of the run.
#pragma once

#include "core/sync/caller.hpp"
#include "core/sync/waiter_list.hpp"

namespace interleave {

enum class Unlocked { done, notOwner };

struct MutexWords {
    std::atomic<std::uint32_t> word{0};
    std::atomic<std::uint32_t> guard{0};
    std::uint32_t ticket = 0;  // the owner's to count: of acquisitions and releases together
    WaiterList waiters;        // under the guard
};

class Mutex {
public:
    Mutex() = default;
    // Makes one; the caller records it.
    static Mutex make(Arena& arena, ObjectId id);

    ObjectId id() const { return m_id; }

    // True: the caller owns it. False: it is queued, has recorded its wait and must park; when that
    // returns, it owns the lock.
    bool lockOrQueue(const Caller& caller) const;
    bool tryLock(const Caller& caller) const;
    Unlocked unlock(const Caller& caller) const;
    bool ownedBy(const Arena& arena, ActorId actor) const;

private:
    MutexWords& words(const Arena& arena) const { return *reinterpret_cast<MutexWords*>(arena.heap(m_at)); }
    bool queue(const Caller& caller, MutexWords& words) const;
    void handOver(const Caller& caller, MutexWords& words) const;

    ObjectId m_id;
    std::uint32_t m_at = 0;
};

}  // namespace interleave
