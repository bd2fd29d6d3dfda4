// Priorities that rise while a task waits.
#include <gtest/gtest.h>

#include "tests/core/sched/by_hand.hpp"

namespace interleave {
namespace {

using namespace by_hand;
using namespace std::chrono_literals;

// A task that the policy just picked.
TaskView runs(Policy& policy, const TaskView& view, Duration now) {
    policy.makeReady(view, now);
    EXPECT_EQ(policy.takeNext(kCore, now)->task, view.id);
    return view;
}

TEST(Aging, RaisesWhoeverWaitsByOneStepAtATime) {
    const auto policy = policyOf("priority", {{"aging", "10"}});
    policy->makeReady(task(1, 3), 0ms);
    policy->makeReady(task(2, 1), 25ms);
    const auto first = policy->takeNext(kCore, 25ms);  // 3 - 2 = 1, and 1: the older claim goes first
    EXPECT_EQ(first->task, ActorId{1});
    EXPECT_EQ(first->number, 1);
}

TEST(Aging, RaisesTowardsHighNumbersWhereTheyGoFirst) {
    const auto policy = policyOf("priority", {{"aging", "10"}, {"low-number-first", "false"}});
    policy->makeReady(task(1, 3), 0ms);
    EXPECT_EQ(policy->takeNext(kCore, 29ms)->number, 5);
}

TEST(Aging, ChallengesAsSoonAsSomebodyWhoWaitsIsStrictlyBetter) {
    const auto policy = policyOf("priority", {{"aging", "10"}});
    const TaskView running = runs(*policy, task(9, 0), 0ms);
    policy->makeReady(task(1, 3), 0ms);
    EXPECT_EQ(policy->challengesAt(running, 25ms), 40ms);  // -1 is better than 0: four steps from 3
    EXPECT_EQ(policy->challengesAt(running, 45ms), 45ms);
    EXPECT_FALSE(policyOf("priority", {{"aging", "10"}})->challengesAt(running, 0ms).has_value());
}

TEST(Aging, ChallengesNobodyWhereItIsNotPreemptive) {
    const auto policy = policyOf("priority", {{"aging", "10"}, {"preemptive", "false"}});
    const TaskView running = runs(*policy, task(9, 0), 0ms);
    policy->makeReady(task(1, 3), 0ms);
    EXPECT_FALSE(policy->challengesAt(running, 0ms).has_value());
}

TEST(Aging, LetsARunningTaskKeepWhatItWasPickedWith) {
    const auto policy = policyOf("priority", {{"aging", "10"}});
    policy->makeReady(task(1, 3), 0ms);
    EXPECT_EQ(policy->takeNext(kCore, 30ms)->number, 0);
    EXPECT_FALSE(policy->preempts(task(2, 0), task(1, 3), 30ms));
    EXPECT_TRUE(policy->preempts(task(2, -1), task(1, 3), 30ms));
}

TEST(Aging, LetsAnInterruptedTaskKeepItsClaimButNobodyElse) {
    const auto policy = policyOf("priority", {{"aging", "10"}});
    policy->makeReady(task(1, 3), 0ms);
    EXPECT_EQ(policy->takeNext(kCore, 30ms)->number, 0);
    policy->makeReady(again(task(1, 3), 1ms, ReadyReason::preempted), 31ms);
    EXPECT_EQ(policy->takeNext(kCore, 31ms)->number, 0);
    policy->makeReady(again(task(1, 3), 2ms, ReadyReason::woken), 35ms);
    EXPECT_EQ(policy->takeNext(kCore, 35ms)->number, 3);
}

TEST(Aging, CountsForANewcomerThatHadToWaitForAnAnswer) {
    const auto policy = policyOf("priority", {{"aging", "10"}});
    const TaskView running = runs(*policy, task(1, 5), 0ms);
    policy->makeReady(task(2, 5), 0ms);
    EXPECT_FALSE(policy->preempts(task(2, 5), running, 9ms));
    EXPECT_TRUE(policy->preempts(task(2, 5), running, 10ms));
}

TEST(Aging, ComparesTwoWhoRunByWhatTheyWerePickedWith) {
    const auto policy = policyOf("priority", {{"aging", "10"}});
    policy->makeReady(task(1, 5), 0ms);
    EXPECT_EQ(policy->takeNext(kCore, 40ms)->number, 1);
    const TaskView other = runs(*policy, task(2, 3), 40ms);
    EXPECT_TRUE(policy->preempts(task(1, 5), other, 40ms));
    EXPECT_FALSE(policy->preempts(other, task(1, 5), 40ms));
}

TEST(Aging, TakesATaskFromAnotherCoresQueueAsItsProgramDeclaredIt) {
    const auto policy = policyOf("priority", {{"aging", "10"}});
    policy->makeReady(task(3, 3), 0ms);
    EXPECT_TRUE(policy->preempts(task(3, 3), task(9, 9), 0ms));
    policy->makeReady(again(task(9, 9), 5ms, ReadyReason::preempted), 0ms);
    EXPECT_EQ(policy->takeNext(kCore, 0ms)->task, ActorId{3});
    EXPECT_EQ(policy->takeNext(kCore, 0ms)->number, 9);
}

TEST(Aging, SaysWhatBrokeATie) {
    const auto policy = policyOf("priority", {{"aging", "10"}});
    for (const std::uint32_t id : {2U, 1U}) policy->makeReady(task(id, 3), 0ms);
    EXPECT_EQ(policy->takeNext(kCore, 0ms)->tie, TieBreak::order);
}

}  // namespace
}  // namespace interleave
