#include <gtest/gtest.h>

#include <QTest>

#include "tests/support/scenes.hpp"
#include "tests/support/trace_look.hpp"
#include "ui/timeline/overview_layout.hpp"
#include "ui/timeline/overview_rows.hpp"
#include "ui/timeline/overview_strip.hpp"
#include "ui/timeline/time_axis.hpp"

namespace interleave::ui {
namespace {

TEST(OverviewLayout, ShowsTheWholeRunAndAllThatIsVisible) {
    const TimeRange whole = overviewRange({{0}, {1600 * kMs}}, {{100 * kMs}, {200 * kMs}});
    EXPECT_EQ(whole.begin, TraceTime{0});
    EXPECT_GT(whole.end, TraceTime{1600 * kMs}) << "the end is to be seen";
    EXPECT_EQ(overviewRange({{0}, {100}}, {{0}, {5000}}).end, TraceTime{5000});
}

TEST(OverviewLayout, ANarrowFrameCanStillBeTaken) {
    const FrameEdges frame = frameEdges({{500'000}, {500'010}}, {{0}, {1'000'000}}, 1000);
    EXPECT_GE(frame.right - frame.left, 6);
    EXPECT_EQ(framePartAt((frame.left + frame.right) / 2, frame), FramePart::inside);
    EXPECT_EQ(framePartAt(frame.left - 4, frame), FramePart::leftEdge);
    EXPECT_EQ(framePartAt(frame.right + 4, frame), FramePart::rightEdge);
    EXPECT_EQ(framePartAt(frame.right + 40, frame), FramePart::outside);
}

TEST(OverviewLayout, AnEdgeDraggedPastTheOtherStopsThere) {
    const TimeRange visible{{1'000}, {5'000}};
    EXPECT_EQ(draggedRange(visible, FramePart::inside, Duration{500}), (TimeRange{{1'500}, {5'500}}));
    EXPECT_EQ(draggedRange(visible, FramePart::leftEdge, Duration{500}), (TimeRange{{1'500}, {5'000}}));
    EXPECT_EQ(draggedRange(visible, FramePart::leftEdge, Duration{90'000}).end, TraceTime{5'000});
    EXPECT_FALSE(draggedRange(visible, FramePart::leftEdge, Duration{90'000}).empty());
    EXPECT_FALSE(draggedRange(visible, FramePart::rightEdge, Duration{-90'000}).empty());
}

TEST(OverviewRows, ShowEachActorsStatesInTheirColours) {
    const Store store = scenes::deadlock();
    const Theme& theme = Theme::named(ThemeName::light);
    const QImage image = overviewRows(store, {{0}, {3000 * kMs}}, {300, 28}, theme);
    const auto colorAt = [&](int ms, int y) { return image.pixelColor(ms / 10, y); };
    EXPECT_EQ(colorAt(200, 7), theme.state(StateClass::running));
    EXPECT_EQ(colorAt(1000, 7), theme.state(StateClass::sleeping));
    EXPECT_EQ(colorAt(2000, 7), theme.state(StateClass::waitingLock));
    EXPECT_EQ(colorAt(2000, 20), theme.state(StateClass::waitingLock));
}

class OverviewDrag : public ::testing::Test {
protected:
    OverviewDrag() : store(scenes::deadlock()), strip(&store, view) {
        view.reset(false);
        view.setSpan(store.span());
        view.setVisible({{1000 * kMs}, {2000 * kMs}});
        strip.resize(900, strip.height());
        strip.show();
    }

    QPoint at(std::int64_t ms) const {
        const QRectF area = strip.rowsArea();
        const TimeRange whole = overviewRange(view.span(), view.visible());
        return {static_cast<int>(area.left() + pixelAt({ms * kMs}, whole, area.width())),
                static_cast<int>(area.center().y())};
    }
    void drag(std::int64_t from, std::int64_t to) {
        const QPoint begin = at(from);
        const QPoint end = at(to);
        QTest::mousePress(&strip, Qt::LeftButton, {}, begin);
        QTest::mouseMove(&strip, (begin + end) / 2);
        QTest::mouseMove(&strip, end);
        QTest::mouseRelease(&strip, Qt::LeftButton, {}, end);
    }
    static double ms(TraceTime t) { return static_cast<double>(t.ns) / kMs; }

    Store store;
    ViewState view;
    OverviewStrip strip;
};

TEST_F(OverviewDrag, TheFrameIsMovedByItsInside) {
    drag(1500, 1800);
    EXPECT_NEAR(ms(view.visible().begin), 1300, 8);
    EXPECT_NEAR(ms(view.visible().end), 2300, 8);
}

TEST_F(OverviewDrag, AndResizedByItsEdges) {
    drag(2000, 2500);
    EXPECT_NEAR(ms(view.visible().begin), 1000, 8);
    EXPECT_NEAR(ms(view.visible().end), 2500, 10);
}

TEST_F(OverviewDrag, APressBesideItBringsItThere) {
    QTest::mouseClick(&strip, Qt::LeftButton, {}, at(2400));
    EXPECT_NEAR(ms(view.visible().begin), 1900, 10);
}

TEST_F(OverviewDrag, OneDragIsOneStepBack) {
    drag(1500, 1800);
    view.undo();
    EXPECT_EQ(view.visible(), (TimeRange{{1000 * kMs}, {2000 * kMs}}));
}

}  // namespace
}  // namespace interleave::ui
