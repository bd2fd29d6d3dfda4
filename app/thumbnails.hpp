// `thumbnails`: the gallery's small pictures, made from real runs.
#pragma once

#include "app/command_line.hpp"
#include "app/exit_status.hpp"

namespace interleave::app {

ExitStatus makeThumbnails(const MakeThumbnails& command);

}  // namespace interleave::app
