// A job as textbooks list them: a name, when it arrives,
// what it computes and how long it waits for a device in between.
//
//   24,3,3                                                 three jobs that arrive at 0: P1, P2, P3
//   name=A,arrival=0,cpu=5,io=3,cpu=4,priority=1           one job; several are separated by ";"
//
// Thread safety: pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.hpp"
#include "core/sched/task_account.hpp"

namespace interleave {

struct Job {
    std::string name;
    Duration arrival{};
    std::vector<Duration> bursts;  // CPU, I/O, CPU, …: odd in number, so that it begins and ends with the CPU
    int priority = 0;
    int nice = 0;
    std::int64_t tickets = 100;
    std::optional<Duration> deadline;  // after its arrival
    std::optional<std::uint32_t> core;

    Duration cpu() const;  // all of its CPU bursts
    Duration io() const;   // all of its I/O bursts
    TaskDeclaration declaration() const;
    friend bool operator==(const Job&, const Job&) = default;
};

inline constexpr std::size_t kMostJobs = 1000;

// One job, "name=A,cpu=5". `place`, counted from 1, names a job that has no name: P1. Refuses what it does not
// understand, naming what is valid. Times are milliseconds and may have a fraction.
Expected<Job> parseJob(std::string_view text, std::size_t place);
// Either form above. Refuses an empty list, two jobs of one name, and more than kMostJobs.
Expected<std::vector<Job>> parseJobs(std::string_view text);
// The same, read back by parseJobs; what has its default is left out.
std::string toText(const std::vector<Job>& jobs);
// A list of objects with the same keys as above, "bursts": [5, 3, 4] in the place of cpu and io, or {"jobs": [ … ]}.
// `file` is named in errors.
Expected<std::vector<Job>> jobsFromJson(std::string_view json, std::string_view file);

// What a teacher might make up: arrivals within `count` × 5 ms, 1 to 3 bursts of 1 to 20 ms, priorities 0 to 4.
std::vector<Job> randomJobs(std::size_t count, std::uint64_t seed);

}  // namespace interleave
