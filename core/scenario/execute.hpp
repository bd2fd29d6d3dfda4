// Runs one scenario in this process: the runner's whole work.
#pragma once

#include "core/base/error.hpp"
#include "core/runtime/fresh_start.hpp"
#include "core/runtime/runner_order.hpp"
#include "core/trace/arena.hpp"

namespace interleave {

// Returns when every actor has ended; a deadlocked run never does. Refuses a scenario, runtime or parameter that is
// not there. Call it in a process that has no other threads.
Expected<void> runScenario(Arena& arena, const RunnerOrder& order);

// In a program that was started anew for one actor: lives as that one, and ends this process.
// Returns only where it cannot.
Error runFresh(Arena& arena, const FreshStart& start);

}  // namespace interleave
