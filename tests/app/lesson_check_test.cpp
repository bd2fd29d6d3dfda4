// What whoever writes a lesson is told of it.
#include "app/lesson_check.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"

namespace interleave::app {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

ui::Runs only(Store store) { return {std::make_shared<const Store>(std::move(store))}; }

TEST(LessonCheck, AScenarioWithoutALessonDoesNotFit) {
    scenes::Scene scene;  // of a scenario that there is not
    const LessonCheck check(only(scene.finish(Ended::finished)));
    EXPECT_FALSE(check.fits());
    EXPECT_THAT(check.text(), HasSubstr("no lesson"));
}

TEST(LessonCheck, ARunThatTheLessonWasWrittenForFitsAndShowsEachStepWithItsTime) {
    const LessonCheck check(only(scenes::deadlock()));
    EXPECT_TRUE(check.fits()) << check.text();
    EXPECT_THAT(check.text(), HasSubstr("1420.000 ms"));
    EXPECT_THAT(check.text(), Not(HasSubstr("not found")));
}

TEST(LessonCheck, ARunInWhichNothingOfItHappensDoesNotFitAndSaysWhichStep) {
    scenes::Scene scene;
    scene.store().facts().scenario = "locks/deadlock";
    const LessonCheck check(only(scene.finish(Ended::finished)));
    EXPECT_FALSE(check.fits());
    EXPECT_THAT(check.text(), HasSubstr("not found"));
    EXPECT_THAT(check.text(), HasSubstr("no moment for step"));
}

}  // namespace
}  // namespace interleave::app
