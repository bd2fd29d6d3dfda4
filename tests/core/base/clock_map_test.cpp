// Ticks become one time axis that never turns back and never jumps.
#include "core/base/clock.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <random>

namespace interleave {
namespace {

// A counter of 2.5 GHz whose rate drifts slowly, read with an error of at most `jitter` ns.
class DriftingCounter {
public:
    explicit DriftingCounter(std::uint64_t seed, double jitter) : m_random(seed), m_jitter(-jitter, jitter) {}

    static constexpr std::int64_t kBoot = 1'000'000'000'000;
    static constexpr Ticks kFirst = 77'000'000'000;

    // Drift: 20 parts in a million, coming and going over ten seconds.
    static Ticks ticksAt(std::int64_t ns) {
        const double seconds = static_cast<double>(ns) / 1e9;
        const double drift = 20e-6 * std::sin(seconds / 10.0) * 10.0;
        return kFirst + static_cast<Ticks>((seconds + drift) * 2.5e9);
    }
    ClockPair pairAt(std::int64_t ns) {
        return {ticksAt(ns), kBoot + ns + static_cast<std::int64_t>(m_jitter(m_random)), 50};
    }

private:
    std::mt19937_64 m_random;
    std::uniform_real_distribution<double> m_jitter;
};

TEST(ClockMap, BeginsAtZeroAndRunsAtTheGivenRate) {
    const ClockMap map({1000, 5'000'000, 0}, 0.4);
    EXPECT_EQ(map.timeAt(1000), TraceTime{0});
    EXPECT_EQ(map.timeAt(1000 + 2'500'000), TraceTime{1'000'000});
    EXPECT_EQ(map.timeOfMonotonic(5'000'123), TraceTime{123});
}

TEST(ClockMap, NeverTurnsBackAndNeverJumpsOverCalibrations) {
    DriftingCounter counter(7, 100.0);
    ClockMap map(counter.pairAt(0), 0.4 * 1.0001);  // the first rate is wrong by a hundred parts in a million
    constexpr std::int64_t kStep = 1'000'000;
    TraceTime last{-1};
    for (std::int64_t ns = 0; ns < 60'000'000'000; ns += kStep) {
        const TraceTime now = map.timeAt(DriftingCounter::ticksAt(ns));
        ASSERT_GE(now, last);
        if (last.ns >= 0) {
            ASSERT_LE((now - last).count(), kStep * 2) << "jumped at " << ns;
        }
        last = now;
        if (ns % 1'000'000'000 == 0 && ns > 0) {
            map.calibrate(counter.pairAt(ns));
            ASSERT_LE(std::abs((map.timeAt(DriftingCounter::ticksAt(ns)) - now).count()), 1)
                << "a calibration moved the present";
        }
    }
}

TEST(ClockMap, WorksOffTheErrorOfItsFirstRate) {
    DriftingCounter counter(11, 100.0);
    ClockMap map(counter.pairAt(0), 0.4 * 1.0001);
    std::int64_t worst = 0;
    for (std::int64_t ns = 1'000'000'000; ns <= 30'000'000'000; ns += 1'000'000'000) {
        const std::int64_t shown = map.timeAt(DriftingCounter::ticksAt(ns)).ns;
        if (ns > 3'000'000'000) worst = std::max(worst, std::abs(shown - ns));
        map.calibrate(counter.pairAt(ns));
    }
    // 20 ppm of drift within one second of calibrating is 20 µs at the very most.
    EXPECT_LT(worst, 25'000);
    EXPECT_GE(map.worstError().count(), 90'000) << "the first second was wrong by 100 µs and that is told";
}

TEST(ClockMap, WhatWasConvertedStaysConverted) {
    DriftingCounter counter(3, 0.0);
    ClockMap map(counter.pairAt(0), 0.4 * 1.001);
    std::vector<std::pair<Ticks, TraceTime>> seen;
    for (std::int64_t ns = 0; ns < 5'000'000'000; ns += 7'000'000) {
        const Ticks ticks = DriftingCounter::ticksAt(ns);
        seen.emplace_back(ticks, map.timeAt(ticks));
        if (ns % 700'000'000 == 0 && ns > 0) map.calibrate(counter.pairAt(ns));
    }
    for (const auto& [ticks, time] : seen) EXPECT_LE(std::abs((map.timeAt(ticks) - time).count()), 1);
}

TEST(ClockMap, AnOlderPairChangesNothing) {
    ClockMap map({1000, 0, 0}, 1.0);
    map.calibrate({2000, 1100, 0});
    const TraceTime before = map.timeAt(5000);
    map.calibrate({1500, 900'000, 0});
    EXPECT_EQ(map.timeAt(5000), before);
}

TEST(ClockMap, FollowsThisMachinesClocks) {
    const TickSource source = bestTickSource();
    const ClockPair base = readBothClocks(source);
    ClockMap map(base, measureNsPerTick(source, std::chrono::milliseconds(20)));
    const ClockPair later = readBothClocks(source);
    const auto error = (map.timeAt(later.ticks) - map.timeOfMonotonic(later.monotonic)).count();
    EXPECT_LT(std::abs(error), 200'000) << "of about 20 ms";
}

}  // namespace
}  // namespace interleave
