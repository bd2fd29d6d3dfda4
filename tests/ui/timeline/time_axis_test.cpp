#include "ui/timeline/time_axis.hpp"
#include "tests/support/trace_look.hpp"

#include <gtest/gtest.h>

namespace interleave::ui {
namespace {

TimeRange between(std::int64_t beginNs, std::int64_t endNs) { return {{beginNs}, {endNs}}; }

std::vector<QString> labels(TimeRange visible, double width, double spacing) {
    std::vector<QString> result;
    for (const Tick& tick : placeTicks(visible, width, spacing))
        result.push_back(QString(tick.label).replace(QChar(0xA0), ' '));
    return result;
}

TEST(TimeAxis, AMomentFallsWhereItsShareOfTheWidthIs) {
    EXPECT_DOUBLE_EQ(pixelAt({500 * kMs}, between(0, 1000 * kMs), 800), 400);
    EXPECT_DOUBLE_EQ(pixelAt({-100 * kMs}, between(0, 1000 * kMs), 800), -80) << "not clamped";
    EXPECT_DOUBLE_EQ(pixelAt({5}, between(7, 7), 800), 0) << "an empty range has no place for anything";
}

TEST(TimeAxis, AndComesBackFromItsPixel) {
    const TimeRange visible = between(1'234 * kMs, 5'678 * kMs);
    for (const double x : {0.0, 1.0, 333.25, 1013.0}) {
        const TraceTime t = timeAt(x, visible, 1013);
        EXPECT_NEAR(pixelAt(t, visible, 1013), x, 1e-6);
    }
    EXPECT_EQ(timeAt(10, visible, 0), visible.begin) << "a view without width shows its beginning";
}

TEST(TimeAxis, StepsAreOneTwoFourOrFiveTimesAPowerOfTen) {
    EXPECT_EQ(tickStep(between(0, 3'200 * kMs), 1013, 96).count(), 400 * kMs);
    EXPECT_EQ(tickStep(between(0, 1'000 * kMs), 1000, 96).count(), 100 * kMs);
    EXPECT_EQ(tickStep(between(0, 100), 1000, 96).count(), 10);
    EXPECT_EQ(tickStep(between(5, 5), 1000, 96).count(), 0);
}

TEST(TimeAxis, LabelsCarryTheUnitThatTheirStepAsksFor) {
    EXPECT_EQ(labels(between(0, 3'200 * kMs), 1013, 96).at(1), "0.4 s");
    EXPECT_EQ(labels(between(0, 3'200 * kMs), 1013, 96).back(), "3.2 s");
    EXPECT_EQ(labels(between(0, 200 * kMs), 400, 96).at(1), "50 ms");
    EXPECT_EQ(labels(between(0, 100'000), 500, 96).at(1), "20 µs");
    EXPECT_EQ(labels(between(0, 1'000), 500, 96).at(1), "200 ns");
}

TEST(TimeAxis, ALateMomentInAFineViewIsWrittenInALargerUnit) {
    const auto fine = labels(between(1'420 * kMs, 1'420 * kMs + 100'000), 500, 96);
    EXPECT_EQ(fine.at(1), "1420.02 ms") << "1420020 µs would be unreadable";
}

TEST(TimeAxis, TicksStandOnWholeMultiplesInsideTheView) {
    const TimeRange visible = between(130 * kMs, 950 * kMs);
    const auto ticks = placeTicks(visible, 900, 96);
    ASSERT_FALSE(ticks.empty());
    for (const Tick& tick : ticks) {
        EXPECT_EQ(tick.at.ns % (100 * kMs), 0);
        EXPECT_GE(tick.at, visible.begin);
        EXPECT_LE(tick.at, visible.end);
    }
    EXPECT_TRUE(placeTicks(visible, 0, 96).empty());
}

TEST(TimeAxis, WhatWasAskedForIsSaidWithoutNeedlessZeros) {
    const auto said = [](std::int64_t ns) { return roundDurationLabel(Duration{ns}).replace(QChar(0xA0), ' '); };
    EXPECT_EQ(said(1'000 * kMs), "1 s");
    EXPECT_EQ(said(1'500 * kMs), "1.5 s");
    EXPECT_EQ(said(250 * kMs), "250 ms");
    EXPECT_EQ(said(20'000), "20 µs");
}

}  // namespace
}  // namespace interleave::ui
