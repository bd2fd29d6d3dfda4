#include "core/trace/line_lane.hpp"

#include <gtest/gtest.h>

namespace interleave {
namespace {

TEST(LineLane, TellsTheLineThatWasReachedLast) {
    LineLane lane;
    EXPECT_EQ(lane.lineAt({100}), 0);
    lane.enter({10}, 7);
    lane.enter({20}, 9);
    EXPECT_EQ(lane.lineAt({9}), 0);
    EXPECT_EQ(lane.lineAt({10}), 7);
    EXPECT_EQ(lane.lineAt({19}), 7);
    EXPECT_EQ(lane.lineAt(kEndOfTime), 9);
}

TEST(LineLane, OfSeveralLinesAtOneMomentTheLastOneCounts) {
    LineLane lane;
    lane.enter({10}, 9);
    lane.enter({10}, 3);
    lane.enter({10}, 5);
    EXPECT_EQ(lane.lineAt({10}), 5);
    EXPECT_EQ(lane.lineAt({11}), 5);
}

TEST(LineLane, StayingOnALineCostsNothing) {
    LineLane lane;
    for (int i = 0; i < 1000; ++i) lane.enter({i}, 4);
    EXPECT_EQ(lane.packed().size(), 1U);
}

TEST(LineLane, ForgettingTheOldestKeepsTheLineThatIsStoodOn) {
    LineLane lane;
    for (int i = 0; i < 5000; ++i) lane.enter({i * 10}, static_cast<std::uint16_t>(1 + i % 50));
    lane.forgetBefore({30'005});
    EXPECT_GT(lane.packed().first(), 0U);
    for (int i = 3000; i < 5000; ++i) ASSERT_EQ(lane.lineAt({i * 10 + 5}), 1 + i % 50);
}

}  // namespace
}  // namespace interleave
