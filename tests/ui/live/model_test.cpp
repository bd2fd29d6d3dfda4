#include "ui/live/model.hpp"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"
#include "tests/support/trace_look.hpp"

namespace interleave::ui {
namespace {

class ModelTest : public testing::Test {
protected:
    void showDeadlock() { m_model.showTrace(std::make_unique<Store>(scenes::deadlock())); }
    Model m_model;
};

TEST_F(ModelTest, AnIdleProgramHasNoTimerRunning) {
    EXPECT_FALSE(m_model.isTicking());
    showDeadlock();
    m_model.view().setCursor(ms(700));
    EXPECT_FALSE(m_model.isTicking());
}

TEST_F(ModelTest, AReplayTicksWhileItPlaysAndNoLonger) {
    showDeadlock();
    m_model.view().setCursor(ms(2900));
    m_model.play(4.0);
    EXPECT_TRUE(m_model.isTicking());
    ASSERT_TRUE(QTest::qWaitFor([&] { return !m_model.isPlaying(); }, 5000));
    EXPECT_FALSE(m_model.isTicking());
    EXPECT_EQ(m_model.view().cursor(), m_model.view().span().end);
}

TEST_F(ModelTest, PlayingMovesTheCursorBySoMuchTimeAsPasses) {
    showDeadlock();
    m_model.view().setCursor(ms(0));
    QElapsedTimer clock;
    clock.start();
    m_model.play(2.0);
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_model.view().cursor() > ms(300); }, 5000));
    const auto passed = clock.elapsed();
    m_model.play(0);
    // Twice as fast as the clock, up to one late frame.
    EXPECT_LE(m_model.view().cursor().ns, (2 * passed + 100) * 1'000'000);
    EXPECT_FALSE(m_model.isTicking());
}

TEST_F(ModelTest, PlayingFromTheEndBeginsAtTheBeginning) {
    showDeadlock();
    ASSERT_EQ(m_model.view().cursor(), m_model.view().span().end);
    m_model.play(1.0);
    EXPECT_EQ(m_model.view().cursor(), m_model.view().span().begin);
}

TEST_F(ModelTest, ChoosingAScenarioTakesItsOwnDefaultsAndShowsNothingYet) {
    showDeadlock();
    QSignalSpy replaced(&m_model, &Model::traceReplaced);
    m_model.chooseScenario("threads/race");
    ASSERT_NE(m_model.scenario(), nullptr);
    EXPECT_EQ(m_model.scenario()->id, "threads/race");
    EXPECT_EQ(m_model.request().runtime, m_model.scenario()->defaultRuntime);
    EXPECT_EQ(m_model.request().pace, m_model.scenario()->defaultPace);
    EXPECT_EQ(m_model.request().params.size(), m_model.scenario()->params.size());
    EXPECT_EQ(m_model.store().totals().events, 0u);
    EXPECT_EQ(replaced.count(), 1);
}

TEST_F(ModelTest, AnUnknownScenarioIsRefusedInASentenceAndNothingChanges) {
    m_model.chooseScenario("threads/race");
    QSignalSpy failed(&m_model, &Model::failed);
    m_model.chooseScenario("threads/rice");
    ASSERT_EQ(failed.count(), 1);
    EXPECT_FALSE(failed.front().front().toString().isEmpty());
    EXPECT_EQ(m_model.scenario()->id, "threads/race");
}

TEST_F(ModelTest, RunningWithoutAScenarioSaysWhatToDo) {
    QSignalSpy failed(&m_model, &Model::failed);
    m_model.run();
    EXPECT_EQ(failed.count(), 1);
    EXPECT_FALSE(m_model.isTicking());
}

TEST_F(ModelTest, ARunThatCannotBeginLeavesWhatIsShown) {
    m_model.chooseScenario("locks/deadlock");
    RunRequest request = m_model.request();
    request.params.emplace_back("no-such-parameter", "1");
    m_model.setRequest(request);
    QSignalSpy failed(&m_model, &Model::failed);
    QSignalSpy replaced(&m_model, &Model::traceReplaced);
    m_model.run();
    EXPECT_EQ(failed.count(), 1);
    EXPECT_EQ(replaced.count(), 0);
    EXPECT_FALSE(m_model.isLive());
    EXPECT_FALSE(m_model.isTicking());
}

TEST_F(ModelTest, ATraceSavedAndOpenedAgainIsTheSameTrace) {
    const QTemporaryDir folder;
    const QString path = folder.filePath("deadlock.ilv");
    showDeadlock();
    const std::uint64_t events = m_model.store().totals().events;
    QSignalSpy failed(&m_model, &Model::failed);
    m_model.saveFile(path);
    ASSERT_EQ(failed.count(), 0);

    Model other;
    other.openFile(path);
    EXPECT_EQ(other.store().totals().events, events);
    EXPECT_EQ(other.store().deadlocks().size(), 1u);
    EXPECT_EQ(other.view().cursor(), other.view().span().end);
}

TEST_F(ModelTest, AFileThatIsNoneIsRefusedAndWhatIsShownStays) {
    showDeadlock();
    QSignalSpy failed(&m_model, &Model::failed);
    m_model.openFile("/nowhere/at-all.ilv");
    EXPECT_EQ(failed.count(), 1);
    EXPECT_GT(m_model.store().totals().events, 0u);
}

}  // namespace
}  // namespace interleave::ui
