#include "core/trace/interval_lane.hpp"

#include <algorithm>

namespace interleave {

void IntervalLane::enter(TraceTime at, LookId look, std::uint8_t laneClass) {
    if (!m_packed.empty()) {
        const TraceTime last = unpackTime(m_packed.back());
        at = std::max(at, last);
        if (lookOf(m_packed.end() - 1) == look) return;
        if (at == last) {  // it never lasted
            m_packed.back() = (static_cast<std::uint64_t>(at.ns) << 16) | look;
            m_lastClass = laneClass;
            return;
        }
        m_sums[m_lastClass] += (at - last).count();
    }
    if (m_packed.end() % kSampleEvery == 0) m_samples.push(PackedShares(m_sums));
    m_packed.push((static_cast<std::uint64_t>(at.ns) << 16) | look);
    m_lastClass = laneClass;
}

Interval IntervalLane::at(std::size_t index, TraceTime now) const {
    const TraceTime begin = beginOf(index);
    const TraceTime end = index + 1 < m_packed.end() ? beginOf(index + 1) : std::max(begin, now);
    return {begin, end, lookOf(index)};
}

std::size_t IntervalLane::find(TraceTime t) const {
    return findFrom(m_packed.first(), t);
}

std::size_t IntervalLane::findFrom(std::size_t hint, TraceTime t) const {
    if (m_packed.empty() || t < beginOf(m_packed.first())) return kNone;
    std::size_t low = hint == kNone ? m_packed.first() : std::max(hint, m_packed.first());
    // Gallop: sweeps land near where they were.
    std::size_t step = 1;
    std::size_t high = low + 1;
    while (high < m_packed.end() && beginOf(high) <= t) {
        low = high;
        high = low + step;
        step *= 2;
    }
    high = std::min(high, m_packed.end());
    while (low + 1 < high) {
        const std::size_t middle = low + (high - low) / 2;
        (beginOf(middle) <= t ? low : high) = middle;
    }
    return low;
}

LookId IntervalLane::lookAt(TraceTime t) const {
    const std::size_t index = find(t);
    return index == kNone ? LookId{0} : lookOf(index);
}

Shares IntervalLane::timeUpTo(TraceTime t, std::size_t index, const LookTable& looks) const {
    if (index == kNone) return {};
    std::size_t i = index / kSampleEvery * kSampleEvery;
    Shares sums = m_samples[i / kSampleEvery].unpacked();
    TraceTime begin = beginOf(i);
    for (; i < index; ++i) {
        const TraceTime next = beginOf(i + 1);
        sums[looks[lookOf(i)].laneClass] += (next - begin).count();
        begin = next;
    }
    sums[looks[lookOf(index)].laneClass] += (t - begin).count();
    return sums;
}

Shares IntervalLane::shares(TimeRange range, const LookTable& looks) const {
    const std::size_t from = find(range.begin);
    const std::size_t to = findFrom(from, range.end);
    if (to == kNone) return {};
    Shares result = timeUpTo(range.end, to, looks);
    // A range that begins before the first interval held does not count what is forgotten.
    const Shares before = from == kNone ? m_samples[m_samples.first()].unpacked() : timeUpTo(range.begin, from, looks);
    for (std::size_t c = 0; c < kLaneClasses; ++c) result[c] -= before[c];
    return result;
}

void IntervalLane::forgetBefore(TraceTime t) {
    const std::size_t index = find(t);
    if (index == kNone) return;
    m_packed.forgetBefore(index);
    m_samples.forgetBefore(m_packed.first() / kSampleEvery);
}

void IntervalLane::adopt(std::span<const std::uint64_t> packed, std::span<const PackedShares> samples,
                         std::size_t firstIndex, const LookTable& looks) {
    m_packed.adopt(packed, firstIndex);
    m_samples.adopt(samples, firstIndex / kSampleEvery);
    if (m_packed.empty()) return;
    const std::size_t last = m_packed.end() - 1;
    m_lastClass = looks[lookOf(last)].laneClass;
    m_sums = timeUpTo(beginOf(last), last, looks);
}

}  // namespace interleave
