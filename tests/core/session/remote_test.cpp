#include "core/session/remote.hpp"

#include <chrono>
#include <thread>

#include <gtest/gtest.h>

#include "core/runtime/gate.hpp"
#include "core/runtime/lab_clock.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;

class RemoteTest : public ::testing::Test {
protected:
    // An actor of a run that comes to the gate: whether it may pass.
    bool comes(ActorId actor) { return m_gate.pass(actor, Operation::compute, {}); }
    std::uint32_t epoch() const { return m_arena.gate().epoch.load(); }

    Arena m_arena = std::move(*Arena::create());
    Remote m_remote{m_arena};
    Gate m_gate{m_arena};
    LabClock m_clock{m_arena};
    ActorId m_t1 = m_arena.newActor();
    ActorId m_t2 = m_arena.newActor();
};

TEST_F(RemoteTest, ARunBeginsFreeWithItsClockAtZeroAndGoing) {
    std::this_thread::sleep_for(5ms);  // between making the arena and the run
    m_remote.prepare(Pace::free, 1.0);
    EXPECT_LT(m_clock.now(), 5ms);
    std::this_thread::sleep_for(5ms);
    EXPECT_GE(m_clock.now(), 5ms);
    EXPECT_TRUE(comes(m_t1));
    EXPECT_FALSE(m_remote.isPaused());
}

TEST_F(RemoteTest, APauseHoldsEverybodyAndStopsTheRunsClockUntilItIsOver) {
    m_remote.prepare(Pace::free, 1.0);
    const std::uint32_t before = epoch();
    m_remote.pause();
    EXPECT_NE(epoch(), before) << "who is held or sleeps looks again";
    EXPECT_FALSE(comes(m_t1));
    const Duration stands = m_clock.now();
    std::this_thread::sleep_for(20ms);
    EXPECT_EQ(m_clock.now(), stands);

    m_remote.resume();
    EXPECT_TRUE(comes(m_t1));
    EXPECT_LT(m_clock.now(), stands + 15ms) << "the pause is taken out";
}

TEST_F(RemoteTest, TempoChangesHowFastTheRunsClockGoesAndOutlastsAPause) {
    m_remote.prepare(Pace::free, 1.0);
    m_remote.pause();
    m_remote.setTempo(50.0);
    const Duration stands = m_clock.now();
    std::this_thread::sleep_for(5ms);
    EXPECT_EQ(m_clock.now(), stands) << "still paused";
    m_remote.resume();
    std::this_thread::sleep_for(5ms);
    EXPECT_GE(m_clock.now() - stands, 250ms);
    EXPECT_DOUBLE_EQ(m_clock.tempo(), 50.0);
}

TEST_F(RemoteTest, AStepLetsTheChosenActorMakeOneOperation) {
    m_remote.prepare(Pace::step, 1.0);
    EXPECT_TRUE(m_remote.isPaused());
    EXPECT_FALSE(comes(m_t1));
    EXPECT_FALSE(comes(m_t2));
    m_remote.step(m_t2);
    EXPECT_FALSE(comes(m_t1));
    EXPECT_TRUE(comes(m_t2));
    m_gate.finished(m_t2);
    EXPECT_FALSE(comes(m_t2));
}

TEST_F(RemoteTest, StepsWithoutAnActorGoRoundThoseWhoStandAtTheGate) {
    m_remote.prepare(Pace::step, 1.0);
    comes(m_t1);
    comes(m_t2);
    std::vector<std::uint32_t> moved;
    for (int i = 0; i < 4; ++i) {
        m_remote.step(std::nullopt);
        for (const ActorId actor : {m_t1, m_t2}) {
            if (!comes(actor)) continue;
            m_gate.finished(actor);
            comes(actor);  // at the gate again
            moved.push_back(actor.value);
        }
    }
    EXPECT_EQ(moved, (std::vector<std::uint32_t>{m_t1.value, m_t2.value, m_t1.value, m_t2.value}));
}

TEST_F(RemoteTest, AStepWhileNobodyStandsAtTheGateIsForTheFirstWhoComes) {
    m_remote.prepare(Pace::free, 1.0);
    m_remote.step(std::nullopt);
    EXPECT_TRUE(m_remote.isPaused()) << "it pauses first";
    m_remote.tend();
    EXPECT_FALSE(comes(m_t2));
    m_remote.tend();
    EXPECT_TRUE(comes(m_t2));
    m_gate.finished(m_t2);
    m_remote.tend();
    EXPECT_FALSE(comes(m_t2)) << "one step was asked for";
}

TEST_F(RemoteTest, APermitThatNobodyCameForDoesNotSurviveAResume) {
    m_remote.prepare(Pace::step, 1.0);
    m_remote.step(m_t1);  // T1 sleeps and does not come
    m_remote.resume();
    EXPECT_TRUE(comes(m_t1));
    m_remote.step(m_t2);
    EXPECT_FALSE(comes(m_t1));
    EXPECT_TRUE(comes(m_t2));
}

TEST_F(RemoteTest, SteppingLetsTheRunsClockGoSoThatSleepersCome) {
    m_remote.prepare(Pace::free, 1.0);
    m_remote.pause();
    m_remote.step(m_t1);
    const Duration before = m_clock.now();
    std::this_thread::sleep_for(5ms);
    EXPECT_GE(m_clock.now() - before, 5ms);
}

}  // namespace
}  // namespace interleave
