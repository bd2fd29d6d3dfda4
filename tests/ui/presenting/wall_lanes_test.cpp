// Which lanes stand on a wall: as many as can be read, and nothing of the cores.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/scenes.hpp"
#include "ui/timeline/lane_layout.hpp"

namespace interleave::ui {
namespace {

bool has(const LaneLayout& layout, SectionKind section) {
    return std::ranges::any_of(layout.lanes, [&](const Lane& lane) { return lane.section == section; });
}

TEST(WallLanes, AreThoseOfActorsAndWhatTheyShareButNoCores) {
    const LaneLayout deadlock = layoutLanesOnWall(scenes::deadlock(), 600, 1.85);
    EXPECT_TRUE(has(deadlock, SectionKind::threads));
    EXPECT_TRUE(has(deadlock, SectionKind::locks));
    EXPECT_FALSE(has(deadlock, SectionKind::cores));
    EXPECT_EQ(deadlock.leftOut, 0U);
    EXPECT_FALSE(has(layoutLanesOnWall(scenes::roundRobin(), 600, 1.85), SectionKind::kernel));
}

TEST(WallLanes, WhatDoesNotFitIsLeftOutFromTheLongestSectionAndSaid) {
    scenes::Scene scene;
    for (int i = 0; i < 30; ++i) scene.actor("T" + std::to_string(i));
    const ObjectId lock = scene.mutex("A");
    scene.at(1).acquires(ActorId{0}, lock);
    const LaneLayout layout = layoutLanesOnWall(scene.store(), 600, 1.85);
    EXPECT_LE(layout.height, 600);
    EXPECT_GT(layout.leftOut, 10U);
    EXPECT_EQ(layout.lanes.size() + layout.leftOut, 31U);
    EXPECT_TRUE(has(layout, SectionKind::locks)) << "what is short stays";
}

TEST(WallLanes, EachHoldsAPlateWithAWord) {
    for (const double room : {250.0, 400.0, 600.0, 900.0}) {
        const LaneLayout layout = layoutLanesOnWall(scenes::deadlock(), room, 1.85);
        for (const Lane& lane : layout.lanes) EXPECT_GE(lane.height, 24 * 1.5) << room;
        for (std::size_t i = 1; i < layout.lanes.size(); ++i)
            EXPECT_GT(layout.lanes[i].top, layout.lanes[i - 1].bottom());
    }
}

TEST(WallLanes, FivePhilosophersWithFiveForksAllFindRoomOnAFullHdWall) {
    scenes::Scene scene;
    for (int i = 0; i < 5; ++i) scene.actor("P" + std::to_string(i));
    for (int i = 0; i < 5; ++i)
        scene.at(i + 1).acquires(ActorId{static_cast<std::uint32_t>(i)}, scene.mutex("F" + std::to_string(i)));
    EXPECT_EQ(layoutLanesOnWall(scene.store(), 606, 1.85).leftOut, 0U);
}

}  // namespace
}  // namespace interleave::ui
