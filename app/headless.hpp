// `run`: one scenario, once or many times, without a window.
#pragma once

#include "app/command_line.hpp"
#include "app/exit_status.hpp"
#include "app/interruption.hpp"

namespace interleave::app {

// Everything that can be refused is refused before anything runs: names, values, and targets that cannot be written.
ExitStatus runScenario(const RunScenario& command);
// As above, one of several: `interruption` is theirs together.
ExitStatus runScenario(const RunScenario& command, const Interruption& interruption);

// "race.png" as "race-fcfs.png", where a run is one of several.
std::string pathFor(const std::string& path, const std::string& variant);

}  // namespace interleave::app
