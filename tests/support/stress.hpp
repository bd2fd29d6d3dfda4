// How hard a test tries that kills, or asks again and again.
#pragma once

#include <algorithm>
#include <cstdlib>

namespace interleave {

// INTERLEAVE_STRESS=200 in the environment makes as many.
inline int timesWanted(int otherwise) {
    const char* const wish = std::getenv("INTERLEAVE_STRESS");
    return wish ? std::max(1, std::atoi(wish)) : otherwise;
}

}  // namespace interleave
