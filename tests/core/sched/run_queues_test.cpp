// A queue for each core, and what becomes of a task that another core takes.
#include <gtest/gtest.h>

#include "core/sched/run_queues.hpp"
#include "tests/core/sched/by_hand.hpp"

namespace interleave {
namespace {

using namespace by_hand;
using namespace std::chrono_literals;

RunQueues twoCores(std::string_view policy) {
    return std::move(*RunQueues::make(*readPolicyOptions(policy, {}), {QueueLayout::oneForEachCore, true}, 2));
}

TEST(RunQueues, RefuseAPolicyThatThereIsNot) {
    PolicyOptions options;
    options.policy = "bogus";
    EXPECT_FALSE(RunQueues::make(options, {}, 1).has_value());
}

TEST(RunQueues, NameWhoWillLikelyBePickedNext) {
    RunQueues queues = std::move(*RunQueues::make(*readPolicyOptions("sjf", {}), {}, 1));
    for (const std::uint32_t id : {3U, 1U, 2U}) queues.makeReady(needs(id, 1ms * id), {}, 0ms);
    EXPECT_EQ(queues.takeNext(0, 0ms)->likelyNext, ActorId{2});
    EXPECT_EQ(queues.takeNext(0, 0ms)->likelyNext, ActorId{3});
    EXPECT_FALSE(queues.takeNext(0, 0ms)->likelyNext.has_value());
}

// Core 1 steals the task and gives it back: at home it is charged for what it ran there, not for what it ran away.
TEST(RunQueues, LetATaskThatWasStolenJoinWithoutDebt) {
    for (const char* policy : {"stride", "fair"}) {
        RunQueues queues = twoCores(policy);
        queues.makeReady(task(1), {.only = {}, .last = 0}, 0ms);
        const auto stolen = queues.takeNext(1, 0ms);
        ASSERT_TRUE(stolen && stolen->stolen) << policy;
        queues.makeReady(again(task(1), 500ms, ReadyReason::sliceOver), {.only = {}, .last = 1}, 500ms);
        const auto back = queues.takeNext(0, 500ms);
        ASSERT_TRUE(back && back->stolen) << policy;
        queues.makeReady(again(task(1), 510ms, ReadyReason::sliceOver), {.only = {}, .last = 0}, 510ms);
        queues.makeReady(task(2), {.only = {}, .last = 0}, 510ms);
        EXPECT_EQ(queues.takeNext(0, 510ms)->decision.task, ActorId{2}) << policy;  // at home the clock stands at 0
        EXPECT_EQ(queues.takeNext(0, 510ms)->decision.number, 10'000) << policy;
    }
}

}  // namespace
}  // namespace interleave
