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
    ASSERT_EQ(runs.size(), 10U);
    EXPECT_EQ(runs[0].variant, "cpu-in-turn");
    EXPECT_EQ(runs[2].runtime, RuntimeKind::processes);
    EXPECT_EQ(runs[4].runtime, RuntimeKind::coroutines);
    for (const RunRequest& run : runs) EXPECT_TRUE(checkedRequest(run)) << run.variant;
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
