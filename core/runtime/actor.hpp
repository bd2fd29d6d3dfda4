// One actor of the run, on the runner's side: its program, what it is doing, and who drives it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/coro/task.hpp"
#include "core/sched/task_account.hpp"
#include "core/sync/caller.hpp"

namespace interleave {

class Runtime;
class Self;
class PendingOperation;

// What an operation says when it is asked to go on.
struct Step {
    enum class Kind {
        done,
        park,        // until somebody unparks the actor, or its limit is over: the run's clock shows `until`
        sleep,       // until the run's clock shows `until`
        held,        // at the gate
        yield,       // gives the core to others, but could go on
        compute,     // in virtual time only: `until` is how long
    };
    Kind kind = Kind::done;
    Duration until{};
    ReadyReason why{};   // for a yield

    static constexpr Duration kForEver = Duration::max();
    bool hasLimit() const { return until != kForEver; }

    static constexpr Step done() { return {}; }
    static constexpr Step park() { return parkUntil(kForEver); }
    static constexpr Step parkUntil(Duration lab) { return {.kind = Kind::park, .until = lab}; }
    static constexpr Step sleepUntil(Duration lab) { return {.kind = Kind::sleep, .until = lab}; }
    static constexpr Step held() { return {.kind = Kind::held}; }
    static constexpr Step compute(Duration length) { return {.kind = Kind::compute, .until = length}; }
    static constexpr Step yield(ReadyReason why) { return {.kind = Kind::yield, .why = why}; }
};

struct SpawnOptions {
    TaskDeclaration task = {};   // what a scheduler of ours is told
    Duration arrival{};          // on the run's clock; until then the actor is new
    bool daemon = false;         // on threads: nobody waits for it, the end of the process cuts it off
    // On processes: it is no copy of its parent, but this program started anew, which runs what its scenario names for
    // that (Scenario::fresh) with this argument. Made by Lab::spawnFresh.
    std::optional<std::int64_t> fresh = {};
};

// What a switch touches stands together in front: among 10,000 actors each line of the cache is a wait of its own.
struct alignas(64) Actor : ActorContext {
    Runtime* runtime = nullptr;
    Task program;
    PendingOperation* pending = nullptr;   // lies in the frame of the coroutine that awaits it
    RingWriter* ring = nullptr;            // of the thread that drives the actor now
    Step step;                             // what it said last
    ActorId id;
    std::optional<std::uint32_t> lastCore; // the worker that ran it last; under the scheduler's lock
    TaskAccount account;                   // under the scheduler's lock
    Duration ran{};                        // in virtual time: since it was asked last
    std::string name;
    std::function<Task(Self)> body;        // the closure that the program's frame points into: lives as long as the run
    SpawnOptions options;
    std::uint64_t parks = 0;               // how often it has parked or, on the loop, slept; under the scheduler's lock
    // On the event loop, whose thread alone touches them.
    bool isAsleep = false;                 // a timer is to make it ready
    bool isWatching = false;               // a descriptor is to make it ready
    bool isCancelled = false;              // somebody wants it cancelled, and it has not been told yet
    EndReason outcome{};                   // once it has ended
    std::vector<std::function<void()>> whenDone;  // called through the loop's ready queue once it has ended

    Caller caller(std::uint16_t line) const;
};

// How long an operation is willing to wait. Nothing: for ever; 0: not at all, it only tries.
using Limit = std::optional<Duration>;

// An operation that may have to wait: a small machine that is asked again and again until it is done, and so works
// the same where waiting blocks a thread and where it parks a task.
//
// A wait with a limit ends in one of two ways, and which one is decided under the guard of what is waited for: whoever
// wakes the actor takes it off the list of waiters there; and where the limit is over, expire() takes it off, unless it
// is gone already. So nothing is ever handed to one that has given up, and nothing that was handed over is lost.
class PendingOperation {
public:
    PendingOperation(Operation operation, ObjectId object, int line, Limit limit = {})
        : m_operation(operation), m_object(object), m_line(static_cast<std::uint16_t>(line)), m_limit(limit) {}
    virtual ~PendingOperation() = default;

    // Called first when the actor comes to it, and again whenever what it asked for has come.
    Step advance(Actor& actor);
    // The actor lies parked and its limit is over. True: it has given up, and is to go on. False: it was woken before
    // that, and its unparking has been done or is about to be. By whichever thread looks after the time,
    // with that one's ring.
    bool expire(const Actor& actor, RingWriter& ring);

    // The actor is to be cancelled while it waits here. True: the wait is off, and its await throws. False: it cannot
    // be called off, or what was waited for is the actor's already and would be lost;
    // the next wait is then the one that throws.
    bool cancel(const Actor& actor, RingWriter& ring);
    // What it waited for has come, and is nothing that could be lost: a cancellation may still throw here.
    virtual bool tookNothing() const { return false; }
    // Who is cancelled in its place: the tasks whose ends it waits for. It then goes on when they have ended.
    virtual std::vector<ActorId> cancelledInstead(const Actor&) { return {}; }
    // As it, for what is no task: true where whatever is waited for was cancelled, and wakes the actor itself.
    virtual bool cancelsInstead(const Actor&) { return false; }
    // What waited for has come, yet it is cancelled: see tookNothing().
    void cancelLate() { callOff(); }
    // What its await throws; null where it has a result.
    const std::exception_ptr& thrown() const { return m_thrown; }

    Operation operation() const { return m_operation; }
    ObjectId object() const { return m_object; }
    std::uint16_t line() const { return m_line; }
    bool passed() const { return m_passed; }  // the gate: if it is held now, then midway

protected:
    // The gate has let it pass.
    virtual Step begin(Actor& actor) = 0;
    // What it waited for has come.
    virtual Step resumed(Actor&) { return Step::done(); }
    // Leaves the list of waiters, under its guard; false if it is not there any more.
    virtual bool giveUp(const Caller&) { return false; }

    Caller caller(const Actor& actor) const;
    bool onlyTries() const { return m_limit && m_limit->count() <= 0; }
    bool gaveUp() const { return m_gaveUp; }
    // The await throws this. Not by itself: who resumes an actor that waited is no place for what its operation throws.
    void fail(std::exception_ptr failure) { m_thrown = std::move(failure); }
    // The end of a mere try.
    Step tried(bool gotIt, const Caller& caller, WaitReason reason) {
        return tried(gotIt, caller, reason, m_object.value);
    }
    Step tried(bool gotIt, const Caller& caller, WaitReason reason, std::uint32_t object);
    // It is queued, and waits as long as it is willing to.
    Step park(const Actor& actor) const;

private:
    Step attempt(Actor& actor, Step (PendingOperation::*part)(Actor&));
    void callOff();

    Operation m_operation;
    ObjectId m_object;
    std::uint16_t m_line;
    Limit m_limit;
    bool m_gaveUp = false;
    std::exception_ptr m_thrown;
    bool m_passed = false;
    bool m_heldRecorded = false;
};

}  // namespace interleave
