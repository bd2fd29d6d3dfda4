// What the scenarios of the chapter on threads claim, on every runtime that they offer (it is one: threads).
#include <algorithm>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/end_to_end/program.hpp"

namespace interleave::end_to_end {
namespace {

using ::testing::HasSubstr;

nlohmann::json actorNamed(const nlohmann::json& run, const std::string& name) {
    for (const auto& actor : run["actors"])
        if (actor["name"] == name) return actor;
    ADD_FAILURE() << "no actor " << name;
    return {};
}

std::set<int> tidsOf(const nlohmann::json& run) {
    std::set<int> tids;
    for (const auto& actor : run["actors"]) tids.insert(actor["tid"].get<int>());
    return tids;
}

TEST(ThreadsStartJoin, TakesAsLongAsTheLongestNotAsAllTogether) {
    const auto json = run({"threads/start-join", "--tempo", "4"});
    const auto& results = json["results"];
    EXPECT_EQ(results["threads"], 5);
    EXPECT_EQ(results["active"], 6) << "main is one of them";
    EXPECT_EQ(results["left"], 0) << "main has joined them all";
    EXPECT_GE(results["wall_ms"], results["longest_ms"]);
    EXPECT_LT(results["wall_ms"], results["sum_ms"]);
    EXPECT_EQ(tidsOf(json).size(), 6U);
    EXPECT_GT(actorNamed(json, "main")["state_ms"]["waiting"], 100) << "it waits in join";
}

TEST(ThreadsStartJoin, WithoutJoinMainEndsFirstAndTheProcessWaitsAllTheSame) {
    const auto results = run({"threads/start-join", "--set", "join=false", "--tempo", "8"})["results"];
    EXPECT_EQ(results["left"], 5);
    EXPECT_EQ(results["threads"], 5) << "each came to its end";
}

TEST(ThreadsOrder, OnlyJoinAndEventsKeepIt) {
    const auto results = run({"threads/order"})["results"];
    EXPECT_EQ(results["none.in_order"], false) << results;
    EXPECT_EQ(results["delay.in_order"], false) << results;
    EXPECT_EQ(results["join.order"], 123);
    EXPECT_EQ(results["event.order"], 123);
    EXPECT_LT(results["event.wall_ms"], results["join.wall_ms"]) << "events let them work side by side";
}

TEST(ThreadsArguments, StartMakesAThreadAndACallDoesNot) {
    const auto json = run({"threads/arguments-and-subclass", "--tempo", "4"});
    EXPECT_EQ(json["results"]["by_own_thread"], 3);
    EXPECT_EQ(json["results"]["by_caller"], 1);
    EXPECT_EQ(json["actors"].size(), 4U);
}

TEST(ThreadsDaemon, IsCutOffWhenTheLastNormalThreadHasEnded) {
    const auto json = run({"threads/daemon", "--tempo", "4"});
    EXPECT_EQ(json["ended"], "finished");
    EXPECT_EQ(json["results"]["normal_lines"], 8);
    EXPECT_LT(json["results"]["background_lines"], 20);
    EXPECT_EQ(json["results"]["tidied"], false);
    EXPECT_EQ(actorNamed(json, "background")["end"], "killed");
    EXPECT_EQ(actorNamed(json, "normal")["end"], "returned");
}

TEST(ThreadsDaemon, AsANormalThreadItIsWaitedFor) {
    const auto json = run({"threads/daemon", "--set", "daemon=false", "--tempo", "8"});
    EXPECT_EQ(json["results"]["background_lines"], 20);
    EXPECT_EQ(json["results"]["tidied"], true);
    EXPECT_EQ(actorNamed(json, "background")["end"], "returned");
}

TEST(ThreadsAtomic, IsRightAndCheaperThanALock) {
    const auto results = run({"threads/atomic", "--set", "rounds=400000"})["results"];
    EXPECT_EQ(results["atomic.actual"], results["atomic.expected"]);
    EXPECT_EQ(results["mutex.actual"], results["mutex.expected"]);
    EXPECT_LE(results["none.actual"], results["none.expected"]);
    EXPECT_LT(results["atomic.ns_per_add"], results["mutex.ns_per_add"]);
}

TEST(ThreadsThreadLocal, KeepsApartWhatAGlobalMixesUp) {
    const auto results = run({"threads/thread-local", "--tempo", "4"})["results"];
    EXPECT_EQ(results["global_wrong"], 3) << "all but the last to write";
    EXPECT_EQ(results["dict_wrong"], 0);
    EXPECT_EQ(results["local_wrong"], 0);
    EXPECT_EQ(results["places"], 4);
}

TEST(ThreadsLocals, AreEachThreadsOwnAndTheListIsNot) {
    const auto results = run({"threads/locals", "--tempo", "4"})["results"];
    EXPECT_EQ(results["count1"], 12);
    EXPECT_EQ(results["count2"], 12);
    EXPECT_EQ(results["own_stacks"], true);
    EXPECT_LT(results["actual"], results["expected"]);
}

TEST(ThreadsPool, UsesItsFewThreadsAgainAndAgain) {
    const auto json = run({"threads/pool", "--tempo", "4"});
    EXPECT_EQ(json["results"]["done"], 10);
    EXPECT_EQ(json["results"]["tids"], 3);
    EXPECT_GE(json["results"]["most_by_one"], 4);
    EXPECT_EQ(json["queues"][0]["puts"], 13) << "ten tasks, and for each worker the word to stop";
}

TEST(ThreadsFailure, AnExceptionEndsOneActorASignalThemAll) {
    for (const char* runtime : {"threads", "coroutines"}) {
        for (const auto& [word, number] : {std::pair{"segv", 11}, std::pair{"fpe", 8}}) {
            const auto json =
                run({"threads/failure", "--runtime", runtime, "--tempo", "4", "--set", std::string("signal=") + word});
            EXPECT_EQ(json["ended"], "killed") << runtime;
            EXPECT_THAT(json["ended_why"], HasSubstr("signal " + std::to_string(number)));
            EXPECT_EQ(json["results"]["after_exception"], 3) << "main, calm and breaker";
            EXPECT_FALSE(json["results"].contains("after_signal")) << "nobody was left to say it";
            EXPECT_EQ(actorNamed(json, "thrower")["end"], "failed");
            for (const char* victim : {"main", "calm", "breaker"}) {
                EXPECT_EQ(actorNamed(json, victim)["end"], "killed") << victim;
                EXPECT_EQ(actorNamed(json, victim)["exit"], -number) << victim;
            }
        }
    }
}

TEST(ThreadsFailure, WithoutASignalAllButTheThrowerReturn) {
    const auto json = run({"threads/failure", "--tempo", "8", "--set", "signal=none"});
    EXPECT_EQ(json["ended"], "finished");
    EXPECT_EQ(json["results"]["after_signal"], 2) << "main and calm";
    EXPECT_EQ(actorNamed(json, "calm")["end"], "returned");
}

TEST(ThreadsUdpChat, DeliversEveryMessageByteForByte) {
    const auto results = run({"threads/udp-chat", "--tempo", "4"})["results"];
    EXPECT_EQ(results["sent"], 8);
    EXPECT_EQ(results["delivered"], 8);
    EXPECT_EQ(results["intact"], 8);
    EXPECT_EQ(results["readable"], 8);
    EXPECT_EQ(results["bytes_utf8"], 36) << "twelve characters of three bytes";
    EXPECT_EQ(results["bytes_gbk"], 24) << "and of two";
}

TEST(ThreadsUdpChat, MisreadBytesArriveAllTheSame) {
    const auto results = run({"threads/udp-chat", "--tempo", "8", "--set", "misread=true"})["results"];
    EXPECT_EQ(results["intact"], 8);
    EXPECT_LT(results["readable"], 8);
}

}  // namespace
}  // namespace interleave::end_to_end
