// The multi-level feedback queue.
#include <gtest/gtest.h>

#include "tests/core/sched/by_hand.hpp"

namespace interleave {
namespace {

using namespace by_hand;
using namespace std::chrono_literals;

TEST(Mlfq, TakesANewTaskInAtTheTop) {
    const auto policy = policyOf("mlfq");
    policy->makeReady(task(1), 0ms);
    (void)policy->takeNext(kCore, 0ms);
    policy->makeReady(again(task(1), 10ms, ReadyReason::sliceOver), 10ms);
    policy->makeReady(task(2), 10ms);
    EXPECT_EQ(drained(*policy, 10ms), (Order{2, 1}));
}

TEST(Mlfq, LetsALongJobSinkToTheBottomAndStayThere) {
    const auto policy = policyOf("mlfq", {{"quantum", "10/20/40"}});
    TaskView job = task(1);
    std::vector<std::pair<std::int64_t, Duration>> seen;
    for (int i = 0; i < 4; ++i) {
        policy->makeReady(job, job.used);
        const auto turn = policy->takeNext(kCore, job.used);
        EXPECT_EQ(turn->reason, RunReason::topQueue);
        seen.emplace_back(turn->number, turn->slice);
        job = again(job, job.used + turn->slice, ReadyReason::sliceOver);
    }
    EXPECT_EQ(seen, (std::vector<std::pair<std::int64_t, Duration>>{{0, 10ms}, {1, 20ms}, {2, 40ms}, {2, 40ms}}));
}

TEST(Mlfq, LeavesATaskAtItsLevelForAsManySlicesAsItsAllotment) {
    const auto turns = turnsOf(*policyOf("mlfq", {{"allotment", "2"}}), {task(1), task(2)}, 6);
    EXPECT_EQ(turns, (Order{1, 2, 1, 2, 1, 2}));
    const auto policy = policyOf("mlfq", {{"allotment", "2"}});
    (void)turnsOf(*policy, {task(1)}, 1);
    EXPECT_EQ(policy->takeNext(kCore, 10ms)->number, 0);
    policy->makeReady(again(task(1), 20ms, ReadyReason::sliceOver), 20ms);
    EXPECT_EQ(policy->takeNext(kCore, 20ms)->number, 1);
}

TEST(Mlfq, DropsATaskThatUsedItsAllotmentHoweverItUsedIt) {
    const auto policy = policyOf("mlfq", {{"queues", "3"}, {"quantum", "10"}});
    policy->makeReady(task(1), 0ms);
    EXPECT_EQ(policy->takeNext(kCore, 0ms)->number, 0);
    policy->makeReady(again(task(1), 9ms, ReadyReason::woken), 20ms);
    const auto rest = policy->takeNext(kCore, 20ms);
    EXPECT_EQ(rest->number, 0);
    EXPECT_EQ(rest->slice, 1ms);
    policy->makeReady(again(task(1), 10ms, ReadyReason::woken), 30ms);
    EXPECT_EQ(policy->takeNext(kCore, 30ms)->number, 1);
}

TEST(Mlfq, PutsAnInterruptedTaskBackInFrontAndAYieldingOneBehind) {
    for (const ReadyReason why : {ReadyReason::preempted, ReadyReason::yielded}) {
        const auto policy = policyOf("mlfq");
        policy->makeReady(task(1), 0ms);
        policy->makeReady(task(2), 0ms);
        (void)policy->takeNext(kCore, 0ms);
        policy->makeReady(again(task(1), 4ms, why), 4ms);
        const bool interrupted = why == ReadyReason::preempted;
        const auto next = policy->takeNext(kCore, 4ms);
        EXPECT_EQ(next->task, interrupted ? ActorId{1} : ActorId{2});
        EXPECT_EQ(next->slice, interrupted ? 6ms : 10ms);
    }
}

TEST(Mlfq, InterruptsOnlyForAHigherQueue) {
    const auto policy = policyOf("mlfq");
    policy->makeReady(task(1), 0ms);
    (void)policy->takeNext(kCore, 0ms);
    policy->makeReady(task(2), 5ms);
    EXPECT_FALSE(policy->preempts(task(2), task(1), 5ms));
    policy->makeReady(again(task(1), 10ms, ReadyReason::sliceOver), 10ms);
    EXPECT_EQ(drained(*policy, 10ms), (Order{2, 1}));
    policy->makeReady(task(3), 12ms);
    EXPECT_TRUE(policy->preempts(task(3), task(1), 12ms));
}

}  // namespace
}  // namespace interleave
