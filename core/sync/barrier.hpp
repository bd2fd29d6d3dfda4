// Where so many wait for each other, again and again: the last one to come lets all go on (POSIX pthread_barrier_wait,
// Python's threading.Barrier).
// Thread safety: any actor of any process of the run.
#pragma once

#include "core/sync/death.hpp"
#include "core/sync/waiter_list.hpp"

namespace interleave {

struct BarrierWords {
    std::atomic<std::uint32_t> guard{0};
    std::uint32_t ticket = 0;
    std::uint32_t parties = 0;
    std::uint32_t arrived = 0;     // of this round
    std::uint32_t leaving = 0;     // waiters of rounds that are over and not yet woken: they head the list
    std::int64_t opened = 0;
    WaiterList waiters;
};

class Barrier {
public:
    Barrier() = default;
    // For so many, at least 1.
    static Barrier make(Arena& arena, ObjectId id, std::uint32_t parties);

    ObjectId id() const { return m_id; }

    // True: it was the last to come, and all go on. False: queued, park; when that returns, all have come.
    // `place`: as which it came, from 0.
    bool arriveOrQueue(const Caller& caller, std::uint32_t& place) const;
    // A queued caller is cancelled: it does not count as one who came, and whoever comes takes its place. False:
    // all had come before that.
    bool giveUp(const Caller& caller) const;
    // For who looks after processes. That the dead had come still counts; who never comes is waited for.
    void mend(const Caller& caller, const Death& dead, Deaths& deaths) const;
    static Barrier found(ObjectId id, std::uint32_t at);

private:
    BarrierWords& words(const Arena& arena) const { return *reinterpret_cast<BarrierWords*>(arena.heap(m_at)); }
    void open(const Caller& caller, BarrierWords& words) const;
    bool arrive(const Caller& caller, BarrierWords& words, std::uint32_t& place) const;
    bool wakeSome(const Caller& caller, BarrierWords& words) const;
    void finishFor(const Caller& caller, const Death& dead, BarrierWords& words) const;

    ObjectId m_id;
    std::uint32_t m_at = 0;
};

}  // namespace interleave
