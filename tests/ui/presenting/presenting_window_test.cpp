// A presentation as a presenter leads it: keys, and a mouse.
#include "ui/presenting/presenting_window.hpp"

#include <QApplication>
#include <QMouseEvent>
#include <QSettings>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

#include "ui/live/chapters.hpp"
#include "ui/live/guide.hpp"
#include "ui/presenting/presenting_view.hpp"
#include "ui/presenting/wall_bar.hpp"
#include "ui/shell/main_window.hpp"
#include "ui/shell/presentation.hpp"

namespace interleave::ui {
namespace {

constexpr int kPatience = 20'000;  // ms

class PresentingWindowTest : public testing::Test {
protected:
    PresentingWindowTest() {
        QSettings().clear();
        m_model.setRunner(INTERLEAVE_RUNNER_PROGRAM);
        m_window.chooseScenario("locks/deadlock");
        m_window.show();
        m_window.presentation().begin();
        wall()->resize(1280, 720);
        QTest::qWait(30);
    }
    ~PresentingWindowTest() override { QSettings().clear(); }

    PresentingWindow* wall() { return m_window.presentation().wall(); }
    PresentingView& view() { return wall()->view(); }
    Guide& guide() { return m_window.guide(); }
    void press(int key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(wall(), static_cast<Qt::Key>(key), modifiers);
    }

    Model m_model;
    MainWindow m_window{m_model};
};

TEST_F(PresentingWindowTest, FromTheQuestionThroughTheRunAndItsStepsToTheNextScenario) {
    ASSERT_TRUE(view().asks());
    press(Qt::Key_1);
    EXPECT_EQ(guide().taken(), 0);
    press(Qt::Key_3);
    EXPECT_EQ(guide().taken(), 2) << "a class may think again";
    EXPECT_FALSE(view().question().asked().right) << "nobody knows yet";
    press(Qt::Key_PageDown);
    ASSERT_TRUE(m_model.isLive());
    EXPECT_FALSE(view().asks()) << "the run is watched";
    ASSERT_TRUE(QTest::qWaitFor([&] { return guide().phase() == Guide::Phase::over; }, kPatience));
    ASSERT_TRUE(view().asks()) << "and answers";
    EXPECT_EQ(view().question().asked().right, 2);
    for (int step = 1; step <= guide().count(); ++step) {
        press(Qt::Key_PageDown);
        EXPECT_EQ(guide().place(), step);
        EXPECT_EQ(view().placeShown(), QStringLiteral("%1 / %2").arg(step).arg(guide().count()));
        EXPECT_EQ(view().sentence().said().text, guide().sentence());
    }
    press(Qt::Key_PageUp);
    EXPECT_EQ(guide().place(), guide().count() - 1);
    press(Qt::Key_Right);
    press(Qt::Key_Space);
    EXPECT_EQ(m_model.scenario()->id, neighbourOf("locks/deadlock", scenarios(), 1)->scenario->id);
    EXPECT_TRUE(view().asks());
    press(Qt::Key_PageUp);
    EXPECT_EQ(m_model.scenario()->id, "locks/deadlock");
}

TEST_F(PresentingWindowTest, ARunThatGoesOnIsNotLeftForAnotherScenario) {
    press(Qt::Key_PageDown);
    for (int i = 0; i < 3; ++i) press(Qt::Key_PageDown);
    EXPECT_EQ(m_model.scenario()->id, "locks/deadlock");
    for (int i = 0; i < 8; ++i) press(Qt::Key_PageUp);
    EXPECT_EQ(m_model.scenario()->id, "locks/deadlock");
    EXPECT_TRUE(m_model.isLive());
    m_model.stop();
}

TEST_F(PresentingWindowTest, AFullStopPausesARunAndLetsItGoOn) {
    press(Qt::Key_PageDown);
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_model.store().totals().events > 0; }, kPatience));
    press(Qt::Key_Period);
    EXPECT_TRUE(QTest::qWaitFor([&] { return m_model.isPaused(); }, kPatience));
    press(Qt::Key_Period);
    EXPECT_TRUE(QTest::qWaitFor([&] { return !m_model.isPaused(); }, kPatience));
    m_model.stop();
}

TEST_F(PresentingWindowTest, BBlanksAndTheNextKeyOnlyBringsThePictureBack) {
    press(Qt::Key_B);
    EXPECT_TRUE(wall()->isBlank());
    EXPECT_EQ(wall()->grab().toImage().pixelColor(600, 300), QColor(Qt::black));
    press(Qt::Key_PageDown);
    EXPECT_FALSE(wall()->isBlank());
    EXPECT_FALSE(m_model.isLive()) << "nothing else has happened";
}

TEST_F(PresentingWindowTest, TheSizeOfTypeIsRemembered) {
    press(Qt::Key_Plus, Qt::ControlModifier);
    const double chosen = view().type();
    EXPECT_GT(chosen, 1.0);
    press(Qt::Key_Escape);
    QTest::qWait(30);
    ASSERT_FALSE(m_window.presentation().isOn());
    m_window.presentation().begin();
    EXPECT_DOUBLE_EQ(view().type(), chosen);
    press(Qt::Key_0, Qt::ControlModifier);
    EXPECT_DOUBLE_EQ(view().type(), 1.0);
}

TEST_F(PresentingWindowTest, LOrAClickTurnsTheSpotlightOnAndOff) {
    press(Qt::Key_L);
    EXPECT_TRUE(wall()->hasSpotlight());
    press(Qt::Key_L);
    EXPECT_FALSE(wall()->hasSpotlight());
    QTest::mouseClick(wall(), Qt::LeftButton, {}, {400, 60});
    EXPECT_TRUE(wall()->hasSpotlight());
}

TEST_F(PresentingWindowTest, F1ListsTheKeysUntilTheNextOne) {
    press(Qt::Key_F1);
    EXPECT_TRUE(wall()->showsKeys());
    press(Qt::Key_Space);
    EXPECT_FALSE(wall()->showsKeys());
    EXPECT_FALSE(m_model.isLive());
}

TEST_F(PresentingWindowTest, EverythingCanBeDoneWithTheMouseFromABarThatComesAndGoes) {
    EXPECT_FALSE(wall()->showsBar());
    // Over what lies on top: whatever it is, it leaves the pointer to the wall.
    const QPointF at(320, 300);
    QMouseEvent moved(QEvent::MouseMove, at, view().question().mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
    QApplication::sendEvent(&view().question(), &moved);
    ASSERT_TRUE(wall()->showsBar());
    auto* bar = wall()->findChild<WallBar*>();
    for (const WallCommand command :
         {WallCommand::previous, WallCommand::next, WallCommand::run, WallCommand::pause, WallCommand::spotlight,
          WallCommand::smaller, WallCommand::larger, WallCommand::blank, WallCommand::keys, WallCommand::leave})
        EXPECT_NE(bar->button(command), nullptr);
    EXPECT_TRUE(wall()->rect().contains(bar->geometry()));
    bar->button(WallCommand::next)->click();
    EXPECT_TRUE(m_model.isLive());
    m_model.stop();
    EXPECT_TRUE(QTest::qWaitFor([&] { return !wall()->showsBar(); }, 6000));
}

TEST_F(PresentingWindowTest, F5LeavesAndTheWindowIsAsItWas) {
    press(Qt::Key_F5);
    QTest::qWait(30);
    EXPECT_FALSE(m_window.presentation().isOn());
    EXPECT_TRUE(m_window.isVisible());
    EXPECT_TRUE(m_window.updatesEnabled());
}

}  // namespace
}  // namespace interleave::ui
