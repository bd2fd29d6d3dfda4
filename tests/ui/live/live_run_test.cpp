// The model with a real runner behind it.
#include <QSignalSpy>
#include <QTest>

#include <csignal>

#include <gtest/gtest.h>

#include "ui/live/model.hpp"

namespace interleave::ui {
namespace {

constexpr int kPatience = 20'000;  // ms: a loaded machine may take its time

class LiveRunTest : public testing::Test {
protected:
    LiveRunTest() { m_model.setRunner(INTERLEAVE_RUNNER_PROGRAM); }

    void start(const char* scenario, double tempo) {
        m_model.chooseScenario(scenario);
        m_model.setTempo(tempo);
        m_model.run();
    }
    bool waitForEvents(std::uint64_t events) {
        return QTest::qWaitFor([&] { return m_model.store().totals().events >= events; }, kPatience);
    }
    bool waitForTheEnd() {
        return QTest::qWaitFor([&] { return !m_model.isTicking(); }, kPatience);
    }
    static bool exists(std::int64_t pid) { return ::kill(static_cast<pid_t>(pid), 0) == 0; }

    Model m_model;
};

TEST_F(LiveRunTest, ADeadlockIsFollowedToItsEndAndThenNothingTicks) {
    QSignalSpy failed(&m_model, &Model::failed);
    start("locks/deadlock", 4.0);
    ASSERT_EQ(failed.count(), 0) << failed.front().front().toString().toStdString();
    EXPECT_TRUE(m_model.isLive());
    EXPECT_TRUE(m_model.isTicking());
    ASSERT_TRUE(waitForTheEnd());
    EXPECT_FALSE(m_model.isLive());
    EXPECT_EQ(m_model.store().facts().ended, Ended::deadlocked);
    EXPECT_EQ(m_model.store().deadlocks().size(), 1u);
    EXPECT_EQ(m_model.view().cursor(), m_model.view().span().end);
}

TEST_F(LiveRunTest, PausingHoldsTheRunAndAStepLetsOneOperationHappen) {
    start("locks/mutex", 0.25);
    ASSERT_TRUE(waitForEvents(4));
    m_model.pauseOrResume();
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_model.isPaused(); }, kPatience));
    QTest::qWait(600);  // everybody comes to the gate
    const std::uint64_t before = m_model.store().totals().events;
    m_model.step();
    EXPECT_TRUE(waitForEvents(before + 1));
    EXPECT_TRUE(m_model.isPaused());
    m_model.pauseOrResume();
    EXPECT_FALSE(m_model.isPaused());
    m_model.stop();
    ASSERT_TRUE(waitForTheEnd());
    EXPECT_EQ(m_model.store().facts().ended, Ended::stopped);
}

TEST_F(LiveRunTest, AnotherScenarioEndsTheRunAndLeavesNoProcess) {
    start("queues/producer-consumer", 0.25);
    ASSERT_TRUE(waitForEvents(4));
    const std::int64_t runner = m_model.store().facts().runnerPid;
    ASSERT_TRUE(exists(runner));
    m_model.chooseScenario("locks/deadlock");
    EXPECT_FALSE(exists(runner));
    EXPECT_FALSE(m_model.isTicking());
}

TEST_F(LiveRunTest, AModelThatGoesTakesItsRunAlong) {
    auto model = std::make_unique<Model>();
    model->setRunner(INTERLEAVE_RUNNER_PROGRAM);
    model->chooseScenario("locks/deadlock");
    model->setTempo(0.25);
    model->run();
    ASSERT_TRUE(QTest::qWaitFor([&] { return model->store().totals().events > 4; }, kPatience));
    const std::int64_t runner = model->store().facts().runnerPid;
    model.reset();
    EXPECT_FALSE(exists(runner));
}

TEST_F(LiveRunTest, ARunnerKilledFromOutsideEndsTheRunAndKeepsWhatItHadTold) {
    start("queues/producer-consumer", 0.25);
    ASSERT_TRUE(waitForEvents(10));
    ::kill(static_cast<pid_t>(m_model.store().facts().runnerPid), SIGKILL);
    ASSERT_TRUE(waitForTheEnd());
    EXPECT_EQ(m_model.store().facts().ended, Ended::crashed);
    EXPECT_GE(m_model.store().totals().events, 10u);
}

}  // namespace
}  // namespace interleave::ui
