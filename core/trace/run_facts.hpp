// What is known of a run beside its events: what was asked for, on which machine, and how it ended.
// Every export and saved file carries it.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/base/time.hpp"

namespace interleave {

enum class RuntimeKind : std::uint8_t { processes, threads, workers, coroutines, virtualTime };
enum class Pace : std::uint8_t { free, steered, step };
enum class Ended : std::uint8_t { notYet, finished, deadlocked, stopped, timeout, stalled, crashed, killed };
// `killed`: by a signal that the program brought upon itself, where that is its scenario's lesson; else that is a
// crash. Which of the three tiers of kernel truth served the run.
enum class KernelTier : std::uint8_t { ownEvents, switchRecords, tracepoints };

// The words of the command line and of the JSON.
std::string_view nameOf(RuntimeKind kind);
std::string_view nameOf(Pace pace);
std::string_view nameOf(Ended ended);
std::string_view nameOf(KernelTier tier);
// False where there is no such word.
bool parse(std::string_view word, RuntimeKind& kind);
bool parse(std::string_view word, Pace& pace);

struct RunFacts {
    std::string scenario;                                        // "locks/deadlock"
    std::string variant;                                         // of a scenario that compares: which of its runs
    RuntimeKind runtime = RuntimeKind::threads;
    Pace pace = Pace::free;
    std::uint64_t seed = 1;
    std::uint32_t cores = 1;
    double tempo = 1.0;
    std::vector<std::pair<std::string, std::string>> params;     // in the scenario's order, as shown
    KernelTier tier = KernelTier::ownEvents;
    std::string tierReason;                                      // why not the next tier; as spoken when it ran
    Duration clockError{};                                       // between our events and the kernel's, at most
    std::string startedAt;                                       // wall clock, ISO 8601
    std::string machine;                                         // "2 × AMD EPYC, Linux 6.1"
    Ended ended = Ended::notYet;
    std::string endedWhy;                                        // where `ended` needs a sentence (crashed, killed)
    Duration wall{};
    std::int64_t runnerPid = 0;
};

}  // namespace interleave
