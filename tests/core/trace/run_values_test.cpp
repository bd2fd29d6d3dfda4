// What a run can be asked for beside what it told itself.
#include <gtest/gtest.h>

#include "core/trace/claim.hpp"
#include "tests/support/scenes.hpp"

namespace interleave {
namespace {

double valueIn(const RunValues& values, std::string_view name) {
    const auto value = values.find(name);
    EXPECT_TRUE(value && value->number) << name;
    return value && value->number ? *value->number : -1;
}

TEST(RunValues, AQueueTellsHowFullItWasAndWhatWentThroughIt) {
    scenes::Scene scene;
    const ObjectId queue = scene.queue("queue", 4);
    const ActorId producer = scene.actor("P");
    scene.at(1).puts(producer, queue).at(2).puts(producer, queue).at(3).gets(producer, queue);
    const Store run = scene.finish(Ended::finished);
    const RunValues values(run);
    EXPECT_EQ(values.find("queue.max_level")->number, 2.0);
    EXPECT_EQ(values.find("queue.puts")->number, 2.0);
    EXPECT_EQ(values.find("queue.gets")->number, 1.0);
}

TEST(RunValues, AnActorIsAskedHowLongItWasInEachState) {
    scenes::Scene scene;
    const ActorId walker = scene.actor("walker");
    scene.at(10).runs(walker).at(40).sleeps(walker, 50).at(90).readies(walker).at(95).runs(walker).at(100).ends(walker);
    const RunValues values(scene.finish(Ended::finished));
    EXPECT_DOUBLE_EQ(valueIn(values, "actor.walker.running_ms"), 35);
    EXPECT_DOUBLE_EQ(valueIn(values, "actor.walker.ready_ms"), 15);
    EXPECT_DOUBLE_EQ(valueIn(values, "actor.walker.waiting_ms"), 50);
    EXPECT_FALSE(values.find("actor.runner.running_ms"));
}

TEST(RunValues, WhatAComparedRunTellsItselfGoesBeforeWhatItWasMeasuredBy) {
    scenes::Scene scene;
    scene.store().facts().variant = "join";
    scene.at(750).tells("wall_ms", 3000);  // of the program's own time, at tempo 4
    const auto run = std::make_shared<const Store>(scene.finish(Ended::finished));
    EXPECT_DOUBLE_EQ(valueIn(RunValues({run, run}), "join.wall_ms"), 3000);
}

TEST(RunValues, OfACrowdNobodyIsAskedByName) {
    scenes::Scene scene;
    for (int i = 0; i < 300; ++i) scene.actor(std::to_string(i));
    EXPECT_FALSE(RunValues(scene.finish(Ended::finished)).find("actor.1.running_ms"));
}

}  // namespace
}  // namespace interleave
