// The panels of the event loop: what stands there at the cursor, and going from turn to turn.
#include <gtest/gtest.h>

#include <QTest>

#include "tests/support/lab_run.hpp"
#include "ui/loop/futures_panel.hpp"
#include "ui/loop/loop_panel.hpp"
#include "ui/loop/loop_words.hpp"
#include "ui/shell/panel_choice.hpp"

namespace interleave::ui {
namespace {

using namespace std::chrono_literals;

// "blocker" keeps the loop for 150 ms while "sleeper" would be due after 20.
std::unique_ptr<Store> blockedLoop() {
    return std::make_unique<Store>(runInThisProcess(testOrder(RuntimeKind::coroutines), [](Lab& lab) {
        lab.spawn("sleeper", [](Self self) -> Task {
            co_await self.sleep(20ms);
            co_await self.setResult(self.future("answer"), 1);
        });
        lab.spawn("blocker", [](Self self) -> Task { co_await self.block(150ms); });
    }));
}

class LoopPanels : public ::testing::Test {
protected:
    void SetUp() override {
        m_model.showTrace(blockedLoop());
        m_model.view().setFollows(false);
        m_panel.resize(440, 300);
        m_panel.show();
        m_panel.grab();
    }
    void pressKey(Qt::Key key) {
        QTest::keyClick(&m_panel, key);
        m_panel.grab();
    }

    Model m_model;
    LoopPanel m_panel{m_model};
};

TEST_F(LoopPanels, GoFromTurnToTurnByKeysAndArrows) {
    m_model.view().setCursor({0});
    m_panel.grab();
    ASSERT_GE(m_panel.history().turns().size(), 2U);
    pressKey(Qt::Key_Right);
    EXPECT_EQ(m_panel.turn(), 0U);
    QTest::mouseClick(&m_panel, Qt::LeftButton, {}, m_panel.forwardBox().center().toPoint());
    m_panel.grab();
    EXPECT_EQ(m_panel.turn(), 1U);
    EXPECT_EQ(m_model.view().cursor(), m_panel.history().turns()[1].begun);
    pressKey(Qt::Key_Left);
    EXPECT_EQ(m_panel.turn(), 0U);
    pressKey(Qt::Key_Left);
    EXPECT_EQ(m_panel.turn(), 0U) << "there is none before the first";
    EXPECT_EQ(m_panel.now().ready.size(), 2U) << "both are ready as it begins";
}

TEST_F(LoopPanels, NameWhoBlockedTheLoopAndGoThere) {
    ASSERT_TRUE(m_panel.history().longest());
    EXPECT_EQ(m_model.store().actor(m_panel.history().longest()->actor).name, "blocker");
    EXPECT_GE(m_panel.history().longest()->length, LoopWords::kLong);
    QTest::mouseClick(&m_panel, Qt::LeftButton, {}, m_panel.longestBox().center().toPoint());
    EXPECT_EQ(m_model.view().cursor(), m_panel.history().turns()[m_panel.history().longest()->turn].begun);
}

TEST_F(LoopPanels, ShowATimerThatIsOverdueWhileTheLoopIsBlocked) {
    const TimeRange step = m_panel.history().longest()->step;
    m_model.view().setCursor(step.begin + step.length() / 2);
    m_panel.grab();
    ASSERT_EQ(m_panel.now().timers.size(), 1U);
    EXPECT_LT(m_panel.now().timers[0].due, m_model.view().cursor());
    EXPECT_TRUE(LoopWords::due(m_panel.now().timers[0], m_model.view().cursor()).startsWith("overdue"));
    EXPECT_EQ(m_model.store().actor(m_panel.now().running).name, "blocker");
}

TEST_F(LoopPanels, ShowEachFutureUnderItsState) {
    FuturesPanel panel(m_model);
    panel.resize(440, 200);
    m_model.view().setCursor(m_model.store().now());
    panel.grab();
    EXPECT_EQ(panel.states().of(FutureState::done).size(), 3U) << "two tasks and a future";
    EXPECT_TRUE(panel.states().of(FutureState::pending).empty());
    const TimeRange step = m_panel.history().longest()->step;
    m_model.view().setCursor(step.begin + step.length() / 2);
    panel.grab();
    EXPECT_EQ(panel.states().of(FutureState::running), (std::vector<FutureRow>{{{1}, {}}}));
    EXPECT_EQ(panel.states().of(FutureState::pending), (std::vector<FutureRow>{{{0}, {}}}));
    EXPECT_GT(panel.pillOf(FutureState::done).left(), panel.pillOf(FutureState::pending).right());
}

TEST(LoopPanelChoice, IsTheScenariosOfTheLoopAndWhateverRanOnOne) {
    EXPECT_TRUE(usesPanel(PanelKind::loop, "coroutines/gather", Store{}));
    EXPECT_FALSE(usesPanel(PanelKind::loop, "locks/mutex", Store{}));
    EXPECT_TRUE(usesPanel(PanelKind::loop, "locks/mutex", *blockedLoop()));
    EXPECT_TRUE(usesPanel(PanelKind::futures, "tests/lab", *blockedLoop()));
    EXPECT_TRUE(isThePoint(PanelKind::loop, "coroutines/blocking-the-loop"));
}

}  // namespace
}  // namespace interleave::ui
