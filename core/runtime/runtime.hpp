// What runs actors. A runtime turns "this operation has to wait" into a blocked thread or a parked task; everything
// else (primitives, scenarios, the gate) is the same on all of them.
#pragma once

#include <atomic>
#include <deque>
#include <memory>
#include <vector>

#include "core/coro/frame.hpp"
#include "core/runtime/actor.hpp"
#include "core/runtime/gate.hpp"
#include "core/runtime/lab_clock.hpp"
#include "core/runtime/runner_order.hpp"
#include "core/sched/run_queues.hpp"

namespace interleave {

class InterpreterLock;
struct FreshStart;

// The event loop that threads work beside, each of them blocked so that the loop need not be.
class LoopBeside {
public:
    virtual ~LoopBeside() = default;
    virtual std::optional<Placement> unpark(ActorId target) noexcept = 0;
    // One of them has ended: the loop may have been waiting for nothing else. From that thread.
    virtual void threadEnded() noexcept = 0;
};

class Runtime : public Parking {
public:
    Runtime(Arena& arena, const RunnerOrder& order);

    Arena& arena() { return m_arena; }
    Gate& gate() { return m_gate; }
    const LabClock& clock() const { return m_clock; }
    const RunnerOrder& order() const { return m_order; }
    // On the run's clock, since the actors were started.
    Duration sinceStart() const { return m_clock.now() - m_begin; }

    // A new actor, recorded as the calling actor's child. It starts with the others, or at once if they have started.
    Actor& spawn(std::string name, std::function<Task(Self)> body, const SpawnOptions& options = {});
    // Starts what was spawned and returns when every actor has ended; daemons may be at work still. Throws where the
    // run had to be given up: then actors may be under way, and whatever they stand on must outlive them.
    void runAll();
    // Lives as an actor that another process made, in a program that was started anew for it. On processes only.
    virtual void liveAs(const FreshStart& start, std::function<Task(Self)> body);
    // Those that have been made and have not ended, daemons among them.
    std::size_t activeActors();

    // co_await of an operation. True: it is done. False: the coroutine is to suspend.
    virtual bool perform(Actor& actor, PendingOperation& operation) = 0;
    // The caller has seen that `whom` has ended. Where that was its child, it is reaped.
    virtual void joined(const Caller&, ActorId) {}
    // Blocks until `fd` is ready for one of `events` (poll(2)), or has failed or been hung up on; the caller has
    // recorded the wait. Whoever ends the actor or the run ends it by a signal, which no wait in the kernel withstands.
    // Throws where a wait may not block.
    virtual void waitForDescriptor(Actor& actor, int fd, short events);
    // As it, for a call that waits by itself, in the kernel.
    virtual void callBlocking(Actor& actor, const std::function<void()>& call);
    // As waitForDescriptor, for an epoll descriptor. Asked by poll(2), such a one wakes everybody who waits for a
    // descriptor that they share, also where only one should be woken. `door`: the one that others watch, too; -1:
    // none is.
    virtual void waitForPoller(Actor& actor, int poller, int door);
    // On the event loop: makes the actor, which is about to park, ready when `fd` is. False: a wait may block here.
    virtual bool watchDescriptor(Actor&, int /*fd*/, short /*events*/) { return false; }
    virtual void forgetDescriptor(Actor&, int /*fd*/) {}
    // On the event loop, and refused elsewhere. Cancels an actor, or whom it waits for; false where it has ended.
    virtual bool cancel(const Caller& by, ActorId whom);
    // As asyncio's add_done_callback: called in a turn of its own after the actor's end, also where that was long ago.
    virtual void whenDone(Actor& actor, std::function<void()> callback);
    // A thread beside the loop, an actor itself, whose program may block.
    virtual Actor& offload(std::string name, std::function<Task(Self)> body);
    // Asked between the chunks of a computation: whether the core should be given up, and why.
    virtual std::optional<ReadyReason> shouldYield(Actor&) { return std::nullopt; }

    // The actor that the calling thread drives; null in the runner's main thread.
    static Actor* current() { return t_current; }
    // What is left of a computation that may end, though its slice is over: on real cores a burst that is a whole
    // number of slices misses its end by some µs, and would have to wait for another turn to make up for them.
    virtual Duration grace(const Actor&) const { return {}; }
    // Whether computing takes no time of a real core, but only says how long it takes.
    virtual bool isVirtual() const { return false; }
    // The ring of the calling thread.
    static RingWriter& ring();

    // Once for each thread of the run, as it begins.
    static void useRing(RingWriter* ring) { t_ring = ring; }
    StringId callName() const { return m_computeName; }
    StringId spinName() const { return m_spinName; }
    // For frames of generators, which are all on one thread.
    FrameTexts& frameTexts() { return m_frameTexts; }
    StringId blockName() const { return m_blockName; }
    // For a runtime beside another one: what it is given starts at once, in a run that began at `begin`.
    void joinRun(Duration begin);
    // A number for a message, from 1, that no other of this process has. Relaxed: it orders nothing.
    std::uint64_t nextFlow() { return m_flows.fetch_add(1, std::memory_order_relaxed) + 1; }

protected:
    virtual ActorKind kind() const = 0;
    virtual void start(Actor& actor) = 0;
    virtual void startAll() {}
    // Returns when every actor has ended, or the run is given up.
    virtual void awaitEnd();
    // Ends the run with this error, the first one if there are several. Any thread.
    void giveUp(std::string why);
    // Relaxed: who looks after awaitEnd() has seen the flag there.
    bool isGivenUp() const { return m_givenUp.load(std::memory_order_relaxed); }

    // Resumes the program until it has to wait (its `step` says for what) or has ended; true when ended.
    bool drive(Actor& actor);
    void recordStarted(Actor& actor, RingWriter& ring);
    // An actor that is on record already, with its name; the run began at `begin`.
    Actor& adopt(ActorId id, std::function<Task(Self)> body, Duration begin);
    Duration begin() const { return m_begin; }
    // Whether its program came to its end or failed; then what it failed of is recorded.
    EndReason outcomeOf(const Actor& actor);
    // A forked child: numbers of messages that no other process gives, too.
    void countFlowsFrom(std::uint64_t first) { m_flows.store(first, std::memory_order_relaxed); }
    // The actor's program is over: recorded, and those who join it are woken.
    void finish(Actor& actor);
    static void setCurrent(Actor* actor) { t_current = actor; }

private:
    static thread_local Actor* t_current;
    static thread_local RingWriter* t_ring;

    Arena& m_arena;
    Gate m_gate;
    FrameTexts m_frameTexts{m_arena};
    LabClock m_clock;
    RunnerOrder m_order;
    StringId m_computeName;
    StringId m_spinName;
    StringId m_blockName;
    Duration m_begin{};
    std::atomic<bool> m_started{false};
    std::atomic<bool> m_givenUp{false};
    std::string m_whyGivenUp;                     // written once, before the flag in liveActors
    std::atomic<std::uint64_t> m_flows{0};
    std::atomic<std::uint32_t> m_spawnGuard{0};
    std::deque<std::unique_ptr<Actor>> m_actors;  // never given back: closures and frames live as long as the run
};

// The runtime that the order asks for, with the policy that its scenario chose (nothing: round robin).
struct Scheduling {
    PolicyOptions policy;
    QueueOptions queues;
    // In virtual time; real switches and cold caches cost what they cost.
    Duration switchCost{};
    Duration migrationCost{};
};
// With an interpreter lock, which must outlive it, one actor at a time goes on with its program.
std::unique_ptr<Runtime> makeThreadsRuntime(Arena& arena, const RunnerOrder& order,
                                            InterpreterLock* interpreter = nullptr);
// Those to whom blocking calls are offloaded; the loop outlives them.
std::unique_ptr<Runtime> makeThreadsBeside(Arena& arena, const RunnerOrder& order, LoopBeside& loop);
std::unique_ptr<Runtime> makeProcessesRuntime(Arena& arena, const RunnerOrder& order);
std::unique_ptr<Runtime> makeCoroutinesRuntime(Arena& arena, const RunnerOrder& order);
// These refuse a policy that there is not.
Expected<std::unique_ptr<Runtime>> makeWorkersRuntime(Arena& arena, const RunnerOrder& order,
                                                      const Scheduling& scheduling);
Expected<std::unique_ptr<Runtime>> makeVirtualRuntime(Arena& arena, const RunnerOrder& order,
                                                      const Scheduling& scheduling);

}  // namespace interleave
