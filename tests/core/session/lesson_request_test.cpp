#include "core/session/lesson_request.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace interleave {
namespace {

TEST(LessonRequest, WhatTheEntryDoesNotSayIsAsTheScenarioHasIt) {
    const auto request = requestOf({.scenario = "locks/deadlock"});
    const auto usual = defaultRequest("locks/deadlock");
    ASSERT_TRUE(request && usual);
    EXPECT_EQ(request->runtime, usual->runtime);
    EXPECT_EQ(request->pace, usual->pace);
    EXPECT_EQ(request->params, usual->params);
}

TEST(LessonRequest, WhatItSaysHolds) {
    const auto request = requestOf({.scenario = "locks/deadlock",
                                    .runtime = RuntimeKind::workers,
                                    .pace = Pace::step,
                                    .seed = 9,
                                    .params = {{"pause", "20"}}});
    ASSERT_TRUE(request) << request.error().what;
    EXPECT_EQ(request->runtime, RuntimeKind::workers);
    EXPECT_EQ(request->pace, Pace::step);
    EXPECT_EQ(request->seed, 9u);
    EXPECT_THAT(request->params, ::testing::Contains(::testing::Pair("pause", "20")));
}

TEST(LessonRequest, AnEntryMadeFromARequestSaysOnlyWhatWasChanged) {
    auto request = defaultRequest("locks/deadlock");
    ASSERT_TRUE(request);
    EXPECT_TRUE(entryOf(*request).params.empty());
    request->seed = 3;
    for (auto& [name, value] : request->params)
        if (name == "work") value = "10";
    const LessonEntry entry = entryOf(*request);
    EXPECT_EQ(entry.params, (ParamValues{{"work", "10"}}));
    const auto again = requestOf(entry);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->params, request->params);
    EXPECT_EQ(again->seed, 3u);
    EXPECT_EQ(again->runtime, request->runtime);
}

TEST(LessonRequest, WhatCannotBeRunIsRefused) { EXPECT_FALSE(requestOf({.scenario = "locks/nothing"})); }

}  // namespace
}  // namespace interleave
