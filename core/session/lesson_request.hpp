// An entry of a lesson list as a run that can be started, and back.
#pragma once

#include "core/scenario/lesson_list.hpp"
#include "core/session/session.hpp"

namespace interleave {

// What the entry does not say is as the scenario has it. Refuses, in one sentence, what cannot be run here.
Expected<RunRequest> requestOf(const LessonEntry& entry);

// Runtime, pace and seed are said, and those parameters that are not as the scenario has them.
LessonEntry entryOf(const RunRequest& request);

}  // namespace interleave
