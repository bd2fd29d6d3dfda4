#include "ui/shell/actions.hpp"

#include <QAction>
#include <QKeySequence>
#include <QSet>
#include <QWidget>

#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"
#include "tests/support/trace_look.hpp"
#include "ui/live/moments.hpp"

namespace interleave::ui {
namespace {

class ActionsTest : public testing::Test {
protected:
    void showDeadlock() { m_model.showTrace(std::make_unique<Store>(scenes::deadlock())); }
    Model m_model;
    QWidget m_window;
    Actions m_actions{m_model, &m_window};
};

TEST_F(ActionsTest, NoKeyMeansTwoThings) {
    QSet<QString> taken;
    for (const QAction* action : m_window.actions()) {
        for (const QKeySequence& keys : action->shortcuts()) {
            EXPECT_FALSE(taken.contains(keys.toString())) << keys.toString().toStdString();
            taken.insert(keys.toString());
        }
    }
    EXPECT_GT(taken.size(), 15);
}

TEST_F(ActionsTest, EveryActionHasAName) {
    for (const QAction* action : m_window.actions()) EXPECT_FALSE(action->text().isEmpty());
}

TEST_F(ActionsTest, WithNothingToShowThereIsNothingToGoThrough) {
    for (const QAction* action : {m_actions.back, m_actions.forward, m_actions.pause, m_actions.save,
                                  m_actions.exportPicture, m_actions.stop, m_actions.run}) {
        EXPECT_FALSE(action->isEnabled()) << action->text().toStdString();
    }
    showDeadlock();
    for (const QAction* action : {m_actions.back, m_actions.forward, m_actions.pause, m_actions.save,
                                  m_actions.exportPicture, m_actions.run}) {
        EXPECT_TRUE(action->isEnabled()) << action->text().toStdString();
    }
}

TEST_F(ActionsTest, StepsGoFromEventToEventBothWays) {
    showDeadlock();
    m_model.view().setCursor(ms(100));
    const TraceTime next = momentAfter(m_model.store(), ms(100));
    m_actions.forward->trigger();
    EXPECT_EQ(m_model.view().cursor(), next);
    m_actions.forward->trigger();
    m_actions.back->trigger();
    EXPECT_EQ(m_model.view().cursor(), next);
    m_actions.toStart->trigger();
    EXPECT_EQ(m_model.view().cursor(), m_model.view().span().begin);
    m_actions.toEnd->trigger();
    EXPECT_EQ(m_model.view().cursor(), m_model.view().span().end);
}

TEST_F(ActionsTest, PauseAndPlayAreOneKey) {
    showDeadlock();
    m_model.view().setCursor(ms(0));
    m_actions.pause->trigger();
    EXPECT_TRUE(m_model.isPlaying());
    EXPECT_TRUE(m_actions.stop->isEnabled());
    m_actions.pause->trigger();
    EXPECT_FALSE(m_model.isPlaying());
}

TEST_F(ActionsTest, SteppingEndsTheReplay) {
    showDeadlock();
    m_model.view().setCursor(ms(0));
    m_actions.pause->trigger();
    m_actions.forward->trigger();
    EXPECT_FALSE(m_model.isPlaying());
    EXPECT_FALSE(m_model.isTicking());
}

TEST_F(ActionsTest, TheSpeedChosenHoldsForAReplayThatPlays) {
    showDeadlock();
    m_model.view().setCursor(ms(0));
    m_actions.pause->trigger();
    m_actions.setSpeed(0.5);
    EXPECT_EQ(m_model.playSpeed(), 0.5);
}

TEST_F(ActionsTest, UndoIsOfferedOnceTheViewWasMoved) {
    showDeadlock();
    EXPECT_FALSE(m_actions.undo->isEnabled());
    m_actions.zoomIn->trigger();
    EXPECT_TRUE(m_actions.undo->isEnabled());
    m_actions.undo->trigger();
    EXPECT_FALSE(m_actions.undo->isEnabled());
}

TEST_F(ActionsTest, ANewSeedIsAnotherSeed) {
    m_model.chooseScenario("threads/race");
    const std::uint64_t before = m_model.request().seed;
    m_actions.newSeed->trigger();
    m_actions.newSeed->trigger();
    EXPECT_NE(m_model.request().seed, before);
}

}  // namespace
}  // namespace interleave::ui
