// `run`: one scenario, once or many times, without a window.
#pragma once

#include "app/command_line.hpp"
#include "app/exit_status.hpp"

namespace interleave::app {

// Everything that can be refused is refused before anything runs: names, values, and targets that cannot be written.
ExitStatus runScenario(const RunScenario& command);

}  // namespace interleave::app
