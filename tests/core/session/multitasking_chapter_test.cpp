// What the scenarios of the chapter on multitasking claim, on every runtime that each offers,
// really run through a session.
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/scenario/scenario.hpp"
#include "tests/core/session/live_session.hpp"
#include "tests/support/trace_look.hpp"

namespace interleave {
namespace {

using testing::IsSupersetOf;

RunRequest requestFor(const char* scenario, RuntimeKind runtime, ParamValues params) {
    RunRequest request = defaultRequest(scenario).value();
    request.runtime = runtime;
    request.tempo = 10;
    request.params = std::move(params);
    return checkedRequest(std::move(request)).value();
}

// Calls `look` with a finished run of the request.
template <class Look>
void run(const RunRequest& request, Look look) {
    SCOPED_TRACE(request.scenario + " on " + std::string(nameOf(request.runtime)));
    LiveSession live(request);
    ASSERT_TRUE(live.pullToTheEnd());
    EXPECT_EQ(live.facts().ended, Ended::finished) << live.facts().endedWhy;
    EXPECT_TRUE(live.store().violations().empty());
    EXPECT_EQ(live.store().totals().lost, 0U);
    look(live.store());
}

using Transition = std::pair<StateClass, StateClass>;

std::set<Transition> transitionsOf(const Store& store, const ActorRecord& actor) {
    std::set<Transition> seen;
    for (std::size_t i = 1; i < actor.states.end(); ++i)
        seen.emplace(store.looks()[actor.states.lookOf(i - 1)].state(), store.looks()[actor.states.lookOf(i)].state());
    return seen;
}

TEST(MultitaskingChapter, TheWalkerIsSeenToTakeEachStepOfTheStateDiagram) {
    using enum StateClass;
    for (const RuntimeKind runtime : findScenario("multitasking/process-states")->runtimes) {
        run(requestFor("multitasking/process-states", runtime, {}), [](const Store& store) {
            const std::set<Transition> seen = transitionsOf(store, actorNamed(store, "walker"));
            EXPECT_THAT(seen, IsSupersetOf(std::vector<Transition>{{created, ready}, {ready, running}, {running, ready},
                                                                   {running, sleeping}, {running, waitingLock}}));
            // On a core that is idle it is ready for less than the kernel tells; a process is a zombie first.
            for (const StateClass wait : {sleeping, waitingLock})
                EXPECT_TRUE(seen.contains({wait, ready}) || seen.contains({wait, running})) << static_cast<int>(wait);
            EXPECT_TRUE(seen.contains({running, ended}) || seen.contains({running, zombie}));
        });
    }
}

Duration overlap(const Store& store, const ActorRecord& one, const ActorRecord& other) {
    const auto runsAt = [&](const ActorRecord& actor, std::size_t i) {
        return store.looks()[actor.states.lookOf(i)].state() == StateClass::running;
    };
    Duration together{};
    for (std::size_t i = 0, k = 0; i < one.states.end() && k < other.states.end();) {
        const Interval here = one.states.at(i, store.now()), there = other.states.at(k, store.now());
        if (runsAt(one, i) && runsAt(other, k))
            together += std::max(Duration{}, std::min(here.end, there.end) - std::max(here.begin, there.begin));
        here.end < there.end ? ++i : ++k;
    }
    return together;
}

// Of any two of them, when both are on a core.
Duration timeTogether(const Store& store) {
    Duration together{};
    for (std::size_t a = 0; a < store.actors().size(); ++a)
        for (std::size_t b = a + 1; b < store.actors().size(); ++b)
            together += overlap(store, store.actors()[a], store.actors()[b]);
    return together;
}

TEST(MultitaskingChapter, AsManyTasksAreReallyAtWorkAsThereAreCores) {
    for (const RuntimeKind runtime : findScenario("multitasking/concurrency-parallelism")->runtimes) {
        for (const char* cores : {"1", "2"}) {
            SCOPED_TRACE(std::string(cores) + " cores");
            run(requestFor("multitasking/concurrency-parallelism", runtime, {{"cores", cores}}),
                [](const Store& store) {
                    EXPECT_GE(told(store, "wall_ms"), told(store, "expected_ms") * 0.99)
                        << "nobody computes faster than a core";
                    constexpr double work = 1500;  // of each of four, in the time of the run
                    EXPECT_DOUBLE_EQ(told(store, "expected_ms"), 4 * work / std::min(4.0, told(store, "cores")));
                    if (told(store, "cores") == 1)
                        EXPECT_EQ(timeTogether(store), Duration{}) << "in turns";
                    else
                        EXPECT_GT(timeTogether(store), std::chrono::milliseconds{1})
                            << "at the same moment, on two cores";
                });
        }
    }
}

// Five tasks of 1000 ms by turns of 200 ms on one core: begun at 0, 200, … 800; done at 4200, 4400, … 5000.
TEST(MultitaskingChapter, EqualTurnsInVirtualTimeAreTheTextbooks) {
    RunRequest request = defaultRequest("multitasking/round-robin").value();
    request.runtime = RuntimeKind::virtualTime;
    request.cores = 1;
    run(checkedRequest(std::move(request)).value(), [](const Store& store) {
        EXPECT_EQ(told(store, "average_response_ms"), 400);
        EXPECT_EQ(told(store, "average_turnaround_ms"), 4600);
    });
}

// On real workers: a shorter turn answers everybody sooner, and takes more switches.
TEST(MultitaskingChapter, AShorterTurnAnswersSoonerAndSwitchesMore) {
    double response[2];
    std::uint64_t switches[2];
    for (const int at : {0, 1}) {
        RunRequest request =
            requestFor("multitasking/round-robin", RuntimeKind::workers, {{"quantum", at == 0 ? "100" : "1000"}});
        request.cores = 1;
        run(request, [&](const Store& store) {
            response[at] = told(store, "average_response_ms");
            switches[at] = countOf(store, EventKind::running);
        });
    }
    EXPECT_LT(response[0] * 2, response[1]);
    EXPECT_GT(switches[0], switches[1] * 3);
}

}  // namespace
}  // namespace interleave
