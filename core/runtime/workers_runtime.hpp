// Actors as tasks on workers of our own: one worker pinned to each core; one ready queue, or one for each; one policy.
#pragma once

#include <mutex>
#include <queue>
#include <thread>

#include "core/runtime/runtime.hpp"

namespace interleave {

class WorkersRuntime final : public Runtime {
public:
    // How many workers an order gets on this machine.
    static std::uint32_t workersFor(const RunnerOrder& order);
    // `queues` are for that many.
    WorkersRuntime(Arena& arena, const RunnerOrder& order, RunQueues queues);
    // After runAll: sends the workers home. A run that never ends is left by _exit.
    ~WorkersRuntime() override;

    bool perform(Actor& actor, PendingOperation& operation) override;
    std::optional<Placement> unpark(ActorId target) noexcept override;
    void lockChanged(const LockChange& change, RingWriter& ring) noexcept override;
    std::optional<ReadyReason> shouldYield(Actor& actor) override;
    Duration grace(const Actor& actor) const override;

private:
    static constexpr std::int64_t kNever = Duration::max().count();

    struct Worker {
        std::uint32_t index = 0;
        CoreId core;
        // Guarded by m_mutex, but for the atomics.
        Actor* running = nullptr;
        Duration since{};                         // the running task's time is accounted up to here
        std::atomic<bool> preempted{false};
        std::atomic<std::int64_t> challengedAt{kNever};  // when waiting alone gives somebody a better claim
        // The worker's own.
        Duration sliceEnds{};
        Duration slice{};
        const Actor* likelyNext = nullptr;
    };
    struct Timer {
        Duration due;
        std::uint64_t order;  // first set, first served
        Actor* actor;
        ReadyReason why;
        std::uint64_t park = 0;  // the limit of the actor's wait number so; 0: no wait for others
        bool operator>(const Timer& other) const { return due != other.due ? due > other.due : order > other.order; }
    };

    ActorKind kind() const override { return ActorKind::task; }
    void start(Actor& actor) override;
    void startAll() override;
    void startWorker(Worker& worker);

    void work(Worker& worker, RingWriter& ring);
    Actor* begin(Worker& worker, RingWriter& ring);
    // What the actor asked for as it gave the worker back; and the next one, taken under the same lock at the same
    // reading of the clock, unless none is there or there are timers to look at first.
    Actor* settle(Worker& worker, RingWriter& ring, Actor& actor);
    std::optional<ReadyReason> endSlice(Worker& worker, Actor& actor);
    void idle(const Worker& worker);

    // Under m_mutex.
    Actor* takeNext(Worker& worker, RingWriter& ring, Duration now);
    void dispatch(Worker& worker, RingWriter& ring, Actor& actor, const RunQueues::Taken& taken, Duration now);
    void leave(Worker& worker, Actor& actor, Duration now);
    Placement makeReady(Actor& actor, ReadyReason why, Duration now);
    void recordAndMakeReady(RingWriter& ring, Actor& actor, ReadyReason why, Duration now);
    void preemptFor(const Actor& actor, Placement placed, Duration now);
    void lookForChallenges(Duration now);
    void inherit(const Inheritance::Change& change, RingWriter& ring, Duration now);
    TaskView runningView(const Worker& worker, Duration now) const;
    void tellBoost(RingWriter& ring);
    bool nothingFor(const Worker& worker);
    void setTimer(Duration due, Actor& actor, ReadyReason why, std::uint64_t park = 0);
    void parkTask(Actor& actor, Duration until, Duration now);
    // Returns those whose limits are over and who were not woken: they are not parked any more, and for giveUp().
    std::vector<Actor*> expireTimers(RingWriter& ring);
    void releaseHeld(RingWriter& ring);

    // Not under it.
    void lookAtTheClock(RingWriter& ring);
    void endWait(RingWriter& ring, Actor& actor);

    void news() noexcept;

    std::mutex m_mutex;
    RunQueues m_queues;
    Inheritance m_inheritance{m_queues.urgent()};
    std::deque<Worker> m_workers;
    std::priority_queue<Timer, std::vector<Timer>, std::greater<>> m_timers;
    std::uint64_t m_timersSet = 0;
    std::vector<Actor*> m_held;
    std::vector<Actor*> m_byId;
    std::optional<Duration> m_boostTold;
    std::atomic<std::size_t> m_ready{0};     // how many are queued, for who only wants to know
    std::atomic<bool> m_mustLook{false};     // timers or held actors: idle workers wake up now and then
    std::atomic<std::uint32_t> m_news{0};    // futex
    std::atomic<std::uint32_t> m_idlers{0};
    std::atomic<bool> m_over{false};
    std::vector<std::jthread> m_threads;     // declared last: gone before what they use
};

}  // namespace interleave
