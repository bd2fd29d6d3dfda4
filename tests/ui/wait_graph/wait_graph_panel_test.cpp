#include "ui/wait_graph/wait_graph_panel.hpp"

#include <QTest>

#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"
#include "tests/support/trace_look.hpp"

namespace interleave::ui {
namespace {

class WaitGraphPanelTest : public testing::Test {
protected:
    WaitGraphPanelTest() {
        m_model.showTrace(std::make_unique<Store>(scenes::deadlock()));
        m_panel.resize(462, 268);
        look(ms(3000));
    }
    QImage look(TraceTime cursor) {
        m_model.view().setCursor(cursor);
        return m_panel.grab().toImage();
    }
    // Pixels of exactly that colour: lines are wide enough to have some.
    static int count(const QImage& picture, const QColor& color) {
        int found = 0;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x) found += picture.pixel(x, y) == color.rgb();
        return found;
    }

    Model m_model;
    WaitGraphPanel m_panel{m_model};
};

TEST_F(WaitGraphPanelTest, TheCycleIsNamedAndPaintedAsAnAlarm) {
    const QImage picture = look(ms(3000));
    EXPECT_EQ(m_panel.note(), "a cycle of two");
    EXPECT_GT(count(picture, Theme::named(ThemeName::light).danger), 100);
}

TEST_F(WaitGraphPanelTest, BeforeTheCycleClosesNothingIsRed) {
    const QImage picture = look(ms(1400));
    EXPECT_TRUE(m_panel.note().isEmpty());
    EXPECT_EQ(count(picture, Theme::named(ThemeName::light).danger), 0);
    EXPECT_GT(count(picture, Theme::named(ThemeName::light).state(StateClass::waitingLock)), 30);
}

TEST_F(WaitGraphPanelTest, ANodeIsPaintedWhereItWasBefore) {
    const QRectF before = m_panel.nodeBox(true, 0);
    look(ms(10));
    EXPECT_EQ(m_panel.nodeBox(true, 0), before);
    EXPECT_FALSE(before.isEmpty());
}

TEST_F(WaitGraphPanelTest, AClickOnALockSelectsItsLane) {
    QTest::mouseClick(&m_panel, Qt::LeftButton, {}, m_panel.nodeBox(false, 1).center().toPoint());
    ASSERT_TRUE(m_model.view().selection().has_value());
    EXPECT_EQ(m_model.view().selection()->lane, LaneKind::lock);
    EXPECT_EQ(m_model.view().selection()->id, 1U);
}

TEST(WaitGraphPanel, CountsTheMembersOfACycleInWords) {
    WaitForGraph graph;
    EXPECT_TRUE(WaitGraphPanel::cycleText(graph).isEmpty());
    graph.cycles = {{{0}, {1}, {2}}};
    EXPECT_EQ(WaitGraphPanel::cycleText(graph), "a cycle of three");
    graph.cycles = {{{0}}};
    EXPECT_EQ(WaitGraphPanel::cycleText(graph), "waits for itself");
    graph.cycles = {{{0}, {1}}, {{2}, {3}}};
    EXPECT_EQ(WaitGraphPanel::cycleText(graph), "2 cycles");
}

}  // namespace
}  // namespace interleave::ui
