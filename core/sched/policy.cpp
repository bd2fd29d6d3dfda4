#include "core/sched/policy.hpp"

namespace interleave {

Expected<std::unique_ptr<Policy>> makePolicy(std::string_view name, const PolicyOptions& options) {
    if (name == "fcfs") return makeFcfs();
    if (name == "rr") return makeRoundRobin(options);
    if (name == "priority") return makePriority(options);
    return refused("there is no policy '" + std::string(name) + "': choose fcfs, rr or priority");
}

}  // namespace interleave
