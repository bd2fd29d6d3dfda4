// Who runs next, and why. A policy is a plain state machine: no threads, no clock, no hidden randomness. Ready
// tasks and the time go in, a decision with its reason comes out, so a test can replay a textbook example line by line.
//
// Ties, unless a policy says otherwise: earlier arrival first, then the order of creation (the task's number). Whoever
// drives a policy makes ready, of what happens at one moment, first the tasks that arrive or wake up (in that order),
// then those whose slice ended.
//
// Cost: makeReady and takeNext take at most logarithmic time in the number of ready tasks.
// Thread safety: none; whoever drives it serializes the calls.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/error.hpp"
#include "core/base/ids.hpp"
#include "core/sched/policy_options.hpp"
#include "core/trace/event.hpp"
#include "core/trace/placement.hpp"

namespace interleave {

// What the scheduler knows of a task as it becomes ready, or while it runs.
struct TaskView {
    ActorId id;
    Duration arrived{};                        // when it became ready for the first time
    int priority = 0;
    int nice = 0;                              // -20 (most) to 19 (least), as in POSIX
    std::int64_t tickets = 100;                // its share, for lottery and stride; at least 1
    Duration deadline = kNoDeadline;           // on the clock of `now`
    Duration burst{};                          // the whole of the CPU burst that it is in, declared or predicted
    Duration remaining{};                      // of that burst; never negative
    Duration used{};                           // CPU time in all bursts so far
    ReadyReason why = ReadyReason::created;    // why it becomes ready

    static constexpr Duration kNoDeadline = Duration::max();
};

struct Decision {
    ActorId task;
    RunReason reason{};
    std::int64_t number = 0;       // what goes with the reason; see each policy's header line
    Duration slice{};              // 0: until it waits or ends
    TieBreak tie = TieBreak::none;
};

class Policy {
public:
    virtual ~Policy() = default;

    // `task` can run from now on: it is new, was woken, was preempted, gave its core up, or its slice ended.
    virtual Placement makeReady(const TaskView& task, Duration now) = 0;
    // The next one for `core`, taken off the queue; nothing if none is ready.
    virtual std::optional<Decision> takeNext(CoreId core, Duration now) = 0;
    // The priority of `task` has changed. Where it is ready, it stands elsewhere from now on: raised, behind the others
    // of its new level; lowered, before them (as POSIX has it for pthread_setschedprio). Its new place, or nothing
    // where it is not ready or its place does not depend on priorities. Takes logarithmic time, amortized.
    virtual std::optional<Placement> reprioritize(const TaskView& task, Duration now);
    // `task`, just taken from `from`, the queue of another core under the same policy, is this queue's from now on. It
    // comes neither with a debt nor with a windfall: where it stood in its old queue, there it stands in this one.
    virtual void adopt(ActorId task, const Policy& from);
    // Whether `newcomer`, just made ready, takes the core from `running` at once.
    virtual bool preempts(const TaskView& newcomer, const TaskView& running, Duration now) const noexcept = 0;
    // The first moment, not before `now`, at which somebody who is ready has a better claim than `running` though
    // nobody becomes ready: waiting alone raises priorities under aging,
    // and `running` may have lost one that it had inherited. Nothing: never.
    virtual std::optional<Duration> challengesAt(const TaskView& running, Duration now) const;
    // When all ready tasks were last lifted to the top shelf, keeping the order in which they stood; nothing:
    // never yet.
    virtual std::optional<Duration> lastBoost() const noexcept { return std::nullopt; }
    // Who will be picked next if nothing changes until then, where that is known;
    // a guess that serves to fetch its memory.
    virtual std::optional<ActorId> likelyNext() const noexcept { return std::nullopt; }
    // How many are ready.
    virtual std::size_t readyCount() const noexcept = 0;
};

// The policy that `options` describe; refuses a name that there is not, naming those there are. The rest must be
// complete and in range, which readPolicyOptions sees to: here nobody else's mistake can be left in them.
Expected<std::unique_ptr<Policy>> makePolicy(const PolicyOptions& options);

// One policy a file. The options are valid.
std::unique_ptr<Policy> makeFcfs(const PolicyOptions& options);
std::unique_ptr<Policy> makeShortestJob(const PolicyOptions& options);
std::unique_ptr<Policy> makeShortestRemaining(const PolicyOptions& options);
std::unique_ptr<Policy> makeRoundRobin(const PolicyOptions& options);
std::unique_ptr<Policy> makePriority(const PolicyOptions& options);
std::unique_ptr<Policy> makeMlfq(const PolicyOptions& options);
std::unique_ptr<Policy> makeLottery(const PolicyOptions& options);
std::unique_ptr<Policy> makeStride(const PolicyOptions& options);
std::unique_ptr<Policy> makeFair(const PolicyOptions& options);
std::unique_ptr<Policy> makeEarliestDeadline(const PolicyOptions& options);

}  // namespace interleave
