// `list` and `show`: what can be run.
#pragma once

#include "app/command_line.hpp"
#include "app/exit_status.hpp"

namespace interleave::app {

ExitStatus listScenarios(const ListScenarios& command);
ExitStatus showScenario(const ShowScenario& command);

// "there is no scenario 'x'; did you mean 'y'? `interleave list` names them all"
std::string unknownScenario(std::string_view typed);

}  // namespace interleave::app
