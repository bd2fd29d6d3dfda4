#include "ui/timeline/lane_layout.hpp"

#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"

namespace interleave::ui {
namespace {

std::vector<SectionKind> sections(const LaneLayout& layout) {
    std::vector<SectionKind> kinds;
    for (const SectionTitle& title : layout.titles) kinds.push_back(title.kind);
    return kinds;
}

TEST(LaneLayout, ARunHasTheSectionsThatItUsesAndNoOthers) {
    EXPECT_EQ(sections(layoutLanes(scenes::deadlock(), Density::roomy, 1)),
              (std::vector{SectionKind::cores, SectionKind::threads, SectionKind::locks}));
    EXPECT_EQ(sections(layoutLanes(scenes::producerConsumer(), Density::roomy, 1)),
              (std::vector{SectionKind::threads, SectionKind::queues}));
    EXPECT_EQ(sections(layoutLanes(scenes::roundRobin(), Density::roomy, 1)),
              (std::vector{SectionKind::cores, SectionKind::tasks, SectionKind::kernel}));
    EXPECT_TRUE(layoutLanes(Store{}, Density::roomy, 1).lanes.empty());
}

TEST(LaneLayout, AnActorKeepsItsRowWhenOthersAppear) {
    scenes::Scene scene;
    const ActorId first = scene.actor("first");
    const ActorId second = scene.actor("second");
    const LaneLayout before = layoutLanes(scene.store(), Density::roomy, 1);
    scene.at(5).actor("third");
    const LaneLayout after = layoutLanes(scene.store(), Density::roomy, 1);
    EXPECT_EQ(before.find(LaneKind::actor, first.value)->top, after.find(LaneKind::actor, first.value)->top);
    EXPECT_EQ(before.find(LaneKind::actor, second.value)->top, after.find(LaneKind::actor, second.value)->top);
    EXPECT_EQ(after.lanes.size(), before.lanes.size() + 1);
}

TEST(LaneLayout, LanesNeverOverlap) {
    for (const Density density : {Density::roomy, Density::dense}) {
        const LaneLayout layout = layoutLanes(scenes::deadlock(), density, 1.75);
        for (std::size_t i = 1; i < layout.lanes.size(); ++i)
            EXPECT_GT(layout.lanes[i].top, layout.lanes[i - 1].bottom());
        EXPECT_GE(layout.height, layout.lanes.back().bottom());
    }
}

TEST(LaneLayout, LanesShrinkOnlyAsFarAsTheyMust) {
    const Store store = scenes::deadlock();
    const double roomy = layoutLanes(store, Density::roomy, 1).height;
    const double dense = layoutLanes(store, Density::dense, 1).height;
    EXPECT_EQ(layoutLanesInto(store, roomy + 100, 1).height, roomy);
    double last = roomy;
    for (double room = roomy; room >= dense; room -= 5) {
        const double height = layoutLanesInto(store, room, 1).height;
        EXPECT_LE(height, room);
        EXPECT_LE(height, last);
        EXPECT_GT(height, room - (roomy - dense) / 8) << "room is left unused";
        last = height;
    }
    EXPECT_EQ(layoutLanesInto(store, 10, 1).height, dense) << "what does not fit at all scrolls";
}

TEST(LaneLayout, APointBetweenTwoLanesOfASectionBelongsToTheNearer) {
    const LaneLayout layout = layoutLanes(scenes::deadlock(), Density::roomy, 1);
    const Lane& t1 = *layout.find(LaneKind::actor, 0);
    const Lane& t2 = *layout.find(LaneKind::actor, 1);
    EXPECT_EQ(layout.laneAt(t1.middle()), &t1);
    EXPECT_EQ(layout.laneAt(t1.bottom() + 1), &t1);
    EXPECT_EQ(layout.laneAt(t2.top - 1), &t2);
    EXPECT_EQ(layout.laneAt(t1.top - 20), nullptr) << "a section's title is nobody's";
    EXPECT_EQ(layout.laneAt(layout.height + 100), nullptr);
}

TEST(LaneLayout, FindsTheLanesThatAViewTouches) {
    const LaneLayout layout = layoutLanes(scenes::roundRobin(), Density::roomy, 1);
    const Lane& third = layout.lanes[2];
    const auto [first, last] = layout.between(third.top + 1, third.bottom() - 1);
    EXPECT_EQ(first, 2U);
    EXPECT_EQ(last, 3U);
    EXPECT_EQ(layout.between(0, layout.height), (std::pair<std::size_t, std::size_t>{0, layout.lanes.size()}));
}

TEST(LaneLayout, ThousandsOfCoroutinesAreFoundByTheirId) {
    scenes::Scene scene(RuntimeKind::coroutines);
    for (int i = 0; i < 3'000; ++i) scene.actor("c", ActorKind::coroutine);
    const LaneLayout layout = layoutLanes(scene.store(), Density::dense, 1);
    for (const std::uint32_t id : {0U, 1U, 1499U, 2999U}) ASSERT_EQ(layout.find(LaneKind::actor, id)->id, id);
    EXPECT_EQ(layout.find(LaneKind::actor, 3'000), nullptr);
    EXPECT_EQ(layout.find(LaneKind::lock, 0), nullptr);
}

}  // namespace
}  // namespace interleave::ui
