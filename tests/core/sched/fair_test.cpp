// Fair scheduling by virtual run time.
#include <gtest/gtest.h>

#include "tests/core/sched/by_hand.hpp"

namespace interleave {
namespace {

using namespace by_hand;
using namespace std::chrono_literals;

TaskView nice(std::uint32_t id, int value) {
    TaskView view = task(id);
    view.nice = value;
    return view;
}

// OSTEP chapter 9: A at nice -5 has 3121 of 4145 parts of 48 ms, B the rest.
TEST(Fair, GivesAHeavierTaskALongerSliceOfTheSameLatency) {
    const auto policy = policyOf("fair");
    policy->makeReady(nice(1, -5), 0ms);
    policy->makeReady(task(2), 0ms);
    const auto first = policy->takeNext(kCore, 0ms);
    EXPECT_EQ(first->task, ActorId{1});
    EXPECT_NEAR(milliseconds(first->slice), 36.1, 0.1);
    policy->makeReady(again(nice(1, -5), 36ms, ReadyReason::sliceOver), 36ms);
    EXPECT_NEAR(milliseconds(policy->takeNext(kCore, 36ms)->slice), 11.9, 0.1);
}

// OSTEP chapter 9: 48 ms over ten tasks would be 4.8 ms each.
TEST(Fair, GivesNobodyLessThanTheGranularity) {
    const auto policy = policyOf("fair");
    for (std::uint32_t id = 0; id < 10; ++id) policy->makeReady(task(id), 0ms);
    EXPECT_EQ(policy->takeNext(kCore, 0ms)->slice, 6ms);
}

TEST(Fair, TakesANiceValueBeyondTheRangeForItsEnd) {
    for (const auto& [beyond, end] : {std::pair{-100, -20}, std::pair{100, 19}}) {
        const auto policy = policyOf("fair");
        policy->makeReady(nice(1, beyond), 0ms);
        policy->makeReady(nice(2, end), 0ms);
        EXPECT_EQ(policy->takeNext(kCore, 0ms)->slice, 24ms) << beyond;
    }
}

TEST(Fair, ServesEqualsInTurn) {
    const auto turns = turnsOf(*policyOf("fair"), {task(0), task(1), task(2)}, 6);
    EXPECT_EQ(turns, (Order{0, 1, 2, 0, 1, 2}));
}

TEST(Fair, ChargesTheLighterTaskMore) {
    const auto policy = policyOf("fair");
    policy->makeReady(nice(1, 5), 0ms);
    (void)policy->takeNext(kCore, 0ms);
    policy->makeReady(again(nice(1, 5), 10ms, ReadyReason::sliceOver), 10ms);
    const auto next = policy->takeNext(kCore, 10ms);
    EXPECT_EQ(next->reason, RunReason::leastVirtualTime);
    EXPECT_EQ(next->number, 10'000 * 1024 / 335);
}

TEST(Fair, LetsASleeperEarnNothing) {
    const auto policy = policyOf("fair");
    policy->makeReady(task(1), 0ms);
    (void)policy->takeNext(kCore, 0ms);
    policy->makeReady(task(2), 1ms);
    (void)policy->takeNext(kCore, 1ms);
    policy->makeReady(again(task(2), 400ms, ReadyReason::sliceOver), 401ms);
    EXPECT_EQ(policy->takeNext(kCore, 401ms)->number, 400'000);
    policy->makeReady(again(task(1), 1ms, ReadyReason::woken), 500ms);
    EXPECT_EQ(policy->takeNext(kCore, 500ms)->number, 400'000);
}

TEST(Fair, InterruptsForWhoeverIsBehindByMoreThanTheGranularity) {
    const auto policy = policyOf("fair");
    policy->makeReady(task(1), 0ms);
    (void)policy->takeNext(kCore, 0ms);
    policy->makeReady(task(2), 0ms);
    EXPECT_FALSE(policy->preempts(task(2), again(task(1), 6ms, ReadyReason::created), 6ms));
    EXPECT_TRUE(policy->preempts(task(2), again(task(1), 7ms, ReadyReason::created), 7ms));
}

TEST(Fair, ComparesTwoWhoRunByWhatTheyHaveUsedUpToNow) {
    const auto policy = policyOf("fair");
    for (const std::uint32_t id : {1U, 2U}) policy->makeReady(task(id), 0ms);
    (void)drained(*policy);
    const TaskView ahead = again(task(1), 40ms, ReadyReason::created);
    const TaskView behind = again(task(2), 20ms, ReadyReason::created);
    EXPECT_TRUE(policy->preempts(behind, ahead, 40ms));
    EXPECT_FALSE(policy->preempts(ahead, behind, 40ms));
    EXPECT_FALSE(policy->preempts(ahead, again(behind, 41ms, ReadyReason::created), 41ms));
}

TEST(Fair, ChargesATaskFromAnotherCoresQueueForNothingThatItDidThere) {
    const auto policy = policyOf("fair");
    policy->makeReady(task(2), 500ms);
    EXPECT_FALSE(policy->preempts(task(2), again(task(1), 500ms, ReadyReason::created), 500ms));
    (void)drained(*policy);
    policy->makeReady(again(task(1), 500ms, ReadyReason::sliceOver), 500ms);
    EXPECT_EQ(policy->takeNext(kCore, 500ms)->number, 0);
}

}  // namespace
}  // namespace interleave
