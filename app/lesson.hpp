// `lesson`: a teacher's list of scenarios, told or drawn.
#pragma once

#include "app/command_line.hpp"
#include "app/exit_status.hpp"

namespace interleave::app {

// With a folder, every entry is run and drawn even where others fail; which ones did is told at the end, and the status
// is the gravest. Refuses before anything runs: a list that is wrong, a folder that cannot be made,
// files that are there.
ExitStatus goThroughLesson(const GoThroughLesson& command);

}  // namespace interleave::app
