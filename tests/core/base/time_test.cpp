#include "core/base/time.hpp"

#include <gtest/gtest.h>

namespace interleave {
namespace {

using namespace std::chrono_literals;

TEST(TraceTime, MovesByADurationAndBack) {
    const TraceTime start{1'000};

    EXPECT_EQ(start + 500ns, TraceTime{1'500});
    EXPECT_EQ((start + 500ns) - start, 500ns);
    EXPECT_EQ(start + 500ns - 500ns, start);
}

TEST(TimeRange, HoldsItsBeginButNotItsEnd) {
    const TimeRange range{{10}, {20}};

    EXPECT_TRUE(range.contains({10}));
    EXPECT_TRUE(range.contains({19}));
    EXPECT_FALSE(range.contains({20}));
    EXPECT_EQ(range.length(), 10ns);
}

TEST(TimeRange, IsEmptyWhereItEndsBeforeItBegins) {
    EXPECT_TRUE((TimeRange{{20}, {10}}.empty()));
    EXPECT_TRUE((TimeRange{{10}, {10}}.empty()));
    EXPECT_FALSE((TimeRange{{10}, {11}}.empty()));
}

}  // namespace
}  // namespace interleave
