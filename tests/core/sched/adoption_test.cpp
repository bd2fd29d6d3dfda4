// A task that another core stole stands in its new queue where it stood in the old one: no debt, no windfall.
#include <gtest/gtest.h>

#include "tests/core/sched/by_hand.hpp"

namespace interleave {
namespace {

using namespace by_hand;
using namespace std::chrono_literals;

// Two queues of one policy. In `here`, task 1 has used 100 ms and stands wherever that puts it; so do others.
struct Two {
    explicit Two(std::string_view name, const OptionValues& values = {})
        : here(policyOf(name, values)), there(policyOf(name, values)) {}

    // Takes from one queue what the other one adopts.
    TaskView steal(Policy& from, Policy& to, const TaskView& view, Duration now) {
        EXPECT_EQ(from.takeNext(kCore, now)->task, view.id);
        to.adopt(view.id, from);
        return view;
    }

    std::unique_ptr<Policy> here;
    std::unique_ptr<Policy> there;
};

// Somebody else brings a queue's virtual time to so much.
void bringTo(Policy& policy, std::uint32_t id, Duration used) {
    policy.makeReady(task(id), 0ms);
    (void)policy.takeNext(kCore, 0ms);
    policy.makeReady(again(task(id), used, ReadyReason::sliceOver), used);
    EXPECT_EQ(policy.takeNext(kCore, used)->number, used / 1us);
}

class Accounts : public ::testing::TestWithParam<const char*> {};

TEST_P(Accounts, ChargeATaskThatComesBackForNothingThatItUsedElsewhere) {
    Two queues(GetParam());
    bringTo(*queues.here, 8, 50ms);
    bringTo(*queues.there, 9, 70ms);
    queues.here->makeReady(task(1), 0ms);
    (void)queues.steal(*queues.here, *queues.there, task(1), 0ms);
    const TaskView wiser = again(task(1), 400ms, ReadyReason::sliceOver);
    queues.there->makeReady(wiser, 400ms);
    EXPECT_EQ(queues.there->takeNext(kCore, 400ms)->number, 470'000);  // the 400 ms that it ran in that queue
    queues.there->makeReady(again(task(1), 400ms, ReadyReason::preempted), 400ms);
    (void)queues.steal(*queues.there, *queues.here, wiser, 400ms);
    queues.here->makeReady(again(task(1), 410ms, ReadyReason::sliceOver), 410ms);
    EXPECT_EQ(queues.here->takeNext(kCore, 410ms)->number, 60'000);
}

TEST_P(Accounts, KeepHowFarATaskIsBehindTheOthers) {
    Two queues(GetParam());
    bringTo(*queues.here, 8, 50ms);
    bringTo(*queues.there, 9, 70ms);
    // It had its turn while the queue stood at 50 ms, and goes on from there while the others are at 90.
    queues.here->makeReady(task(1), 0ms);
    (void)queues.here->takeNext(kCore, 0ms);
    queues.here->makeReady(again(task(8), 90ms, ReadyReason::sliceOver), 90ms);
    EXPECT_EQ(queues.here->takeNext(kCore, 90ms)->number, 90'000);
    queues.here->makeReady(again(task(1), 10ms, ReadyReason::sliceOver), 90ms);  // at 60 ms: behind by 30
    (void)queues.steal(*queues.here, *queues.there, task(1), 90ms);
    queues.there->makeReady(again(task(1), 15ms, ReadyReason::sliceOver), 95ms);
    EXPECT_EQ(queues.there->takeNext(kCore, 95ms)->number, 45'000);
}

INSTANTIATE_TEST_SUITE_P(Each, Accounts, ::testing::Values("stride", "fair"),
                         [](const auto& each) { return each.param; });

TEST(Adoption, LetsATaskKeepItsLevelAndWhatIsLeftOfItsSlice) {
    Two queues("mlfq", {{"quantum", "10"}});
    queues.here->makeReady(task(1), 0ms);
    (void)queues.here->takeNext(kCore, 0ms);
    queues.here->makeReady(again(task(1), 10ms, ReadyReason::sliceOver), 10ms);
    (void)queues.here->takeNext(kCore, 10ms);
    queues.here->makeReady(again(task(1), 14ms, ReadyReason::preempted), 14ms);
    (void)queues.steal(*queues.here, *queues.there, task(1), 14ms);
    queues.there->makeReady(again(task(1), 17ms, ReadyReason::preempted), 17ms);
    const auto next = queues.there->takeNext(kCore, 17ms);
    EXPECT_EQ(next->number, 1);
    EXPECT_EQ(next->slice, 3ms);
}

TEST(Adoption, LetsATaskStayAtTheTopThoughItUsedMuchElsewhere) {
    Two queues("mlfq", {{"quantum", "10"}, {"stay", "true"}});
    queues.here->makeReady(task(1), 0ms);
    (void)queues.steal(*queues.here, *queues.there, task(1), 0ms);
    for (int i = 1; i <= 5; ++i) {
        queues.there->makeReady(again(task(1), 5ms * i, ReadyReason::woken), 20ms * i);
        EXPECT_EQ(queues.there->takeNext(kCore, 20ms * i)->number, 0);
    }
    queues.there->makeReady(again(task(1), 30ms, ReadyReason::woken), 200ms);
    (void)queues.steal(*queues.there, *queues.here, task(1), 200ms);
    queues.here->makeReady(again(task(1), 31ms, ReadyReason::woken), 220ms);
    EXPECT_EQ(queues.here->takeNext(kCore, 220ms)->number, 0);
}

TEST(Adoption, LetsATaskKeepTheUrgencyThatItWasPickedWith) {
    Two queues("priority", {{"aging", "10"}});
    queues.here->makeReady(task(1, 5), 0ms);
    (void)queues.steal(*queues.here, *queues.there, task(1, 5), 30ms);  // 5 - 3 = 2
    EXPECT_FALSE(queues.there->preempts(task(2, 3), task(1, 5), 30ms));
    EXPECT_TRUE(queues.there->preempts(task(2, 1), task(1, 5), 30ms));
    queues.there->makeReady(again(task(1, 5), 1ms, ReadyReason::preempted), 31ms);
    EXPECT_EQ(queues.there->takeNext(kCore, 31ms)->number, 2);
}

TEST(Adoption, LetsATaskKeepWhatIsLeftOfItsSlice) {
    Two queues("priority", {{"quantum", "10"}});
    queues.here->makeReady(task(1, 5), 0ms);
    (void)queues.here->takeNext(kCore, 0ms);
    queues.here->makeReady(again(task(1, 5), 4ms, ReadyReason::preempted), 4ms);
    (void)queues.steal(*queues.here, *queues.there, task(1, 5), 4ms);
    queues.there->makeReady(again(task(1, 5), 7ms, ReadyReason::preempted), 7ms);
    EXPECT_EQ(queues.there->takeNext(kCore, 7ms)->slice, 3ms);
}

}  // namespace
}  // namespace interleave
