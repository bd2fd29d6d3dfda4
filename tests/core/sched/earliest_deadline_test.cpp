// Earliest deadline first.
#include <gtest/gtest.h>

#include "tests/core/sched/by_hand.hpp"

namespace interleave {
namespace {

using namespace by_hand;
using namespace std::chrono_literals;

TaskView due(std::uint32_t id, Duration deadline) {
    TaskView view = task(id);
    view.deadline = deadline;
    return view;
}

TEST(EarliestDeadline, TakesWhoeverIsDueFirst) {
    const auto policy = policyOf("edf");
    policy->makeReady(due(1, 9ms), 0ms);
    policy->makeReady(due(2, 5ms), 0ms);
    const auto first = policy->takeNext(kCore, 0ms);
    EXPECT_EQ(first->task, ActorId{2});
    EXPECT_EQ(first->reason, RunReason::earliestDeadline);
    EXPECT_EQ(first->number, 5000);
}

TEST(EarliestDeadline, PutsWhoeverHasNoneLast) {
    const auto policy = policyOf("edf");
    policy->makeReady(task(1), 0ms);
    policy->makeReady(due(2, 5ms), 0ms);
    EXPECT_TRUE(policy->preempts(due(2, 5ms), task(1), 0ms));
    EXPECT_EQ(policy->takeNext(kCore, 0ms)->task, ActorId{2});
    EXPECT_EQ(policy->takeNext(kCore, 0ms)->number, -1);
}

TEST(EarliestDeadline, InterruptsOnlyForStrictlyEarlier) {
    const auto policy = policyOf("edf");
    EXPECT_TRUE(policy->preempts(due(1, 4ms), due(2, 5ms), 0ms));
    EXPECT_FALSE(policy->preempts(due(1, 5ms), due(2, 5ms), 0ms));
    EXPECT_FALSE(policy->preempts(task(1), task(2), 0ms));
}

TEST(EarliestDeadline, SaysWhatBrokeATie) {
    const auto policy = policyOf("edf");
    for (const std::uint32_t id : {2U, 1U}) policy->makeReady(due(id, 5ms), 0ms);
    const auto first = policy->takeNext(kCore, 0ms);
    EXPECT_EQ(first->task, ActorId{1});
    EXPECT_EQ(first->tie, TieBreak::order);
}

TEST(EarliestDeadline, StillTakesAJobThatIsTooLate) {
    const auto policy = policyOf("edf");
    policy->makeReady(due(1, 5ms), 8ms);
    policy->makeReady(due(2, 9ms), 8ms);
    EXPECT_EQ(drained(*policy, 8ms), (Order{1, 2}));
}

}  // namespace
}  // namespace interleave
