#include "core/trace/claim.hpp"

#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"

namespace interleave {
namespace {

bool holdsOn(std::string_view words, const Store& store) {
    const auto claim = parseClaim(words);
    EXPECT_TRUE(claim.has_value()) << (claim ? "" : claim.error().what);
    if (!claim) return false;
    const auto held = holds(*claim, RunValues(store));
    EXPECT_TRUE(held.has_value()) << words << ": " << (held ? "" : held.error().what);
    return held.value_or(false);
}

std::shared_ptr<const Store> variantThatTook(std::string_view variant, std::int64_t answer,
                                             Ended ended = Ended::finished) {
    scenes::Scene scene;
    scene.store().facts().variant = variant;
    scene.store().facts().params = {{"jobs", "4"}, {"mode", "all"}, {"eager", "true"}};
    scene.at(static_cast<double>(answer)).tells("ms", answer);
    return std::make_shared<const Store>(scene.finish(ended));
}

TEST(Claim, AsksForWhatTheRunTold) {
    const Store race = scenes::race();
    EXPECT_TRUE(holdsOn("lost > 0", race));
    EXPECT_TRUE(holdsOn("actual < expected", race));
    EXPECT_FALSE(holdsOn("actual == expected", race));
    EXPECT_TRUE(holdsOn("actual >= 0.75 * expected", race));
    EXPECT_TRUE(holdsOn("lost_updates == lost", race));
}

TEST(Claim, KnowsHowTheRunEndedAndHowManyDeadlocksItHad) {
    EXPECT_TRUE(holdsOn("ended == deadlocked", scenes::deadlock()));
    EXPECT_TRUE(holdsOn("deadlocks == 1 and wall_ms >= 3000 and actors == 2", scenes::deadlock()));
    EXPECT_TRUE(holdsOn("ended != deadlocked", scenes::race()));
}

TEST(Claim, AndBindsTighterThanOr) {
    const Store race = scenes::race();
    EXPECT_TRUE(holdsOn("lost == 1 or lost == 2 and lost == 3", race));
    EXPECT_FALSE(holdsOn("lost == 2 and lost == 1 or lost == 3", race));
}

TEST(Claim, ComparesTheRunsOfAComparison) {
    const RunValues values({variantThatTook("threads", 100), variantThatTook("processes", 250, Ended::timeout)});
    const auto holdsHere = [&](std::string_view words) { return *holds(*parseClaim(words), values); };
    EXPECT_TRUE(holdsHere("processes.ms > 2 * threads.ms"));
    EXPECT_TRUE(holdsHere("threads.ended == finished and ended == timeout"));
    EXPECT_TRUE(holdsHere("wall_ms >= 350"));
    EXPECT_TRUE(holdsHere("param.jobs == 4 and param.mode == all and param.eager == true"));
    EXPECT_FALSE(values.find("ms").has_value());
}

TEST(Claim, TheOnlyRunOfAComparisonGoesByBothNames) {
    const RunValues values({variantThatTook("threads", 100)});
    EXPECT_EQ(values.find("ms")->number, 100.0);
    EXPECT_EQ(values.find("threads.ms")->number, 100.0);
}

TEST(Claim, ANameThatTheRunDoesNotKnowIsToldAndNotTakenForAWord) {
    const Store race = scenes::race();
    for (const char* words :
         {"losst > 0", "0 < losst", "2 * losst == 4", "losst == nothing", "ended > 3", "ended < finished"}) {
        const auto claim = parseClaim(words);
        ASSERT_TRUE(claim.has_value()) << words;
        EXPECT_FALSE(holds(*claim, RunValues(race)).has_value()) << words;
    }
}

TEST(Claim, WhatIsNoneIsRefusedInASentence) {
    for (const char* words : {"", "lost", "lost >", "> 1", "lost = 1", "lost > 1 lost > 2", "lost > 1 and",
                              "2 * 3 == 6", "lost == 1 or or lost == 2", "lost > (1)"}) {
        const auto claim = parseClaim(words);
        ASSERT_FALSE(claim.has_value()) << words;
        EXPECT_GT(claim.error().what.size(), 20u) << words;
    }
}

TEST(Claim, NamesAndNumbersNeedNoSpacesAroundRelations) {
    EXPECT_EQ(*parseClaim("a-b.c>=-1.5"), *parseClaim("a-b.c >= -1.5"));
}

}  // namespace
}  // namespace interleave
