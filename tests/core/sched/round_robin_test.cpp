// Round robin.
#include <gtest/gtest.h>

#include "tests/core/sched/by_hand.hpp"

namespace interleave {
namespace {

using namespace by_hand;
using namespace std::chrono_literals;

TEST(RoundRobin, GivesEverybodyTheSameSliceInTurn) {
    const auto policy = policyOf("rr", {{"quantum", "4"}});
    EXPECT_EQ(turnsOf(*policy, {task(1), task(2), task(3)}, 7), (Order{1, 2, 3, 1, 2, 3, 1}));
    EXPECT_EQ(policy->takeNext(kCore, 28ms)->slice, 4ms);
}

TEST(RoundRobin, SaysThatTheOnlyOneIsTheOnlyOne) {
    const auto policy = policyOf("rr");
    policy->makeReady(task(1), 0ms);
    policy->makeReady(task(2), 0ms);
    const auto first = policy->takeNext(kCore, 0ms);
    EXPECT_EQ(first->reason, RunReason::nextInTurn);
    EXPECT_EQ(first->number, 2);
    EXPECT_EQ(policy->takeNext(kCore, 0ms)->reason, RunReason::onlyOne);
}

TEST(RoundRobin, QueuesAnArrivalAheadOfTheOneWhoseSliceEndsThen) {
    const auto policy = policyOf("rr", {{"quantum", "4"}});
    policy->makeReady(task(1), 0ms);
    EXPECT_EQ(policy->takeNext(kCore, 0ms)->task, ActorId{1});
    policy->makeReady(task(2), 4ms);
    policy->makeReady(again(task(1), 4ms, ReadyReason::sliceOver), 4ms);
    EXPECT_EQ(drained(*policy, 4ms), (Order{2, 1}));
}

TEST(RoundRobin, InterruptsNobodyBeforeTheSliceEnds) {
    EXPECT_FALSE(policyOf("rr")->preempts(task(2, 0), task(1, 9), 0ms));
}

}  // namespace
}  // namespace interleave
