// What scenarios about scheduling take: jobs, a policy with its options, and the machine. One reading of these
// parameters serves the run, the textbook's chart beside it, and the command line.
//
//   jobs          "24,3,3", or "name=A,cpu=5; …" (core/sched/job.hpp)
//   policy        a name of policies()
//   options       "quantum=4;boost=100": the policy's own, separated by ";"
//   cores         how many share them; on real workers at most those that there are
//   ready-queues  one | per-core
//   stealing      where each core has a queue
//   switch-cost   ms, in virtual time
//   cold-cache    ms that a task pays on another core than its last, in virtual time
//
// Pure.
#pragma once

#include "core/scenario/scenario.hpp"
#include "core/sched/simulate.hpp"

namespace interleave {

struct SchedulePlan {
    std::vector<Job> jobs;
    PolicyOptions policy;
    Machine machine;
};

// The eight parameters above, with these jobs and this policy as defaults.
std::vector<Param> schedulePlanParams(std::string jobs, std::string policy, std::string options);
// Reads them; those that are not among `params` have their usual values. Refuses what does not fit together.
// `cores` is how many share the jobs where no parameter says so.
Expected<SchedulePlan> schedulePlan(const ParamValues& params, std::uint32_t cores, std::uint64_t seed);
// For Scenario::check.
Expected<void> checkSchedulePlan(const ParamValues& complete, std::uint32_t cores);

// "quantum=4;boost=100" as pairs.
Expected<OptionValues> parseOptions(std::string_view text);

}  // namespace interleave
