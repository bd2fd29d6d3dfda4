// A level lane knows the value at any moment and the extremes of any range.
#include "core/trace/level_lane.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace interleave {
namespace {

struct RandomLevels {
    LevelLane lane;
    std::vector<Level> steps;
    std::int64_t end = 0;

    RandomLevels(std::uint64_t seed, std::size_t count) {
        std::mt19937_64 random(seed);
        std::int64_t at = 100;
        for (std::size_t i = 0; i < count; ++i) {
            const auto value = static_cast<std::int64_t>(random() % 2001) - 1000;
            lane.step({at}, value);
            steps.push_back({{at}, value});
            at += static_cast<std::int64_t>(random() % 100);
        }
        end = at + 100;
    }

    Extremes byHand(TimeRange range, std::int64_t before) const {
        std::int64_t start = before;
        for (const Level& step : steps)
            if (step.at <= range.begin) start = step.value;
        Extremes result{start, start};
        for (const Level& step : steps) {
            if (step.at <= range.begin || step.at >= range.end) continue;
            result.low = std::min(result.low, step.value);
            result.high = std::max(result.high, step.value);
        }
        return result;
    }
};

TEST(LevelLane, ExtremesOfAnyRangeAreExact) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const RandomLevels random(seed, seed * 97);
        std::mt19937_64 pick(seed);
        for (int i = 0; i < 100; ++i) {
            auto from = static_cast<std::int64_t>(pick() % static_cast<std::uint64_t>(random.end));
            auto to = static_cast<std::int64_t>(pick() % static_cast<std::uint64_t>(random.end));
            if (from > to) std::swap(from, to);
            const Extremes wanted = random.byHand({{from}, {to}}, -7);
            const Extremes found = random.lane.extremes({{from}, {to}}, -7);
            ASSERT_EQ(found.low, wanted.low) << "seed " << seed << " " << from << ".." << to;
            ASSERT_EQ(found.high, wanted.high) << "seed " << seed << " " << from << ".." << to;
        }
    }
}

TEST(LevelLane, KnowsTheValueAtEveryMoment) {
    LevelLane lane;
    EXPECT_EQ(lane.valueAt({5}, 42), 42) << "nothing yet";
    lane.step({10}, 1);
    lane.step({20}, 2);
    lane.step({20}, 3);
    EXPECT_EQ(lane.valueAt({9}, 42), 42);
    EXPECT_EQ(lane.valueAt({10}), 1);
    EXPECT_EQ(lane.valueAt({19}), 1);
    EXPECT_EQ(lane.valueAt({20}), 3) << "the last of those at one moment";
    EXPECT_EQ(lane.valueAt({1000}), 3);
}

TEST(LevelLane, ForgettingTheOldestKeepsWhatFollowsExact) {
    RandomLevels random(8, 5000);
    const std::int64_t middle = random.end / 2;
    random.lane.forgetBefore({middle});
    ASSERT_GT(random.lane.first(), 0U);
    for (std::int64_t t = middle; t < random.end; t += 777) {
        const TimeRange range{{t}, {t + 5000}};
        ASSERT_EQ(random.lane.extremes(range).high, random.byHand(range, 0).high);
        ASSERT_EQ(random.lane.extremes(range).low, random.byHand(range, 0).low);
    }
}

}  // namespace
}  // namespace interleave
