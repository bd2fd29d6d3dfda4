// Actors as coroutines on the event loop of one thread, the runner's own. Nobody is ever preempted: a coroutine runs until
// it awaits something that blocks, sleeps or yields, and whoever computes meanwhile blocks the loop and everybody on it.
//
// A turn of the loop is that of asyncio: timers that are due, whoever was woken from outside, then all who are ready now,
// in the order in which they became so; who becomes ready meanwhile comes in the next turn. Resumption is always through
// the ready queue.
#pragma once

#include <deque>
#include <mutex>

#include "core/coro/descriptor_watch.hpp"
#include "core/coro/selector.hpp"
#include "core/coro/timer_heap.hpp"
#include "core/runtime/runtime.hpp"

namespace interleave {

class CoroutinesRuntime final : public Runtime {
public:
    CoroutinesRuntime(Arena& arena, const RunnerOrder& order);

    bool perform(Actor& actor, PendingOperation& operation) override;
    // Another thread may wake a coroutine, too.
    std::optional<Placement> unpark(ActorId target) noexcept override;
    bool watchDescriptor(Actor& actor, int fd, short events) override;
    void forgetDescriptor(Actor& actor, int /*fd*/) override { m_descriptors.forget(actor.id); }

private:
    // The lane on which the loop's turns are shown.
    static constexpr std::int64_t kLoop = 0;

    ActorKind kind() const override { return ActorKind::coroutine; }
    void startAll() override;
    void start(Actor& actor) override;
    void awaitEnd() override;

    void turn();
    void sleep();
    void run(Actor& actor);
    void settle(Actor& actor);
    void park(Actor& actor, Duration until);
    void endWait(Actor& actor);

    Placement enqueue(ActorId actor);
    void makeReady(ActorId actor, ReadyReason why);
    void takeWokenOutside();
    void takeReadyDescriptors();
    void expireTimers();
    void releaseHeld();
    bool isHeld(const Actor& actor);
    bool isOnLoop() const;

    std::vector<Actor*> m_byId;
    std::deque<ActorId> m_ready;
    std::uint32_t m_came = 0;           // how many were queued so far: the rank of the next
    TimerHeap m_timers;
    std::vector<Actor*> m_held;
    std::int64_t m_accountedUpTo = 0;   // on CLOCK_MONOTONIC: whose time on the loop it was is settled up to here
    DescriptorWatch m_descriptors;
    Selector m_selector;

    std::mutex m_outsideMutex;
    std::vector<ActorId> m_wokenOutside;          // under the mutex
    std::atomic<bool> m_anyWokenOutside{false};   // so that a turn need not lock to see that there is none
};

}  // namespace interleave
