// Who runs next, and why. A policy is a plain state machine: no threads, no clock, no hidden randomness. Ready
// tasks and the time go in, a decision with its reason comes out, so a test can replay a textbook example line by line.
//
// Ties, unless a policy says otherwise: earlier arrival first, then the order of creation.
//
// Thread safety: none; whoever drives it serializes the calls.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.hpp"
#include "core/base/ids.hpp"
#include "core/trace/event.hpp"

namespace interleave {

// A task as a policy sees it.
struct TaskView {
    ActorId id;
    Duration arrived{};            // when it became ready for the first time
    int priority = 0;              // 0 is the highest
};

struct Decision {
    ActorId task;
    RunReason reason{};
    std::int64_t number = 0;       // what goes with the reason: the priority, how many were waiting
    Duration slice{};              // 0: until it waits or ends
};

class Policy {
public:
    virtual ~Policy() = default;

    // `task` can run from now on: it is new, was woken, or its slice ended.
    virtual void makeReady(const TaskView& task, Duration now) = 0;
    // The next one for `core`, taken off the queue; nothing if none is ready.
    virtual std::optional<Decision> takeNext(CoreId core, Duration now) = 0;
    // Whether `newcomer`, just made ready, takes the core from `running` at once.
    virtual bool preempts(const TaskView& newcomer, const TaskView& running) const noexcept = 0;
    // How many are ready.
    virtual std::size_t readyCount() const noexcept = 0;
};

struct PolicyOptions {
    Duration quantum{};            // round robin, and among equals of a priority policy; 0: no slices
};

// First come, first served: nobody is ever interrupted.
std::unique_ptr<Policy> makeFcfs();
// Equal slices in turn. A task that arrives as a slice ends queues ahead of the one whose slice ended.
std::unique_ptr<Policy> makeRoundRobin(const PolicyOptions& options);
// The lowest number first; a newcomer of higher priority takes the core at once; equals in turn.
std::unique_ptr<Policy> makePriority(const PolicyOptions& options);

// By the name that the command line and scenarios use: fcfs, rr, priority. Refuses others, naming these.
Expected<std::unique_ptr<Policy>> makePolicy(std::string_view name, const PolicyOptions& options);

}  // namespace interleave
