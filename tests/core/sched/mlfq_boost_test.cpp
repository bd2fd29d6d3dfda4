// How the multi-level feedback queue lifts everybody.
#include <gtest/gtest.h>

#include "tests/core/sched/by_hand.hpp"

namespace interleave {
namespace {

using namespace by_hand;
using namespace std::chrono_literals;

TEST(MlfqBoost, LiftsEverybodyToTheTopInTheOrderTheyStood) {
    const auto policy = policyOf("mlfq", {{"queues", "2"}, {"boost", "100"}});
    for (const std::uint32_t id : {1U, 2U}) {
        policy->makeReady(task(id), 0ms);
        (void)policy->takeNext(kCore, 0ms);
        policy->makeReady(again(task(id), 10ms, ReadyReason::sliceOver), 20ms);  // now below
    }
    policy->makeReady(task(3), 50ms);
    EXPECT_FALSE(policy->lastBoost().has_value());
    EXPECT_EQ(policy->takeNext(kCore, 100ms)->number, 0);
    EXPECT_EQ(policy->lastBoost(), 100ms);
    EXPECT_EQ(drained(*policy, 100ms), (Order{1, 2}));
}

TEST(MlfqBoost, CountsFromTheBeginningHoweverLateItIsNoticed) {
    const auto policy = policyOf("mlfq", {{"boost", "100"}});
    policy->makeReady(task(1), 70ms);
    (void)policy->takeNext(kCore, 399ms);
    EXPECT_EQ(policy->lastBoost(), 300ms);
}

TEST(MlfqBoost, GivesSlicesAndAllotmentsAnew) {
    const auto policy = policyOf("mlfq", {{"quantum", "10"}, {"boost", "100"}});
    policy->makeReady(task(1), 90ms);
    (void)policy->takeNext(kCore, 90ms);
    policy->makeReady(again(task(1), 4ms, ReadyReason::yielded), 94ms);
    EXPECT_EQ(policy->takeNext(kCore, 100ms)->slice, 10ms);
}

TEST(MlfqBoost, LiftsWhoeverRunsOrWaitsToo) {
    const auto policy = policyOf("mlfq", {{"boost", "100"}});
    policy->makeReady(task(1), 0ms);
    (void)policy->takeNext(kCore, 0ms);
    policy->makeReady(again(task(1), 10ms, ReadyReason::sliceOver), 10ms);
    EXPECT_EQ(policy->takeNext(kCore, 95ms)->number, 1);
    policy->makeReady(task(2), 99ms);
    EXPECT_TRUE(policy->preempts(task(2), task(1), 99ms));
    EXPECT_FALSE(policy->preempts(task(2), task(1), 100ms));
    (void)policy->takeNext(kCore, 100ms);
    policy->makeReady(again(task(1), 15ms, ReadyReason::woken), 130ms);
    EXPECT_EQ(policy->takeNext(kCore, 130ms)->number, 0);
}

TEST(MlfqBoost, NeverComesWhereItIsNotAskedFor) {
    const auto policy = policyOf("mlfq");
    policy->makeReady(task(1), 0ms);
    (void)policy->takeNext(kCore, 24h);
    EXPECT_FALSE(policy->lastBoost().has_value());
}

}  // namespace
}  // namespace interleave
