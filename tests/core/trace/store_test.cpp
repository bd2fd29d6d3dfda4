// What the store makes of single events: moments that cannot be, actors and objects that there are not, waiters.
#include "core/trace/store.hpp"

#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"

namespace interleave {
namespace {

using scenes::Scene;

TEST(Store, TakesAnEarlierTimeAsSimultaneousWithTheLast) {
    Store store;
    store.append({.time = 100, .kind = EventKind::note});
    store.append({.time = 50, .kind = EventKind::note});
    EXPECT_EQ(store.events()[1].at(), TraceTime{100});
}

TEST(Store, AnImpossibleTimeDoesNotPoisonWhatFollows) {
    Store store;
    store.append({.time = static_cast<std::uint64_t>(-5), .kind = EventKind::note});
    store.append({.time = 10, .kind = EventKind::note});
    EXPECT_EQ(store.events()[0].at(), TraceTime{0});
    EXPECT_EQ(store.events()[1].at(), TraceTime{10});
}

TEST(Store, FindsTheFirstEventAfterAMoment) {
    Store store;
    for (const std::uint64_t time : {10, 20, 20, 30}) store.append({.time = time, .kind = EventKind::note});
    EXPECT_EQ(store.eventAfter({9}), 0U);
    EXPECT_EQ(store.eventAfter({10}), 1U);
    EXPECT_EQ(store.eventAfter({20}), 3U);
    EXPECT_EQ(store.eventAfter({99}), 4U);
}

TEST(Store, NoLookNamesALockOrAnActorThatThereIsNot) {
    Scene s;
    const ActorId t = s.actor("T1");
    s.at(1)
        .runs(t)
        .waits(t, WaitReason::lock, {77})
        .at(2)
        .readies(t, ReadyReason::woken, {88})
        .at(3)
        .runs(t)
        .joins(t, {99})
        .at(4);
    const Store store = s.finish(Ended::finished);
    const IntervalLane& lane = store.actor(t).states;
    for (std::size_t i = lane.first(); i < lane.end(); ++i) {
        const Look& look = store.looks()[lane.lookOf(i)];
        if (look.state() == StateClass::running) continue;
        EXPECT_EQ(look.subject, ObjectId::kNone) << "interval " << i;
    }
}

TEST(Store, AWaiterThatIsKilledLeavesTheLocksLane) {
    Scene s;
    const ObjectId lock = s.mutex("A");
    const ActorId owner = s.actor("T1"), waiter = s.actor("T2");
    s.at(1).runs(owner).runs(waiter).acquires(owner, lock).at(2).wants(waiter, lock).at(3).ends(waiter).at(4);
    const Store store = s.finish(Ended::finished);
    const auto waitersAt = [&](std::int64_t ns) {
        return store.looks()[store.object(lock).waiters.lookAt({ns})].laneClass;
    };
    EXPECT_EQ(waitersAt(2'500'000), 1);
    EXPECT_EQ(waitersAt(3'500'000), 0);
}

TEST(Store, AnActorThatMovesLeavesItsOldCore) {
    Scene s(RuntimeKind::workers);
    const ActorId t = s.actor("A", ActorKind::task);
    s.at(1).runs(t, 0).at(2).add({.actor = t.value, .kind = EventKind::held}).at(3).runs(t, 1).at(4);
    const Store store = s.finish(Ended::finished);
    EXPECT_NE(store.looks()[store.cores()[0].actors.lookAt({1'500'000})].laneClass, 0);
    EXPECT_EQ(store.looks()[store.cores()[0].actors.lookAt({3'500'000})].laneClass, 0);
    EXPECT_NE(store.looks()[store.cores()[1].actors.lookAt({3'500'000})].laneClass, 0);
}

TEST(Store, AMovedStoreGoesOn) {
    Scene s;
    const ActorId t = s.actor("T1");
    s.at(1).runs(t);
    Store moved = std::move(s.store());
    moved.append({.time = 2'000'000, .actor = t.value, .kind = EventKind::actorEnded});
    EXPECT_EQ(moved.totals().violations, 0U);
    EXPECT_EQ(moved.looks()[moved.actor(t).states.lookAt({2'000'000})].state(), StateClass::ended);
}

}  // namespace
}  // namespace interleave
