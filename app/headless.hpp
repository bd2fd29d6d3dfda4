// `run`: one scenario, once or many times, without a window.
#pragma once

#include <string>
#include <vector>

#include "app/command_line.hpp"
#include "app/exit_status.hpp"
#include "app/interruption.hpp"

namespace interleave::app {

// Everything that can be refused is refused before anything runs: names, values, and targets that cannot be written.
ExitStatus runScenario(const RunScenario& command);
// As above, one of several: `interruption` is theirs together. Adds to `written` what lies on the disk afterwards,
// whatever the status is.
ExitStatus runScenario(const RunScenario& command, const Interruption& interruption, std::vector<std::string>& written);

// "race.png" as "race-fcfs.png", where a run is one of several.
std::string pathFor(const std::string& path, const std::string& variant);
// Whether `path` is to be one picture of all the runs that are compared; everything else is written of each.
bool isOfAll(const RunScenario& command, const std::string& path);

}  // namespace interleave::app
