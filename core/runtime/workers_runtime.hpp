// Actors as tasks on workers of our own: one worker pinned to each core, one ready queue, one policy.
#pragma once

#include <mutex>
#include <queue>
#include <thread>

#include "core/runtime/runtime.hpp"
#include "core/sched/policy.hpp"

namespace interleave {

class WorkersRuntime final : public Runtime {
public:
    WorkersRuntime(Arena& arena, const RunnerOrder& order, std::unique_ptr<Policy> policy);
    // After runAll: sends the workers home. A run that never ends is left by _exit.
    ~WorkersRuntime() override;

    bool perform(Actor& actor, PendingOperation& operation) override;
    void unpark(ActorId target) noexcept override;
    std::optional<ReadyReason> shouldYield(Actor& actor) override;

private:
    struct Worker {
        CoreId core;
        // Guarded by m_mutex, but for `preempted`.
        Actor* running = nullptr;
        std::atomic<bool> preempted{false};
        // The worker's own.
        Duration sliceEnds{};
        Duration slice{};
    };
    struct Timer {
        Duration due;
        std::uint64_t order;  // first set, first served
        Actor* actor;
        ReadyReason why;
        bool operator>(const Timer& other) const { return due != other.due ? due > other.due : order > other.order; }
    };

    ActorKind kind() const override { return ActorKind::task; }
    void start(Actor& actor) override;
    void startAll() override;

    void work(Worker& worker, RingWriter& ring);
    Actor* takeNext(Worker& worker, RingWriter& ring);
    void dispatch(Worker& worker, RingWriter& ring, Actor& actor, const Decision& decision);
    void settle(Worker& worker, RingWriter& ring, Actor& actor);
    void idle();

    // Under m_mutex.
    void makeReady(Actor& actor);
    void preemptFor(Actor& actor);
    void expireTimers(RingWriter& ring);
    void releaseHeld(RingWriter& ring);
    TaskView view(const Actor& actor) const { return {actor.id, actor.arrival, actor.priority}; }

    void news() noexcept;

    std::unique_ptr<Policy> m_policy;
    std::mutex m_mutex;
    std::deque<Worker> m_workers;
    std::priority_queue<Timer, std::vector<Timer>, std::greater<>> m_timers;
    std::uint64_t m_timersSet = 0;
    std::vector<Actor*> m_held;
    std::vector<Actor*> m_byId;
    std::atomic<std::size_t> m_ready{0};     // how many are queued, for who only wants to know
    std::atomic<bool> m_mustLook{false};     // timers or held actors: idle workers wake up now and then
    std::atomic<std::uint32_t> m_news{0};    // futex
    std::atomic<std::uint32_t> m_idlers{0};
    std::atomic<bool> m_over{false};
    std::vector<std::jthread> m_threads;     // declared last: gone before what they use
};

}  // namespace interleave
