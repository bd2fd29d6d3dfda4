// The scenarios of the event loop, really run through a session: what they claim, and that they print line by line what
// CPython prints for the listing beside them.
#include <algorithm>
#include <filesystem>
#include <sstream>

#include <gtest/gtest.h>

#include "core/trace/loop_history.hpp"
#include "tests/core/scenario/listing.hpp"
#include "tests/core/scenario/process_under_watch.hpp"
#include "tests/core/session/live_session.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;
using Lines = std::vector<std::string>;

// How far from the ideal a measured time may be: the machine may be busy.
constexpr double kSlackMs = 450;

Lines printedIn(const Store& store) {
    Lines lines;
    for (const Note& note : store.notes()) {
        if (note.printed) lines.push_back(note.text);
    }
    return lines;
}

std::optional<ResultValue> resultIn(const Store& store, std::string_view name) {
    for (const auto& [each, value] : store.results()) {
        if (each == name) return value;
    }
    ADD_FAILURE() << "no result " << name;
    return std::nullopt;
}
double realIn(const Store& store, std::string_view name) {
    const auto found = resultIn(store, name);
    return found ? found->real : -1;
}
std::int64_t integerIn(const Store& store, std::string_view name) {
    const auto found = resultIn(store, name);
    return found ? found->integer : -1;
}

// Run to its end, obeying the laws.
class WholeRun {
public:
    explicit WholeRun(std::string_view id, ParamValues params = {}, double tempo = 1.0)
        : m_run(requestFor(id, tempo, std::move(params))) {
        EXPECT_TRUE(m_run.pullToTheEnd());
        EXPECT_EQ(m_run.facts().ended, Ended::finished) << m_run.facts().endedWhy;
        EXPECT_TRUE(m_run.store().violations().empty());
        for (const ActorRecord& actor : m_run.store().actors()) EXPECT_NE(actor.ended, kEndOfTime) << actor.name;
    }
    const Store& store() { return m_run.store(); }

private:
    LiveSession m_run;
};

class EventLoopTranscript : public ::testing::TestWithParam<std::string> {};

TEST_P(EventLoopTranscript, IsWhatPythonPrintsForTheListing) {
    constexpr const char* kPython = "/usr/bin/python3";
    if (!std::filesystem::exists(kPython)) GTEST_SKIP() << "needs " << kPython;
    // It warns of what nobody awaits, which is what one of them is about.
    listings::ProcessUnderWatch python(
        {kPython, "-X", "utf8", "-W", "ignore", "-u", listings::resourcePath(GetParam(), ".py")});
    WholeRun ours(GetParam());
    ASSERT_TRUE(python.waitForEnd(100s));
    EXPECT_EQ(python.exitStatus(), 0) << python.output();
    Lines expected;
    std::istringstream output(python.output());
    for (std::string line; std::getline(output, line);) expected.push_back(line);
    EXPECT_FALSE(expected.empty());
    EXPECT_EQ(printedIn(ours.store()), expected);
}

std::string nameFor(const ::testing::TestParamInfo<std::string>& scenario) {
    std::string name = scenario.param.substr(scenario.param.find('/') + 1);
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Of, EventLoopTranscript,
                         ::testing::Values("coroutines/event-loop", "coroutines/await-vs-tasks", "coroutines/forgotten",
                                           "coroutines/future-states", "coroutines/gather",
                                           "coroutines/blocking-the-loop", "coroutines/cancel", "coroutines/callbacks"),
                         nameFor);

TEST(EventLoopChapter, AwaitedOneAfterTheOtherSleepsAddUpAsTasksTheyDoNot) {
    WholeRun run("coroutines/await-vs-tasks", {{"first", "600"}, {"second", "1200"}});
    EXPECT_NEAR(realIn(run.store(), "awaited_ms"), 1800, kSlackMs);
    EXPECT_NEAR(realIn(run.store(), "tasks_ms"), 1200, kSlackMs);
    EXPECT_GE(realIn(run.store(), "awaited_ms") - realIn(run.store(), "tasks_ms"), 300);
}

TEST(EventLoopChapter, AGatherKeepsTheOrderOfItsTasksAndLeavesTheOthersAlone) {
    WholeRun run("coroutines/gather");
    const Lines lines = printedIn(run.store());
    const auto placeOf = [&](const std::string& line) { return std::ranges::find(lines, line) - lines.begin(); };
    EXPECT_LT(placeOf("b done"), placeOf("a done"));
    EXPECT_LT(placeOf("results: a! b!"), static_cast<std::ptrdiff_t>(lines.size()));
    EXPECT_LT(placeOf("error: d failed"), placeOf("c done")) << "the others go on";
    EXPECT_EQ(integerIn(run.store(), "g_done"), 1) << "one that is cancelled does not cancel the gather";
    EXPECT_EQ(integerIn(run.store(), "children_cancelled"), 1);
}

TEST(EventLoopChapter, TheLoopTakesEverybodyInTheOrderOfItsQueue) {
    WholeRun run("coroutines/event-loop", {{"step", "100"}});
    EXPECT_EQ(integerIn(run.store(), "in_order"), 1);
    EXPECT_EQ(integerIn(run.store(), "before_main"), 3) << "a, b and the callback: one step each";
}

TEST(EventLoopChapter, WhatNobodyAwaitsNeverRunsAndTakesNoTime) {
    WholeRun run("coroutines/forgotten", {{"nap", "300"}});
    EXPECT_EQ(integerIn(run.store(), "forgotten_lines"), 0);
    EXPECT_EQ(integerIn(run.store(), "awaited_lines"), 2);
    EXPECT_EQ(integerIn(run.store(), "dropped_lines"), 1) << "it begins, and is cut off";
    EXPECT_LT(realIn(run.store(), "at_once_ms"), 250);
}

TEST(EventLoopChapter, AFutureIsSettledInEachOfThreeWays) {
    WholeRun run("coroutines/future-states", {{"step", "200"}});
    for (const char* name : {"done", "failed", "cancelled", "thread_ran"})
        EXPECT_EQ(integerIn(run.store(), name), 1) << name;
    std::vector<std::int64_t> states;
    for (const ObjectRecord& object : run.store().objects()) {
        if (object.kind == ObjectKind::future) states.push_back(object.levels.valueAt(run.store().now()));
    }
    const auto number = [](FutureState state) { return static_cast<std::int64_t>(state); };
    const std::vector<std::int64_t> expected{number(FutureState::done), number(FutureState::failed),
                                             number(FutureState::cancelled)};
    EXPECT_EQ(states, expected);
}

TEST(EventLoopChapter, OneBlockingCallStopsAllTicksOnTheLoopAndNoneBesideIt) {
    WholeRun run("coroutines/blocking-the-loop", {{"call", "1200"}, {"pause", "50"}});
    EXPECT_GE(realIn(run.store(), "gap_loop_ms"), 1150);
    EXPECT_LT(realIn(run.store(), "gap_thread_ms"), 50 + kSlackMs);
    EXPECT_GE(integerIn(run.store(), "ticks_thread"), 6);
    LoopHistory loop;
    loop.follow(run.store());
    ASSERT_TRUE(loop.longest());
    EXPECT_GE(loop.longest()->length, 1150ms);
    EXPECT_EQ(run.store().actor(loop.longest()->actor).name, "main");
}

TEST(EventLoopChapter, ACancellationReachesEveryKindOfWaitAndMayBeCaught) {
    WholeRun run("coroutines/cancel", {{"step", "150"}});
    EXPECT_EQ(integerIn(run.store(), "cancelled"), 4);
    EXPECT_EQ(integerIn(run.store(), "caught"), 1);
    EXPECT_EQ(integerIn(run.store(), "timed_out"), 1);
}

TEST(EventLoopChapter, CallbacksAndAwaitDoTheSameInTheSameOrder) {
    WholeRun run("coroutines/callbacks", {{"step", "300"}});
    EXPECT_EQ(integerIn(run.store(), "same_order"), 1);
    EXPECT_NEAR(realIn(run.store(), "callbacks_ms"), 600, kSlackMs);
    EXPECT_NEAR(realIn(run.store(), "await_ms"), 600, kSlackMs);
}

TEST(EventLoopChapter, AGatherThatHandsErrorsBackThrowsNone) {
    WholeRun run("coroutines/gather", {{"return-exceptions", "true"}}, 8.0);
    const Lines lines = printedIn(run.store());
    EXPECT_EQ(std::ranges::count(lines, "results: c! d failed"), 1);
    EXPECT_EQ(std::ranges::count(lines, "error: d failed"), 0);
}

}  // namespace
}  // namespace interleave
