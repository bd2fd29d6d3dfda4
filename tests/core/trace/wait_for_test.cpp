// Who waits for whom is read off the lanes at any moment, also one long gone.
#include "core/trace/wait_for.hpp"

#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"
#include "tests/support/trace_look.hpp"

namespace interleave {
namespace {

using scenes::Scene;

TEST(WaitForGraph, ShowsTheDeadlockClosing) {
    const Store store = scenes::deadlock();
    const ActorId t1{0}, t2{1};
    const ObjectId a{0}, b{1};

    const WaitForGraph before = waitForGraphAt(store, ms(1000));
    EXPECT_TRUE(before.waits.empty()) << "sleeping waits for nobody";
    ASSERT_EQ(before.owns.size(), 2U);
    EXPECT_EQ(before.owns[0].owner, t1);
    EXPECT_EQ(before.owns[1].owner, t2);

    const WaitForGraph half = waitForGraphAt(store, ms(1400));
    ASSERT_EQ(half.waits.size(), 1U);
    EXPECT_EQ(half.waits[0].waiter, t1);
    EXPECT_EQ(half.waits[0].object, b);
    EXPECT_EQ(half.waits[0].owner, t2);
    EXPECT_FALSE(half.hasCycle());

    const WaitForGraph closed = waitForGraphAt(store, ms(1420));
    ASSERT_EQ(closed.cycles, (std::vector<std::vector<ActorId>>{{t1, t2}}));
    ASSERT_EQ(closed.waits.size(), 2U);
    for (const WaitEdge& edge : closed.waits) EXPECT_TRUE(edge.inCycle);
    for (const OwnEdge& edge : closed.owns) EXPECT_TRUE(edge.inCycle);
    EXPECT_EQ(closed.waits[1].object, a);

    EXPECT_FALSE(waitForGraphAt(store, ms(1419.999)).hasCycle()) << "stepping back opens it again";
}

TEST(WaitForGraph, WhoWaitsBehindACycleIsNotInIt) {
    Scene s;
    const ObjectId a = s.mutex("A"), b = s.mutex("B");
    const ActorId t1 = s.actor("T1"), t2 = s.actor("T2"), t3 = s.actor("T3");
    s.at(1)
        .runs(t1)
        .runs(t2)
        .runs(t3)
        .acquires(t1, a)
        .acquires(t2, b)
        .at(2)
        .wants(t3, a)
        .at(3)
        .wants(t1, b)
        .at(4)
        .wants(t2, a);
    const WaitForGraph graph = waitForGraphAt(s.store(), ms(5));
    ASSERT_EQ(graph.cycles.size(), 1U);
    ASSERT_EQ(graph.waits.size(), 3U);
    EXPECT_EQ(graph.waits[2].waiter, t3);
    EXPECT_FALSE(graph.waits[2].inCycle);
}

TEST(WaitForGraph, AWaitWithATimeLimitIsDrawnButClosesNoCycle) {
    Scene s;
    const ObjectId a = s.mutex("A"), b = s.mutex("B");
    const ActorId t1 = s.actor("T1"), t2 = s.actor("T2");
    s.at(1).runs(t1).runs(t2).acquires(t1, a).acquires(t2, b).at(2).wants(t1, b);
    s.at(3).add({.actor = t2.value,
                 .object = a.value,
                 .kind = EventKind::waiting,
                 .detail = static_cast<std::uint8_t>(WaitReason::lock),
                 .value = 1'000'000});
    const WaitForGraph graph = waitForGraphAt(s.store(), ms(3.5));
    EXPECT_EQ(graph.waits.size(), 2U);
    EXPECT_FALSE(graph.hasCycle());
}

TEST(WaitForGraph, AJoinPointsAtWhomItJoins) {
    Scene s;
    const ActorId t1 = s.actor("main"), t2 = s.actor("worker");
    s.at(1).runs(t1).runs(t2).at(2).joins(t1, t2);
    const WaitForGraph graph = waitForGraphAt(s.store(), ms(3));
    ASSERT_EQ(graph.waits.size(), 1U);
    EXPECT_EQ(graph.waits[0].reason, WaitReason::join);
    EXPECT_EQ(graph.waits[0].owner, t2);
    EXPECT_FALSE(graph.waits[0].object.exists());
}

TEST(WaitForGraph, NobodyOwnsAQueue) {
    const Store store = scenes::producerConsumer();
    const WaitForGraph graph = waitForGraphAt(store, ms(5));
    ASSERT_EQ(graph.waits.size(), 1U);
    EXPECT_EQ(graph.waits[0].reason, WaitReason::queueEmpty);
    EXPECT_EQ(graph.waits[0].object, ObjectId{0});
    EXPECT_FALSE(graph.waits[0].owner.exists());
}

TEST(WaitForGraph, OfNothingIsEmpty) {
    const Store store;
    const WaitForGraph graph = waitForGraphAt(store, ms(5));
    EXPECT_TRUE(graph.waits.empty());
    EXPECT_TRUE(graph.owns.empty());
}

}  // namespace
}  // namespace interleave
