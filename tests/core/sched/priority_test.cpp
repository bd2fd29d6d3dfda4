// Priorities that stay as they are.
#include <gtest/gtest.h>

#include "tests/core/sched/by_hand.hpp"

namespace interleave {
namespace {

using namespace by_hand;
using namespace std::chrono_literals;

TEST(Priority, TakesTheLowestNumberFirstOrTheHighest) {
    const auto low = policyOf("priority");
    const auto high = policyOf("priority", {{"low-number-first", "false"}});
    for (Policy* policy : {low.get(), high.get()}) {
        policy->makeReady(task(1, 5), 0ms);
        policy->makeReady(task(2, 1), 0ms);
        policy->makeReady(task(3, 3), 0ms);
    }
    EXPECT_EQ(drained(*low), (Order{2, 3, 1}));
    const auto first = high->takeNext(kCore, 0ms);
    EXPECT_EQ(first->task, ActorId{1});
    EXPECT_EQ(first->reason, RunReason::highestPriority);
    EXPECT_EQ(first->number, 5);
}

TEST(Priority, ServesEqualsInTheOrderTheyCameWithoutASlice) {
    const auto policy = policyOf("priority");
    for (const std::uint32_t id : {3U, 1U, 2U}) policy->makeReady(task(id, 4), 0ms);
    EXPECT_EQ(policy->takeNext(kCore, 0ms)->slice, 0ms);
    EXPECT_EQ(drained(*policy), (Order{1, 2}));
}

TEST(Priority, LetsEqualsTakeTurnsWhereThereIsAQuantum) {
    const auto policy = policyOf("priority", {{"quantum", "10"}});
    EXPECT_EQ(turnsOf(*policy, {task(1, 4), task(2, 4), task(3, 5)}, 4), (Order{1, 2, 1, 2}));
}

TEST(Priority, PutsAnInterruptedTaskBackInFrontWithTheRestOfItsSlice) {
    const auto policy = policyOf("priority", {{"quantum", "10"}});
    policy->makeReady(task(1), 0ms);
    policy->makeReady(task(2), 0ms);
    EXPECT_EQ(policy->takeNext(kCore, 0ms)->task, ActorId{1});
    policy->makeReady(again(task(1), 4ms, ReadyReason::preempted), 4ms);
    const auto next = policy->takeNext(kCore, 5ms);
    EXPECT_EQ(next->task, ActorId{1});
    EXPECT_EQ(next->slice, 6ms);
    policy->makeReady(again(task(1), 10ms, ReadyReason::sliceOver), 11ms);
    EXPECT_EQ(drained(*policy), (Order{2, 1}));
}

TEST(Priority, PutsAnInterruptedTaskBackInFrontWhereThereAreNoSlicesToo) {
    const auto policy = policyOf("priority");
    policy->makeReady(task(1), 0ms);
    policy->makeReady(task(2), 0ms);
    EXPECT_EQ(policy->takeNext(kCore, 0ms)->task, ActorId{1});
    policy->makeReady(again(task(1), 4ms, ReadyReason::preempted), 4ms);
    EXPECT_EQ(drained(*policy), (Order{1, 2}));
}

TEST(Priority, InterruptsOnlyForStrictlyBetterAndOnlyWhereItIsPreemptive) {
    EXPECT_TRUE(policyOf("priority")->preempts(task(1, 0), task(2, 9), 0ms));
    EXPECT_FALSE(policyOf("priority")->preempts(task(1, 9), task(2, 9), 0ms));
    EXPECT_TRUE(policyOf("priority", {{"low-number-first", "false"}})->preempts(task(1, 9), task(2, 0), 0ms));
    EXPECT_FALSE(policyOf("priority", {{"preemptive", "false"}})->preempts(task(1, 0), task(2, 9), 0ms));
}

TEST(Priority, NeverRisesByWaitingAlone) {
    const auto policy = policyOf("priority");
    policy->makeReady(task(1, 9), 0ms);
    EXPECT_FALSE(policy->challengesAt(task(2, 0), 0ms).has_value());
    EXPECT_EQ(policy->takeNext(kCore, 1h)->number, 9);
}

}  // namespace
}  // namespace interleave
