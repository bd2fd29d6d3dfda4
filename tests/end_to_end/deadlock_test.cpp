// The headline: two real threads lock themselves up, are found out, and nothing is left behind.
#include <chrono>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/end_to_end/program.hpp"

namespace interleave::end_to_end {
namespace {

using ::testing::UnorderedElementsAre;

TEST(Deadlock, EndsByItselfWithExactlyOneDeadlockOfBothThreads) {
    const auto outcome = interleave({"run", "locks/deadlock", "--json"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto run = outcome.json();

    EXPECT_EQ(run["scenario"], "locks/deadlock");
    EXPECT_EQ(run["runtime"], "threads");
    EXPECT_EQ(run["ended"], "deadlocked");
    ASSERT_EQ(run["deadlocks"].size(), 1u);
    EXPECT_THAT(run["deadlocks"][0]["actors"].get<std::vector<std::string>>(), UnorderedElementsAre("T1", "T2"));
    EXPECT_THAT(run["deadlocks"][0]["objects"].get<std::vector<std::string>>(), UnorderedElementsAre("A", "B"));
    EXPECT_EQ(run["lost"], 0);
    EXPECT_TRUE(run["violations"].empty()) << run["violations"];
}

TEST(Deadlock, LeavesNoProcessBehind) {
    const auto before = runnersAlive();
    const auto outcome = interleave({"run", "locks/deadlock", "--json", "--tempo", "4"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;

    for (const auto pid : runnersAlive())
        EXPECT_NE(std::find(before.begin(), before.end(), pid), before.end()) << "runner " << pid << " is still alive";
}

}  // namespace
}  // namespace interleave::end_to_end
