// A scenario that compares is several runs of one body, a runner each, made one after the other; each carries its name.
//
// Thread safety: pure.
#pragma once

#include <vector>

#include "core/session/session.hpp"

namespace interleave {

// The runs that `request`, which is checked, asks for: itself, where its scenario does not compare.
std::vector<RunRequest> runsOf(const RunRequest& request);

}  // namespace interleave
