// `export` and `check`: what can be done with a saved trace.
#pragma once

#include "app/command_line.hpp"
#include "app/exit_status.hpp"

namespace interleave::app {

ExitStatus exportFile(const ExportFile& command);
// Replays every event of the file against the laws; lawBroken where one does not hold.
ExitStatus checkFile(const CheckFile& command);

}  // namespace interleave::app
