#include "core/sched/policy.hpp"

#include <array>

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

std::optional<Duration> Policy::challengesAt(const TaskView&, Duration) const { return std::nullopt; }

Expected<std::unique_ptr<Policy>> makePolicy(const PolicyOptions& options) {
    for (const Maker& maker : kMakers) {
        if (maker.name == options.policy) return maker.make(options);
    }
    return refused(noSuchPolicy(options.policy));
}

}  // namespace interleave
