// One actor of the run, on the runner's side: its program, what it is doing, and who drives it.
#pragma once

#include <functional>
#include <memory>
#include <string>

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
        park,        // until somebody unparks the actor
        sleep,       // until the run's clock shows `until`
        held,        // at the gate
        yield,       // gives the core to others, but could go on
        compute,     // in virtual time only: `until` is how long
    };
    Kind kind = Kind::done;
    Duration until{};
    ReadyReason why{};   // for a yield

    static constexpr Step done() { return {}; }
    static constexpr Step park() { return {.kind = Kind::park}; }
    static constexpr Step sleepUntil(Duration lab) { return {.kind = Kind::sleep, .until = lab}; }
    static constexpr Step held() { return {.kind = Kind::held}; }
    static constexpr Step compute(Duration length) { return {.kind = Kind::compute, .until = length}; }
    static constexpr Step yield(ReadyReason why) { return {.kind = Kind::yield, .why = why}; }
};

struct SpawnOptions {
    TaskDeclaration task;        // what a scheduler of ours is told
    Duration arrival{};          // on the run's clock; until then the actor is new
    bool daemon = false;         // on threads: nobody waits for it, the end of the process cuts it off
};

struct Actor : ActorContext {
    ActorId id;
    std::string name;
    Runtime* runtime = nullptr;
    std::function<Task(Self)> body;        // the closure that the program's frame points into: lives as long as the run
    Task program;
    PendingOperation* pending = nullptr;   // lies in the frame of the coroutine that awaits it
    Step step;                             // what it said last
    RingWriter* ring = nullptr;            // of the thread that drives the actor now
    SpawnOptions options;
    TaskAccount account;                   // under the scheduler's lock
    std::optional<std::uint32_t> lastCore; // the worker that ran it last; under the scheduler's lock
    Duration ran{};                        // in virtual time: since it was asked last

    Caller caller(std::uint16_t line) const;
};

// An operation that may have to wait: a small machine that is asked again and again until it is done, and so works
// the same where waiting blocks a thread and where it parks a task.
class PendingOperation {
public:
    PendingOperation(Operation operation, ObjectId object, int line)
        : m_operation(operation), m_object(object), m_line(static_cast<std::uint16_t>(line)) {}
    virtual ~PendingOperation() = default;

    // Called first when the actor comes to it, and again whenever what it asked for has come.
    Step advance(Actor& actor);

    Operation operation() const { return m_operation; }
    ObjectId object() const { return m_object; }
    std::uint16_t line() const { return m_line; }
    bool passed() const { return m_passed; }  // the gate: if it is held now, then midway

protected:
    // The gate has let it pass.
    virtual Step begin(Actor& actor) = 0;
    // What it waited for has come.
    virtual Step resumed(Actor&) { return Step::done(); }

private:
    Operation m_operation;
    ObjectId m_object;
    std::uint16_t m_line;
    bool m_passed = false;
    bool m_heldRecorded = false;
};

}  // namespace interleave
