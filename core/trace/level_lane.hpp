// A number over time, as steps: a queue's fill level, a variable's value. 16 bytes a step and the extremes
// of every 64 steps, so a pixel column knows its lowest and highest without looking at each.
// Confined to one thread.
#pragma once

#include <cstdint>

#include "core/base/time.hpp"
#include "core/trace/column.hpp"

namespace interleave {

struct Level {
    TraceTime at;
    std::int64_t value = 0;
};

struct Extremes {
    std::int64_t low = 0;
    std::int64_t high = 0;
};

class LevelLane {
public:
    static constexpr std::size_t kBlock = 64;
    static constexpr std::size_t kNone = ~std::size_t{0};

    // Times never decrease (an earlier one is taken as the last).
    void step(TraceTime at, std::int64_t value);

    bool empty() const { return m_steps.empty(); }
    std::size_t first() const { return m_steps.first(); }
    std::size_t end() const { return m_steps.end(); }
    const Level& operator[](std::size_t index) const { return m_steps[index]; }

    // Index of the last step at or before `t`; kNone before the first one held.
    std::size_t find(TraceTime t) const;
    // Value at `t`, or `before` where there was none yet.
    std::int64_t valueAt(TraceTime t, std::int64_t before = 0) const;
    // Lowest and highest value in `range`, the value at its beginning included.
    Extremes extremes(TimeRange range, std::int64_t before = 0) const;

    void forgetBefore(TraceTime t);
    std::size_t bytes() const { return m_steps.bytes() + m_blocks.bytes(); }

    using Steps = Column<Level, 1024>;
    using Blocks = Column<Extremes, 1024 / kBlock>;
    const Steps& steps() const { return m_steps; }
    const Blocks& blocks() const { return m_blocks; }
    void adopt(std::span<const Level> steps, std::span<const Extremes> blocks, std::size_t firstIndex);

private:
    Steps m_steps;
    Blocks m_blocks;
};

}  // namespace interleave
