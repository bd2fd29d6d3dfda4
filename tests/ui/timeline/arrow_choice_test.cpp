#include "ui/timeline/arrow_choice.hpp"

#include <gtest/gtest.h>

namespace interleave::ui {
namespace {

Column<Arrow, 256> arrowsEvery(std::int64_t ns, int count) {
    Column<Arrow, 256> arrows;
    for (int i = 0; i < count; ++i) arrows.push({{i * ns}, {i * ns}, {0}, {1}, {}, ArrowKind::wake});
    return arrows;
}

TEST(ArrowChoice, AFewAreAllShown) {
    const auto arrows = arrowsEvery(100, 50);
    const ArrowChoice choice = chooseArrows(arrows, {{1'000}, {2'000}}, 1000);
    EXPECT_EQ(choice.arrows.size(), 10U);
    EXPECT_EQ(choice.arrows.front().to, TraceTime{1'000});
    EXPECT_FALSE(choice.aggregated());
}

TEST(ArrowChoice, TooManyBecomeMarksThatStandApart) {
    const auto arrows = arrowsEvery(1, 100'000);
    const ArrowChoice choice = chooseArrows(arrows, {{0}, {100'000}}, 1000);
    EXPECT_TRUE(choice.arrows.empty());
    EXPECT_LE(choice.marks.size(), 251U);
    EXPECT_GE(choice.marks.size(), 240U);
    for (std::size_t i = 1; i < choice.marks.size(); ++i)
        EXPECT_GE((choice.marks[i].to - choice.marks[i - 1].to).count(), 399) << "four pixels of 100 ns";
}

TEST(ArrowChoice, ZoomingInBringsTheArrowsBack) {
    const auto arrows = arrowsEvery(1, 100'000);
    EXPECT_EQ(chooseArrows(arrows, {{5'000}, {5'040}}, 1000).arrows.size(), 40U);
}

TEST(ArrowChoice, AnEmptyViewHasNone) {
    const auto arrows = arrowsEvery(1, 10);
    EXPECT_TRUE(chooseArrows(arrows, {{5}, {5}}, 1000).arrows.empty());
    EXPECT_TRUE(chooseArrows({}, {{0}, {5}}, 1000).arrows.empty());
}

}  // namespace
}  // namespace interleave::ui
