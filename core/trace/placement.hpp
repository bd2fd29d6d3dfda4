// Where a ready task stands among the others, as its scheduler told it.
#pragma once

#include <cstdint>

namespace interleave {

// Shelves are shown one below the other, 0 on top; on a shelf tasks stand by rising rank, equal ranks by arrival, then
// by number. A shelf is one level of one queue: levels count from 0; queue 0 serves all cores, queue n only core n - 1.
struct Placement {
    std::uint32_t shelf = 0;
    std::uint32_t rank = 0;

    static constexpr std::uint32_t kLevels = 256;  // of one queue
    constexpr std::uint32_t level() const { return shelf % kLevels; }
    constexpr std::uint32_t queue() const { return shelf / kLevels; }
    friend constexpr bool operator==(Placement, Placement) = default;
};

}  // namespace interleave
