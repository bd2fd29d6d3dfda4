// What the scenarios of the chapter on queues claim, on every runtime that each offers, really run through a session.
#include <map>

#include <gtest/gtest.h>

#include "core/session/comparison.hpp"
#include "tests/core/session/live_session.hpp"
#include "tests/support/trace_look.hpp"

namespace interleave {
namespace {

RunRequest requestOn(RuntimeKind runtime, const char* scenario, const ParamValues& params, double tempo = 10) {
    RunRequest request = requestFor(scenario, tempo, params);
    request.runtime = runtime;
    return checkedRequest(std::move(request)).value();
}

// Calls `look` with a finished run of `scenario` on each runtime that it offers.
template <class Look>
void onEachRuntime(const char* scenario, const ParamValues& params, Look look) {
    for (const RuntimeKind runtime : findScenario(scenario)->runtimes) {
        SCOPED_TRACE(std::string(scenario) + " on " + std::string(nameOf(runtime)));
        LiveSession run(requestOn(runtime, scenario, params));
        ASSERT_TRUE(run.pullToTheEnd());
        EXPECT_TRUE(run.store().violations().empty());
        EXPECT_EQ(run.store().totals().lost, 0U);
        look(run.store());
    }
}

// The finished runs that are put side by side, by the name of each.
std::map<std::string, Store> comparedOn(RuntimeKind runtime, const char* scenario, const ParamValues& params,
                                        double tempo = 10) {
    std::map<std::string, Store> runs;
    for (const RunRequest& one : runsOf(requestOn(runtime, scenario, params, tempo))) {
        LiveSession run(one);
        EXPECT_TRUE(run.pullToTheEnd());
        EXPECT_EQ(run.facts().ended, Ended::finished) << run.facts().endedWhy;
        EXPECT_TRUE(run.store().violations().empty());
        runs.emplace(one.variant, std::move(run.store()));
    }
    return runs;
}

TEST(QueuesChapter, WhatIsPutInIsTakenOutOrStillThere) {
    onEachRuntime("queues/producer-consumer", {}, [](const Store& store) {
        EXPECT_EQ(store.facts().ended, Ended::finished);
        EXPECT_EQ(told(store, "put"), 40);
        EXPECT_EQ(told(store, "got"), 40);
        EXPECT_EQ(told(store, "sum_put"), told(store, "sum_got"));
        EXPECT_EQ(store.object({0}).puts, 40U);
        EXPECT_EQ(store.object({0}).gets, 40U);
        EXPECT_LE(store.object({0}).maxLevel, 4);
    });
}

TEST(QueuesChapter, EachWayToAskEndsAsItShould) {
    onEachRuntime("queues/full-empty-timeout", {{"pause", "6000"}}, [](const Store& store) {
        EXPECT_EQ(store.facts().ended, Ended::finished);
        for (const char* yes :
             {"empty_at_once", "empty_in_time", "full_at_once", "full_in_time", "said_empty", "said_full"})
            EXPECT_EQ(told(store, yes), 1) << yes;
        EXPECT_EQ(told(store, "size"), 2);
        EXPECT_GT(told(store, "blocked_ms"), 300) << "the place comes 5200 ms after the timeout";
    });
}

TEST(QueuesChapter, APlaceThatComesInTimeIsTaken) {
    onEachRuntime("queues/full-empty-timeout", {{"timeout", "6000"}, {"pause", "1500"}}, [](const Store& store) {
        EXPECT_EQ(store.facts().ended, Ended::finished);
        EXPECT_EQ(told(store, "full_at_once"), 1);
        EXPECT_EQ(told(store, "full_in_time"), 0);
    });
}

TEST(QueuesChapter, TheSameNumbersComeOutInThreeOrders) {
    const auto runs = comparedOn(RuntimeKind::threads, "queues/fifo-lifo-priority", {});
    ASSERT_EQ(runs.size(), 3U);
    for (const auto& [name, store] : runs) EXPECT_EQ(told(store, "in"), 528193) << name;
    EXPECT_EQ(told(runs.at("fifo"), "out"), 528193);
    EXPECT_EQ(told(runs.at("lifo"), "out"), 391825);
    EXPECT_EQ(told(runs.at("priority"), "out"), 123589);
}

TEST(QueuesChapter, ManyToManyMissesAndDoublesNothing) {
    const ParamValues params{{"producers", "5"}, {"consumers", "4"}, {"items", "200"}, {"make", "0"}, {"use", "0"}};
    for (const char* pills : {"each", "passed-on"}) {
        ParamValues all = params;
        all.emplace_back("pills", pills);
        onEachRuntime("queues/many-to-many", all, [&](const Store& store) {
            EXPECT_EQ(store.facts().ended, Ended::finished) << pills;
            EXPECT_EQ(told(store, "put"), 1000);
            EXPECT_EQ(told(store, "got"), 1000);
            EXPECT_EQ(told(store, "missing"), 0);
            EXPECT_EQ(told(store, "doubled"), 0);
            EXPECT_EQ(told(store, "out_of_order"), 0);
        });
    }
}

TEST(QueuesChapter, OnePillForTwoLeavesOneWaitingForEver) {
    onEachRuntime("queues/many-to-many", {{"pills", "one"}, {"make", "10"}, {"use", "5"}}, [](const Store& store) {
        EXPECT_EQ(store.facts().ended, Ended::deadlocked);
        ASSERT_EQ(store.deadlocks().size(), 1U);
        EXPECT_TRUE(store.deadlocks()[0].byPartners) << "nobody is left who could put anything";
    });
}

TEST(QueuesChapter, ALimitHoldsTheLevelAndTheMemoryDown) {
    for (const RuntimeKind runtime : findScenario("queues/backpressure")->runtimes) {
        SCOPED_TRACE(nameOf(runtime));
        const auto runs = comparedOn(runtime, "queues/backpressure", {{"make", "0"}, {"use", "400"}, {"items", "20"}});
        ASSERT_EQ(runs.size(), 2U);
        const Store& free = runs.at("unbounded");
        const Store& held = runs.at("bounded");
        EXPECT_EQ(free.object({0}).initial, 0);
        EXPECT_GT(told(free, "most_waiting"), 10) << "nearly all of 20 pile up";
        EXPECT_LE(told(held, "most_waiting"), 5);
        EXPECT_LE(held.object({0}).maxLevel, 5);
        EXPECT_GT(told(free, "most_mib"), told(held, "most_mib"));
        EXPECT_GE(told(free, "longest_wait_ms"), 19 * 400 * 0.5) << "the last one waits for nearly all before it";
        EXPECT_GE(told(held, "wall_ms"), 20 * 400) << "the consumer sets the pace in both";
    }
}

TEST(QueuesChapter, OnePutFindsItFullDespiteTheCheck) {
    onEachRuntime("queues/check-then-act", {{"think", "50"}}, [](const Store& store) {
        EXPECT_EQ(store.facts().pace, Pace::steered);
        EXPECT_EQ(store.facts().ended, Ended::finished);
        EXPECT_EQ(told(store, "told_free"), 2);
        EXPECT_EQ(told(store, "put"), 1);
        EXPECT_EQ(told(store, "full"), 1);
    });
}

TEST(QueuesChapter, UnderALockTheSecondIsToldTheTruth) {
    onEachRuntime("queues/check-then-act", {{"think", "50"}, {"way", "lock"}}, [](const Store& store) {
        EXPECT_EQ(store.facts().ended, Ended::finished);
        EXPECT_EQ(told(store, "told_free"), 1);
        EXPECT_EQ(told(store, "put"), 1);
        EXPECT_EQ(told(store, "full"), 0);
    });
}

TEST(QueuesChapter, WhoIsToldIsQuickAndUsesNoCore) {
    const auto runs = comparedOn(RuntimeKind::threads, "queues/poll-many", {{"rest", "500"}}, 4);
    ASSERT_EQ(runs.size(), 3U);
    for (const auto& [name, store] : runs) EXPECT_EQ(told(store, "got"), 18) << name;
    EXPECT_GT(told(runs.at("busy"), "cpu_ms"), 5 * told(runs.at("wake"), "cpu_ms"));
    EXPECT_GT(told(runs.at("poll"), "mean_delay_ms"), told(runs.at("wake"), "mean_delay_ms"));
}

}  // namespace
}  // namespace interleave
