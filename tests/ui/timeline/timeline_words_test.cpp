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

TEST(TimelineWords, NameTheDescriptorThatIsWaitedForWhereItHasAName) {
    scenes::Scene scene;
    const ActorId worker = scene.actor("W1"), other = scene.actor("W2");
    const ObjectId door = scene.object("the door", ObjectKind::descriptor, 5);
    scene.at(1).runs(worker).runs(other);
    scene.at(2).waits(worker, WaitReason::io, door).waits(other, WaitReason::io, {});
    const Store& store = scene.at(3).store();
    const auto labelsOf = [&](ActorId who) {
        const LookId look = store.actor(who).states.lookAt({2'500'000});
        const LaneLayout layout = layoutLanes(store, Density::roomy, 1);
        return words::barLabels(store, *layout.find(LaneKind::actor, who.value), {{2'000'000}, {3'000'000}, look});
    };
    EXPECT_EQ(labelsOf(worker), (QStringList{"I/O: the door", "I/O"}));
    EXPECT_EQ(labelsOf(other), QStringList{"I/O"});
}

}  // namespace
}  // namespace interleave::ui
