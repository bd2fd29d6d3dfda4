#include "core/trace/line_lane.hpp"

namespace interleave {

void LineLane::enter(TraceTime at, std::uint16_t line) {
    if (!m_packed.empty() && (m_packed.back() & 0xFFFF) == line) return;
    m_packed.push((static_cast<std::uint64_t>(at.ns) << 16) | line);
}

std::size_t LineLane::find(TraceTime t) const {
    const std::uint64_t limit = (static_cast<std::uint64_t>(t.ns) << 16) | 0xFFFF;
    std::size_t low = m_packed.first();
    std::size_t high = m_packed.end();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (m_packed[middle] <= limit) low = middle + 1;
        else high = middle;
    }
    return low;
}

std::uint16_t LineLane::lineAt(TraceTime t) const {
    if (t.ns < 0) return 0;
    const std::size_t after = find(t);
    return after == m_packed.first() ? std::uint16_t{0} : static_cast<std::uint16_t>(m_packed[after - 1] & 0xFFFF);
}

void LineLane::forgetBefore(TraceTime t) {
    const std::size_t after = find(t);
    if (after > m_packed.first()) m_packed.forgetBefore(after - 1);
}

}  // namespace interleave
