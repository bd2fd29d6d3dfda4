// What a program does wrong with a lock: told on the timeline, and in a sentence that names who and what.
#pragma once

#include <string>

#include "core/sync/caller.hpp"

namespace interleave {

// Records that the caller did that to `object` without holding `lock` (the same, or a condition's), and returns the
// sentence. `holder`: who holds it instead; kNone for nobody.
std::string recordMisuse(const Caller& caller, Misuse misuse, ObjectId object, ObjectId lock, ActorId holder);

}  // namespace interleave
