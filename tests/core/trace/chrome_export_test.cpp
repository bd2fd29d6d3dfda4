// The Chrome trace is JSON that keeps the rules of the format and holds what the lanes hold.
#include "core/trace/chrome_export.hpp"

#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "tests/support/scenes.hpp"

namespace interleave {
namespace {

using nlohmann::json;
using scenes::Scene;

json traceOf(const Store& store) {
    std::string text;
    writeChromeTrace(store, [&](std::string_view piece) {
        text += piece;
        return true;
    });
    return json::parse(text);
}

std::vector<json> eventsOf(const json& trace, const std::string& phase) {
    std::vector<json> events;
    for (const json& event : trace.at("traceEvents"))
        if (event.at("ph") == phase) events.push_back(event);
    return events;
}

std::pair<int, int> trackOf(const json& event) { return {event.at("pid").get<int>(), event.at("tid").get<int>()}; }

TEST(ChromeTrace, NamesEveryProcessAndThread) {
    const json trace = traceOf(scenes::deadlock());
    std::set<std::string> names;
    std::set<std::pair<int, int>> named;
    for (const json& event : eventsOf(trace, "M")) {
        if (event.at("args").contains("name")) names.insert(event["args"]["name"].get<std::string>());
        if (event.at("name") == "thread_name") named.insert(trackOf(event));
    }
    for (const char* name : {"Actors", "Cores", "Locks", "T1 (tid 4211)", "T2 (tid 4212)", "CPU 0", "A", "B"})
        EXPECT_TRUE(names.contains(name)) << name;
    for (const json& event : eventsOf(trace, "X")) EXPECT_TRUE(named.contains(trackOf(event)));
}

TEST(ChromeTrace, StatesAreCompleteEventsInMicroseconds) {
    const json trace = traceOf(scenes::deadlock());
    bool found = false;
    for (const json& event : eventsOf(trace, "X")) {
        if (event.at("name") != "waiting: lock B") continue;
        found = true;
        EXPECT_DOUBLE_EQ(event.at("ts"), 1'357'000.0);
        EXPECT_DOUBLE_EQ(event.at("dur"), 1'643'000.0);
        EXPECT_EQ(event.at("args").at("object"), "B");
    }
    EXPECT_TRUE(found);
}

TEST(ChromeTrace, SlicesOfAThreadDoNotOverlap) {
    for (const Store& store : {scenes::deadlock(), scenes::producerConsumer(), scenes::roundRobin()}) {
        std::map<std::pair<int, int>, double> ends;
        for (const json& event : eventsOf(traceOf(store), "X")) {
            double& end = ends[trackOf(event)];
            EXPECT_GE(event["ts"].get<double>(), end - 1e-6);
            EXPECT_GT(event["dur"].get<double>(), 0);
            end = event["ts"].get<double>() + event["dur"].get<double>();
        }
    }
}

TEST(ChromeTrace, ADeadlockIsAnInstantForAll) {
    const auto instants = eventsOf(traceOf(scenes::deadlock()), "i");
    ASSERT_EQ(instants.size(), 1U);
    EXPECT_EQ(instants[0].at("s"), "g");
    EXPECT_EQ(instants[0].at("name"), "Deadlock T1, T2");
    EXPECT_DOUBLE_EQ(instants[0].at("ts"), 1'420'000.0);
}

TEST(ChromeTrace, LevelsAreCounters) {
    double highest = 0;
    for (const json& event : eventsOf(traceOf(scenes::producerConsumer()), "C")) {
        EXPECT_EQ(event.at("name"), "queue");
        highest = std::max(highest, event.at("args").at("queue").get<double>());
    }
    EXPECT_EQ(highest, 4);
}

TEST(ChromeTrace, EveryArrowHasTwoEnds) {
    const Store store = scenes::producerConsumer();
    const json trace = traceOf(store);
    const auto starts = eventsOf(trace, "s"), ends = eventsOf(trace, "f");
    ASSERT_EQ(starts.size(), store.arrows().size());
    ASSERT_EQ(ends.size(), starts.size());
    for (std::size_t i = 0; i < starts.size(); ++i) {
        EXPECT_EQ(starts[i].at("id"), ends[i].at("id"));
        EXPECT_EQ(starts[i].at("name"), ends[i].at("name"));
        EXPECT_EQ(ends[i].at("bp"), "e");
        EXPECT_LE(starts[i].at("ts").get<double>(), ends[i].at("ts").get<double>());
    }
}

TEST(ChromeTrace, CarriesTheFactsOfTheRun) {
    const json trace = traceOf(scenes::race());
    EXPECT_EQ(trace.at("metadata").at("scenario"), "threads/race");
    EXPECT_EQ(trace.at("metadata").at("pace"), "steered");
    EXPECT_EQ(trace.at("metadata").at("result actual"), "3");
}

TEST(ChromeTrace, AnyNameMakesGoodJson) {
    Scene s;
    const ActorId t = s.actor("\"T\\1\"\n\x01 \xFF 线程");
    s.at(1).runs(t).calls(t, "say \"hello\"").at(2).ends(t);
    EXPECT_NO_THROW(traceOf(s.finish(Ended::finished)));
    EXPECT_NO_THROW(traceOf(Store{}));
}

}  // namespace
}  // namespace interleave
