// A lane answers exactly, for any range, what walking over its intervals would answer.
#include "core/trace/interval_lane.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace interleave {
namespace {

// A random lane beside the plain list of what was entered.
struct RandomLane {
    LookTable looks;
    IntervalLane lane;
    std::vector<std::pair<std::int64_t, std::uint8_t>> entered;  // begin, class
    std::int64_t end = 0;

    RandomLane(std::uint64_t seed, std::size_t intervals) {
        std::mt19937_64 random(seed);
        std::int64_t at = static_cast<std::int64_t>(random() % 1000);
        for (std::size_t i = 0; i < intervals; ++i) {
            const auto laneClass = static_cast<std::uint8_t>(random() % kLaneClasses);
            const Look look{laneClass, static_cast<std::uint8_t>(random() % 3),
                            static_cast<std::uint32_t>(random() % 5)};
            lane.enter({at}, looks.intern(look), laneClass);
            entered.emplace_back(at, laneClass);
            at += static_cast<std::int64_t>(random() % 4 == 0 ? 0 : random() % 5000);
        }
        end = at + 1000;
    }

    // Walks over everything that was entered.
    Shares sharesByHand(TimeRange range) const {
        Shares sums{};
        for (std::size_t i = 0; i < entered.size(); ++i) {
            const std::int64_t from = std::max(entered[i].first, range.begin.ns);
            const std::int64_t to =
                std::min(i + 1 < entered.size() ? entered[i + 1].first : range.end.ns, range.end.ns);
            if (to > from) sums[entered[i].second] += to - from;
        }
        return sums;
    }
};

TEST(IntervalLane, SharesOfAnyRangeAreExact) {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const RandomLane random(seed, 1 + seed * 61);
        std::mt19937_64 pick(seed);
        for (int i = 0; i < 200; ++i) {
            std::int64_t from = static_cast<std::int64_t>(pick() % static_cast<std::uint64_t>(random.end));
            std::int64_t to = static_cast<std::int64_t>(pick() % static_cast<std::uint64_t>(random.end));
            if (from > to) std::swap(from, to);
            const TimeRange range{{from}, {to}};
            ASSERT_EQ(random.lane.shares(range, random.looks), random.sharesByHand(range))
                << "seed " << seed << " " << from << ".." << to;
        }
    }
}

TEST(IntervalLane, FindsTheIntervalThatAMomentFallsIn) {
    const RandomLane random(5, 3000);
    for (std::int64_t t = 0; t < random.end; t += 997) {
        const std::size_t index = random.lane.find({t});
        if (index == IntervalLane::kNone) {
            ASSERT_LT(t, random.lane.beginOf(0).ns);
            continue;
        }
        const Interval interval = random.lane.at(index, {random.end});
        ASSERT_LE(interval.begin.ns, t);
        ASSERT_GT(interval.end.ns, t);
        ASSERT_EQ(random.lane.findFrom(random.lane.find({t / 2}), {t}), index) << "with a hint";
    }
}

TEST(IntervalLane, IntervalsLieBackToBackAndNoneIsEmpty) {
    const RandomLane random(9, 5000);
    for (std::size_t i = 0; i + 1 < random.lane.end(); ++i) {
        const Interval interval = random.lane.at(i, {random.end});
        ASSERT_LT(interval.begin, interval.end);
        ASSERT_EQ(interval.end, random.lane.beginOf(i + 1));
    }
}

TEST(IntervalLane, TheSameLookAgainChangesNothing) {
    IntervalLane lane;
    lane.enter({10}, 1, 1);
    lane.enter({20}, 1, 1);
    EXPECT_EQ(lane.size(), 1U);
    EXPECT_EQ(lane.at(0, {30}).end, TraceTime{30});
}

TEST(IntervalLane, ALookThatLastedNoTimeIsReplaced) {
    LookTable looks;
    const LookId ready = looks.intern({2, 0, 0}), running = looks.intern({3, 0, 0});
    IntervalLane lane;
    lane.enter({10}, ready, 2);
    lane.enter({10}, running, 3);
    EXPECT_EQ(lane.size(), 1U);
    EXPECT_EQ(lane.lookAt({10}), running);
    EXPECT_EQ(lane.shares({{0}, {20}}, looks)[3], 10);
}

TEST(IntervalLane, ATimeThatRunsBackwardsIsTakenAsTheLast) {
    IntervalLane lane;
    lane.enter({10}, 1, 1);
    lane.enter({20}, 2, 2);
    lane.enter({15}, 3, 3);
    EXPECT_EQ(lane.beginOf(1), TraceTime{20});
    EXPECT_EQ(lane.lookAt({20}), 3);
}

TEST(IntervalLane, ForgettingTheOldestKeepsWhatFollowsExact) {
    RandomLane random(21, 10'000);
    const std::int64_t middle = random.end / 2;
    random.lane.forgetBefore({middle});
    ASSERT_GT(random.lane.first(), 0U);
    ASSERT_LE(random.lane.beginOf(random.lane.first()).ns, middle);
    std::mt19937_64 pick(3);
    for (int i = 0; i < 500; ++i) {
        const std::int64_t from = middle + static_cast<std::int64_t>(pick() % static_cast<std::uint64_t>(middle));
        const std::int64_t to = from + static_cast<std::int64_t>(pick() % static_cast<std::uint64_t>(middle));
        ASSERT_EQ(random.lane.shares({{from}, {to}}, random.looks), random.sharesByHand({{from}, {to}}));
    }
    // Sums since the beginning of the run survive.
    EXPECT_EQ(random.lane.timeUpTo({random.end}, random.lane.find({random.end}), random.looks),
              random.sharesByHand({{0}, {random.end}}));
}

TEST(IntervalLane, ARangeThatReachesBackIntoWhatIsForgottenCountsOnlyWhatIsHeld) {
    RandomLane random(22, 10'000);
    random.lane.forgetBefore({random.end / 2});
    const TraceTime held = random.lane.beginOf(random.lane.first());
    EXPECT_EQ(random.lane.shares({{0}, {random.end}}, random.looks), random.sharesByHand({held, {random.end}}));
    EXPECT_EQ(random.lane.shares({{0}, held - Duration{1}}, random.looks), Shares{});
}

TEST(IntervalLane, AnAdoptedLaneAnswersAsTheOriginal) {
    const RandomLane random(33, 5000);
    std::vector<std::uint64_t> packed;
    std::vector<PackedShares> samples;
    for (std::size_t i = 0; i < random.lane.end(); ++i) packed.push_back(random.lane.packed()[i]);
    for (std::size_t i = 0; i < random.lane.samples().end(); ++i) samples.push_back(random.lane.samples()[i]);
    IntervalLane copy;
    copy.adopt(packed, samples, 0, random.looks);
    for (std::int64_t t = 0; t < random.end; t += 4999)
        ASSERT_EQ(copy.shares({{t / 3}, {t}}, random.looks), random.lane.shares({{t / 3}, {t}}, random.looks));
    // And it goes on from there.
    IntervalLane original = RandomLane(33, 5000).lane;
    copy.enter({random.end}, 0, 0);
    original.enter({random.end}, 0, 0);
    EXPECT_EQ(copy.shares({{0}, {random.end * 2}}, random.looks),
              original.shares({{0}, {random.end * 2}}, random.looks));
}

TEST(PackedShares, KeepEveryBitOfATimeThatAnIntervalCanHave) {
    Shares shares{};
    for (std::size_t c = 0; c < kLaneClasses; ++c)
        shares[c] = (std::int64_t{1} << 48) - 1 - static_cast<std::int64_t>(c * 0x1234'5678'9ABC % 0xFFFF'FFFF);
    const PackedShares packed(shares);
    EXPECT_EQ(packed.unpacked(), shares);
    EXPECT_EQ(packed[3], shares[3]);
}

TEST(IntervalLane, CostsLessThanTenBytesAnInterval) {
    IntervalLane lane;
    constexpr std::size_t kIntervals = 1'000'000;
    for (std::size_t i = 0; i < kIntervals; ++i)
        lane.enter({static_cast<std::int64_t>(i * 10)}, static_cast<LookId>(1 + i % 2),
                   static_cast<std::uint8_t>(1 + i % 2));
    EXPECT_LE(static_cast<double>(lane.bytes()) / kIntervals, 9.7);
}

}  // namespace
}  // namespace interleave
