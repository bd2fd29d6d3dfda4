// What each policy decides, replayed by hand: no threads, no clock.
#include <algorithm>
#include <chrono>

#include <gtest/gtest.h>

#include "core/sched/policy.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;

constexpr CoreId kCore{0};

std::unique_ptr<Policy> policyOf(std::string_view name, const OptionValues& values = {}) {
    const auto options = readPolicyOptions(name, values, 1);
    if (!options) throw std::runtime_error(options.error().what);
    return std::move(*makePolicy(*options));
}

TaskView task(std::uint32_t id, int priority = 0) {
    TaskView view;
    view.id = {id};
    view.priority = priority;
    return view;
}

TaskView needs(std::uint32_t id, Duration burst, Duration arrived = {}) {
    TaskView view = task(id);
    view.burst = view.remaining = burst;
    view.arrived = arrived;
    return view;
}

// The same task after it has used so much, and why it is ready again.
TaskView again(TaskView view, Duration used, ReadyReason why) {
    view.used = used;
    view.why = why;
    return view;
}

// The order in which a policy empties its queue.
std::vector<std::uint32_t> drained(Policy& policy, Duration now = {}) {
    std::vector<std::uint32_t> order;
    while (const auto next = policy.takeNext(kCore, now)) order.push_back(next->task.value);
    return order;
}

using Order = std::vector<std::uint32_t>;

TEST(Fcfs, RunsTasksInTheOrderTheyArrived) {
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

TEST(RoundRobin, GivesEverybodyTheSameSliceInTurn) {
    const auto policy = policyOf("rr", {{"quantum", "4"}});
    for (const std::uint32_t id : {1U, 2U, 3U}) policy->makeReady(task(id), 0ms);
    Order turns;
    for (int i = 0; i < 7; ++i) {
        const auto next = policy->takeNext(kCore, 0ms);
        ASSERT_TRUE(next.has_value());
        EXPECT_EQ(next->slice, 4ms);
        turns.push_back(next->task.value);
        policy->makeReady(task(next->task.value), 0ms);
    }
    EXPECT_EQ(turns, (Order{1, 2, 3, 1, 2, 3, 1}));
}

TEST(RoundRobin, SaysThatTheOnlyOneIsTheOnlyOne) {
    const auto policy = policyOf("rr");
    policy->makeReady(task(1), 0ms);
    EXPECT_EQ(policy->takeNext(kCore, 0ms)->reason, RunReason::onlyOne);
}

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
    EXPECT_FALSE(policy->preempts(needs(4, 1ms), needs(1, 6ms), 2ms));
}

TEST(ShortestRemaining, InterruptsOnlyForStrictlyLess) {
    const auto policy = policyOf("srtf");
    EXPECT_TRUE(policy->preempts(needs(1, 2ms), needs(2, 3ms), 0ms));
    EXPECT_FALSE(policy->preempts(needs(1, 3ms), needs(2, 3ms), 0ms));
}

TEST(Priority, TakesTheLowestNumberFirstOrTheHighest) {
    const auto low = policyOf("priority");
    const auto high = policyOf("priority", {{"low-number-first", "false"}});
    for (Policy* policy : {low.get(), high.get()}) {
        policy->makeReady(task(1, 5), 0ms);
        policy->makeReady(task(2, 1), 0ms);
        policy->makeReady(task(3, 3), 0ms);
    }
    EXPECT_EQ(drained(*low), (Order{2, 3, 1}));
    const auto first = high->takeNext(kCore, 0ms);
    EXPECT_EQ(first->task, ActorId{1});
    EXPECT_EQ(first->number, 5);
}

TEST(Priority, PutsAnInterruptedTaskBackInFrontWithTheRestOfItsSlice) {
    const auto policy = policyOf("priority", {{"quantum", "10"}});
    policy->makeReady(task(1), 0ms);
    policy->makeReady(task(2), 0ms);
    EXPECT_EQ(policy->takeNext(kCore, 0ms)->task, ActorId{1});
    policy->makeReady(again(task(1), 4ms, ReadyReason::preempted), 4ms);
    const auto next = policy->takeNext(kCore, 5ms);
    EXPECT_EQ(next->task, ActorId{1});
    EXPECT_EQ(next->slice, 6ms);
    policy->makeReady(again(task(1), 10ms, ReadyReason::sliceOver), 11ms);
    EXPECT_EQ(drained(*policy), (Order{2, 1}));
}

TEST(Priority, InterruptsNobodyWhereItIsNotPreemptive) {
    EXPECT_TRUE(policyOf("priority")->preempts(task(1, 0), task(2, 9), 0ms));
    EXPECT_FALSE(policyOf("priority", {{"preemptive", "false"}})->preempts(task(1, 0), task(2, 9), 0ms));
}

TEST(Aging, RaisesWhoeverWaitsByOneStepAtATime) {
    const auto policy = policyOf("priority", {{"aging", "10"}});
    policy->makeReady(task(1, 3), 0ms);
    policy->makeReady(task(2, 1), 25ms);
    const auto at = policy->challengesAt(task(9, 2), 25ms);
    // Task 9 runs with the usual urgency 0: task 1 is better than that at -1, four steps from 3.
    EXPECT_EQ(at, 40ms);
    const auto first = policy->takeNext(kCore, 25ms);  // 3 - 2 = 1, and 1: the older key goes first
    EXPECT_EQ(first->task, ActorId{1});
    EXPECT_EQ(first->number, 1);
}

TEST(Aging, LetsARunningTaskKeepWhatItWasPickedWith) {
    const auto policy = policyOf("priority", {{"aging", "10"}});
    policy->makeReady(task(1, 3), 0ms);
    EXPECT_EQ(policy->takeNext(kCore, 30ms)->number, 0);
    EXPECT_FALSE(policy->preempts(task(2, 0), task(1, 3), 30ms));
    EXPECT_TRUE(policy->preempts(task(2, -1), task(1, 3), 30ms));
    policy->makeReady(again(task(1, 3), 1ms, ReadyReason::preempted), 31ms);
    EXPECT_EQ(policy->takeNext(kCore, 31ms)->number, 0);
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

TEST(Mlfq, GivesATaskAllOfItBackAfterIoWhereItMayStay) {
    const auto policy = policyOf("mlfq", {{"stay", "true"}});
    policy->makeReady(task(1), 0ms);
    (void)policy->takeNext(kCore, 0ms);
    policy->makeReady(again(task(1), 9ms, ReadyReason::woken), 20ms);
    EXPECT_EQ(policy->takeNext(kCore, 20ms)->slice, 10ms);
}

TEST(Mlfq, LiftsEverybodyToTheTopInTheOrderTheyStood) {
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

TEST(Mlfq, PutsATaskBackFromIoInFrontWhereThatIsWanted) {
    for (const bool bump : {false, true}) {
        const auto policy = policyOf("mlfq", {{"io-bump", bump ? "true" : "false"}});
        policy->makeReady(task(1), 0ms);
        EXPECT_EQ(policy->takeNext(kCore, 0ms)->task, ActorId{1});
        policy->makeReady(task(2), 1ms);
        policy->makeReady(again(task(1), 1ms, ReadyReason::woken), 2ms);
        EXPECT_EQ(drained(*policy, 2ms), bump ? (Order{1, 2}) : (Order{2, 1}));
    }
}

TEST(Lottery, DrawsInProportionToTheTickets) {
    const auto policy = policyOf("lottery");
    int wins = 0;
    constexpr int kDraws = 10'000;
    TaskView rich = task(0);
    TaskView poor = task(1);
    rich.tickets = 300;
    policy->makeReady(rich, 0ms);
    policy->makeReady(poor, 0ms);
    for (int i = 0; i < kDraws; ++i) {
        const auto winner = policy->takeNext(kCore, 0ms);
        wins += winner->task == rich.id ? 1 : 0;
        policy->makeReady(winner->task == rich.id ? rich : poor, 0ms);
    }
    EXPECT_NEAR(wins, 0.75 * kDraws, 0.05 * kDraws);
}

TEST(Lottery, FindsTheHolderOfEveryTicketHoweverManyTasksThereAre) {
    const auto policy = policyOf("lottery");
    constexpr std::uint32_t kTasks = 1000;
    for (std::uint32_t i = 0; i < kTasks; ++i) policy->makeReady(task(i), 0ms);
    auto order = drained(*policy);
    EXPECT_FALSE(std::ranges::is_sorted(order));
    std::ranges::sort(order);
    for (std::uint32_t i = 0; i < kTasks; ++i) ASSERT_EQ(order[i], i);
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

TEST(Fair, GivesAHeavierTaskALongerSliceOfTheSameLatency) {
    const auto policy = policyOf("fair");
    TaskView heavy = task(1);
    heavy.nice = -5;
    policy->makeReady(heavy, 0ms);
    policy->makeReady(task(2), 0ms);
    const auto first = policy->takeNext(kCore, 0ms);
    EXPECT_EQ(first->task, ActorId{1});
    EXPECT_NEAR(milliseconds(first->slice), 36.1, 0.1);  // 3121 of 4145 parts of 48 ms
    policy->makeReady(again(heavy, 36ms, ReadyReason::sliceOver), 36ms);
    EXPECT_NEAR(milliseconds(policy->takeNext(kCore, 36ms)->slice), 11.9, 0.1);
}

TEST(EarliestDeadline, PutsWhoeverHasNoneLast) {
    const auto policy = policyOf("edf");
    TaskView hurried = task(2);
    hurried.deadline = 5ms;
    policy->makeReady(task(1), 0ms);
    policy->makeReady(hurried, 0ms);
    EXPECT_TRUE(policy->preempts(hurried, task(1), 0ms));
    EXPECT_EQ(drained(*policy), (Order{2, 1}));
}

TEST(EveryPolicy, IsEmptyWhenAllWereTaken) {
    for (const PolicyName& name : policies()) {
        const auto policy = policyOf(name.name);
        EXPECT_FALSE(policy->takeNext(kCore, 0ms).has_value()) << name.name;
        for (std::uint32_t i = 0; i < 20; ++i) policy->makeReady(needs(i, 1ms * i), 0ms);
        EXPECT_EQ(policy->readyCount(), 20U);
        EXPECT_EQ(drained(*policy).size(), 20U) << name.name;
        EXPECT_EQ(policy->readyCount(), 0U);
    }
}

TEST(PolicyOptions, NameWhatIsValid) {
    EXPECT_EQ(readPolicyOptions("bogus", {}).error().what.find("there is no policy 'bogus': choose fcfs, sjf"), 0U);
    EXPECT_EQ(readPolicyOptions("rr", {{"quantum", "-3"}}).error().what,
              "quantum=-3 is out of place for rr: give a number of ms from 0.001 to 60000");
    EXPECT_EQ(readPolicyOptions("rr", {{"queues", "3"}}).error().what, "rr has no option 'queues': it takes quantum");
    EXPECT_EQ(readPolicyOptions("fcfs", {{"quantum", "3"}}).error().what, "fcfs has no option 'quantum': it takes none");
    EXPECT_EQ(readPolicyOptions("mlfq", {{"quantum", "1/2"}}).error().what,
              "quantum names 2 queues, but there are 3: give one value, or one for each");
    EXPECT_FALSE(readPolicyOptions("rr", {{"quantum", "1/2"}}));
    EXPECT_FALSE(readPolicyOptions("priority", {{"aging", "often"}}));
}

TEST(PolicyOptions, ReadOneValueForEachQueue) {
    const auto options = readPolicyOptions("mlfq", {{"queues", "2"}, {"quantum", "5,20"}, {"allotment", "2:1"}});
    ASSERT_TRUE(options);
    EXPECT_EQ(options->quantum, (std::vector<Duration>{5ms, 20ms}));
    EXPECT_EQ(options->allotment, (std::vector<std::uint32_t>{2, 1}));
}

}  // namespace
}  // namespace interleave
