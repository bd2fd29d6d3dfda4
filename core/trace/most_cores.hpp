// The largest machine that a trace can tell of.
#pragma once

#include <cstdint>

namespace interleave {

inline constexpr std::int64_t kMostCores = 4096;

}  // namespace interleave
