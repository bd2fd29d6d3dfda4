#include "core/sched/policy.hpp"

#include <array>

#include "core/base/require.hpp"

namespace interleave {
namespace {

struct Maker {
    std::string_view name;
    std::unique_ptr<Policy> (*make)(const PolicyOptions&);
};

constexpr std::array kMakers{
    Maker{"fcfs", makeFcfs},       Maker{"sjf", makeShortestJob},   Maker{"srtf", makeShortestRemaining},
    Maker{"rr", makeRoundRobin},   Maker{"priority", makePriority}, Maker{"mlfq", makeMlfq},
    Maker{"lottery", makeLottery}, Maker{"stride", makeStride},     Maker{"fair", makeFair},
    Maker{"edf", makeEarliestDeadline},
};

}  // namespace

// Who keeps no accounts of a task has nothing to take over.
void Policy::adopt(ActorId, const Policy&) {}

std::optional<Placement> Policy::reprioritize(const TaskView&, Duration) { return std::nullopt; }

std::optional<Duration> Policy::challengesAt(const TaskView&, Duration) const { return std::nullopt; }

Expected<std::unique_ptr<Policy>> makePolicy(const PolicyOptions& options) {
    IL_REQUIRE(!options.quantum.empty() && !options.allotment.empty() && options.queues > 0);
    for (const Maker& maker : kMakers) {
        if (maker.name == options.policy) return maker.make(options);
    }
    return refused(noSuchPolicy(options.policy));
}

}  // namespace interleave
