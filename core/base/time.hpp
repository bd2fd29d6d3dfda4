// The one time axis: nanoseconds since the arena of the run was made.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <limits>

namespace interleave {

using Duration = std::chrono::nanoseconds;

struct TraceTime {
    std::int64_t ns = 0;

    friend constexpr auto operator<=>(TraceTime, TraceTime) = default;
    friend constexpr Duration operator-(TraceTime a, TraceTime b) { return Duration{a.ns - b.ns}; }
    friend constexpr TraceTime operator+(TraceTime t, Duration d) { return {t.ns + d.count()}; }
    friend constexpr TraceTime operator-(TraceTime t, Duration d) { return {t.ns - d.count()}; }
};

inline constexpr TraceTime kEndOfTime{std::numeric_limits<std::int64_t>::max()};

// From `begin` up to, not including, `end`.
struct TimeRange {
    TraceTime begin;
    TraceTime end;

    constexpr Duration length() const { return end - begin; }
    constexpr bool contains(TraceTime t) const { return begin <= t && t < end; }
    constexpr bool empty() const { return end <= begin; }
    friend constexpr bool operator==(TimeRange, TimeRange) = default;
};

constexpr double milliseconds(Duration d) { return static_cast<double>(d.count()) / 1e6; }
constexpr double seconds(Duration d) { return static_cast<double>(d.count()) / 1e9; }

}  // namespace interleave
