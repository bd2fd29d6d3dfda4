// Actors as coroutines on the event loop of one thread, the runner's own. Nobody is ever preempted: a coroutine runs
// until it awaits something that blocks, sleeps or yields,
// and whoever computes meanwhile blocks the loop and everybody on it.
//
// A turn of the loop is that of asyncio: timers that are due, descriptors that are ready, whoever was woken from
// outside, then all who are ready now, in the order in which they became so; who becomes ready meanwhile comes in the
// next turn. Resumption is always through the ready queue, and so are callbacks.
//
// Cancelling is that of asyncio, too: whoever waits for a task has that one cancelled in its place, and so on to the
// last of the chain, whose await throws; the others are thrown into as that one ends. One that cannot be called off
// where it stands (it has just been given a lock) is told at its next wait. Chains are walked in a loop, however long.
#pragma once

#include <deque>
#include <mutex>

#include "core/coro/selector.hpp"
#include "core/coro/timer_heap.hpp"
#include "core/runtime/runtime.hpp"

namespace interleave {

class CoroutinesRuntime final : public Runtime, public LoopBeside {
public:
    using Runtime::Runtime;

    bool perform(Actor& actor, PendingOperation& operation) override;
    // Another thread may wake a coroutine, too.
    std::optional<Placement> unpark(ActorId target) noexcept override;
    void threadEnded() noexcept override { m_selector.wake(); }

    bool watchDescriptor(Actor& actor, int fd, short events) override;
    void forgetDescriptor(Actor& actor, int fd) override;
    bool cancel(const Caller& by, ActorId whom) override;
    void whenDone(Actor& actor, std::function<void()> callback) override;
    Actor& offload(std::string name, std::function<Task(Self)> body) override;

private:
    // The lane on which the loop's turns are shown.
    static constexpr std::int64_t kLoop = 0;

    ActorKind kind() const override { return ActorKind::coroutine; }
    void startAll() override;
    void start(Actor& actor) override;
    void awaitEnd() override;

    void turn();
    void sleep();
    void callNext();
    void run(Actor& actor);
    void settle(Actor& actor);
    void park(Actor& actor, Duration until);
    void endWait(Actor& actor);

    Placement enqueue(ActorId actor);
    void makeReady(ActorId actor, ReadyReason why, std::int64_t by = -1);
    void callSoon(std::function<void()> callback);
    void takeWokenOutside();
    std::uint32_t expireTimers();
    std::size_t takeReadyDescriptors();
    void releaseHeld();
    bool isHeld(const Actor& actor);
    bool isOnLoop() const;

    bool hasEnded(const Actor& actor);
    bool isParked(const Actor& actor);
    void interrupt(Actor& actor, ActorId by);

    std::vector<Actor*> m_byId;
    std::deque<ActorId> m_ready;        // nobody: the next one of the callbacks
    std::deque<std::function<void()>> m_callbacks;
    std::uint32_t m_came = 0;           // how many were queued so far: the rank of the next
    std::int64_t m_turns = 0;
    bool m_isIdle = false;              // it has told that it sleeps
    TimerHeap m_timers;
    std::vector<Actor*> m_held;
    std::int64_t m_accountedUpTo = 0;   // on CLOCK_MONOTONIC: whose time on the loop it was is settled up to here
    Selector m_selector;

    std::mutex m_outsideMutex;
    std::vector<ActorId> m_wokenOutside;          // under the mutex
    std::atomic<bool> m_anyWokenOutside{false};   // so that a turn need not lock to see that there is none
    std::unique_ptr<Runtime> m_threads;           // made when the first call is offloaded; ends before the rest
};

}  // namespace interleave
