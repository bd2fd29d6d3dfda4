#include "ui/timeline/lane_sweep.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <random>

namespace interleave::ui {
namespace {

// A lane that changes its class at each of `moments`, over the classes 1 to 5 in turn.
struct Drawn {
    LookTable looks;
    IntervalLane lane;

    void enter(std::int64_t ns, std::uint8_t laneClass) {
        lane.enter({ns}, looks.intern({laneClass, 0, 0}), laneClass);
    }
};

LaneSweep swept(const Drawn& drawn, SweepView view) {
    LaneSweep sweep;
    sweepLane(drawn.lane, drawn.looks, view, sweep);
    return sweep;
}

std::int64_t total(const Shares& shares) { return std::accumulate(shares.begin(), shares.end(), std::int64_t{0}); }

TEST(LaneSweep, AnIntervalWideEnoughIsABarOfItsOwn) {
    Drawn drawn;
    drawn.enter(0, 1);
    drawn.enter(300, 2);
    drawn.enter(600, 3);
    const LaneSweep sweep = swept(drawn, {{{0}, {1000}}, 100, {1000}});
    ASSERT_EQ(sweep.pieces.size(), 3U);
    for (const Piece& piece : sweep.pieces) EXPECT_EQ(piece.kind, Piece::Kind::bar);
    EXPECT_DOUBLE_EQ(sweep.pieces[1].left, 30);
    EXPECT_DOUBLE_EQ(sweep.pieces[1].right, 60);
    EXPECT_TRUE(sweep.columns.empty());
}

TEST(LaneSweep, ABarCutByTheViewKnowsWhichEndIsTrue) {
    Drawn drawn;
    drawn.enter(0, 1);
    drawn.enter(500, 2);
    const LaneSweep sweep = swept(drawn, {{{250}, {750}}, 100, {1000}});
    ASSERT_EQ(sweep.pieces.size(), 2U);
    EXPECT_FALSE(sweep.pieces[0].begins);
    EXPECT_TRUE(sweep.pieces[0].ends);
    EXPECT_TRUE(sweep.pieces[1].begins);
    EXPECT_FALSE(sweep.pieces[1].ends);
    EXPECT_DOUBLE_EQ(sweep.pieces[1].right, 100);
}

TEST(LaneSweep, NothingShortIsLostBetweenTwoLongOnes) {
    Drawn drawn;
    drawn.enter(0, 1);
    drawn.enter(500'000, 2);  // for 40 ns, a 25,000th of a pixel
    drawn.enter(500'040, 3);
    const LaneSweep sweep = swept(drawn, {{{0}, {1'000'000}}, 1000, {1'000'000}});
    ASSERT_EQ(sweep.pieces.size(), 3U);
    EXPECT_EQ(sweep.pieces[1].kind, Piece::Kind::columns);
    EXPECT_EQ(sweep.columns.at(sweep.pieces[1].index)[2], 40);
}

TEST(LaneSweep, ColumnsHoldTheExactTimeOfEachClass) {
    Drawn drawn;
    for (int i = 0; i < 1000; ++i) drawn.enter(i * 10, static_cast<std::uint8_t>(1 + i % 2));
    const LaneSweep sweep = swept(drawn, {{{0}, {10'000}}, 10, {10'000}});
    ASSERT_EQ(sweep.columns.size(), 10U);
    for (const Shares& column : sweep.columns) {
        EXPECT_EQ(column[1], 500);
        EXPECT_EQ(column[2], 500);
    }
}

TEST(LaneSweep, NothingIsDrawnBeforeTheLaneBeginsOrAfterNow) {
    Drawn drawn;
    drawn.enter(400, 1);
    const LaneSweep sweep = swept(drawn, {{{0}, {1000}}, 100, {700}});
    ASSERT_EQ(sweep.pieces.size(), 1U);
    EXPECT_DOUBLE_EQ(sweep.pieces[0].left, 40);
    EXPECT_DOUBLE_EQ(sweep.pieces[0].right, 70);
    EXPECT_TRUE(swept(drawn, {{{0}, {300}}, 100, {700}}).pieces.empty());
    EXPECT_TRUE(swept(drawn, {{{0}, {0}}, 100, {700}}).pieces.empty());
    EXPECT_TRUE(swept(drawn, {{{0}, {1000}}, 0, {700}}).pieces.empty());
}

// Whatever the lane and the view: bars and columns together hold every nanosecond of every class, once.
TEST(LaneSweep, EveryNanosecondIsToldOnceHoweverItIsLookedAt) {
    std::mt19937 random(7);
    for (int round = 0; round < 60; ++round) {
        Drawn drawn;
        std::int64_t at = 0;
        const int count = std::vector{3, 40, 700, 20'000}[static_cast<std::size_t>(round % 4)];
        for (int i = 0; i < count; ++i) {
            drawn.enter(at, static_cast<std::uint8_t>(1 + random() % 5));
            at += 1 + static_cast<std::int64_t>(random() % (random() % 20 == 0 ? 5'000 : 50));
        }
        const std::int64_t begin = static_cast<std::int64_t>(random()) % (at / 2 + 1);
        const SweepView view{{{begin}, {begin + 1 + static_cast<std::int64_t>(random()) % at}},
                             1 + static_cast<int>(random() % 500),
                             {at}};
        const LaneSweep sweep = swept(drawn, view);

        Shares told{};
        for (const Shares& column : sweep.columns) {
            for (std::size_t c = 0; c < kLaneClasses; ++c) told[c] += column[c];
        }
        for (const Piece& piece : sweep.pieces) {
            if (piece.kind != Piece::Kind::bar) continue;
            const Interval bar = drawn.lane.at(piece.index, view.now);
            const TraceTime from = std::max(bar.begin, view.visible.begin);
            const TraceTime to = std::min({bar.end, view.visible.end, view.now});
            told[drawn.looks[bar.look].laneClass] += (to - from).count();
        }
        const TraceTime stop = std::min(view.visible.end, view.now);
        EXPECT_EQ(told, drawn.lane.shares({view.visible.begin, stop}, drawn.looks)) << "round " << round;
    }
}

TEST(LaneSweep, EveryColumnOfADenseStretchHasItsTime) {
    Drawn drawn;
    for (int i = 0; i < 50'000; ++i) drawn.enter(i * 7, static_cast<std::uint8_t>(1 + i % 3));
    const SweepView view{{{0}, {350'000}}, 333, {350'000}};
    const LaneSweep sweep = swept(drawn, view);
    ASSERT_EQ(sweep.pieces.size(), 1U);
    ASSERT_EQ(sweep.columns.size(), 333U);
    for (const Shares& column : sweep.columns) EXPECT_NEAR(static_cast<double>(total(column)), 350'000.0 / 333, 1);
}

TEST(StackedRows, AddUpToTheColumn) {
    const Rows rows = stackedRows({{0, 300, 0, 700}}, 10);
    EXPECT_EQ(rows[1], 3);
    EXPECT_EQ(rows[3], 7);
    EXPECT_EQ(std::accumulate(rows.begin(), rows.end(), 0), 10);
}

TEST(StackedRows, WhatWasThereHasARowHoweverShortItWas) {
    const Rows rows = stackedRows({{0, 1'000'000, 3, 5}}, 20);
    EXPECT_EQ(rows[2], 1);
    EXPECT_EQ(rows[3], 1);
    EXPECT_EQ(rows[1], 18);
}

TEST(StackedRows, WithoutTimeThereIsNothing) {
    EXPECT_EQ(stackedRows({}, 20), Rows{});
    EXPECT_EQ(stackedRows({{0, 5}}, 0), Rows{});
}

TEST(StackedRows, OfManyColumnsAreThoseOfEachAlone) {
    std::vector<Shares> columns(40);
    for (std::size_t i = 0; i < columns.size(); ++i)
        for (std::size_t c = i % 3; c < kLaneClasses; c += 1 + i % 7)
            columns[i][c] = static_cast<std::int64_t>((i * 7919 + c * 104729) % 5000);
    columns[5] = {};
    std::vector<Rows> together{Rows{}};
    stackColumns(columns, 37, together);
    ASSERT_EQ(together.size(), columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) EXPECT_EQ(together[i], stackedRows(columns[i], 37)) << i;
}

TEST(LevelSweep, SteadyStretchesAreOnePieceAndSwingsAreBands) {
    LevelLane lane;
    lane.step({0}, 0);
    lane.step({200}, 3);
    for (int i = 0; i < 100; ++i) lane.step({600 + i}, i % 2 == 0 ? 1 : 4);  // within ten pixels
    lane.step({700}, 2);
    const auto pieces = sweepLevels(lane, {{{0}, {1000}}, 100, {1000}});
    ASSERT_FALSE(pieces.empty());
    EXPECT_TRUE(pieces.front().steady());
    EXPECT_EQ(pieces.front().low, 0);
    EXPECT_DOUBLE_EQ(pieces.back().right, 100);
    EXPECT_EQ(pieces.back().low, 2);
    const auto band =
        std::find_if(pieces.begin(), pieces.end(), [](const LevelPiece& p) { return p.low == 1 && p.high == 4; });
    ASSERT_NE(band, pieces.end());
    EXPECT_NEAR(band->left, 60, 1);
}

}  // namespace
}  // namespace interleave::ui
