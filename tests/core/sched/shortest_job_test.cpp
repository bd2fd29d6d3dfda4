// Shortest job first.
#include <gtest/gtest.h>

#include "tests/core/sched/by_hand.hpp"

namespace interleave {
namespace {

using namespace by_hand;
using namespace std::chrono_literals;

TEST(ShortestJob, TakesTheLeastBurstAndSaysWhatBrokeATie) {
    const auto policy = policyOf("sjf");
    policy->makeReady(needs(1, 6ms), 0ms);
    policy->makeReady(needs(2, 3ms, 2ms), 2ms);
    policy->makeReady(needs(3, 3ms, 1ms), 2ms);
    const auto first = policy->takeNext(kCore, 2ms);
    EXPECT_EQ(first->task, ActorId{3});
    EXPECT_EQ(first->tie, TieBreak::arrival);
    EXPECT_EQ(first->number, 3000);
    const auto second = policy->takeNext(kCore, 2ms);
    EXPECT_EQ(second->task, ActorId{2});
    EXPECT_EQ(second->tie, TieBreak::none);
}

TEST(ShortestJob, GoesByTheListWhereArrivalsAreEqualToo) {
    const auto policy = policyOf("sjf");
    for (const std::uint32_t id : {7U, 4U, 5U}) policy->makeReady(needs(id, 3ms), 0ms);
    const auto first = policy->takeNext(kCore, 0ms);
    EXPECT_EQ(first->task, ActorId{4});
    EXPECT_EQ(first->tie, TieBreak::order);
    EXPECT_EQ(drained(*policy), (Order{5, 7}));
}

TEST(ShortestJob, InterruptsNobody) {
    const auto policy = policyOf("sjf");
    policy->makeReady(needs(1, 6ms), 0ms);
    EXPECT_EQ(policy->takeNext(kCore, 0ms)->slice, 0ms);
    EXPECT_FALSE(policy->preempts(needs(2, 1ms), needs(1, 6ms), 1ms));
}

TEST(ShortestJob, GoesByTheWholeBurstAndNotByWhatIsLeft) {
    const auto policy = policyOf("sjf");
    TaskView nearlyDone = needs(1, 6ms);
    nearlyDone.remaining = 1ms;
    policy->makeReady(nearlyDone, 0ms);
    policy->makeReady(needs(2, 5ms), 0ms);
    EXPECT_EQ(drained(*policy), (Order{2, 1}));
}

TEST(ShortestJob, TakesAJobThatNeedsNothingFirst) {
    const auto policy = policyOf("sjf");
    policy->makeReady(needs(1, 1ns), 0ms);
    policy->makeReady(needs(2, 0ms), 0ms);
    const auto first = policy->takeNext(kCore, 0ms);
    EXPECT_EQ(first->task, ActorId{2});
    EXPECT_EQ(first->number, 0);
}

}  // namespace
}  // namespace interleave
