#include "ui/states/states_panel.hpp"

#include <QTest>

#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"
#include "tests/support/trace_look.hpp"

namespace interleave::ui {
namespace {

class StatesPanelTest : public testing::Test {
protected:
    StatesPanelTest() {
        m_model.showTrace(std::make_unique<Store>(scenes::deadlock()));
        m_panel.resize(462, 296);
        look(ms(3000));
    }
    QImage look(TraceTime cursor) {
        m_model.view().setCursor(cursor);
        return m_panel.grab().toImage();
    }
    StatesLayout layout() const { return layoutStates(QRectF(16, 44, 462 - 32, 296 - 44 - 16), 1.0); }
    bool standsIn(std::uint32_t actor, StateNode node) {
        return layout().node(node).contains(m_panel.tokenOf({actor}).center());
    }

    Model m_model;
    StatesPanel m_panel{m_model};
};

TEST_F(StatesPanelTest, TokensStandInTheStateAtTheCursor) {
    look(ms(100));
    EXPECT_TRUE(standsIn(0, StateNode::running));
    EXPECT_TRUE(standsIn(1, StateNode::running));
    look(ms(30));
    EXPECT_TRUE(standsIn(0, StateNode::running));
    EXPECT_TRUE(standsIn(1, StateNode::ready));
    look(ms(2000));
    EXPECT_TRUE(standsIn(0, StateNode::waiting));
    EXPECT_TRUE(standsIn(1, StateNode::waiting));
}

TEST_F(StatesPanelTest, ATokenIsPaintedInItsActorsColour) {
    m_panel.setAnimated(false);
    const QImage picture = look(ms(100));
    const QRectF token = m_panel.tokenOf({0});
    const QColor edge = picture.pixelColor(token.adjusted(4, 4, -4, -4).topLeft().toPoint() + QPoint(2, 1));
    EXPECT_EQ(edge.rgb(), Theme::named(ThemeName::light).actor(0).rgb());
}

TEST_F(StatesPanelTest, TravelsAndThenStopsItsTimer) {
    EXPECT_FALSE(m_panel.isMoving());
    look(ms(100));
    EXPECT_TRUE(m_panel.isMoving());
    EXPECT_TRUE(QTest::qWaitFor([this] { return !m_panel.isMoving(); }, 2000));
}

TEST_F(StatesPanelTest, WithoutAnimationNoTimerEverRuns) {
    m_panel.setAnimated(false);
    look(ms(100));
    EXPECT_FALSE(m_panel.isMoving());
    EXPECT_TRUE(standsIn(0, StateNode::running));
}

TEST_F(StatesPanelTest, ANewTraceForgetsTheOldTokens) {
    m_model.showTrace(std::make_unique<Store>());
    m_panel.grab();
    EXPECT_TRUE(m_panel.tokenOf({0}).isEmpty());
    EXPECT_TRUE(m_panel.note().isEmpty());
}

TEST_F(StatesPanelTest, SaysOfWhichMomentItSpeaks) {
    look(ms(1400));
    EXPECT_TRUE(m_panel.note().contains("1.400")) << m_panel.note().toStdString();
}

TEST(StatesPanel, WhoIsHeldStandsApartFromThoseWhoRun) {
    scenes::Scene scene;
    const ActorId actor = scene.actor("T1");
    scene.at(1)
        .runs(actor)
        .at(2)
        .add({.actor = actor.value, .kind = EventKind::held, .detail = static_cast<std::uint8_t>(HeldBy::script)})
        .at(3);
    Model model;
    model.showTrace(std::make_unique<Store>(scene.finish(Ended::notYet)));
    StatesPanel panel(model);
    panel.resize(462, 296);
    panel.grab();
    const StatesLayout layout = layoutStates(QRectF(16, 44, 462 - 32, 296 - 44 - 16), 1.0);
    EXPECT_TRUE(layout.node(StateNode::held).contains(panel.tokenOf(actor).center()));
}

TEST(ActorsNow, SpeaksOfThoseWhoExistByThen) {
    const Store store = scenes::deadlock();
    EXPECT_TRUE(actorsAt(store, ms(1)).empty());
    const auto actors = actorsAt(store, ms(1400));
    ASSERT_EQ(actors.size(), 2U);
    EXPECT_EQ(actors[0].waitReason(), WaitReason::lock);
    EXPECT_EQ(actors[0].since, ms(1357));
    EXPECT_EQ(actors[1].state(), StateClass::sleeping);
    EXPECT_EQ(actors[1].until, ms(1405));
}

TEST(ActorsNow, KnowsTheCoreOfWhoRuns) {
    const Store store = scenes::deadlock();
    EXPECT_EQ(coreOf(store, {0}, ms(100)), 0U);
    EXPECT_EQ(coreOf(store, {1}, ms(100)), 1U);
    EXPECT_FALSE(coreOf(store, {0}, ms(2000)).has_value());
}

}  // namespace
}  // namespace interleave::ui
