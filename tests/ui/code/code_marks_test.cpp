#include "ui/code/code_marks.hpp"

#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"
#include "tests/support/trace_look.hpp"

namespace interleave::ui {
namespace {

int same(int line) { return line; }

std::vector<LineMark> marksOn(std::initializer_list<int> lines) {
    std::vector<LineMark> marks;
    for (const int line : lines) marks.push_back({line, {{static_cast<std::uint32_t>(line)}}, false});
    return marks;
}

TEST(CodeMarks, ThoseOnTheSameLineShareAMark) {
    const auto marks = marksAt(scenes::deadlock(), ms(3000), same);
    ASSERT_EQ(marks.size(), 1U);
    EXPECT_EQ(marks[0].line, 16);
    EXPECT_EQ(marks[0].actors, (std::vector<ActorId>{{0}, {1}}));
    EXPECT_FALSE(marks[0].running);
}

TEST(CodeMarks, FollowTheCursor) {
    const auto marks = marksAt(scenes::deadlock(), ms(350), same);
    ASSERT_EQ(marks.size(), 2U);
    EXPECT_EQ(marks[0].line, 13);
    EXPECT_TRUE(marks[0].running);
    EXPECT_EQ(marks[1].line, 15);
}

TEST(CodeMarks, ALineThatTheListingDoesNotHaveIsNotMarked) {
    EXPECT_TRUE(marksAt(scenes::deadlock(), ms(3000), [](int) { return 0; }).empty());
}

TEST(CodeMarks, WhoHasEndedStandsNowhere) {
    scenes::Scene scene;
    const ActorId actor = scene.actor("T1");
    scene.at(1).runs(actor, 0, 7).at(2).ends(actor).at(3);
    const Store store = scene.finish(Ended::finished);
    EXPECT_EQ(marksAt(store, ms(1), same).size(), 1U);
    EXPECT_TRUE(marksAt(store, ms(3), same).empty());
}

TEST(CodeMarks, TheChosenActorIsInFocusElseWhoRuns) {
    auto marks = marksOn({3, 9, 20});
    EXPECT_EQ(lineInFocus(marks, std::nullopt), 3);
    marks[1].running = true;
    EXPECT_EQ(lineInFocus(marks, std::nullopt), 9);
    EXPECT_EQ(lineInFocus(marks, ActorId{20}), 20);
    EXPECT_EQ(lineInFocus({}, std::nullopt), 0);
}

TEST(CodeScroll, StaysWhereItIsWhileTheLinesAreInSight) {
    EXPECT_EQ(firstLineToShow(5, 10, 100, marksOn({6, 14}), 6), 5);
}

TEST(CodeScroll, BringsAllMarksIntoSightWhereTheyFit) {
    const int first = firstLineToShow(1, 10, 100, marksOn({14, 20}), 14);
    EXPECT_LE(first, 14);
    EXPECT_GE(first + 9, 20);
}

TEST(CodeScroll, WhereTheyDoNotFitTheOneInFocusIsShown) {
    const int first = firstLineToShow(1, 10, 100, marksOn({2, 90}), 90);
    EXPECT_LE(first, 90);
    EXPECT_GE(first + 9, 90);
}

TEST(CodeScroll, NeverShowsBeyondTheEnds) {
    EXPECT_EQ(firstLineToShow(1, 10, 12, marksOn({12}), 12), 3);
    EXPECT_EQ(firstLineToShow(40, 10, 100, marksOn({1}), 1), 1);
    EXPECT_EQ(firstLineToShow(1, 50, 12, marksOn({12}), 12), 1);
}

}  // namespace
}  // namespace interleave::ui
