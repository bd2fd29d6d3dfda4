// Each law, broken by a hand-made trace, is found; traces that obey are left in peace.
#include "core/trace/laws.hpp"

#include <gtest/gtest.h>

#include <string>

#include "core/trace/trace_state.hpp"
#include "tests/support/scenes.hpp"

namespace interleave {
namespace {

using scenes::Scene;

// The laws that a scene breaks, by name, in order.
std::vector<std::string> brokenIn(Scene& scene) {
    std::vector<std::string> names;
    for (const Violation& v : scene.store().violations()) names.emplace_back(lawName(v.law));
    return names;
}

using Names = std::vector<std::string>;

TEST(Laws, TheReadyMadeScenesObeyThemAll) {
    for (const Store& store : {scenes::deadlock(), scenes::producerConsumer(), scenes::roundRobin(), scenes::race(),
                               scenes::large(4, 5000)}) {
        EXPECT_EQ(store.totals().violations, 0U) << store.facts().scenario;
    }
}

TEST(Laws, OneActorAtMostRunsOnACore) {
    Scene s(RuntimeKind::workers);
    const ActorId a = s.actor("A"), b = s.actor("B");
    s.at(1).runs(a, 0).at(2).runs(b, 1);
    EXPECT_TRUE(brokenIn(s).empty());
    s.at(3).readies(b, ReadyReason::sliceOver).at(4).runs(b, 0);
    EXPECT_EQ(brokenIn(s), Names{"one-actor-per-core"});
}

TEST(Laws, ACoreIsFreeOnceItsActorIsHeldWaitsOrEnds) {
    Scene s(RuntimeKind::workers);
    const ActorId a = s.actor("A"), b = s.actor("B"), c = s.actor("C"), d = s.actor("D");
    s.at(1).runs(a, 0).at(2).add({.actor = a.value, .kind = EventKind::held});
    s.at(3).runs(b, 0).at(4).sleeps(b, 5);
    s.at(5).runs(c, 0).at(6).ends(c);
    s.at(7).runs(d, 0);
    EXPECT_TRUE(brokenIn(s).empty());
}

TEST(Laws, ALockHasOneOwner) {
    Scene s;
    const ObjectId lock = s.mutex("A");
    const ActorId a = s.actor("T1"), b = s.actor("T2");
    s.at(1).runs(a).runs(b).acquires(a, lock);
    s.at(2).acquires(b, lock);
    EXPECT_EQ(brokenIn(s), Names{"one-owner-per-lock"});
}

TEST(Laws, OnlyTheOwnerReleases) {
    Scene s;
    const ObjectId lock = s.mutex("A");
    const ActorId a = s.actor("T1"), b = s.actor("T2");
    s.at(1).runs(a).runs(b).acquires(a, lock);
    s.at(2).releases(b, lock);
    EXPECT_EQ(brokenIn(s), Names{"only-owner-releases"});
}

TEST(Laws, ALevelIsPutsMinusGets) {
    Scene s;
    const ObjectId queue = s.queue("queue", 0);
    const ActorId a = s.actor("P");
    s.at(1).runs(a).puts(a, queue).puts(a, queue);
    s.at(2).add({.actor = a.value, .object = queue.value, .ticket = 3, .kind = EventKind::queueGot, .value = 0});
    EXPECT_EQ(brokenIn(s), Names{"level-is-puts-minus-gets"});
}

TEST(Laws, ALevelStaysWithinItsCapacity) {
    Scene s;
    const ObjectId queue = s.queue("queue", 2);
    const ActorId a = s.actor("P");
    s.at(1).runs(a).puts(a, queue).puts(a, queue);
    EXPECT_TRUE(brokenIn(s).empty()) << "full is allowed";
    s.puts(a, queue);
    EXPECT_EQ(brokenIn(s), Names{"level-within-capacity"});
}

TEST(Laws, AnEmptyQueueGivesNothing) {
    Scene s;
    const ObjectId queue = s.queue("queue", 2);
    const ActorId a = s.actor("C");
    s.at(1).runs(a).gets(a, queue);
    EXPECT_EQ(brokenIn(s), Names{"level-within-capacity"});
}

TEST(Laws, NothingGoesFromWaitingStraightToRunning) {
    Scene s;
    const ActorId a = s.actor("T1");
    s.at(1).runs(a).at(2).sleeps(a, 1).at(3).runs(a);
    EXPECT_EQ(brokenIn(s), Names{"legal-transition"});
}

TEST(Laws, EveryArrowOfTheStateDiagramIsLegal) {
    Scene s;
    const ActorId a = s.actor("T1");
    s.at(1)
        .runs(a)
        .at(2)
        .readies(a, ReadyReason::sliceOver)
        .at(3)
        .runs(a)
        .at(4)
        .sleeps(a, 1)
        .at(5)
        .readies(a)
        .at(6)
        .runs(a);
    s.at(7).add({.actor = a.value, .kind = EventKind::held}).at(8).runs(a).at(9).ends(a);
    EXPECT_TRUE(brokenIn(s).empty());
}

TEST(Laws, AnEndedActorDoesNothingMore) {
    Scene s;
    const ObjectId lock = s.mutex("A");
    const ActorId a = s.actor("T1");
    s.at(1).runs(a).at(2).ends(a).at(3).acquires(a, lock);
    EXPECT_EQ(brokenIn(s), Names{"nothing-after-the-end"});
}

TEST(Laws, AnEndedChildMayBeReaped) {
    Scene s(RuntimeKind::processes);
    const ActorId child = s.actor("child", ActorKind::process);
    s.at(1).runs(child).at(2).ends(child);
    s.at(3)
        .add({.actor = child.value, .kind = EventKind::processExited})
        .add({.actor = child.value, .kind = EventKind::processReaped});
    EXPECT_TRUE(brokenIn(s).empty());
}

TEST(Laws, EverySwitchIntoACoroutineHasASwitchOut) {
    Scene s(RuntimeKind::coroutines);
    const ActorId a = s.actor("C1", ActorKind::coroutine);
    const auto add = [&](EventKind kind) { s.afterUs(10).add({.actor = a.value, .kind = kind}); };
    add(EventKind::coroutineResumed);
    add(EventKind::coroutineSuspended);
    EXPECT_TRUE(brokenIn(s).empty());
    add(EventKind::coroutineResumed);
    add(EventKind::coroutineResumed);
    EXPECT_EQ(brokenIn(s), Names{"switches-pair"});
}

TEST(Laws, TicketsHaveNoGapAndNoRepeat) {
    Scene s;
    const ObjectId lock = s.mutex("A");
    const ActorId a = s.actor("T1");
    s.at(1).runs(a).acquires(a, lock);
    s.at(2).add({.actor = a.value, .object = lock.value, .ticket = 3, .kind = EventKind::lockReleased});
    EXPECT_EQ(brokenIn(s), Names{"tickets-in-order"});
    s.at(3).add({.actor = a.value, .object = lock.value, .ticket = 3, .kind = EventKind::lockAcquired});
    EXPECT_EQ(brokenIn(s), (Names{"tickets-in-order", "tickets-in-order"}));
}

TEST(Laws, PermitsNeverFallBelowZero) {
    Scene s;
    const ObjectId permits = s.object("permits", ObjectKind::semaphore, 1);
    const ActorId a = s.actor("T1");
    const auto acquire = [&](std::uint32_t ticket, std::int64_t left) {
        s.afterUs(10).add({.actor = a.value,
                           .object = permits.value,
                           .ticket = ticket,
                           .kind = EventKind::semaphoreAcquired,
                           .value = left});
    };
    acquire(1, 0);
    EXPECT_TRUE(brokenIn(s).empty());
    acquire(2, -1);
    EXPECT_EQ(brokenIn(s), Names{"permits-not-negative"});
}

TEST(Laws, TimeRunsForward) {
    TraceState state;
    std::vector<Violation> violations;
    state.apply({.time = 10, .actor = 0, .kind = EventKind::actorCreated}, 0, violations);
    state.apply({.time = 5, .actor = 0, .kind = EventKind::ready}, 1, violations);
    ASSERT_EQ(violations.size(), 1U);
    EXPECT_EQ(violations[0].law, Law::timeRunsForward);
    EXPECT_EQ(violations[0].eventIndex, 1U);
}

TEST(Laws, AViolationSaysWhereWhoAndWhat) {
    Scene s;
    const ObjectId lock = s.mutex("A");
    const ActorId a = s.actor("T1"), b = s.actor("T2");
    s.at(1).runs(a).runs(b).acquires(a, lock).at(2.5).releases(b, lock);
    ASSERT_EQ(s.store().violations().size(), 1U);
    const Violation& v = s.store().violations()[0];
    EXPECT_EQ(v.at, TraceTime{2'500'000});
    EXPECT_EQ(v.actor, b);
    EXPECT_EQ(v.object, lock);
    EXPECT_EQ(s.store().events()[v.eventIndex].kind, EventKind::lockReleased);
}

TEST(Laws, AllAreCountedThoughOnlyTheFirstAreKept) {
    Scene s;
    const ActorId a = s.actor("T1");
    s.at(1).runs(a);
    for (int i = 0; i < 5000; ++i) s.runs(a);  // running to running is no arrow
    EXPECT_EQ(s.store().violations().size(), 1000U);
    EXPECT_EQ(s.store().totals().violations, 5000U);
}

TEST(Laws, EventsOfNobodyAndOfImpossibleNumbersDoNoHarm) {
    Scene s;
    const ObjectId lock = s.mutex("A");
    const ActorId a = s.actor("T1");
    for (const std::uint32_t who : {ActorId::kNone, 0xFFFF'FFFEU, 1U << 24, 262'144U}) {
        for (int kind = 0; kind < static_cast<int>(EventKind::textFollows); ++kind)
            s.add({.actor = who, .object = lock.value, .kind = static_cast<EventKind>(kind), .value = -1});
    }
    for (int kind = 0; kind < static_cast<int>(EventKind::textFollows); ++kind)
        s.add({.actor = a.value,
               .object = 0xFFFF'FFF0U,
               .kind = static_cast<EventKind>(kind),
               .value = std::int64_t{1} << 62});
    EXPECT_LE(s.store().actors().size(), 262'144U);
    EXPECT_LE(s.store().state().objectCount(), 65'536U);
}

TEST(TraceState, ALockKnowsHowManyWaitForIt) {
    Scene s;
    const ObjectId lock = s.mutex("A");
    const ActorId a = s.actor("T1"), b = s.actor("T2"), c = s.actor("T3"), d = s.actor("T4");
    s.at(1).runs(a).runs(b).runs(c).runs(d).acquires(a, lock);
    s.at(2).wants(b, lock).at(3).wants(c, lock).at(4).wants(d, lock);
    const auto waiters = [&] { return s.store().state().object(lock).waiters; };
    EXPECT_EQ(waiters(), 3U);
    s.at(5).releases(a, lock).acquires(b, lock).readies(b, ReadyReason::woken, a);
    EXPECT_EQ(waiters(), 2U) << "handed over";
    s.at(6).readies(c).runs(c).releases(b, lock).acquires(c, lock);
    EXPECT_EQ(waiters(), 1U) << "woken first, then it took the lock itself";
    s.at(7).ends(d);
    EXPECT_EQ(waiters(), 0U) << "killed while it waited";
}

TEST(TraceState, AWaiterWhoseTimeIsUpIsCountedNoMore) {
    Scene s;
    const ObjectId lock = s.mutex("A");
    const ActorId a = s.actor("T1"), b = s.actor("T2");
    s.at(1).runs(a).runs(b).acquires(a, lock).at(2).wants(b, lock);
    s.at(3).add({.actor = b.value, .object = lock.value, .kind = EventKind::lockTimedOut}).readies(b).runs(b);
    EXPECT_EQ(s.store().state().object(lock).waiters, 0U);
    EXPECT_TRUE(brokenIn(s).empty());
}

}  // namespace
}  // namespace interleave
