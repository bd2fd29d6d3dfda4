#include "core/session/comparison.hpp"

#include <gtest/gtest.h>

namespace interleave {
namespace {

TEST(RunsOf, AnOrdinaryScenarioAreItselfAlone) {
    const auto runs = runsOf(*defaultRequest("locks/deadlock"));
    ASSERT_EQ(runs.size(), 1U);
    EXPECT_TRUE(runs[0].variant.empty());
}

TEST(RunsOf, AComparingScenarioAreOneForEachVariant) {
    const auto runs = runsOf(*defaultRequest("multitasking/cpu-vs-io"));
    ASSERT_EQ(runs.size(), 12U);
    EXPECT_EQ(runs[0].variant, "cpu-in-turn");
    EXPECT_EQ(runs[2].variant, "cpu-gil");
    EXPECT_EQ(runs[2].runtime, RuntimeKind::threads);
    EXPECT_EQ(runs[3].runtime, RuntimeKind::processes);
    EXPECT_EQ(runs[4].runtime, RuntimeKind::workers);
    EXPECT_EQ(runs[5].runtime, RuntimeKind::coroutines);
    for (const RunRequest& run : runs) EXPECT_TRUE(checkedRequest(run)) << run.variant;
}

TEST(RunsOf, ACurveAreOneForEachOfItsPoints) {
    RunRequest request = *defaultRequest("threads/gil");
    for (auto& [name, value] : request.params)
        if (name == "threads") value = "3";
    std::vector<std::string> names;
    for (const RunRequest& run : runsOf(request)) names.push_back(run.variant);
    EXPECT_EQ(names, (std::vector<std::string>{"on-1", "on-2", "on-3", "off-1", "off-2", "off-3"}));
}

TEST(RunsOf, WhatIsChosenIsTheOnlyOne) {
    RunRequest request = *defaultRequest("multitasking/policy-race");
    for (auto& [name, value] : request.params)
        if (name == "policy") value = "edf";
    const auto runs = runsOf(request);
    ASSERT_EQ(runs.size(), 1U);
    EXPECT_EQ(runs[0].variant, "edf");
}

TEST(RunsOf, WhatTimesSwitchesIsNotWatchedByTheKernel) {
    EXPECT_FALSE(defaultRequest("multitasking/switch-cost")->kernelRecords);
    EXPECT_TRUE(defaultRequest("multitasking/cpu-vs-io")->kernelRecords);
}

}  // namespace
}  // namespace interleave
