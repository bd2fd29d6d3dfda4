// Times as a listing prints them: in whole seconds or tenths, so that two runs of one program print the same.
#pragma once

#include <cmath>
#include <string>

#include "core/base/time.hpp"

namespace interleave::catalogue {

inline double secondsOf(Duration time) { return static_cast<double>(time.count()) / 1e9; }
inline double msOf(Duration time) { return static_cast<double>(time.count()) / 1e6; }
inline std::string wholeSeconds(Duration time) { return std::to_string(std::llround(secondsOf(time))) + " s"; }

}  // namespace interleave::catalogue
