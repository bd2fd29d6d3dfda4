// A run as a textbook's table of jobs: when each came, first ran and was done, how long it waited, and who was on which
// core when. Read from the lanes, so it holds for what was measured and for what virtual time gave alike.
//
// waiting     ready and not on a core
// response    from the arrival to the first moment on a core
// turnaround  from the arrival to the end
//
// Pure; costs a walk over the intervals of the actors' lanes. Thread safety: that of the store.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/trace/store.hpp"

namespace interleave {

struct JobRow {
    ActorId actor;
    std::string name;
    std::int64_t priority = 0;
    Duration arrival{};                    // since the first arrival of the run could be, the scheduler's time 0
    Duration cpu{};                        // on a core, by its own account
    Duration waiting{};
    std::optional<Duration> start;         // on the same axis as the arrival; nothing: not yet
    std::optional<Duration> completion;
    std::optional<Duration> deadline;      // after the arrival
    bool missedDeadline = false;           // also one that is past and not kept yet

    std::optional<Duration> response() const { return start ? std::optional{*start - arrival} : std::nullopt; }
    std::optional<Duration> turnaround() const {
        return completion ? std::optional{*completion - arrival} : std::nullopt;
    }
};

struct CoreSlice {
    std::uint32_t core = 0;                // counted from 0 in the order of the core lanes
    ActorId actor;
    Duration begin{};                      // on the same axis as the arrivals
    Duration end{};
};

struct ScheduleTable {
    std::vector<JobRow> jobs;              // in the order of creation
    std::vector<CoreSlice> slices;         // by begin, then by core
    Duration origin{};                     // where the axis of this table begins on the trace's
    Duration length{};                     // from the origin to the last completion, or to the moment asked for
    std::uint32_t cores = 0;
    std::vector<Duration> busy;            // by core
    std::uint64_t switches = 0;            // from one job to another on a core
    std::uint64_t migrations = 0;          // of a job to another core than its last

    // Over the jobs that have the number; 0 where none has. Milliseconds.
    double averageWaitingMs() const;
    double averageTurnaroundMs() const;
    double averageResponseMs() const;
    double utilization() const;            // of all cores together, 0..1
    double throughput() const;             // completed jobs a second
    double fairness() const;               // Jain's index of CPU time by turnaround: 1 fair, 1/n one has all
    std::size_t deadlineMisses() const;
};

// Up to `t`; the whole run by default.
ScheduleTable scheduleTableOf(const Store& store, TraceTime t = kEndOfTime);

}  // namespace interleave
