// What the scenarios of the chapter on locks claim, on every runtime that each offers, really run through a session.
#include <algorithm>
#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/scenario/scenario.hpp"
#include "tests/core/session/live_session.hpp"
#include "tests/support/trace_look.hpp"

namespace interleave {
namespace {

using testing::ElementsAre;

RunRequest requestFor(const char* scenario, RuntimeKind runtime, ParamValues params = {}) {
    RunRequest request = defaultRequest(scenario).value();
    request.runtime = runtime;
    request.tempo = 10;
    request.params = std::move(params);
    return checkedRequest(std::move(request)).value();
}

std::vector<std::string> namesIn(const Store& store, const Deadlock& deadlock) {
    std::vector<std::string> names;
    for (const ActorId actor : deadlock.actors) names.push_back(store.actor(actor).name);
    return names;
}

// Calls `look` with a finished run of `scenario` on each runtime that it offers.
template <class Look>
void onEachRuntime(const char* scenario, const ParamValues& params, Look look) {
    for (const RuntimeKind runtime : findScenario(scenario)->runtimes) {
        SCOPED_TRACE(std::string(scenario) + " on " + std::string(nameOf(runtime)));
        LiveSession run(requestFor(scenario, runtime, params));
        ASSERT_TRUE(run.pullToTheEnd());
        EXPECT_TRUE(run.store().violations().empty());
        EXPECT_EQ(run.store().totals().lost, 0U);
        look(run.store());
    }
}

TEST(LocksChapter, AMutexLosesNoUpdate) {
    onEachRuntime("locks/mutex", {}, [](const Store& store) {
        EXPECT_EQ(store.facts().ended, Ended::finished);
        EXPECT_EQ(told(store, "actual"), told(store, "expected"));
    });
}

TEST(LocksChapter, ReadersReadTogetherAndNeverBesideAWriter) {
    std::map<std::string, std::int64_t> readsBefore;
    for (const char* preference : {"readers", "writers", "fair"}) {
        onEachRuntime("locks/reader-writer", {{"preference", preference}}, [&](const Store& store) {
            EXPECT_EQ(store.facts().ended, Ended::finished);
            EXPECT_EQ(told(store, "reader_with_writer"), 0) << preference;
            EXPECT_EQ(told(store, "writes"), 2);
            EXPECT_GE(told(store, "most_readers"), 2) << preference;
            readsBefore[preference] = told(store, "reads_before_a_write");
        });
    }
    EXPECT_GT(readsBefore["readers"], readsBefore["fair"]) << "where readers go first, writers starve";
    EXPECT_LE(readsBefore["writers"], 4) << "each reader was in once at most when the first writer came";
}

TEST(LocksChapter, WhoIsToldLooksAgainOrTakesWhatIsNotThereOrWaitsForEver) {
    onEachRuntime("locks/condition", {}, [](const Store& store) {
        EXPECT_EQ(store.facts().ended, Ended::finished);
        EXPECT_EQ(told(store, "left"), 0);
        EXPECT_EQ(told(store, "fewest"), 0);
    });
    onEachRuntime("locks/condition", {{"test", "if"}}, [](const Store& store) {
        EXPECT_EQ(store.facts().ended, Ended::finished);
        EXPECT_EQ(told(store, "fewest"), -1) << "two were told of one dish";
    });
    // Late enough (3 s at tempo 10) for a cook who has to share its core.
    onEachRuntime("locks/condition", {{"test", "none"}, {"late", "30000"}}, [](const Store& store) {
        EXPECT_EQ(store.facts().ended, Ended::deadlocked) << "the late guest missed the last notification";
        ASSERT_EQ(store.deadlocks().size(), 1U) << "only the cook notifies, and the cook has ended";
        EXPECT_TRUE(store.deadlocks()[0].byPartners);
        EXPECT_THAT(namesIn(store, store.deadlocks()[0]), ElementsAre("guest 3"));
    });
}

TEST(LocksChapter, WhoSpinsBurnsItsWaitAndWhoSleepsDoesNot) {
    std::map<std::string, double> cpu;
    for (const char* way : {"spin", "block", "both"}) {
        const ParamValues params{{"way", way}, {"hold", "3000"}, {"longest", "1000"}};  // at tempo 10
        onEachRuntime("locks/spin-or-block", params,
                      [&](const Store& store) { cpu[way] = told(store, "waiter_cpu_ms"); });
    }
    EXPECT_LT(cpu["block"], 20);
    EXPECT_GT(cpu["spin"], 100) << "of some 300, where it has a core to itself";
    EXPECT_LT(cpu["both"], cpu["spin"]);
    EXPECT_GT(cpu["both"], cpu["block"]);
}

TEST(LocksChapter, OneOrderForAllNeverLocksUp) {
    onEachRuntime("locks/lock-order", {}, [](const Store& store) {
        EXPECT_EQ(store.facts().ended, Ended::finished);
        EXPECT_TRUE(store.deadlocks().empty());
        EXPECT_EQ(told(store, "had_both"), 2);
    });
}

TEST(LocksChapter, ThreeInARingAreOneDeadlockOfThree) {
    onEachRuntime("locks/three-locks", {}, [](const Store& store) {
        EXPECT_EQ(store.facts().ended, Ended::deadlocked);
        ASSERT_EQ(store.deadlocks().size(), 1U);
        EXPECT_THAT(namesIn(store, store.deadlocks()[0]), ElementsAre("T1", "T2", "T3"));
    });
}

TEST(LocksChapter, PhilosophersStarveOnlyWhereAllDoTheSame) {
    for (const char* seats : {"3", "5", "12"}) {
        onEachRuntime("locks/dining-philosophers", {{"philosophers", seats}, {"rounds", "2"}}, [&](const Store& store) {
            EXPECT_EQ(store.facts().ended, Ended::deadlocked);
            ASSERT_EQ(store.deadlocks().size(), 1U);
            EXPECT_EQ(store.deadlocks()[0].actors.size(), std::stoul(seats));
        });
        for (const char* solution : {"left-handed", "waiter"}) {
            const ParamValues params{
                {"philosophers", seats}, {"rounds", "2"}, {"solution", solution}, {"think", "20"}, {"eat", "20"}};
            onEachRuntime("locks/dining-philosophers", params, [&](const Store& store) {
                EXPECT_EQ(store.facts().ended, Ended::finished) << solution;
                EXPECT_TRUE(store.deadlocks().empty());
                EXPECT_EQ(told(store, "meals"), 2 * std::stoi(seats));
            });
        }
    }
}

TEST(LocksChapter, FiftySeatsStarveToo) {
    LiveSession run(
        requestFor("locks/dining-philosophers", RuntimeKind::threads, {{"philosophers", "50"}, {"think", "10"}}));
    ASSERT_TRUE(run.pullToTheEnd());
    ASSERT_EQ(run.store().deadlocks().size(), 1U);
    EXPECT_EQ(run.store().deadlocks()[0].actors.size(), 50U);
}

TEST(LocksChapter, APlainLockTakenTwiceIsADeadlockOfOne) {
    onEachRuntime("locks/reentrant", {}, [](const Store& store) {
        EXPECT_EQ(store.facts().ended, Ended::deadlocked);
        ASSERT_EQ(store.deadlocks().size(), 1U);
        EXPECT_THAT(namesIn(store, store.deadlocks()[0]), ElementsAre("T1"));
    });
    onEachRuntime("locks/reentrant", {{"lock", "recursive"}}, [](const Store& store) {
        EXPECT_EQ(store.facts().ended, Ended::finished);
        EXPECT_TRUE(store.deadlocks().empty());
        EXPECT_EQ(told(store, "total"), 1);
    });
}

TEST(LocksChapter, NoMoreAreInsideThanThereArePlaces) {
    for (const char* places : {"1", "3"}) {
        onEachRuntime("locks/semaphore", {{"places", places}}, [&](const Store& store) {
            EXPECT_EQ(store.facts().ended, Ended::finished);
            EXPECT_EQ(told(store, "most_inside"), std::stoi(places)) << "eight cars fill them";
        });
    }
}

TEST(LocksChapter, WithoutInheritanceTheUrgentOneWaitsForTheMiddleOneToo) {
    const ParamValues params{{"inside", "400"}, {"middle", "2000"}, {"inheritance", "off"}};
    onEachRuntime("locks/priority-inversion", params, [](const Store& store) {
        EXPECT_EQ(store.facts().ended, Ended::finished);
        EXPECT_GE(told(store, "high_waited_ms"), 2200) << "the middle one's burst and the rest of the critical section";
        if (store.facts().runtime == RuntimeKind::virtualTime) {
            EXPECT_EQ(told(store, "high_waited_ms"), 2300);
        }
    });
}

TEST(LocksChapter, WithInheritanceItWaitsForTheRestOfTheCriticalSectionOnly) {
    const ParamValues params{{"inside", "400"}, {"middle", "2000"}, {"inheritance", "on"}};
    onEachRuntime("locks/priority-inversion", params, [](const Store& store) {
        EXPECT_EQ(store.facts().ended, Ended::finished);
        EXPECT_LT(told(store, "high_waited_ms"), 2000) << "less than the middle one's burst, on however slow a machine";
        if (store.facts().runtime == RuntimeKind::virtualTime) {
            EXPECT_EQ(told(store, "high_waited_ms"), 300);
        }
        EXPECT_LT(store.actor({2}).ended, store.actor({1}).ended) << "high ends before middle";
    });
}

}  // namespace
}  // namespace interleave
