#include "core/trace/level_lane.hpp"

#include <algorithm>

namespace interleave {

void LevelLane::step(TraceTime at, std::int64_t value) {
    if (!m_steps.empty()) at = std::max(at, m_steps.back().at);
    if (m_steps.end() % kBlock == 0) m_blocks.push({value, value});
    Extremes& block = m_blocks.back();
    block.low = std::min(block.low, value);
    block.high = std::max(block.high, value);
    m_steps.push({at, value});
}

std::size_t LevelLane::find(TraceTime t) const {
    std::size_t low = m_steps.first();
    std::size_t high = m_steps.end();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (m_steps[middle].at <= t) low = middle + 1;
        else high = middle;
    }
    return low == m_steps.first() ? kNone : low - 1;
}

std::int64_t LevelLane::valueAt(TraceTime t, std::int64_t before) const {
    const std::size_t index = find(t);
    return index == kNone ? before : m_steps[index].value;
}

Extremes LevelLane::extremes(TimeRange range, std::int64_t before) const {
    const std::size_t from = find(range.begin);
    const std::int64_t start = from == kNone ? before : m_steps[from].value;
    Extremes result{start, start};
    const auto take = [&](std::int64_t low, std::int64_t high) {
        result.low = std::min(result.low, low);
        result.high = std::max(result.high, high);
    };
    std::size_t i = from == kNone ? m_steps.first() : from + 1;
    while (i < m_steps.end() && m_steps[i].at < range.end) {
        const bool wholeBlock =
            i % kBlock == 0 && i + kBlock <= m_steps.end() && m_steps[i + kBlock - 1].at < range.end;
        if (wholeBlock) {
            take(m_blocks[i / kBlock].low, m_blocks[i / kBlock].high);
            i += kBlock;
        } else {
            take(m_steps[i].value, m_steps[i].value);
            ++i;
        }
    }
    return result;
}

void LevelLane::forgetBefore(TraceTime t) {
    const std::size_t index = find(t);
    if (index == kNone) return;
    m_steps.forgetBefore(index);
    m_blocks.forgetBefore(m_steps.first() / kBlock);
}

void LevelLane::adopt(std::span<const Level> steps, std::span<const Extremes> blocks, std::size_t firstIndex) {
    m_steps.adopt(steps, firstIndex);
    m_blocks.adopt(blocks, firstIndex / kBlock);
}

}  // namespace interleave
