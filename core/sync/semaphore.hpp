// A counting semaphore (Dijkstra's P and V); a release goes to whoever waited longest.
// Thread safety: any actor of any process of the run.
#pragma once

#include "core/sync/death.hpp"
#include "core/sync/waiter_list.hpp"

namespace interleave {

struct SemaphoreWords {
    std::atomic<std::uint32_t> guard{0};
    std::uint32_t ticket = 0;
    std::int64_t permits = 0;
    WaiterList waiters;
};

class Semaphore {
public:
    Semaphore() = default;
    static Semaphore make(Arena& arena, ObjectId id, std::int64_t permits);

    ObjectId id() const { return m_id; }

    // True: it has a permit. False: queued, park; when that returns, it has one.
    bool acquireOrQueue(const Caller& caller) const;
    // At once or not at all; not getting one is not recorded.
    bool tryAcquire(const Caller& caller) const;
    // A queued caller's limit is over. False: it got its permit before that.
    bool giveUp(const Caller& caller) const;
    void release(const Caller& caller) const;
    // For who looks after processes. Permits that the dead had taken are not given back: nobody knows whose they are.
    void mend(const Caller& caller, const Death& dead, Deaths& deaths) const;
    static Semaphore found(ObjectId id, std::uint32_t at);

private:
    bool take(const Caller& caller, SemaphoreWords& words) const;
    void passOn(const Caller& caller, SemaphoreWords& words) const;
    void finishFor(const Caller& caller, const Death& dead, SemaphoreWords& words) const;
    SemaphoreWords& words(const Arena& arena) const { return *reinterpret_cast<SemaphoreWords*>(arena.heap(m_at)); }

    ObjectId m_id;
    std::uint32_t m_at = 0;
};

}  // namespace interleave
