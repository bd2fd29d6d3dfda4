// Two clocks and the map between them: the time-stamp counter, which costs 9 ns to read and is
// what events carry, and CLOCK_MONOTONIC, which is what the kernel's records and people use.
//
// Where the machine has no invariant counter, ticks ARE CLOCK_MONOTONIC nanoseconds.
#pragma once

#include <time.h>

#include <cstdint>
#include <vector>

#include "core/base/time.hpp"

#if defined(__x86_64__)
#include <x86intrin.h>
#endif

namespace interleave {

using Ticks = std::uint64_t;

// virtualTime: nobody's clock; a run in virtual time says itself what time it is.
enum class TickSource : std::uint32_t { timestampCounter, monotonicClock, virtualTime };

inline std::int64_t monotonicNs() noexcept {
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1'000'000'000LL + now.tv_nsec;
}

// The counter if it is invariant (constant rate, never stops), else the clock.
// INTERLEAVE_TICKS=monotonic in the environment pretends that it is not.
TickSource bestTickSource() noexcept;

// May be read a few instructions early by an out-of-order core.
inline Ticks readTicks(TickSource source) noexcept {
#if defined(__x86_64__)
    if (source == TickSource::timestampCounter) [[likely]]
        return __rdtsc();
#endif
    return static_cast<Ticks>(monotonicNs());
}

// No reading after this one is made before everything that precedes it in the program has been done.
inline void fenceReadings() noexcept {
#if defined(__x86_64__)
    _mm_lfence();
#endif
}

// As readTicks, behind such a fence: what was acquired is never stamped earlier than it was released by another core.
inline Ticks readTicksAfter(TickSource source) noexcept {
    fenceReadings();
    return readTicks(source);
}

// Both clocks read at one moment.
struct ClockPair {
    Ticks ticks = 0;
    std::int64_t monotonic = 0;
    std::int64_t uncertainty = 0;  // ns: half the width of the tightest of a few tries
};
ClockPair readBothClocks(TickSource source) noexcept;

// From ticks to TraceTime, continuous and never decreasing. A new pair bends the line from now on,
// so that the error seen is gone by the next pair; what was converted before stays as it was.
// Confined to one thread.
class ClockMap {
public:
    // `base` is where TraceTime 0 lies. The rate starts as `nsPerTick` says.
    ClockMap(ClockPair base, double nsPerTick);

    TraceTime timeAt(Ticks ticks) const noexcept;
    TraceTime timeOfMonotonic(std::int64_t ns) const noexcept { return {ns - m_base.monotonic}; }

    // Feeds a new pair, later than the last one.
    void calibrate(const ClockPair& pair);

    // The largest difference seen between the line and the clock at a calibration.
    Duration worstError() const noexcept { return Duration{m_worstError}; }

private:
    // From `from` on, until the next segment begins.
    struct Segment {
        Ticks from = 0;
        double ns = 0;  // TraceTime there
        double nsPerTick = 1;
    };

    ClockPair m_base;
    std::vector<Segment> m_segments;  // never empty
    ClockPair m_last;
    std::int64_t m_worstError = 0;
};

// Rate of the counter, measured for about `forHowLong`.
double measureNsPerTick(TickSource source, Duration forHowLong);

}  // namespace interleave
