// What can be counted on in every scenario of the registry, and how parameters are refused.
#include <algorithm>
#include <regex>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/scenario/scenario.hpp"
#include "core/scenario/schedule_plan.hpp"
#include "tests/core/scenario/listing.hpp"

namespace interleave {
namespace {

using ::testing::HasSubstr;

TEST(Registry, HoldsEachIdOnce) {
    std::set<std::string> ids;
    for (const Scenario& scenario : scenarios()) EXPECT_TRUE(ids.insert(scenario.id).second) << scenario.id;
    EXPECT_TRUE(ids.contains("locks/deadlock"));
}

TEST(Registry, IdsAreChapterAndName) {
    static const std::regex form("(multitasking|threads|locks|processes|queues|coroutines)/[a-z0-9]+(-[a-z0-9]+)*");
    for (const Scenario& scenario : scenarios()) {
        EXPECT_TRUE(std::regex_match(scenario.id, form)) << scenario.id;
        for (const std::string& next : scenario.next)
            EXPECT_TRUE(std::regex_match(next, form)) << scenario.id << " leads to " << next;
    }
}

TEST(Registry, ChapterIsWhatStandsBeforeTheSlash) { EXPECT_EQ(findScenario("locks/deadlock")->chapter(), "locks"); }

TEST(Registry, FindsEveryScenarioByItsIdAndNoOther) {
    for (const Scenario& scenario : scenarios()) EXPECT_EQ(findScenario(scenario.id), &scenario);
    EXPECT_EQ(findScenario("locks/deadlok"), nullptr);
    EXPECT_EQ(findScenario(""), nullptr);
}

TEST(Registry, SourcesStandWhereTheirIdsSay) {
    for (const Scenario& scenario : scenarios())
        EXPECT_THAT(listings::sourceOf(scenario.id), HasSubstr('"' + scenario.id + '"'));
}

TEST(Registry, ScenariosOfferTheirOwnDefaults) {
    for (const Scenario& scenario : scenarios()) {
        EXPECT_TRUE(scenario.runsOn(scenario.defaultRuntime)) << scenario.id;
        EXPECT_NE(std::ranges::find(scenario.paces, scenario.defaultPace), scenario.paces.end()) << scenario.id;
        EXPECT_NE(scenario.body, nullptr) << scenario.id;
        EXPECT_EQ(std::ranges::find(scenario.next, scenario.id), scenario.next.end())
            << scenario.id << " leads to itself";
    }
}

TEST(Registry, OffersSteeringOnlyWhereAScriptIsGiven) {
    for (const Scenario& scenario : scenarios()) {
        const bool offered = std::ranges::find(scenario.paces, Pace::steered) != scenario.paces.end();
        const bool scripted = listings::sourceOf(scenario.id).find("lab.steer(") != std::string::npos;
        EXPECT_EQ(offered, scripted) << scenario.id;
    }
}

TEST(Registry, DefaultsAreValuesThatTheParameterTakes) {
    for (const Scenario& scenario : scenarios()) {
        for (const Param& param : scenario.params) {
            EXPECT_TRUE(completeParams(scenario, {{param.name, param.defaultValue}}))
                << scenario.id << ' ' << param.name;
            const bool isNumber = param.type == ParamType::integer || param.type == ParamType::real;
            EXPECT_EQ(isNumber, param.min < param.max) << scenario.id << ' ' << param.name;
            EXPECT_EQ(param.type == ParamType::choice, param.choices.size() >= 2) << scenario.id << ' ' << param.name;
        }
    }
}

TEST(Registry, ParametersAreNamedInLowerCaseAndOnce) {
    static const std::regex form("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    for (const Scenario& scenario : scenarios()) {
        std::set<std::string> names;
        for (const Param& param : scenario.params) {
            EXPECT_TRUE(std::regex_match(param.name, form)) << scenario.id << ' ' << param.name;
            EXPECT_TRUE(names.insert(param.name).second) << scenario.id << " has " << param.name << " twice";
        }
    }
}

TEST(Registry, BodiesAskOnlyForParametersThatExist) {
    for (const Scenario& scenario : scenarios()) {
        std::set<std::string> asked;
        for (const std::string& name : listings::namesGivenTo("lab\\.(?:integer|real|boolean|text|milliseconds)",
                                                              listings::sourceOf(scenario.id))) {
            EXPECT_NE(scenario.param(name), nullptr) << scenario.id << " asks for " << name;
            asked.insert(name);
        }
        // What decides which runs are made is asked for there.
        if (scenario.variants) {
            for (const Param& param : scenario.params) {
                if (param.type == ParamType::choice) asked.insert(param.name);
            }
        }
        // Whoever reads a schedule's plan asks for all that belongs to it.
        if (listings::sourceOf(scenario.id).find("schedulePlan(") != std::string::npos) {
            for (const Param& param : schedulePlanParams("1", "rr", "")) asked.insert(param.name);
        }
        for (const Param& param : scenario.params)
            EXPECT_TRUE(asked.contains(param.name)) << scenario.id << " never asks for " << param.name;
    }
}

// One of each type, to see every refusal.
const Scenario kSample{
    .id = "locks/sample",
    .runtimes = {RuntimeKind::threads},
    .defaultRuntime = RuntimeKind::threads,
    .defaultPace = Pace::free,
    .paces = {Pace::free},
    .params = {{.name = "rounds",
                .type = ParamType::integer,
                .defaultValue = "10",
                .min = 1,
                .max = 50,
                .choices = {},
                .unit = ""},
               {.name = "pause",
                .type = ParamType::integer,
                .defaultValue = "0",
                .min = 0,
                .max = 2000,
                .choices = {},
                .unit = "ms"},
               {.name = "share",
                .type = ParamType::real,
                .defaultValue = "0.5",
                .min = 0,
                .max = 1,
                .choices = {},
                .unit = ""},
               {.name = "jitter",
                .type = ParamType::boolean,
                .defaultValue = "false",
                .min = 0,
                .max = 0,
                .choices = {},
                .unit = ""},
               {.name = "order",
                .type = ParamType::choice,
                .defaultValue = "same",
                .min = 0,
                .max = 0,
                .choices = {"same", "opposite"},
                .unit = ""}},
    .next = {},
    .body = nullptr,
};

TEST(Params, NothingGivenMeansTheDefaultsInTheScenariosOrder) {
    const ParamValues expected{
        {"rounds", "10"}, {"pause", "0"}, {"share", "0.5"}, {"jitter", "false"}, {"order", "same"}};
    EXPECT_EQ(completeParams(kSample, {}).value(), expected);
}

TEST(Params, GivenValuesReplaceTheDefaultsInWhateverOrderTheyCome) {
    const auto complete =
        completeParams(kSample, {{"order", "opposite"}, {"rounds", "50"}, {"share", "1"}, {"jitter", "true"}});
    const ParamValues expected{
        {"rounds", "50"}, {"pause", "0"}, {"share", "1"}, {"jitter", "true"}, {"order", "opposite"}};
    EXPECT_EQ(complete.value(), expected);
}

TEST(Params, TheLastOfTwoValuesCounts) {
    EXPECT_EQ(completeParams(kSample, {{"rounds", "3"}, {"rounds", "4"}}).value().front().second, "4");
}

std::string refusal(const ParamValues& given) {
    const auto complete = completeParams(kSample, given);
    return complete ? "" : complete.error().what;
}

TEST(Params, AnUnknownNameIsAnsweredWithTheNamesThatExist) {
    EXPECT_THAT(refusal({{"pauze", "5"}}), HasSubstr("'pauze'"));
    EXPECT_THAT(refusal({{"pauze", "5"}}), HasSubstr("rounds, pause, share, jitter, order"));
}

TEST(Params, ANumberOutOfRangeIsAnsweredWithTheRangeAndItsUnit) {
    EXPECT_THAT(refusal({{"rounds", "0"}}), HasSubstr("a whole number from 1 to 50"));
    EXPECT_THAT(refusal({{"rounds", "51"}}), HasSubstr("a whole number from 1 to 50"));
    EXPECT_THAT(refusal({{"pause", "2001"}}), HasSubstr("0 to 2000 ms"));
    EXPECT_THAT(refusal({{"share", "1.01"}}), HasSubstr("a number from 0 to 1"));
}

TEST(Params, BothEndsOfARangeAreTaken) {
    for (const char* value : {"1", "50"}) EXPECT_EQ(refusal({{"rounds", value}}), "");
    for (const char* value : {"0", "1"}) EXPECT_EQ(refusal({{"share", value}}), "");
}

TEST(Params, AValueOfTheWrongTypeIsAnsweredWithWhatWouldBeRight) {
    for (const char* value : {"ten", "", "1.5", "10 ", "1e1", "0x10", "99999999999999999999"})
        EXPECT_THAT(refusal({{"rounds", value}}), HasSubstr("a whole number from 1 to 50")) << value;
    for (const char* value : {"half", "", "nan", "inf", "0,5"})
        EXPECT_THAT(refusal({{"share", value}}), HasSubstr("a number from 0 to 1")) << value;
    for (const char* value : {"yes", "1", "True", ""})
        EXPECT_THAT(refusal({{"jitter", value}}), HasSubstr("true or false")) << value;
    for (const char* value : {"none", "Same", ""})
        EXPECT_THAT(refusal({{"order", value}}), HasSubstr("one of same, opposite")) << value;
}

TEST(Params, ARefusalNamesTheScenarioTheParameterAndTheValue) {
    EXPECT_THAT(refusal({{"rounds", "ten"}}), HasSubstr("rounds=ten"));
    EXPECT_THAT(refusal({{"rounds", "ten"}}), HasSubstr("locks/sample"));
}

}  // namespace
}  // namespace interleave
