// What `interleave schedule` prints of a run of multitasking/your-jobs: one JSON object, or tables for a person.
#pragma once

#include <string>

#include "app/json.hpp"
#include "core/trace/store.hpp"

namespace interleave::app {

// policy, clock, cores, quantum_ms (null where there are no slices, a list where the queues differ), jobs, slices,
// averages, context_switches, cpu_utilization; all times in ms. A job that has not come so far has nulls.
Json scheduleJson(const Store& store);
// The same for a terminal; a run on real workers has the textbook's turnaround beside its own.
std::string scheduleSummary(const Store& store);

}  // namespace interleave::app
