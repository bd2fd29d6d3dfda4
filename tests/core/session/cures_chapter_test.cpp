// What the scenarios about the cures of a deadlock claim, on every runtime that each offers,
// really run through a session.
#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/scenario/scenario.hpp"
#include "core/trace/trace_check.hpp"
#include "core/trace/wait_for.hpp"
#include "tests/core/session/live_session.hpp"
#include "tests/support/trace_look.hpp"

namespace interleave {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

RunRequest request(const char* scenario, RuntimeKind runtime, ParamValues params, double tempo) {
    RunRequest request = defaultRequest(scenario).value();
    request.runtime = runtime;
    request.tempo = tempo;
    request.params = std::move(params);
    return checkedRequest(std::move(request)).value();
}

// Calls `look` with a finished run of `scenario` on each runtime that it offers.
template <class Look>
void onEachRuntime(const char* scenario, const ParamValues& params, double tempo, Look look) {
    for (const RuntimeKind runtime : findScenario(scenario)->runtimes) {
        SCOPED_TRACE(std::string(scenario) + " on " + std::string(nameOf(runtime)));
        LiveSession run(request(scenario, runtime, params, tempo));
        ASSERT_TRUE(run.pullToTheEnd());
        EXPECT_TRUE(checkTrace(run.store()).lawful());
        EXPECT_EQ(run.store().totals().lost, 0U);
        look(run.store(), runtime);
    }
}

struct Answer {
    std::string who;
    BankAnswer answer;
    std::vector<Units> asked, left;
    bool safe = false;  // the state after it
    friend bool operator==(const Answer& a, const Answer& b) {
        return a.who == b.who && a.answer == b.answer && a.asked == b.asked && a.left == b.left;
    }
};

// What the only bank of the run told whom, in order.
std::vector<Answer> answersIn(const Store& store) {
    std::vector<Answer> answers;
    BankTable table;
    for (std::size_t i = store.events().first(); i < store.events().end(); ++i) {
        const Event& e = store.events()[i];
        if (!isOfBank(e)) continue;
        (void)table.apply(e);
        if (e.kind != EventKind::bankAnswered) continue;
        const std::size_t party = *table.partyOf(e.who());
        Answer told{
            store.actor(e.who()).name, e.as<BankAnswer>(), {}, table.available(), table.safeOrder().has_value()};
        for (std::size_t kind = 0; kind < table.kinds(); ++kind) told.asked.push_back(table.asked(party, kind));
        answers.push_back(std::move(told));
    }
    return answers;
}

TEST(CuresChapter, TheBankerAnswersAsTheTextbookAndBringsAllToTheirEnd) {
    onEachRuntime("locks/bankers", {}, 5, [](const Store& store, RuntimeKind) {
        EXPECT_EQ(store.facts().ended, Ended::finished);
        EXPECT_EQ(told(store, "finished"), 5);
        const std::vector<Answer> answers = answersIn(store);
        ASSERT_GE(answers.size(), 8U);
        // The first five requests make the textbook's table.
        EXPECT_THAT(answers[4].left, ElementsAre(3, 3, 2));
        EXPECT_EQ(answers[5], (Answer{"P1", BankAnswer::granted, {1, 0, 2}, {2, 3, 0}}));
        EXPECT_EQ(answers[6], (Answer{"P4", BankAnswer::tooFew, {3, 3, 0}, {2, 3, 0}}));
        EXPECT_EQ(answers[7], (Answer{"P0", BankAnswer::unsafe, {0, 2, 0}, {2, 3, 0}}));
        EXPECT_TRUE(std::ranges::all_of(answers, &Answer::safe)) << "always safe";
    });
}

TEST(CuresChapter, TheSameRequestsWithoutTheBankerLockAllUp) {
    onEachRuntime("locks/bankers", {{"banker", "false"}}, 5, [](const Store& store, RuntimeKind) {
        EXPECT_EQ(store.facts().ended, Ended::deadlocked);
        ASSERT_THAT(store.deadlocks(), SizeIs(1));
        EXPECT_THAT(store.deadlocks()[0].actors, SizeIs(5));
        const std::vector<Answer> answers = answersIn(store);
        EXPECT_FALSE(std::ranges::all_of(answers, &Answer::safe)) << "there was an unsafe state before";
    });
}

TEST(CuresChapter, TheBankerStaysSafeWhoeverComesFirst) {
    RunRequest free = request("locks/bankers", RuntimeKind::threads, {{"work", "1"}}, 1);
    free.pace = Pace::free;
    for (int round = 0; round < 10; ++round) {
        LiveSession run(free);
        ASSERT_TRUE(run.pullToTheEnd());
        EXPECT_EQ(told(run.store(), "finished"), 5);
        EXPECT_TRUE(checkTrace(run.store()).lawful());
        EXPECT_TRUE(std::ranges::all_of(answersIn(run.store()), &Answer::safe));
    }
}

TEST(CuresChapter, PhilosophersWithABankerAllEat) {
    for (const char* seats : {"3", "5", "12", "50"}) {
        const std::string rounds = seats == std::string("50") ? "2" : "4";
        for (const RuntimeKind runtime : {RuntimeKind::threads, RuntimeKind::virtualTime}) {
            SCOPED_TRACE(std::string(seats) + " seats on " + std::string(nameOf(runtime)));
            const ParamValues params{
                {"philosophers", seats}, {"rounds", rounds}, {"solution", "banker"}, {"think", "5"}, {"eat", "5"}};
            LiveSession run(request("locks/dining-philosophers", runtime, params, 10));
            ASSERT_TRUE(run.pullToTheEnd());
            EXPECT_EQ(run.store().facts().ended, Ended::finished);
            EXPECT_TRUE(run.store().deadlocks().empty());
            EXPECT_TRUE(checkTrace(run.store()).lawful());
            EXPECT_EQ(told(run.store(), "meals"), std::stoi(rounds) * std::stoi(seats));
        }
    }
}

TEST(CuresChapter, WhoGivesWayOutOfStepGetsThrough) {
    onEachRuntime("locks/timeout", {{"tries", "20"}}, 4, [](const Store& store, RuntimeKind) {
        EXPECT_EQ(store.facts().ended, Ended::finished);
        EXPECT_TRUE(store.deadlocks().empty()) << "a wait with a limit closes no cycle";
        EXPECT_EQ(told(store, "finished"), 2);
        EXPECT_GE(told(store, "retries"), 1) << "they begin in step";
    });
}

TEST(CuresChapter, WhoGiveWayInStepGoOnDoingSo) {
    onEachRuntime("locks/timeout", {{"jitter", "0"}, {"tries", "4"}}, 1, [](const Store& store, RuntimeKind runtime) {
        EXPECT_EQ(store.facts().ended, Ended::finished);
        EXPECT_TRUE(store.deadlocks().empty());
        if (runtime == RuntimeKind::virtualTime) {
            EXPECT_EQ(told(store, "in_step"), 4);
            EXPECT_EQ(told(store, "finished"), 0);
        } else {
            // A real machine may stumble for 100 ms, and then one gets through; not at once.
            EXPECT_GE(told(store, "in_step"), 1);
            EXPECT_GE(told(store, "retries"), 2 * told(store, "in_step"));
        }
    });
}

TEST(CuresChapter, TheWatchdogBreaksTheDeadlockAndAllGoOn) {
    onEachRuntime("locks/watchdog", {}, 4, [](const Store& store, RuntimeKind) {
        EXPECT_EQ(store.facts().ended, Ended::finished);
        ASSERT_FALSE(store.deadlocks().empty()) << "it was one";
        EXPECT_THAT(store.deadlocks()[0].actors, ElementsAre(ActorId{0}, ActorId{1}));
        EXPECT_FALSE(waitForGraphAt(store, store.now()).hasCycle()) << "and is none any more";
        EXPECT_EQ(told(store, "finished"), 2);
        EXPECT_GE(told(store, "restarts"), 1);
        // It looks every 800 ms, and acts when it has seen the same twice.
        EXPECT_GT(told(store, "recovery_ms"), 0);
    });
}

}  // namespace
}  // namespace interleave
