// The textbook's chart: jobs under a policy on virtual cores, with nothing but arithmetic.
//
// Thread safety: pure.
#pragma once

#include <string>
#include <vector>

#include "core/sched/job.hpp"
#include "core/sched/run_queues.hpp"

namespace interleave {

struct Machine {
    std::uint32_t cores = 1;
    Duration switchCost{};
    Duration migrationCost{};
    QueueOptions queues;
};

// A job's stretch on a core. A job that goes on at once is one stretch, however many slices that took.
struct ScheduleSlice {
    std::uint32_t core = 0;
    std::size_t job = 0;  // in the list
    Duration begin{};
    Duration end{};
    friend bool operator==(const ScheduleSlice&, const ScheduleSlice&) = default;
};

struct JobTimes {
    Duration arrival{};
    Duration start{};       // first on a core
    Duration completion{};
    Duration response() const { return start - arrival; }
    Duration turnaround() const { return completion - arrival; }
    Duration waiting{};     // ready and not running
    bool missedDeadline = false;
};

struct Schedule {
    std::vector<ScheduleSlice> slices;  // by begin, then by core
    std::vector<JobTimes> jobs;         // as in the list
    std::uint64_t switches = 0;         // from one job to another
    std::uint64_t migrations = 0;

    Duration end() const;
    double averageWaitingMs() const;
    double averageTurnaroundMs() const;
    double averageResponseMs() const;
};

// Refuses options that are not valid, a job whose core does not exist,
// and one that names a core without queues for each.
Expected<Schedule> simulate(const std::vector<Job>& jobs, const PolicyOptions& policy, const Machine& machine);
// What simulate refuses, without doing the work.
Expected<void> checkMachine(const std::vector<Job>& jobs, const Machine& machine);

}  // namespace interleave
