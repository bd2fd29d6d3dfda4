// What each scenario claims, as the program reports it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/end_to_end/program.hpp"

namespace interleave::end_to_end {
namespace {

using ::testing::UnorderedElementsAre;

TEST(Runs, ADeadlockEndsByItselfWithExactlyOneDeadlockOfBothThreads) {
    const auto json = run({"locks/deadlock"});

    EXPECT_EQ(json["scenario"], "locks/deadlock");
    EXPECT_EQ(json["runtime"], "threads");
    EXPECT_EQ(json["ended"], "deadlocked");
    ASSERT_EQ(json["deadlocks"].size(), 1U);
    EXPECT_THAT(json["deadlocks"][0]["actors"], UnorderedElementsAre("T1", "T2"));
    EXPECT_THAT(json["deadlocks"][0]["objects"], UnorderedElementsAre("A", "B"));
}

TEST(Runs, ADeadlockOfTasksAndOfCoroutinesIsFoundToo) {
    for (const char* runtime : {"workers", "coroutines"}) {
        const auto json = run({"locks/deadlock", "--runtime", runtime, "--tempo", "4"});

        EXPECT_EQ(json["runtime"], runtime);
        EXPECT_EQ(json["ended"], "deadlocked");
        ASSERT_EQ(json["deadlocks"].size(), 1U);
        EXPECT_THAT(json["deadlocks"][0]["actors"], UnorderedElementsAre("T1", "T2"));
        EXPECT_THAT(json["deadlocks"][0]["objects"], UnorderedElementsAre("A", "B"));
    }
}

TEST(Runs, APartialDeadlockIsFoundThoughOthersLive) {
    const auto json = run({"locks/partial-deadlock", "--tempo", "2"});

    ASSERT_EQ(json["deadlocks"].size(), 1U);
    EXPECT_THAT(json["deadlocks"][0]["actors"], UnorderedElementsAre("T1", "T2"));
    EXPECT_EQ(json["actors"].size(), 4U);
}

TEST(Runs, ASteeredRaceLosesUpdates) {
    const auto json = run({"threads/race", "--pace", "steered", "--tempo", "4"});

    EXPECT_EQ(json["pace"], "steered");
    EXPECT_LT(json["results"]["actual"], json["results"]["expected"]);
}

TEST(Runs, CoroutinesLoseUpdatesOnlyWhereTheyGiveWayInBetween) {
    for (const char* pace : {"free", "steered"}) {
        const std::vector<std::string> race{"threads/race", "--runtime", "coroutines", "--pace", pace, "--tempo", "8"};
        EXPECT_EQ(run(race)["results"]["lost"], 0) << pace;
        std::vector<std::string> givingWay = race;
        givingWay.insert(givingWay.end(), {"--set", "give-way=true"});
        EXPECT_GT(run(givingWay)["results"]["lost"], 0) << pace;
    }
}

TEST(Runs, AFreeRaceSaysThatItWasFree) {
    EXPECT_EQ(run({"threads/race", "--pace", "free", "--tempo", "4"})["pace"], "free");
}

TEST(Runs, ARepeatedRaceCountsWhatCameOut) {
    const auto outcome =
        interleave({"run", "threads/race", "--pace", "free", "--repeat", "3", "--tempo", "8", "--json"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto json = outcome.json();

    EXPECT_EQ(json["repeat"], 3);
    int counted = 0;
    for (const auto& one : json["outcomes"]) counted += one["count"].get<int>();
    EXPECT_EQ(counted, 3);
}

TEST(Runs, AMutexMendsTheRace) {
    for (const char* runtime : {"threads", "workers"}) {
        const auto json = run({"locks/mutex", "--runtime", runtime, "--tempo", "4"});
        EXPECT_EQ(json["runtime"], runtime);
        EXPECT_EQ(json["results"]["actual"], json["results"]["expected"]);
    }
}

TEST(Runs, AQueueLosesAndDoublesNothing) {
    for (const char* runtime : {"threads", "workers", "coroutines"}) {
        const auto json = run({"queues/producer-consumer", "--runtime", runtime, "--tempo", "4"});

        EXPECT_EQ(json["runtime"], runtime);
        EXPECT_EQ(json["results"]["sum_got"], json["results"]["sum_put"]);
        for (const auto& queue : json["queues"]) EXPECT_LE(queue["max_level"], queue["capacity"]);
    }
}

TEST(Runs, EveryScenarioThatIsListedRunsOnItsOwnRuntime) {
    const auto list = interleave({"list", "--json"}).json();
    ASSERT_GE(list.size(), 7U);
    for (const auto& scenario : list) {
        const std::string id = scenario["id"];
        const auto json = run({id, "--tempo", "8"});
        // One that compares runtimes is runs on several.
        if (json.contains("runs")) continue;
        EXPECT_EQ(json["runtime"], scenario["default_runtime"]) << id;
    }
}

TEST(Runs, ATimeoutEndsARunWithItsOwnStatus) {
    const auto outcome = interleave({"run", "locks/mutex", "--timeout", "0.2", "--json"});

    EXPECT_EQ(outcome.status, 4) << outcome.err;
    EXPECT_EQ(outcome.json()["ended"], "timeout");
}

}  // namespace
}  // namespace interleave::end_to_end
