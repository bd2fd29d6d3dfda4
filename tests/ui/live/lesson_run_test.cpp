#include "ui/live/lesson_run.hpp"

#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"
#include "tests/support/trace_look.hpp"

namespace interleave::ui {
namespace {

LessonStep step(const char* at, const char* variant = "") {
    return {{"Seen.", QString::fromUtf8("看。")}, *parseMoment(at), QString::fromLatin1(variant), at};
}
Choice choice(const char* when) { return {{"So.", QString::fromUtf8("如此。")}, *parseClaim(when), when}; }

std::shared_ptr<const Store> runOf(const char* variant, double putAt) {
    scenes::Scene scene;
    scene.store().facts().variant = variant;
    const ObjectId queue = scene.queue("queue", 4);
    const ActorId a = scene.actor("A");
    scene.at(putAt).puts(a, queue).at(putAt + 1).gets(a, queue).tells("took", static_cast<std::int64_t>(putAt));
    return std::make_shared<const Store>(scene.finish(Ended::finished));
}

TEST(LessonRun, StepsOfAComparisonLieOnTheRunThatTheyNameAndStayThere) {
    const Runs runs{runOf("threads", 3), runOf("processes", 5)};
    const auto found = findSteps(
        {step("first put"), step("first put", "threads"), step("then get"), step("first put", "coroutines")}, runs, {});
    ASSERT_EQ(found.size(), 4u);
    EXPECT_EQ(found[0].run, 1u);  // the last run, which the window shows
    EXPECT_EQ(found[0].moment->at, ms(5));
    EXPECT_EQ(found[1].run, 0u);
    EXPECT_EQ(found[2].run, 0u);
    EXPECT_EQ(found[2].moment->at, ms(4));
    EXPECT_FALSE(found[3].moment.has_value());
}

TEST(LessonRun, TheRightChoiceIsTheOnlyOneThatHolds) {
    const Runs runs{runOf("threads", 3), runOf("processes", 5)};
    EXPECT_EQ(judge({choice("processes.took < threads.took"), choice("processes.took > threads.took"),
                     choice("ended == stopped")},
                    runs)
                  .right(),
              1);
    EXPECT_EQ(
        judge({choice("processes.took > 1"), choice("threads.took > 1"), choice("ended == stopped")}, runs).right(),
        -1);
    EXPECT_EQ(judge({choice("ended == stopped"), choice("ended == timeout"), choice("deadlocks > 0")}, runs).right(),
              -1);
}

TEST(LessonRun, AChoiceThatCannotBeAskedDoesNotHoldAndSaysWhy) {
    const Verdict verdict =
        judge({choice("tok > 1"), choice("threads.took > 1"), choice("ended == stopped")}, {runOf("threads", 3)});
    EXPECT_EQ(verdict.right(), 1);
    EXPECT_NE(verdict.trouble.find("tok"), std::string::npos) << verdict.trouble;
}

TEST(LessonRun, MarkedLinesAreReadOffTheSource) {
    const TaggedLines lines = taggedLines("a();  //@ one two\nb();\nc();  //@ one\n");
    EXPECT_EQ(lines.count("one"), 2u);
    EXPECT_EQ(lines.find("two")->second, 1);
    EXPECT_FALSE(linesOf("locks/deadlock").empty());
    EXPECT_TRUE(linesOf("no/such").empty());
}

constexpr TimeRange kRun{ms(0), ms(3000)};

FoundStep stepAt(double at, double until) { return {0, Moment{ms(at), ms(until), {}, {}, 0}}; }

TEST(LessonRun, WhatCanBeSeenIsShownWithTheWholeRunAroundIt) {
    EXPECT_EQ(rangeShowing({stepAt(400, 900), stepAt(2000, 2000)}, 0, kRun), kRun);
    EXPECT_EQ(rangeShowing({stepAt(400, 400), stepAt(2000, 2000)}, 0, kRun), kRun);
    EXPECT_EQ(rangeShowing({stepAt(400, 400)}, 0, kRun), kRun);  // nothing near it that it could be mistaken for
}

TEST(LessonRun, WhatIsTooShortToBeSeenIsMadeLarger) {
    const TimeRange narrowed = rangeShowing({stepAt(500, 500.01)}, 0, kRun);
    EXPECT_LT(narrowed.length(), std::chrono::milliseconds(1));
    EXPECT_TRUE(narrowed.contains(ms(500)));
}

TEST(LessonRun, StepsThatFollowCloselyAreShownApart) {
    const std::vector<FoundStep> steps{stepAt(100, 100), stepAt(101, 101), {0, {}}, stepAt(2000, 2000)};
    const TimeRange narrowed = rangeShowing(steps, 1, kRun);
    EXPECT_EQ(narrowed.length(), std::chrono::milliseconds(40));
    EXPECT_TRUE(narrowed.contains(ms(100)) && narrowed.contains(ms(101)));
    EXPECT_EQ(rangeShowing(steps, 3, kRun), kRun);
}

}  // namespace
}  // namespace interleave::ui
