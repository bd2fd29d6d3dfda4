#include "tests/support/trace_look.hpp"
#include "ui/live/view_state.hpp"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace interleave::ui {
namespace {

constexpr TimeRange range(std::int64_t begin, std::int64_t end) { return {ms(begin), ms(end)}; }

// A trace of three seconds, looked at afterwards.
class ViewStateTest : public testing::Test {
protected:
    ViewStateTest() {
        m_view.reset(false);
        m_view.setSpan(range(0, 3000));
    }
    ViewState m_view;
};

// A run that goes on.
class LiveViewTest : public testing::Test {
protected:
    LiveViewTest() { m_view.reset(true); }
    ViewState m_view;
};

TEST_F(ViewStateTest, AFinishedTraceIsShownWholeWithALittleRoomAfterItsEnd) {
    EXPECT_EQ(m_view.visible().begin, ms(0));
    EXPECT_GT(m_view.visible().end, ms(3000));
    EXPECT_LT(m_view.visible().end, ms(3300));
}

TEST_F(ViewStateTest, ZoomingKeepsTheMomentUnderThePointerWhereItIs) {
    m_view.setVisible(range(1000, 2000));
    m_view.zoomAt(ms(1250), 0.5);
    EXPECT_EQ(m_view.visible(), range(1125, 1625));
}

TEST_F(ViewStateTest, PanningStopsAtBothEndsAndKeepsTheWidth) {
    m_view.setVisible(range(1000, 2000));
    m_view.panBy(std::chrono::seconds(-100));
    EXPECT_EQ(m_view.visible(), range(0, 1000));
    m_view.panBy(std::chrono::seconds(100));
    EXPECT_EQ(m_view.visible().length(), Duration(std::chrono::seconds(1)));
    EXPECT_TRUE(m_view.visible().contains(ms(3000)));
}

TEST_F(ViewStateTest, ZoomingOutEndsWithTheWholeRun) {
    m_view.zoomAt(ms(1500), 1e9);
    EXPECT_EQ(m_view.visible().begin, ms(0));
    EXPECT_LT(m_view.visible().end, ms(3300));
}

TEST_F(ViewStateTest, ZoomingInEndsAboveTheErrorOfTheClock) {
    m_view.zoomAt(ms(1500), 1e-12);
    EXPECT_GE(m_view.visible().length().count(), 200);
    EXPECT_TRUE(m_view.visible().contains(ms(1500)));
}

TEST_F(ViewStateTest, UndoTakesBackOneGestureHoweverManyEventsItHad) {
    const TimeRange whole = m_view.visible();
    EXPECT_FALSE(m_view.canUndo());
    m_view.zoomAt(ms(1000), 0.5);
    const TimeRange zoomed = m_view.visible();
    m_view.panBy(std::chrono::milliseconds(10));
    for (int i = 0; i < 50; ++i) m_view.panBy(std::chrono::milliseconds(10), ViewState::Gesture::continues);

    m_view.undo();
    EXPECT_EQ(m_view.visible(), zoomed);
    m_view.undo();
    EXPECT_EQ(m_view.visible(), whole);
    EXPECT_FALSE(m_view.canUndo());
}

TEST_F(ViewStateTest, UndoingBackToTheWholeRunShowsAllOfItEvenIfItHasGrown) {
    m_view.zoomAt(ms(1000), 0.5);
    m_view.setSpan(range(0, 9000));
    m_view.undo();
    EXPECT_GT(m_view.visible().end, ms(9000));
}

TEST_F(ViewStateTest, FittingCanBeUndone) {
    m_view.setVisible(range(1000, 2000));
    m_view.fit();
    EXPECT_GT(m_view.visible().end, ms(3000));
    m_view.undo();
    EXPECT_EQ(m_view.visible(), range(1000, 2000));
}

TEST_F(ViewStateTest, ACursorThatLeavesTheViewTakesItAlongAndIsNoStepToUndo) {
    m_view.setVisible(range(0, 500));
    m_view.setCursor(ms(2000));
    EXPECT_TRUE(m_view.visible().contains(ms(2000)));
    EXPECT_EQ(m_view.visible().length(), Duration(std::chrono::milliseconds(500)));
    m_view.undo();
    EXPECT_GT(m_view.visible().end, ms(3000));
}

TEST_F(ViewStateTest, TheCursorStaysWithinTheTrace) {
    m_view.setCursor(ms(99'000));
    EXPECT_EQ(m_view.cursor(), ms(3000));
    m_view.setCursor(ms(-5));
    EXPECT_EQ(m_view.cursor(), ms(0));
}

TEST_F(ViewStateTest, WhatIsEvictedLeavesTheViewAndTheCursor) {
    m_view.setVisible(range(0, 500));
    m_view.setCursor(ms(100));
    m_view.setSpan(range(1000, 4000));
    EXPECT_GE(m_view.visible().begin, ms(1000));
    EXPECT_EQ(m_view.cursor(), ms(1000));
}

TEST_F(ViewStateTest, EachChangeIsToldOnceAndNothingIsToldTwice) {
    QSignalSpy visible(&m_view, &ViewState::visibleChanged);
    QSignalSpy cursor(&m_view, &ViewState::cursorChanged);
    m_view.setVisible(range(1000, 2000));
    m_view.setVisible(range(1000, 2000));
    m_view.setCursor(ms(1500));
    m_view.setCursor(ms(1500));
    EXPECT_EQ(visible.count(), 1);
    EXPECT_EQ(cursor.count(), 1);
}

TEST_F(LiveViewTest, ARunThatHasJustBegunIsShownOnOneSecond) {
    m_view.setSpan(range(0, 20));
    EXPECT_EQ(m_view.visible(), range(0, 1000));
    EXPECT_EQ(m_view.cursor(), ms(20));
}

TEST_F(LiveViewTest, TheCursorAndTheViewFollowTheEnd) {
    m_view.setSpan(range(0, 5000));
    EXPECT_EQ(m_view.cursor(), ms(5000));
    EXPECT_TRUE(m_view.visible().contains(ms(5000)));

    m_view.setVisible(range(4500, 5500));  // close to the end, which stays in sight
    m_view.setSpan(range(0, 8000));
    EXPECT_TRUE(m_view.follows());
    EXPECT_TRUE(m_view.visible().contains(ms(8000)));
    EXPECT_LT(m_view.visible().length(), Duration(std::chrono::seconds(2)));
}

TEST_F(LiveViewTest, WhoeverLooksAtThePastIsNotTornAway) {
    m_view.setSpan(range(0, 5000));
    m_view.setVisible(range(1000, 2000));
    EXPECT_FALSE(m_view.follows());
    m_view.setSpan(range(0, 8000));
    EXPECT_EQ(m_view.visible(), range(1000, 2000));

    m_view.setFollows(true);
    EXPECT_EQ(m_view.cursor(), ms(8000));
    EXPECT_TRUE(m_view.visible().contains(ms(8000)));
}

TEST_F(LiveViewTest, PlacingTheCursorEndsFollowing) {
    m_view.setSpan(range(0, 5000));
    QSignalSpy told(&m_view, &ViewState::followsChanged);
    m_view.setCursor(ms(1000));
    m_view.setSpan(range(0, 6000));
    EXPECT_FALSE(m_view.follows());
    EXPECT_EQ(told.count(), 1);
    EXPECT_EQ(m_view.cursor(), ms(1000));
}

TEST_F(LiveViewTest, AnotherTraceStartsAnew) {
    m_view.setSpan(range(0, 5000));
    m_view.select(Selection{LaneKind::actor, 1, ms(10)});
    m_view.setMeasured(range(1, 2));
    m_view.setVisible(range(1000, 2000));
    m_view.reset(false);
    EXPECT_FALSE(m_view.follows());
    EXPECT_FALSE(m_view.selection().has_value());
    EXPECT_FALSE(m_view.measured().has_value());
    EXPECT_FALSE(m_view.canUndo());
    EXPECT_EQ(m_view.cursor(), ms(0));
}

}  // namespace
}  // namespace interleave::ui
