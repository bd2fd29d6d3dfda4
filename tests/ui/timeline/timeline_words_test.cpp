#include "ui/timeline/timeline_words.hpp"

#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"

namespace interleave::ui {
namespace {

// What stands below the name of the only actor of a scene in which it ended like this.
std::string detailOfOneThat(EndReason ended) {
    scenes::Scene scene;
    const ActorId actor = scene.actor("T1");
    scene.at(1).add({.actor = actor.value, .object = 1, .kind = EventKind::actorStarted, .value = 4211}).runs(actor);
    scene.at(2).add({.actor = actor.value, .kind = EventKind::actorEnded, .detail = static_cast<std::uint8_t>(ended)});
    const LaneLayout layout = layoutLanes(scene.store(), Density::roomy, 1);
    return words::laneDetail(scene.store(), *layout.find(LaneKind::actor, actor.value)).toStdString();
}

TEST(TimelineWords, SayOfAnActorHowItEndedUnlessItJustReturned) {
    EXPECT_EQ(detailOfOneThat(EndReason::returned), "tid 4211");
    EXPECT_EQ(detailOfOneThat(EndReason::failed), "tid 4211 · failed");
    EXPECT_EQ(detailOfOneThat(EndReason::killed), "tid 4211 · killed");
}

}  // namespace
}  // namespace interleave::ui
