// A lane as back-to-back intervals: each begins where the one before it ends; the last is still open.
//
// 8 bytes an interval (48 bits of ns: 78 hours; 16 bits of look) and a sampled prefix sum of the time spent in
// each class every 64 intervals (1.5 bytes an interval): 9.5 bytes in all. The shares of any range come from two
// binary searches and at most 128 steps, whatever lies between. Confined to one thread; while nobody writes, any number
// may read.
#pragma once

#include <cstdint>

#include "core/base/time.hpp"
#include "core/trace/column.hpp"
#include "core/trace/look.hpp"

namespace interleave {

struct Interval {
    TraceTime begin;
    TraceTime end;
    LookId look = 0;

    Duration length() const { return end - begin; }
};

// Shares as they are kept: 48 bits each, as many as an interval's time has. 6 bytes a class instead of 8.
class PackedShares {
public:
    PackedShares() = default;
    explicit PackedShares(const Shares& shares) {
        for (std::size_t c = 0; c < kLaneClasses; ++c) {
            m_low[c] = static_cast<std::uint32_t>(shares[c]);
            m_high[c] = static_cast<std::uint16_t>(shares[c] >> 32);
        }
    }

    std::int64_t operator[](std::size_t laneClass) const {
        return static_cast<std::int64_t>(std::uint64_t{m_high[laneClass]} << 32 | m_low[laneClass]);
    }
    Shares unpacked() const {
        Shares shares;
        for (std::size_t c = 0; c < kLaneClasses; ++c) shares[c] = (*this)[c];
        return shares;
    }

private:
    std::array<std::uint32_t, kLaneClasses> m_low{};
    std::array<std::uint16_t, kLaneClasses> m_high{};
};

class IntervalLane {
public:
    static constexpr std::size_t kSampleEvery = 64;
    static constexpr std::size_t kNone = ~std::size_t{0};

    // From `at` on the lane looks like `look`, which is of class `laneClass`. Times never decrease (an earlier one
    // is taken as the last); the same look again changes nothing; a look that lasted 0 ns is replaced.
    void enter(TraceTime at, LookId look, std::uint8_t laneClass);

    bool empty() const { return m_packed.empty(); }
    std::size_t first() const { return m_packed.first(); }
    std::size_t end() const { return m_packed.end(); }
    std::size_t size() const { return m_packed.size(); }
    TraceTime beginOf(std::size_t index) const { return unpackTime(m_packed[index]); }
    LookId lookOf(std::size_t index) const { return static_cast<LookId>(m_packed[index] & 0xFFFF); }

    // The interval `index`; an open one is said to end at `now`.
    Interval at(std::size_t index, TraceTime now) const;
    // Index of the interval that `t` falls in; kNone before the first one held.
    std::size_t find(TraceTime t) const;
    // As find, searching on from `hint` (an index from an earlier, not later, time): for sweeps over pixels.
    std::size_t findFrom(std::size_t hint, TraceTime t) const;
    // What the lane looks like at `t`; look 0 before its beginning.
    LookId lookAt(TraceTime t) const;

    // Time spent in each class from the beginning of the lane up to `t`; the last interval is open.
    // `index` is find(t), or kNone.
    Shares timeUpTo(TraceTime t, std::size_t index, const LookTable& looks) const;
    Shares shares(TimeRange range, const LookTable& looks) const;

    // Forgets what ended before `t`, by whole chunks.
    void forgetBefore(TraceTime t);
    std::size_t bytes() const { return m_packed.bytes() + m_samples.bytes(); }

    // The raw columns, for saved files.
    using Packed = Column<std::uint64_t, 1024>;
    using Samples = Column<PackedShares, 1024 / kSampleEvery>;
    const Packed& packed() const { return m_packed; }
    const Samples& samples() const { return m_samples; }
    // `firstIndex` is a multiple of 1024. `sums` are the sums at the last interval, class `lastClass`.
    void adopt(std::span<const std::uint64_t> packed, std::span<const PackedShares> samples, std::size_t firstIndex,
               const LookTable& looks);

private:
    static TraceTime unpackTime(std::uint64_t packed) { return {static_cast<std::int64_t>(packed >> 16)}; }

    Packed m_packed;
    Samples m_samples;         // sums at the beginning of every 64th interval
    Shares m_sums{};           // sums at the beginning of the last interval
    std::uint8_t m_lastClass = 0;
};

}  // namespace interleave
