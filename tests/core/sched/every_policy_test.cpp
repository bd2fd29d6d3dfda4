// What holds of every policy.
#include <gtest/gtest.h>

#include "tests/core/sched/by_hand.hpp"

namespace interleave {
namespace {

using namespace by_hand;
using namespace std::chrono_literals;

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

TEST(EveryPolicy, ServesOneTaskThatComesBackForEver) {
    for (const PolicyName& name : policies()) {
        const auto policy = policyOf(name.name);
        EXPECT_EQ(turnsOf(*policy, {needs(5, 0ms)}, 50), Order(50, 5)) << name.name;
        EXPECT_EQ(policy->readyCount(), 1U) << name.name;
    }
}

TEST(EveryPolicy, DecidesTheSameWhenAskedTheSame) {
    for (const PolicyName& name : policies()) {
        std::vector<TaskView> tasks;
        for (std::uint32_t i = 0; i < 7; ++i) {
            tasks.push_back(needs(i, 1ms * (i * 5 % 7)));
            tasks.back().priority = static_cast<int>(i * 3 % 4);
            tasks.back().tickets = 10 + i;
        }
        const Order once = turnsOf(*policyOf(name.name), tasks, 200);
        EXPECT_EQ(turnsOf(*policyOf(name.name), tasks, 200), once) << name.name;
    }
}

TEST(EveryPolicy, IsMadeByNameAndByNoOther) {
    PolicyOptions options;
    options.policy = "bogus";
    EXPECT_EQ(makePolicy(options).error().what,
              "there is no policy 'bogus': choose fcfs, sjf, srtf, rr, priority, mlfq, lottery, stride, fair, edf");
}

}  // namespace
}  // namespace interleave
