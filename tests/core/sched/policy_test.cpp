// What each policy decides, replayed by hand: no threads, no clock.
#include <chrono>

#include <gtest/gtest.h>

#include "core/sched/policy.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;

constexpr CoreId kCore{0};

TaskView task(std::uint32_t id, int priority = 0) { return {.id = {id}, .arrived = {}, .priority = priority}; }

// The order in which a policy empties its queue.
std::vector<std::uint32_t> drained(Policy& policy) {
    std::vector<std::uint32_t> order;
    while (const auto next = policy.takeNext(kCore, 0ms)) order.push_back(next->task.value);
    return order;
}

TEST(Fcfs, RunsTasksInTheOrderTheyArrived) {
    const auto policy = makeFcfs();
    for (const std::uint32_t id : {3U, 1U, 2U}) policy->makeReady(task(id), 0ms);
    EXPECT_EQ(drained(*policy), (std::vector<std::uint32_t>{3, 1, 2}));
}

TEST(Fcfs, GivesNoSliceAndInterruptsNobody) {
    const auto policy = makeFcfs();
    policy->makeReady(task(1), 0ms);
    EXPECT_EQ(policy->takeNext(kCore, 0ms)->slice, 0ms);
    EXPECT_FALSE(policy->preempts(task(2, 0), task(1, 9)));
}

TEST(RoundRobin, GivesEverybodyTheSameSliceInTurn) {
    const auto policy = makeRoundRobin({.quantum = 4ms});
    for (const std::uint32_t id : {1U, 2U, 3U}) policy->makeReady(task(id), 0ms);
    std::vector<std::uint32_t> turns;
    for (int i = 0; i < 7; ++i) {
        const auto next = policy->takeNext(kCore, 0ms);
        ASSERT_TRUE(next.has_value());
        EXPECT_EQ(next->slice, 4ms);
        turns.push_back(next->task.value);
        policy->makeReady(task(next->task.value), 0ms);
    }
    EXPECT_EQ(turns, (std::vector<std::uint32_t>{1, 2, 3, 1, 2, 3, 1}));
}

TEST(RoundRobin, PutsATaskThatArrivesAsASliceEndsAheadOfTheOneWhoseSliceEnded) {
    const auto policy = makeRoundRobin({.quantum = 4ms});
    policy->makeReady(task(1), 0ms);
    const auto running = policy->takeNext(kCore, 0ms);
    policy->makeReady(task(2), 4ms);                    // arrives at the very end of the slice
    policy->makeReady(task(running->task.value), 4ms);  // then the slice is over
    EXPECT_EQ(drained(*policy), (std::vector<std::uint32_t>{2, 1}));
}

TEST(RoundRobin, SaysThatTheOnlyOneIsTheOnlyOne) {
    const auto policy = makeRoundRobin({.quantum = 4ms});
    policy->makeReady(task(1), 0ms);
    EXPECT_EQ(policy->takeNext(kCore, 0ms)->reason, RunReason::onlyOne);
    policy->makeReady(task(1), 0ms);
    policy->makeReady(task(2), 0ms);
    const auto next = policy->takeNext(kCore, 0ms);
    EXPECT_EQ(next->reason, RunReason::nextInTurn);
    EXPECT_EQ(next->number, 2);
}

TEST(PriorityPolicy, RunsTheLowestNumberFirstAndEqualsInTurn) {
    const auto policy = makePriority({.quantum = 10ms});
    policy->makeReady(task(1, 5), 0ms);
    policy->makeReady(task(2, 1), 0ms);
    policy->makeReady(task(3, 5), 0ms);
    policy->makeReady(task(4, 1), 0ms);
    EXPECT_EQ(policy->readyCount(), 4U);
    EXPECT_EQ(drained(*policy), (std::vector<std::uint32_t>{2, 4, 1, 3}));
    EXPECT_EQ(policy->readyCount(), 0U);
}

TEST(PriorityPolicy, LetsOnlyAHigherPriorityTakeTheCoreAtOnce) {
    const auto policy = makePriority({});
    EXPECT_TRUE(policy->preempts(task(1, 1), task(2, 5)));
    EXPECT_FALSE(policy->preempts(task(1, 5), task(2, 5)));
    EXPECT_FALSE(policy->preempts(task(1, 9), task(2, 5)));
}

TEST(PolicyByName, RefusesAnUnknownOneAndNamesTheOthers) {
    ASSERT_TRUE(makePolicy("fcfs", {}).has_value());
    ASSERT_TRUE(makePolicy("rr", {.quantum = 1ms}).has_value());
    ASSERT_TRUE(makePolicy("priority", {}).has_value());
    const auto refused = makePolicy("fifo", {});
    ASSERT_FALSE(refused.has_value());
    EXPECT_NE(refused.error().what.find("fcfs, rr or priority"), std::string::npos);
}

}  // namespace
}  // namespace interleave
