// Lottery scheduling.
#include <algorithm>

#include <gtest/gtest.h>

#include "tests/core/sched/by_hand.hpp"

namespace interleave {
namespace {

using namespace by_hand;
using namespace std::chrono_literals;

TEST(Lottery, DrawsInProportionToTheTickets) {
    constexpr std::size_t kDraws = 10'000;
    const auto turns = turnsOf(*policyOf("lottery"), {holds(0, 300), holds(1, 100)}, kDraws);
    EXPECT_NEAR(static_cast<double>(std::ranges::count(turns, 0U)), 0.75 * kDraws, 0.05 * 0.75 * kDraws);
    EXPECT_NEAR(static_cast<double>(std::ranges::count(turns, 1U)), 0.25 * kDraws, 0.05 * 0.25 * kDraws);
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

TEST(Lottery, CountsTicketsOverTheReadyTasksByNumber) {
    const auto policy = policyOf("lottery");
    for (int draw = 0; draw < 100; ++draw) {
        policy->makeReady(holds(7, 3), 0ms);
        policy->makeReady(holds(2, 5), 0ms);
        const auto winner = policy->takeNext(kCore, 0ms);
        EXPECT_EQ(winner->reason, RunReason::lottery);
        EXPECT_EQ(winner->task, winner->number < 5 ? ActorId{2} : ActorId{7}) << winner->number;
        EXPECT_LT(winner->number, 8);
        (void)drained(*policy);
    }
}

TEST(Lottery, DependsOnItsSeedAndOnNothingElse) {
    const std::vector<TaskView> tasks{task(0), task(1), task(2)};
    const auto draws = [&](std::uint64_t seed) { return turnsOf(*policyOf("lottery", {}, seed), tasks, 100); };
    EXPECT_EQ(draws(1), draws(1));
    EXPECT_NE(draws(1), draws(2));
}

TEST(Lottery, TakesTheTicketsThatATaskHasNow) {
    const auto policy = policyOf("lottery");
    policy->makeReady(holds(0, 1'000'000), 0ms);
    EXPECT_EQ(policy->takeNext(kCore, 0ms)->task, ActorId{0});
    policy->makeReady(holds(0, 1), 0ms);
    EXPECT_EQ(policy->takeNext(kCore, 0ms)->number, 0);
    EXPECT_FALSE(policy->takeNext(kCore, 0ms).has_value());
}

}  // namespace
}  // namespace interleave
