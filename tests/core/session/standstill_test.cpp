#include "core/session/standstill.hpp"

#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;
using scenes::Scene;

// T1 and T2 in a deadlock over A and B.
struct Locked {
    Scene scene;
    ActorId t1 = scene.actor("T1");
    ActorId t2 = scene.actor("T2");
    ObjectId a = scene.mutex("A");
    ObjectId b = scene.mutex("B");

    Locked() { scene.at(1).runs(t1).runs(t2).acquires(t1, a).acquires(t2, b).at(2).wants(t1, b).wants(t2, a); }
};

TEST(Standstill, IsADeadlockWhenEverybodyLeftIsInItOrBehindIt) {
    Locked locked;
    const ActorId behind = locked.scene.actor("T3");
    const ActorId done = locked.scene.actor("T4");
    locked.scene.at(3).runs(behind).wants(behind, locked.a).runs(done);
    EXPECT_EQ(standstillOf(locked.scene.store()), Standstill::none) << "T4 runs";
    locked.scene.at(4).ends(done);
    EXPECT_EQ(standstillOf(locked.scene.store()), Standstill::deadlocked);
}

TEST(Standstill, IsNoneWhileSomebodySleepsOrWaitsForALimitedTime) {
    Locked locked;
    const ActorId sleeper = locked.scene.actor("T3");
    locked.scene.at(3).runs(sleeper).sleeps(sleeper, 1000);
    EXPECT_EQ(standstillOf(locked.scene.store()), Standstill::none);
}

TEST(Standstill, IsNoneWhenEverybodyHasEndedAndBeforeAnybodyIsThere) {
    Scene scene;
    EXPECT_EQ(standstillOf(scene.store()), Standstill::none);
    const ActorId t1 = scene.actor("T1");
    scene.at(1).runs(t1).ends(t1);
    EXPECT_EQ(standstillOf(scene.store()), Standstill::none);
}

TEST(Standstill, IsOnlyAStallWhereNoOwnersProveADeadlock) {
    Scene scene;
    const ActorId t1 = scene.actor("T1");
    const ObjectId permits = scene.object("permits", ObjectKind::semaphore, 0);
    scene.at(1).runs(t1).waits(t1, WaitReason::semaphore, permits);
    EXPECT_EQ(standstillOf(scene.store()), Standstill::stalled);
}

TEST(Standstill, IsMixedWhereADeadlockLeavesOthersWaitingForAThingOfNoOwner) {
    Locked locked;
    const ActorId other = locked.scene.actor("T3");
    const ObjectId permits = locked.scene.object("permits", ObjectKind::semaphore, 0);
    locked.scene.at(3).runs(other).waits(other, WaitReason::semaphore, permits);
    EXPECT_EQ(standstillOf(locked.scene.store()), Standstill::mixed);
}

TEST(StandstillWatch, EndsADeadlockedRunAfter300Milliseconds) {
    StandstillWatch watch;
    EXPECT_FALSE(watch.look(Standstill::deadlocked, 1000ms));
    EXPECT_FALSE(watch.look(Standstill::deadlocked, 1299ms));
    EXPECT_EQ(watch.look(Standstill::deadlocked, 1300ms), Ended::deadlocked);
}

TEST(StandstillWatch, EndsAStalledRunAfterTwoSecondsAndCallsAMixedOneDeadlocked) {
    StandstillWatch stalled;
    EXPECT_FALSE(stalled.look(Standstill::stalled, 0ms));
    EXPECT_FALSE(stalled.look(Standstill::stalled, 1999ms));
    EXPECT_EQ(stalled.look(Standstill::stalled, 2000ms), Ended::stalled);
    StandstillWatch mixed;
    EXPECT_FALSE(mixed.look(Standstill::mixed, 0ms));
    EXPECT_EQ(mixed.look(Standstill::mixed, 2000ms), Ended::deadlocked);
}

TEST(StandstillWatch, BeginsAnewWhenSomebodyMovedInBetween) {
    StandstillWatch watch;
    EXPECT_FALSE(watch.look(Standstill::deadlocked, 0ms));
    EXPECT_FALSE(watch.look(Standstill::none, 200ms));
    EXPECT_FALSE(watch.look(Standstill::deadlocked, 400ms));
    EXPECT_FALSE(watch.look(Standstill::deadlocked, 600ms));
    EXPECT_TRUE(watch.look(Standstill::deadlocked, 700ms));
}

}  // namespace
}  // namespace interleave
