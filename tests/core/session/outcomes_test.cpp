#include "core/session/outcomes.hpp"

#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"

namespace interleave {
namespace {

Store runThat(Ended ended, std::int64_t expected, std::int64_t actual) {
    scenes::Scene scene;
    scene.at(1).tells("expected", expected).tells("actual", actual);
    return scene.finish(ended);
}

TEST(Outcomes, AreCountedByWhatCameOut) {
    Outcomes outcomes;
    for (const std::int64_t actual : {16, 12, 16, 16, 11}) outcomes.add(runThat(Ended::finished, 16, actual));
    EXPECT_EQ(outcomes.runs(), 5U);
    EXPECT_EQ(outcomes.wrong(), 2U);
    const auto sorted = outcomes.byCount();
    ASSERT_EQ(sorted.size(), 3U);
    EXPECT_EQ(sorted[0].runs, (std::vector<std::uint32_t>{0, 2, 3}));
    EXPECT_FALSE(sorted[0].wrong);
    EXPECT_TRUE(sorted[1].wrong);
}

TEST(Outcomes, HowARunEndedTellsThemApart) {
    Outcomes outcomes;
    outcomes.add(runThat(Ended::finished, 1, 1));
    outcomes.add(runThat(Ended::deadlocked, 1, 1));
    EXPECT_EQ(outcomes.all().size(), 2U);
    EXPECT_EQ(outcomes.wrong(), 1U);
}

TEST(Outcomes, MeasuredNumbersAreNoPartOfThem) {
    Outcomes outcomes;
    for (int i = 0; i < 3; ++i) {
        Store store = runThat(Ended::finished, 1, 1);
        outcomes.add(store);
    }
    EXPECT_EQ(outcomes.all().size(), 1U);
    for (const auto& [name, value] : outcomes.all()[0].results) EXPECT_NE(value.type, ResultType::real) << name;
}

}  // namespace
}  // namespace interleave
