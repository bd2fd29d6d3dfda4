// A global interpreter lock, as CPython has it since 3.2: of all threads the one that holds it runs, the others wait
// for it in the kernel, on a futex. Who runs never gives it up by itself but to wait for something. Who has waited for
// the switch interval without anybody having changed asks for it; the holder sees that between two steps of its work,
// hands it over and queues up again, so that it cannot take it back before another has run.
//
// CPython leaves to the system which of the waiters is next; here it is the one that waited longest.
//
// The interval is on the run's clock: it stands while the run is paused, and goes with its tempo.
//
// Thread safety: any actor's thread; everything but isWanted() and switches() for the actor itself,
// from its own thread.
#pragma once

#include <atomic>
#include <deque>

#include "core/runtime/actor.hpp"
#include "core/runtime/lab_clock.hpp"

namespace interleave {

class InterpreterLock {
public:
    // `id`: a mutex on the trace, which the caller has announced.
    InterpreterLock(const Arena& arena, ObjectId id, Duration interval)
        : m_clock(arena), m_id(id), m_interval(interval) {}

    // Returns when the actor holds it. True: it had to wait, and is recorded as ready, not as running.
    bool take(const Actor& actor);
    // The holder gives it up, to whoever waited longest.
    void release(const Actor& actor);
    // Whether somebody has waited for the interval. Relaxed: the holder will look again.
    bool isWanted() const { return m_wanted.load(std::memory_order_relaxed); }
    // The holder gives it up to who waits and takes it again behind them. As take(); false where nobody waits.
    bool giveWay(const Actor& actor);
    // How often it came to another actor than the one that had it before. Relaxed: a number to tell.
    std::uint64_t switches() const { return m_switches.load(std::memory_order_relaxed); }

private:
    struct Waiter {
        ActorId actor;
        std::atomic<std::uint32_t> granted{0};  // futex
    };

    // Under the guard.
    void queue(const Caller& by, Waiter& self);
    void passOn(const Caller& by);
    Event acquiredBy(ActorId actor);

    void await(Waiter& self);
    void ask(const Waiter& self, std::uint64_t& seen);

    LabClock m_clock;
    ObjectId m_id;
    Duration m_interval;
    std::atomic<std::uint32_t> m_guard{0};
    std::atomic<bool> m_wanted{false};
    std::atomic<std::uint64_t> m_switches{0};
    // Under the guard.
    ActorId m_owner;
    ActorId m_last;                   // who had it last
    std::uint32_t m_ticket = 0;
    std::deque<Waiter*> m_waiters;    // each on the stack of its thread
};

}  // namespace interleave
