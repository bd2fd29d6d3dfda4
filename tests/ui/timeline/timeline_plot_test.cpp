#include "ui/timeline/timeline_plot.hpp"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include "tests/support/scenes.hpp"
#include "tests/support/trace_look.hpp"
#include "ui/timeline/timeline_panel.hpp"

namespace interleave::ui {
namespace {

class Plot : public ::testing::Test {
protected:
    Plot() : store(scenes::deadlock()), plot(&store, view) {
        view.reset(false);
        view.setSpan(store.span());
        view.fit();
        plot.resize(1160, 640);
        plot.show();
        plot.setStore(&store);
        QTest::qWait(1);
    }

    QPoint at(LaneKind kind, std::uint32_t id, double ms) const {
        const TimelineGeometry geometry = plot.look().geometry;
        return QPointF(geometry.xAt({static_cast<std::int64_t>(ms * kMs)}),
                       geometry.barOf(*plot.laneLayout().find(kind, id)).center().y()).toPoint();
    }
    void wheel(QPoint where, int delta, Qt::KeyboardModifiers modifiers = {}) {
        QWheelEvent event(where, plot.mapToGlobal(where), {}, {0, delta}, Qt::NoButton, modifiers, Qt::NoScrollPhase,
                          false);
        QCoreApplication::sendEvent(&plot, &event);
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mousePress(&plot, Qt::LeftButton, modifiers, from);
        for (int i = 1; i <= 4; ++i) QTest::mouseMove(&plot, from + (to - from) * i / 4);
        QTest::mouseRelease(&plot, Qt::LeftButton, modifiers, to);
    }
    double visibleMs() const { return milliseconds(view.visible().length()); }

    Store store;
    ViewState view;
    TimelinePlot plot;
};

TEST_F(Plot, TheWheelZoomsAtThePointer) {
    const QPoint pointer = at(LaneKind::actor, 0, 2000);
    const double before = visibleMs();
    wheel(pointer, 120);
    EXPECT_LT(visibleMs(), before);
    EXPECT_NEAR(plot.look().geometry.xAt({2000 * kMs}), pointer.x(), 2) << "what is under the pointer stays there";
    wheel(pointer, -120);
    EXPECT_NEAR(visibleMs(), before, before / 100);
}

TEST_F(Plot, ShiftAndTheWheelPan) {
    view.setVisible({{1000 * kMs}, {2000 * kMs}});
    wheel(at(LaneKind::actor, 0, 1500), -120, Qt::ShiftModifier);
    EXPECT_NEAR(visibleMs(), 1000, 0.01);
    EXPECT_GT(view.visible().begin, TraceTime{1000 * kMs});
}

TEST_F(Plot, DraggingPansAndOneUndoTakesItBack) {
    view.setVisible({{1000 * kMs}, {2000 * kMs}});
    drag(at(LaneKind::actor, 0, 1500), at(LaneKind::actor, 0, 1800));
    EXPECT_NEAR(static_cast<double>(view.visible().begin.ns) / kMs, 700, 3);
    QTest::keyClick(&plot, Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(view.visible(), (TimeRange{{1000 * kMs}, {2000 * kMs}}));
}

TEST_F(Plot, ShiftAndDraggingMeasure) {
    drag(at(LaneKind::actor, 0, 2000), at(LaneKind::actor, 0, 1000), Qt::ShiftModifier);
    ASSERT_TRUE(view.measured());
    EXPECT_NEAR(milliseconds(view.measured()->length()), 1000, 6);
    EXPECT_FALSE(view.selection()) << "a measurement is no click";
    QTest::keyClick(&plot, Qt::Key_Escape);
    EXPECT_FALSE(view.measured());
}

TEST_F(Plot, AClickSelectsAndMovesTheCursor) {
    QTest::mouseClick(&plot, Qt::LeftButton, {}, at(LaneKind::actor, 1, 1000));
    ASSERT_TRUE(view.selection());
    EXPECT_EQ(view.selection()->lane, LaneKind::actor);
    EXPECT_EQ(view.selection()->id, 1U);
    EXPECT_NEAR(static_cast<double>(view.cursor().ns) / kMs, 1000, 4);
    EXPECT_EQ(view.selection()->at, view.cursor());
}

TEST_F(Plot, ADoubleClickShowsTheIntervalWhole) {
    QTest::mouseDClick(&plot, Qt::LeftButton, {}, at(LaneKind::actor, 0, 200));
    EXPECT_LT(visibleMs(), 600);
    EXPECT_TRUE(view.visible().contains({200 * kMs}));
}

TEST_F(Plot, HoveringFindsTheIntervalAndLeavingForgetsIt) {
    QTest::mouseMove(&plot, at(LaneKind::lock, 0, 1000));
    ASSERT_TRUE(plot.hovered());
    EXPECT_EQ(plot.hovered()->lane.kind, LaneKind::lock);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&plot, &leave);
    EXPECT_FALSE(plot.hovered());
}

TEST_F(Plot, HoverAndCursorDoNotRedrawTheLanes) {
    QTest::qWait(20);
    QSignalSpy whole(&plot, &QCustomPlot::afterReplot);
    QTest::mouseMove(&plot, at(LaneKind::actor, 0, 1000));
    view.setCursor({1234 * kMs});
    QTest::qWait(20);
    EXPECT_EQ(whole.count(), 0);
}

TEST_F(Plot, KeysMoveAndZoom) {
    const double before = visibleMs();
    QTest::keyClick(&plot, Qt::Key_W);
    EXPECT_LT(visibleMs(), before);
    QTest::keyClick(&plot, Qt::Key_F);
    EXPECT_NEAR(visibleMs(), before, 1);
    view.setVisible({{1000 * kMs}, {2000 * kMs}});
    QTest::keyClick(&plot, Qt::Key_D);
    EXPECT_EQ(view.visible().begin, TraceTime{1100 * kMs});
    QTest::keyClick(&plot, Qt::Key_Backspace);
    EXPECT_EQ(view.visible().begin, TraceTime{1000 * kMs});
    QTest::keyClick(&plot, Qt::Key_Home);
    EXPECT_EQ(view.cursor(), view.span().begin);
    QTest::keyClick(&plot, Qt::Key_End);
    EXPECT_EQ(view.cursor(), view.span().end);
}

TEST_F(Plot, ArrowsGoFromChangeToChangeAndFromLaneToLane) {
    QTest::mouseClick(&plot, Qt::LeftButton, {}, at(LaneKind::actor, 0, 1000));
    QTest::keyClick(&plot, Qt::Key_Left);
    const IntervalLane& lane = store.actor({0}).states;
    EXPECT_EQ(view.cursor(), lane.beginOf(lane.find({1000 * kMs})));
    QTest::keyClick(&plot, Qt::Key_Down);
    EXPECT_EQ(view.selection()->id, 1U);
}

TEST_F(Plot, SpaceIsTheWindowsUnlessSomebodyListens) {
    EXPECT_FALSE(plot.pressKey(Qt::Key_Space, {}, 65));
    QSignalSpy spy(&plot, &TimelinePlot::playOrPauseRequested);
    EXPECT_TRUE(plot.pressKey(Qt::Key_Space, {}, 65));
    EXPECT_EQ(spy.count(), 1);
}

TEST_F(Plot, LanesWithoutRoomScroll) {
    plot.resize(800, 200);
    QTest::qWait(1);
    const QPoint names(20, 120);
    wheel(names, -120);
    EXPECT_GT(plot.scrolled(), 0);
    const double before = visibleMs();
    wheel(names, 120 * 10);
    EXPECT_EQ(plot.scrolled(), 0);
    EXPECT_EQ(visibleMs(), before) << "scrolling does not zoom";
}

TEST_F(Plot, AnEmptyOrReplacedStoreIsNoTrouble) {
    plot.setStore(nullptr);
    plot.replot();
    QTest::mouseMove(&plot, {500, 200});
    QTest::mouseClick(&plot, Qt::LeftButton, {}, {500, 200});
    const Store other = scenes::producerConsumer();
    plot.setStore(&other);
    plot.replot();
    EXPECT_NE(plot.laneLayout().titles.size(), 0U);
    plot.setStore(nullptr);
}

TEST(Panel, GrowsWithItsStore) {
    scenes::Scene scene;
    const ActorId a = scene.actor("A");
    ViewState view;
    TimelinePanel panel(&scene.store(), view);
    panel.resize(900, 500);
    panel.show();
    EXPECT_EQ(panel.plot().laneLayout().lanes.size(), 1U);
    scene.at(5).runs(a).mutex("L");
    scene.store();
    panel.refresh();
    EXPECT_EQ(panel.plot().laneLayout().lanes.size(), 2U);
}

TEST(Panel, PassesSpaceOnOnlyToAListener) {
    const Store store = scenes::race();
    ViewState view;
    TimelinePanel panel(&store, view);
    EXPECT_FALSE(panel.pressKey(Qt::Key_Space, {}, 65));
    QSignalSpy spy(&panel, &TimelinePanel::playOrPauseRequested);
    EXPECT_TRUE(panel.pressKey(Qt::Key_Space, {}, 65));
    EXPECT_EQ(spy.count(), 1);
}

}  // namespace
}  // namespace interleave::ui
