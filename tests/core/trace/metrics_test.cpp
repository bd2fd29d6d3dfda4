// Numbers at the cursor are those that one would add up by hand.
#include "core/trace/metrics.hpp"

#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"
#include "tests/support/trace_look.hpp"

namespace interleave {
namespace {

using scenes::Scene;
using namespace std::chrono_literals;

// Created at 5; ran 10–30 and 60–65; slept 30–50; ready 5–10 and 50–60; waited for the lock from 65; ended at 100.
Store oneThread() {
    Scene s;
    const ObjectId lock = s.mutex("A");
    s.at(5);
    const ActorId t = s.actor("T1");
    s.at(10)
        .runs(t, 0)
        .at(30)
        .sleeps(t, 20)
        .at(50)
        .readies(t)
        .at(60)
        .runs(t, 0)
        .at(65)
        .wants(t, lock)
        .at(90)
        .readies(t)
        .at(95)
        .runs(t, 1)
        .at(100)
        .ends(t)
        .at(120);
    return s.finish(Ended::finished);
}

TEST(ActorMetrics, AddUpWhatTheLaneShows) {
    const Store store = oneThread();
    const ActorMetrics m = actorMetricsAt(store, {0}, ms(120));
    EXPECT_EQ(m.running, 20ms + 5ms + 5ms);
    EXPECT_EQ(m.ready, 5ms + 10ms + 5ms);
    EXPECT_EQ(m.sleeping, 20ms);
    EXPECT_EQ(m.lockWait, 25ms);
    EXPECT_EQ(m.waiting, 45ms);
    EXPECT_EQ(m.turnaround, 95ms);
    EXPECT_EQ(m.response, 5ms);
}

TEST(ActorMetrics, SpeakOfTheMomentAskedFor) {
    const Store store = oneThread();
    const ActorMetrics m = actorMetricsAt(store, {0}, ms(40));
    EXPECT_EQ(m.running, 20ms);
    EXPECT_EQ(m.sleeping, 10ms);
    EXPECT_EQ(m.turnaround, 35ms);
    EXPECT_EQ(m.lockWait, 0ms);
}

TEST(ActorMetrics, AnActorThatHasNotRunYetHasNoResponse) {
    const Store store = oneThread();
    EXPECT_LT(actorMetricsAt(store, {0}, ms(9)).response, 0ms);
    EXPECT_LT(actorMetricsAt(store, {0}, ms(2)).response, 0ms);
    EXPECT_EQ(actorMetricsAt(store, {0}, ms(2)).turnaround, 0ms);
}

TEST(RunMetrics, AddUpOverAllActors) {
    const Store store = scenes::deadlock();
    const RunMetrics m = runMetricsAt(store, ms(3000));
    Duration running{}, lockWait{};
    for (std::uint32_t i = 0; i < 2; ++i) {
        running += actorMetricsAt(store, {i}, ms(3000)).running;
        lockWait += actorMetricsAt(store, {i}, ms(3000)).lockWait;
    }
    EXPECT_EQ(m.coreTime, running);
    EXPECT_EQ(m.lockWait, lockWait);
    EXPECT_EQ(lockWait, (3000ms - 1357ms) + (3000ms - 1420ms));
    EXPECT_EQ(m.actors, 2U);
    EXPECT_EQ(m.alive, 2U);
    EXPECT_EQ(m.events, store.totals().events);
    EXPECT_EQ(runMetricsAt(store, ms(2)).actors, 0U);
}

TEST(RunMetrics, CountEachTimeThatACoreChangesHands) {
    const Store store = oneThread();
    // Core 0: T1, nobody, T1, nobody. Core 1: T1, nobody.
    EXPECT_EQ(runMetricsAt(store, ms(120)).switches, 3U + 1U);
    EXPECT_EQ(runMetricsAt(store, ms(20)).switches, 0U);
    EXPECT_EQ(runMetricsAt(store, ms(40)).switches, 1U);
}

TEST(RunMetrics, OfNothingAreZero) {
    const RunMetrics m = runMetricsAt(Store{}, ms(10));
    EXPECT_EQ(m.coreTime, 0ms);
    EXPECT_EQ(m.actors, 0U);
}

}  // namespace
}  // namespace interleave
