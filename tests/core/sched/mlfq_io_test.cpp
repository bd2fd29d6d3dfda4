// What I/O does to a task in the multi-level feedback queue; the options are those of mlfq.py of OSTEP.
#include <gtest/gtest.h>

#include "tests/core/sched/by_hand.hpp"

namespace interleave {
namespace {

using namespace by_hand;
using namespace std::chrono_literals;

TEST(MlfqAfterIo, GivesATaskAllOfItBackWhereItMayStay) {
    const auto policy = policyOf("mlfq", {{"stay", "true"}});
    policy->makeReady(task(1), 0ms);
    (void)policy->takeNext(kCore, 0ms);
    policy->makeReady(again(task(1), 9ms, ReadyReason::woken), 20ms);
    EXPECT_EQ(policy->takeNext(kCore, 20ms)->slice, 10ms);
}

TEST(MlfqAfterIo, CountsASliceThatEndsJustThenEvenWhereItMayStay) {
    const auto policy = policyOf("mlfq", {{"stay", "true"}});
    policy->makeReady(task(1), 0ms);
    (void)policy->takeNext(kCore, 0ms);
    policy->makeReady(again(task(1), 10ms, ReadyReason::woken), 20ms);
    EXPECT_EQ(policy->takeNext(kCore, 20ms)->number, 1);
}

// mlfq.py gives the allotment anew as the I/O begins, and only then counts the slice against it.
TEST(MlfqAfterIo, CountsThatSliceAgainstANewAllotmentWhereItMayStay) {
    const auto policy = policyOf("mlfq", {{"stay", "true"}, {"allotment", "2"}});
    policy->makeReady(task(1), 0ms);
    (void)policy->takeNext(kCore, 0ms);
    policy->makeReady(again(task(1), 10ms, ReadyReason::sliceOver), 10ms);
    (void)policy->takeNext(kCore, 10ms);
    policy->makeReady(again(task(1), 20ms, ReadyReason::woken), 30ms);
    EXPECT_EQ(policy->takeNext(kCore, 30ms)->number, 0);
    policy->makeReady(again(task(1), 30ms, ReadyReason::sliceOver), 40ms);
    EXPECT_EQ(policy->takeNext(kCore, 40ms)->number, 1);
}

TEST(MlfqAfterIo, PutsATaskInFrontWhereThatIsWanted) {
    for (const bool bump : {false, true}) {
        const auto policy = policyOf("mlfq", {{"io-bump", bump ? "true" : "false"}});
        policy->makeReady(task(1), 0ms);
        EXPECT_EQ(policy->takeNext(kCore, 0ms)->task, ActorId{1});
        policy->makeReady(task(2), 1ms);
        policy->makeReady(again(task(1), 1ms, ReadyReason::woken), 2ms);
        EXPECT_EQ(drained(*policy, 2ms), bump ? (Order{1, 2}) : (Order{2, 1}));
    }
}

TEST(MlfqAfterIo, PutsATaskInFrontThoughItWasBoostedMeanwhile) {
    const auto policy = policyOf("mlfq", {{"io-bump", "true"}, {"boost", "100"}});
    policy->makeReady(task(1), 0ms);
    (void)policy->takeNext(kCore, 0ms);
    policy->makeReady(task(2), 1ms);
    policy->makeReady(again(task(1), 1ms, ReadyReason::woken), 120ms);
    EXPECT_EQ(drained(*policy, 120ms), (Order{1, 2}));
}

TEST(MlfqAfterIo, PutsANewTaskBehindInAnyCase) {
    const auto policy = policyOf("mlfq", {{"io-bump", "true"}});
    policy->makeReady(task(1), 0ms);
    policy->makeReady(task(2), 0ms);
    EXPECT_EQ(drained(*policy), (Order{1, 2}));
}

}  // namespace
}  // namespace interleave
