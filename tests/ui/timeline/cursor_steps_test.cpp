#include "ui/timeline/cursor_steps.hpp"

#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"
#include "tests/support/trace_look.hpp"

namespace interleave::ui {
namespace {

TEST(CursorSteps, GoFromChangeToChangeOfALane) {
    scenes::Scene scene;
    const ActorId a = scene.actor("A");
    scene.at(10).runs(a).at(30).sleeps(a, 5).at(40).ends(a);
    const Store& store = scene.store();
    const LaneLayout layout = layoutLanes(store, Density::roomy, 1);
    const Lane& lane = *layout.find(LaneKind::actor, a.value);
    EXPECT_EQ(changeAfter(store, lane, {10 * kMs}), TraceTime{30 * kMs});
    EXPECT_EQ(changeBefore(store, lane, {30 * kMs}), TraceTime{10 * kMs});
    EXPECT_EQ(changeBefore(store, lane, {31 * kMs}), TraceTime{30 * kMs});
    EXPECT_EQ(changeAfter(store, lane, {40 * kMs}), std::nullopt);
    EXPECT_EQ(changeBefore(store, lane, {0}), std::nullopt);
}

TEST(CursorSteps, GoAlongTheLevelsOfAQueue) {
    const Store store = scenes::producerConsumer();
    const LaneLayout layout = layoutLanes(store, Density::roomy, 1);
    const auto& titles = layout.titles;
    const Lane& queue = layout.lanes[titles.back().firstLane];
    ASSERT_EQ(queue.kind, LaneKind::queue);
    const auto first = changeAfter(store, queue, {0});
    ASSERT_TRUE(first);
    EXPECT_EQ(changeBefore(store, queue, changeAfter(store, queue, *first).value()), first);
}

TEST(CursorSteps, WithoutALaneGoFromEventToEvent) {
    const Store store = scenes::deadlock();
    const auto first = eventMomentAfter(store, {0});
    ASSERT_TRUE(first);
    EXPECT_EQ(eventMomentBefore(store, eventMomentAfter(store, *first).value()), first);
    EXPECT_EQ(eventMomentAfter(store, store.now() + Duration{1}), std::nullopt);
    EXPECT_EQ(eventMomentBefore(store, {0}), std::nullopt);
}

}  // namespace
}  // namespace interleave::ui
