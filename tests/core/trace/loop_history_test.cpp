// The turns of an event loop, read off a trace, and what the loop has at one moment.
#include <gtest/gtest.h>

#include "core/trace/loop_history.hpp"
#include "tests/support/scenes.hpp"

namespace interleave {
namespace {

using scenes::Scene;

constexpr TraceTime atMs(double at) { return {static_cast<std::int64_t>(at * 1e6)}; }

class LoopScene : public Scene {
public:
    LoopScene() : Scene(RuntimeKind::coroutines) {}

    void turn(double at, std::int64_t number, std::uint32_t ready, std::uint32_t timers = 0) {
        this->at(at).add({.object = timers, .ticket = ready, .kind = EventKind::loopTurned, .value = number});
    }
    void sleepsAt(double at) { this->at(at).add({.kind = EventKind::loopSlept, .value = -1}); }
    void queues(ActorId who, std::uint32_t rank) {
        add({.actor = who.value, .object = 0, .ticket = rank, .kind = EventKind::ready,
             .detail = static_cast<std::uint8_t>(ReadyReason::woken), .value = -1});
    }
};

// a sleeps from 2 ms for 10, b computes from 2 to 8 ms, then waits for a socket until 12 ms, at which a's timer is due.
Store loopScene() {
    LoopScene s;
    const ActorId a = s.actor("a", ActorKind::coroutine), b = s.actor("b", ActorKind::coroutine);
    const ObjectId socket = s.object("socket", ObjectKind::descriptor, 7);
    s.turn(1, 1, 2);
    s.at(1.5).runs(a, 0);
    s.at(2).sleeps(a, 10);
    s.afterUs(1).runs(b, 0);
    s.at(8).waits(b, WaitReason::io, socket);
    s.sleepsAt(8.5);
    s.at(12);
    s.queues(a, 2);
    s.queues(b, 3);
    s.turn(12.5, 2, 2, 1);
    s.at(13).runs(a, 0);
    s.at(14).ends(a);
    s.afterUs(1).runs(b, 0);
    s.at(15).ends(b);
    return s.finish(Ended::finished);
}

TEST(LoopHistory, KnowsItsTurnsAndWhatEachBeganWith) {
    LoopHistory history;
    history.follow(loopScene());
    ASSERT_EQ(history.turns().size(), 2U);
    EXPECT_EQ(history.turns()[0].ready, 2U);
    EXPECT_EQ(history.turns()[0].ended, atMs(8.5)) << "it slept then";
    EXPECT_EQ(history.turns()[1].timers, 1U);
    EXPECT_EQ(history.turns()[1].ended, atMs(15)) << "the last deed of all";
    EXPECT_FALSE(history.turnAt(atMs(0.5)));
    EXPECT_EQ(history.turnAt(atMs(1)), 0U);
    EXPECT_EQ(history.turnAt(atMs(12)), 0U) << "while it sleeps, the turn before";
    EXPECT_EQ(history.turnAt(atMs(12.5)), 1U);
}

TEST(LoopHistory, KnowsWhoKeptTheLoopForLongest) {
    LoopHistory history;
    history.follow(loopScene());
    ASSERT_TRUE(history.longest());
    EXPECT_EQ(history.longest()->turn, 0U);
    EXPECT_EQ(history.longest()->actor, ActorId{1});
    EXPECT_EQ(history.longest()->length, std::chrono::microseconds(7500));
    EXPECT_EQ(history.longest()->step.begin, atMs(2.001));
}

TEST(LoopHistory, GrowsWithALiveTrace) {
    LoopScene s;
    const ActorId a = s.actor("a", ActorKind::coroutine);
    LoopHistory history;
    s.turn(1, 1, 1);
    s.at(2).runs(a, 0);
    history.follow(s.store());
    ASSERT_EQ(history.turns().size(), 1U);
    EXPECT_EQ(history.turns()[0].ended, kEndOfTime);
    EXPECT_FALSE(history.longest());
    s.at(5).sleeps(a, 1);
    s.turn(6, 2, 1);
    history.follow(s.store());
    EXPECT_EQ(history.turns()[0].ended, atMs(6));
    EXPECT_EQ(history.longest()->length, std::chrono::milliseconds(5));
}

TEST(LoopNow, HasTimersDescriptorsAndTheQueueAtAnyMoment) {
    const Store store = loopScene();
    LoopHistory history;
    history.follow(store);

    const LoopNow busy = loopAt(store, history, atMs(5));
    EXPECT_EQ(busy.running, ActorId{1});
    EXPECT_FALSE(busy.isAsleep);
    ASSERT_EQ(busy.timers.size(), 1U);
    EXPECT_EQ(busy.timers[0].actor, ActorId{0});
    EXPECT_EQ(busy.timers[0].due, atMs(12));

    const LoopNow asleep = loopAt(store, history, atMs(9));
    EXPECT_FALSE(asleep.running.exists());
    EXPECT_TRUE(asleep.isAsleep);
    ASSERT_EQ(asleep.descriptors.size(), 1U);
    EXPECT_EQ(asleep.descriptors[0].actor, ActorId{1});
    EXPECT_FALSE(asleep.descriptors[0].isReady);

    const LoopNow next = loopAt(store, history, atMs(12.5));
    EXPECT_EQ(next.ready, (std::vector{ActorId{0}, ActorId{1}})) << "in the order in which they came";
    ASSERT_EQ(next.descriptors.size(), 1U);
    EXPECT_TRUE(next.descriptors[0].isReady);
    EXPECT_TRUE(next.timers.empty());
}

}  // namespace
}  // namespace interleave
