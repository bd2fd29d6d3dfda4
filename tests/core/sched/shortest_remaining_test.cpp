// Shortest remaining time first.
#include <gtest/gtest.h>

#include "tests/core/sched/by_hand.hpp"

namespace interleave {
namespace {

using namespace by_hand;
using namespace std::chrono_literals;

TEST(ShortestRemaining, InterruptsOnlyForStrictlyLess) {
    const auto policy = policyOf("srtf");
    EXPECT_TRUE(policy->preempts(needs(1, 2ms), needs(2, 3ms), 0ms));
    EXPECT_FALSE(policy->preempts(needs(1, 3ms), needs(2, 3ms), 0ms));
}

TEST(ShortestRemaining, GoesByWhatIsLeftAndNotByTheWholeBurst) {
    const auto policy = policyOf("srtf");
    TaskView nearlyDone = needs(1, 6ms);
    nearlyDone.remaining = 1ms;
    policy->makeReady(needs(2, 5ms), 0ms);
    policy->makeReady(nearlyDone, 0ms);
    const auto first = policy->takeNext(kCore, 0ms);
    EXPECT_EQ(first->task, ActorId{1});
    EXPECT_EQ(first->reason, RunReason::shortestRemaining);
    EXPECT_EQ(first->number, 1000);
}

TEST(ShortestRemaining, LetsTheEarlierArrivalGoOnBeforeAnEqual) {
    const auto policy = policyOf("srtf");
    TaskView old = needs(9, 6ms);
    old.remaining = 3ms;
    policy->makeReady(needs(2, 3ms, 4ms), 4ms);
    policy->makeReady(old, 4ms);
    const auto first = policy->takeNext(kCore, 4ms);
    EXPECT_EQ(first->task, ActorId{9});
    EXPECT_EQ(first->tie, TieBreak::arrival);
}

TEST(ShortestRemaining, TakesTheSameTaskAnewWithWhatIsLeftThen) {
    const auto policy = policyOf("srtf");
    policy->makeReady(needs(1, 6ms), 0ms);
    policy->makeReady(needs(2, 7ms), 0ms);
    EXPECT_EQ(policy->takeNext(kCore, 0ms)->number, 6000);
    policy->makeReady(needs(1, 8ms), 9ms);  // its next burst is longer
    EXPECT_EQ(drained(*policy), (Order{2, 1}));
}

}  // namespace
}  // namespace interleave
