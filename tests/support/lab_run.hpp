// Runs a program of a test on a real runtime inside this process and gives back what its trace says.
#pragma once

#include <functional>

#include "core/runtime/lab.hpp"
#include "core/trace/store.hpp"

namespace interleave {

// Runs `body` to its end and returns the whole trace, checked for nothing lost. Not for bodies that deadlock: those
// never end.
Store runInThisProcess(const RunnerOrder& order, std::function<void(Lab&)> body);

// As it, for bodies that may come to a standstill: ends then, too, and leaves the actors where they are.
// Only in a process that ends by _exit.
Store runToStandstill(const RunnerOrder& order, std::function<void(Lab&)> body);

// The order of a test: that runtime, free pace, `cores` workers.
RunnerOrder testOrder(RuntimeKind runtime, std::uint32_t cores = 2);

// The runtimes that every primitive must work on.
inline constexpr RuntimeKind kRuntimes[] = {RuntimeKind::threads, RuntimeKind::workers, RuntimeKind::coroutines,
                                              RuntimeKind::virtualTime};

// What TraceCheck found against the trace, a line each: "" where all laws were obeyed.
std::string brokenLawsOf(const Store& store);

// The value of a result that the run told; fails the test where there is none.
std::int64_t resultOf(const Store& store, std::string_view name);

}  // namespace interleave
