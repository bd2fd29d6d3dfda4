// First come, first served.
#include <gtest/gtest.h>

#include "tests/core/sched/by_hand.hpp"

namespace interleave {
namespace {

using namespace by_hand;
using namespace std::chrono_literals;

TEST(Fcfs, RunsTasksInTheOrderTheyBecameReady) {
    const auto policy = policyOf("fcfs");
    for (const std::uint32_t id : {3U, 1U, 2U}) policy->makeReady(task(id), 0ms);
    EXPECT_EQ(drained(*policy), (Order{3, 1, 2}));
}

TEST(Fcfs, GivesNoSliceAndInterruptsNobody) {
    const auto policy = policyOf("fcfs");
    policy->makeReady(task(1), 0ms);
    EXPECT_EQ(policy->takeNext(kCore, 0ms)->slice, 0ms);
    EXPECT_FALSE(policy->preempts(task(2, 0), task(1, 9), 0ms));
}

TEST(Fcfs, SaysHowManyWereReady) {
    const auto policy = policyOf("fcfs");
    policy->makeReady(task(1), 0ms);
    policy->makeReady(task(2), 0ms);
    EXPECT_EQ(policy->takeNext(kCore, 0ms)->number, 2);
    const auto last = policy->takeNext(kCore, 0ms);
    EXPECT_EQ(last->number, 1);
    EXPECT_EQ(last->reason, RunReason::firstCome);
}

TEST(Fcfs, PutsWhoeverComesBackBehindAllWhoWait) {
    const auto policy = policyOf("fcfs");
    const Placement first = policy->makeReady(task(1), 0ms);
    policy->makeReady(task(2), 0ms);
    EXPECT_EQ(policy->takeNext(kCore, 0ms)->task, ActorId{1});
    const Placement anew = policy->makeReady(again(task(1), 1ms, ReadyReason::woken), 5ms);
    EXPECT_GT(anew.rank, first.rank);
    EXPECT_EQ(drained(*policy), (Order{2, 1}));
}

}  // namespace
}  // namespace interleave
