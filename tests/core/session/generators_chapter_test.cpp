// What the scenarios on iterators and generators claim, really run through a session; and that they print, line by
// line, what the Python listing beside them prints.
#include <algorithm>
#include <filesystem>
#include <sstream>

#include <gtest/gtest.h>

#include "core/trace/frame_history.hpp"
#include "core/trace/trace_check.hpp"
#include "tests/core/scenario/listing.hpp"
#include "tests/core/scenario/process_under_watch.hpp"
#include "tests/core/session/live_session.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;
using Lines = std::vector<std::string>;

Store ranOnTheLoop(const char* scenario, const ParamValues& params = {{"pause", "1"}}) {
    RunRequest request = requestFor(scenario, 10, params);
    request.runtime = RuntimeKind::coroutines;
    LiveSession run(checkedRequest(std::move(request)).value());
    EXPECT_TRUE(run.pullToTheEnd());
    EXPECT_EQ(run.facts().ended, Ended::finished) << run.facts().endedWhy;
    EXPECT_EQ(run.store().totals().lost, 0U);
    EXPECT_TRUE(checkTrace(run.store()).lawful());
    return std::move(run.store());
}

double told(const Store& store, std::string_view name) {
    for (const auto& [key, value] : store.results())
        if (key == name) return value.type == ResultType::real ? value.real : static_cast<double>(value.integer);
    ADD_FAILURE() << "it did not tell " << name;
    return -1;
}

Lines printed(const Store& store) {
    Lines lines;
    for (const Note& note : store.notes())
        if (note.printed) lines.push_back(note.text);
    return lines;
}

// What /usr/bin/python3 prints for the listing.
Lines printedByPython(const char* scenario) {
    constexpr auto kLongest = 100s;
    listings::ProcessUnderWatch listing(
        {"/usr/bin/python3", "-X", "utf8", "-u", listings::resourcePath(scenario, ".py")});
    EXPECT_TRUE(listing.waitForEnd(kLongest));
    EXPECT_EQ(listing.exitStatus(), 0) << listing.output();
    Lines lines;
    std::istringstream output(listing.output());
    for (std::string line; std::getline(output, line);) lines.push_back(line);
    return lines;
}

std::size_t countOf(const Store& store, EventKind kind) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < store.events().end(); ++i) count += store.events()[i].kind == kind ? 1 : 0;
    return count;
}

class Transcript : public ::testing::TestWithParam<const char*> {};

TEST_P(Transcript, IsWhatPythonPrintsForItsListing) {
    if (!std::filesystem::exists("/usr/bin/python3")) GTEST_SKIP() << "needs /usr/bin/python3";
    const Lines lines = printed(ranOnTheLoop(GetParam()));
    EXPECT_FALSE(lines.empty());
    EXPECT_EQ(lines, printedByPython(GetParam()));
}

INSTANTIATE_TEST_SUITE_P(Of, Transcript,
                         ::testing::Values("coroutines/generator", "coroutines/yield-from",
                                           "coroutines/iterator-protocol", "coroutines/ping-pong",
                                           "coroutines/lazy-vs-list", "coroutines/generator-pipeline"),
                         [](const auto& param) { return listings::testName(param.param); });

TEST(GeneratorsChapter, AGeneratorIsMadeRunsStandsStillAndIsClosed) {
    const Store store = ranOnTheLoop("coroutines/generator");
    EXPECT_EQ(told(store, "returned"), 3);
    EXPECT_EQ(told(store, "looped"), 3);
    FrameHistory history;
    history.follow(store);
    ASSERT_EQ(history.lives().size(), 4U);
    std::vector<FrameEnd> ends;
    for (const FrameLife& life : history.lives()) ends.push_back(life.at(store.now()).end);
    EXPECT_EQ(ends, (std::vector{FrameEnd::returned, FrameEnd::failed, FrameEnd::closed, FrameEnd::returned}));
    // At each moment that something happened to the first.
    std::vector<FrameState> states;
    for (const FrameLife::Moment& moment : history.lives()[0].moments)
        if (moment.kind != EventKind::lineReached) states.push_back(history.lives()[0].at(moment.at).state);
    using enum FrameState;
    EXPECT_EQ(history.lives()[0].at(history.lives()[0].created).state, created);
    EXPECT_EQ(states, (std::vector{running, suspended, running, suspended, running, suspended, running, closed}));
}

TEST(GeneratorsChapter, AFrameStandsAtTheLineOfItsYield) {
    const Store store = ranOnTheLoop("coroutines/generator");
    const auto source = listings::linesOf(listings::sourceOf("coroutines/generator"), "//");
    const listings::Line* yield = listings::taggedLine(source, "yield");
    const listings::Line* make = listings::taggedLine(source, "make");
    ASSERT_TRUE(yield != nullptr && make != nullptr);
    FrameHistory history;
    history.follow(store);
    const FrameLife& counter = history.lives().at(0);
    EXPECT_EQ(counter.madeAt, make->number);
    const auto first = std::ranges::find(counter.moments, EventKind::frameYielded, &FrameLife::Moment::kind);
    ASSERT_NE(first, counter.moments.end());
    EXPECT_EQ(counter.at(first->at).line, yield->number);
}

TEST(GeneratorsChapter, WhatIsSentGoesStraightThroughAHundredLevels) {
    const Store store = ranOnTheLoop("coroutines/yield-from", {{"pause", "1"}, {"levels", "100"}});
    EXPECT_EQ(told(store, "average_1"), 10);
    EXPECT_EQ(told(store, "average_2"), 15);
    EXPECT_EQ(told(store, "average_3"), 20);
    EXPECT_EQ(told(store, "frames"), 101);
    EXPECT_EQ(countOf(store, EventKind::frameYielded), 4U) << "None, then one for each number";
    FrameHistory history;
    history.follow(store);
    ASSERT_EQ(history.lives().size(), 101U);
    // Those between are switched into twice: to begin, and to get the return value.
    for (std::size_t i = 0; i < 100; ++i) {
        const auto& moments = history.lives()[i].moments;
        EXPECT_EQ(std::ranges::count(moments, EventKind::frameResumed, &FrameLife::Moment::kind), 2);
    }
}

TEST(GeneratorsChapter, TheChainOfTenThousandIsNoDeeperOnTheStack) {
    const Store store = ranOnTheLoop("coroutines/yield-from", {{"pause", "0"}, {"levels", "10000"}});
    EXPECT_EQ(told(store, "average_3"), 20);
}

TEST(GeneratorsChapter, AnIteratorIsUsedUpOnceAndAContainerIsNot) {
    const Store store = ranOnTheLoop("coroutines/iterator-protocol", {{"pause", "1"}, {"items", "5"}});
    EXPECT_EQ(told(store, "first_pass"), 5);
    EXPECT_EQ(told(store, "second_pass"), 0);
    EXPECT_EQ(told(store, "looped"), 5);
}

TEST(GeneratorsChapter, PartnersTakeTurnsByYieldAndByName) {
    const Store store = ranOnTheLoop("coroutines/ping-pong", {{"pause", "0"}, {"turns", "1000"}});
    EXPECT_EQ(told(store, "alternated"), 1);
    EXPECT_EQ(told(store, "back_by_yield"), 2000);
    EXPECT_EQ(told(store, "back_by_switch"), 1);
    EXPECT_EQ(countOf(store, EventKind::frameSwitched), 2000U);
}

TEST(GeneratorsChapter, AListGrowsAndAFrameDoesNot) {
    const Store few = ranOnTheLoop("coroutines/lazy-vs-list", {{"pause", "0"}, {"count", "1000"}});
    const Store many = ranOnTheLoop("coroutines/lazy-vs-list", {{"pause", "0"}, {"count", "100000"}});
    for (const Store* store : {&few, &many}) EXPECT_EQ(told(*store, "same_sum"), 1);
    EXPECT_GE(told(few, "list_bytes"), 8 * 1000);
    EXPECT_GE(told(many, "list_bytes"), 8 * 100'000);
    EXPECT_EQ(told(few, "frame_bytes"), told(many, "frame_bytes"));
    EXPECT_GT(told(few, "frame_bytes"), 0);
    EXPECT_LT(told(few, "frame_bytes"), 1000);
}

TEST(GeneratorsChapter, AStageOfAPipelineHasOneItemInHandAtMost) {
    const Store store = ranOnTheLoop("coroutines/generator-pipeline", {{"pause", "0"}, {"items", "500"}});
    EXPECT_EQ(told(store, "delivered"), 500);
    EXPECT_EQ(told(store, "most_in_hand"), 1);
    EXPECT_EQ(told(store, "made_before_first"), 1);
}

}  // namespace
}  // namespace interleave
