// Stride scheduling.
#include <gtest/gtest.h>

#include "tests/core/sched/by_hand.hpp"

namespace interleave {
namespace {

using namespace by_hand;
using namespace std::chrono_literals;

// OSTEP chapter 9, "Stride Scheduling": A, B and C with 100, 50 and 250 tickets all stand at 200 after eight turns.
// Where passes are equal the book picks by chance; here the list decides, which gives the order that the book shows.
TEST(Stride, RunsTheExampleOfTheBook) {
    const auto turns = turnsOf(*policyOf("stride"), {holds(0, 100), holds(1, 50), holds(2, 250)}, 16);
    EXPECT_EQ(turns, (Order{0, 1, 2, 2, 2, 0, 2, 2, 0, 1, 2, 2, 2, 0, 2, 2}));
}

TEST(Stride, IsExactEvenWhereAStrideIsNoWholeNumber) {
    const auto turns = turnsOf(*policyOf("stride"), {holds(0, 100), holds(1, 300)}, 4000);
    for (std::size_t i = 0; i < turns.size(); i += 4)
        ASSERT_EQ(Order(&turns[i], &turns[i] + 4), (Order{0, 1, 1, 1})) << i;
}

TEST(Stride, SaysWhatBrokeATie) {
    const auto policy = policyOf("stride");
    for (const std::uint32_t id : {2U, 1U}) policy->makeReady(task(id), 0ms);
    const auto first = policy->takeNext(kCore, 0ms);
    EXPECT_EQ(first->task, ActorId{1});
    EXPECT_EQ(first->tie, TieBreak::order);
}

TEST(Stride, ChargesForTheTimeUsedAndNotForAbsence) {
    const auto policy = policyOf("stride");
    policy->makeReady(task(1), 0ms);
    policy->makeReady(task(2), 0ms);
    EXPECT_EQ(policy->takeNext(kCore, 0ms)->task, ActorId{1});
    policy->makeReady(again(task(1), 100ms, ReadyReason::sliceOver), 100ms);
    EXPECT_EQ(policy->takeNext(kCore, 100ms)->task, ActorId{2});
    policy->makeReady(again(task(2), 500ms, ReadyReason::sliceOver), 600ms);
    EXPECT_EQ(policy->takeNext(kCore, 600ms)->number, 100'000);
    policy->makeReady(task(3), 600ms);  // a newcomer has nothing to catch up
    EXPECT_EQ(policy->takeNext(kCore, 600ms)->number, 100'000);
}

TEST(Stride, LetsASleeperGoOnWhereItWouldBeNowOrAtItsOwnPass) {
    const auto policy = policyOf("stride");
    policy->makeReady(task(1), 0ms);
    (void)policy->takeNext(kCore, 0ms);
    policy->makeReady(task(2), 0ms);
    (void)policy->takeNext(kCore, 0ms);
    policy->makeReady(again(task(2), 50ms, ReadyReason::sliceOver), 50ms);
    EXPECT_EQ(policy->takeNext(kCore, 50ms)->number, 50'000);
    policy->makeReady(again(task(1), 10ms, ReadyReason::woken), 60ms);
    EXPECT_EQ(policy->takeNext(kCore, 60ms)->number, 50'000);
    policy->makeReady(again(task(1), 30ms, ReadyReason::woken), 90ms);
    EXPECT_EQ(policy->takeNext(kCore, 90ms)->number, 70'000);
}

TEST(Stride, ChargesATaskFromAnotherCoresQueueForNothingThatItDidThere) {
    const auto policy = policyOf("stride");
    policy->makeReady(again(task(1), 500ms, ReadyReason::sliceOver), 500ms);
    EXPECT_EQ(policy->takeNext(kCore, 500ms)->number, 0);
    policy->makeReady(again(task(1), 510ms, ReadyReason::sliceOver), 510ms);
    EXPECT_EQ(policy->takeNext(kCore, 510ms)->number, 10'000);
}

}  // namespace
}  // namespace interleave
