#include "ui/narration/compared_runs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"

namespace interleave::ui {
namespace {

using testing::HasSubstr;

std::shared_ptr<const Store> comparedRun(std::int64_t wall, const char* variant) {
    scenes::Scene scene;
    const ActorId t1 = scene.actor("T1");
    scene.runs(t1, 0).at(5).ends(t1).tells("wall_ms", wall);
    auto store = std::make_shared<Store>(scene.finish(Ended::finished));
    store->facts().variant = variant;
    return store;
}

TEST(ComparedRuns, NameTheLeastAndTheMost) {
    const Narration told =
        ComparedRuns::narrate({comparedRun(30, "middle"), comparedRun(10, "quick"), comparedRun(90, "slow")});
    EXPECT_THAT(told.headline.toStdString(), HasSubstr("least with quick"));
    EXPECT_THAT(told.headline.toStdString(), HasSubstr("most with slow"));
    EXPECT_THAT(told.detail.toStdString(), HasSubstr("10 against 90"));
}

TEST(ComparedRuns, SayNothingOfOneRunOrOfNoCommonNumber) {
    EXPECT_TRUE(ComparedRuns::narrate({}).headline.isEmpty());
    EXPECT_TRUE(ComparedRuns::narrate({comparedRun(1, "alone")}).headline.isEmpty());
    scenes::Scene silent;
    silent.at(5);
    EXPECT_TRUE(ComparedRuns::narrate({comparedRun(1, "one"), std::make_shared<Store>(silent.finish(Ended::finished))})
                    .headline.isEmpty());
}

}  // namespace
}  // namespace interleave::ui
