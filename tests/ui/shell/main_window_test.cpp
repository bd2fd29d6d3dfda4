#include "ui/shell/main_window.hpp"

#include <QAction>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include <csignal>

#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"
#include "ui/output/output_panel.hpp"
#include "ui/shell/panel_docks.hpp"

namespace interleave::ui {
namespace {

constexpr int kPatience = 20'000;  // ms

class MainWindowTest : public testing::Test {
protected:
    MainWindowTest() {
        QSettings().clear();
        m_model.setRunner(INTERLEAVE_RUNNER_PROGRAM);
        m_window.resize(1920, 1080);
        m_window.chooseScenario("locks/deadlock");
        m_window.show();
        settle();
    }
    ~MainWindowTest() override { speak(Language::english); }

    static void settle() { QTest::qWait(30); }
    QAction* panelToggle(PanelKind kind) { return m_window.panels().toggles().at(static_cast<std::size_t>(kind)); }
    bool isShown(PanelKind kind) { return !m_window.panels().dockOf(kind)->isHidden(); }
    QToolButton* button(const QString& text) {
        for (QToolButton* each : m_window.findChildren<QToolButton*>()) {
            if (each->text() == text && each->isVisible()) return each;
        }
        return nullptr;
    }

    Model m_model;
    MainWindow m_window{m_model};
};

TEST_F(MainWindowTest, AnIdleWindowHasNoTimerRunning) {
    m_model.showTrace(std::make_unique<Store>(scenes::deadlock()));
    QTest::qWait(800);  // whatever moves or fades has come to rest
    EXPECT_FALSE(m_model.isTicking());
    for (const QTimer* timer : m_window.findChildren<QTimer*>()) {
        EXPECT_FALSE(timer->isActive()) << timer->parent()->metaObject()->className();
    }
}

TEST_F(MainWindowTest, InTheirChapterTheTreeOfProcessesLiesOnTopOnALargeDeskAndOnASmallOne) {
    EXPECT_FALSE(isShown(PanelKind::processes));
    for (const QSize size : {QSize(1920, 1080), QSize(1280, 720)}) {
        m_window.resize(size);
        m_window.chooseScenario("processes/zombie");
        settle();
        EXPECT_TRUE(isShown(PanelKind::processes));
        EXPECT_FALSE(m_window.panels().panelOf(PanelKind::processes)->visibleRegion().isEmpty()) << size.width();
        m_window.chooseScenario("locks/deadlock");
        settle();
        EXPECT_FALSE(isShown(PanelKind::processes));
    }
}

TEST_F(MainWindowTest, ThePanelsThatTheScenarioUsesAreThereAndNoOthers) {
    EXPECT_TRUE(isShown(PanelKind::waitGraph));
    m_window.chooseScenario("multitasking/round-robin");
    EXPECT_FALSE(isShown(PanelKind::waitGraph));
    EXPECT_FALSE(panelToggle(PanelKind::waitGraph)->isEnabled());
    EXPECT_TRUE(isShown(PanelKind::states));
    m_window.chooseScenario("locks/deadlock");
    EXPECT_TRUE(isShown(PanelKind::waitGraph));
}

TEST_F(MainWindowTest, AHiddenPanelStaysHiddenUntilItIsAskedFor) {
    panelToggle(PanelKind::code)->trigger();
    EXPECT_FALSE(isShown(PanelKind::code));
    m_window.chooseScenario("queues/producer-consumer");
    EXPECT_FALSE(isShown(PanelKind::code));
    panelToggle(PanelKind::code)->trigger();
    EXPECT_TRUE(isShown(PanelKind::code));
}

TEST_F(MainWindowTest, PanelsRememberTheirPlace) {
    panelToggle(PanelKind::metrics)->trigger();
    m_window.panels().dockOf(PanelKind::code)->setFloating(true);
    m_window.savePlaces();

    MainWindow next(m_model);
    next.restorePlaces();
    next.show();
    settle();
    EXPECT_TRUE(next.panels().dockOf(PanelKind::metrics)->isHidden());
    EXPECT_TRUE(next.panels().dockOf(PanelKind::code)->isFloating());

    next.panels().arrange(next.size());
    EXPECT_FALSE(next.panels().dockOf(PanelKind::metrics)->isHidden());
    EXPECT_FALSE(next.panels().dockOf(PanelKind::code)->isFloating());
}

TEST_F(MainWindowTest, WhatGoesWrongIsSaidInABarThatBlocksNothing) {
    EXPECT_TRUE(m_window.errorShown().isEmpty());
    m_model.openFile("/nowhere/at-all.ilv");
    EXPECT_TRUE(m_window.errorShown().contains("at-all.ilv"));
    m_window.chooseScenario("threads/race");
    EXPECT_TRUE(m_window.errorShown().isEmpty());
}

TEST_F(MainWindowTest, RuntimesThatItDoesNotRunOnAreGreyAndSayWhy) {
    QToolButton* processes = button("Processes");
    ASSERT_NE(processes, nullptr);
    m_window.chooseScenario("locks/three-locks");
    ASSERT_FALSE(m_model.scenario()->runsOn(RuntimeKind::processes));
    EXPECT_FALSE(processes->isEnabled());
    EXPECT_TRUE(processes->toolTip().contains("Threads"));
    EXPECT_TRUE(button("Threads")->isEnabled());
    QTest::mouseClick(button("Workers"), Qt::LeftButton);
    EXPECT_EQ(m_model.request().runtime, RuntimeKind::workers);
}

TEST_F(MainWindowTest, SlashAndControlFGoToTheSearch) {
    auto* search = m_window.findChild<QLineEdit*>();
    m_window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&m_window));
    for (const auto& [key, modifier] :
         {std::pair{Qt::Key_Slash, Qt::NoModifier}, std::pair{Qt::Key_F, Qt::ControlModifier}}) {
        m_window.setFocus();
        QTest::keyClick(&m_window, key, modifier);
        bool found = false;
        for (QLineEdit* each : m_window.findChildren<QLineEdit*>())
            found = found || (each->hasFocus() && each->isVisible());
        EXPECT_TRUE(found);
    }
    EXPECT_NE(search, nullptr);
}

TEST_F(MainWindowTest, KeysReachTheTimelineWhereverTheFocusIs) {
    m_model.showTrace(std::make_unique<Store>(scenes::deadlock()));
    m_window.setFocus();
    const TimeRange before = m_model.view().visible();
    QTest::keyClick(&m_window, Qt::Key_W);
    EXPECT_LT(m_model.view().visible().length(), before.length());
    QTest::keyClick(&m_window, Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(m_model.view().visible(), before);
    m_model.view().setCursor({0});
    QTest::keyClick(&m_window, Qt::Key_Space);
    EXPECT_TRUE(m_model.isPlaying());
}

TEST_F(MainWindowTest, TheLanguageChangesWhileItRuns) {
    m_model.showTrace(std::make_unique<Store>(scenes::deadlock()));
    speak(Language::chinese);
    settle();
    bool chinese = false;
    for (const QLabel* label : m_window.findChildren<QLabel*>()) {
        chinese = chinese || label->text().contains(QString::fromUtf8("两把锁"));
    }
    EXPECT_TRUE(chinese);
    speak(Language::english);
    settle();
    bool english = false;
    for (const QLabel* label : m_window.findChildren<QLabel*>())
        english = english || label->text().startsWith("Two locks");
    EXPECT_TRUE(english);
}

TEST_F(MainWindowTest, TheThemeIsEverywhere) {
    for (const ThemeChoice choice : {ThemeChoice::dark, ThemeChoice::light}) {
        m_window.setThemeChoice(choice);
        settle();
        const QImage image = m_window.grab().toImage();
        const Theme& theme = m_window.theme();
        EXPECT_EQ(image.pixelColor(4, 4), theme.panel);                                     // the bar
        EXPECT_EQ(image.pixelColor(4, image.height() / 2), theme.panel);                    // the side
        int ground = 0;
        for (int x = 0; x < image.width(); ++x) ground += image.pixelColor(x, 76) == theme.ground;
        EXPECT_GT(ground, image.width() / 2);
    }
}

TEST_F(MainWindowTest, NothingIsWiderThanASmallProjector) {
    m_window.resize(1280, 720);
    settle();
    EXPECT_EQ(m_window.size(), QSize(1280, 720));
    for (const char* text : {"Run", "Threads", "Export"}) {
        QToolButton* found = button(text);
        ASSERT_NE(found, nullptr) << text;
        EXPECT_TRUE(m_window.rect().contains(QRect(found->mapTo(&m_window, QPoint()), found->size()))) << text;
        EXPECT_GE(found->width(), found->fontMetrics().horizontalAdvance(text)) << text;
    }
}

TEST_F(MainWindowTest, WhileAFolderIsCopiedItsProgressIsInFront) {
    m_window.chooseScenario("processes/folder-copier");
    settle();
    m_model.run();
    auto* output = m_window.findChild<OutputPanel*>();
    ASSERT_NE(output, nullptr);
    const auto percent = [&] {
        return output->shown().statuses.empty() ? 0 : output->shown().statuses[0].percent.value_or(0);
    };
    ASSERT_TRUE(QTest::qWaitFor([&] { return percent() > 5; }, kPatience));
    EXPECT_TRUE(m_model.isLive());
    EXPECT_FALSE(output->visibleRegion().isEmpty()) << "its tab is the one in front";
    m_model.stop();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !m_model.isLive(); }, kPatience));
    EXPECT_LT(percent(), 100);
}

TEST_F(MainWindowTest, ClosingWhileItRunsEndsTheRun) {
    m_model.setTempo(0.25);
    m_model.run();
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_model.store().totals().events > 4; }, kPatience))
        << m_window.errorShown().toStdString();
    const auto runner = static_cast<pid_t>(m_model.store().facts().runnerPid);
    m_window.close();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !m_model.isTicking(); }, kPatience));
    EXPECT_NE(::kill(runner, 0), 0);
    EXPECT_EQ(m_model.store().facts().ended, Ended::stopped);
}

}  // namespace
}  // namespace interleave::ui
