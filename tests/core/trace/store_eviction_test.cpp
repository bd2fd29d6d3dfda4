// Past its memory limit a store forgets its oldest part, and still speaks rightly of the whole run.
#include <gtest/gtest.h>

#include "core/trace/metrics.hpp"
#include "core/trace/trace_check.hpp"
#include "tests/support/scenes.hpp"

namespace interleave {
namespace {

using scenes::Scene;

constexpr std::size_t kLimit = std::size_t{8} << 20;
constexpr int kRounds = 60'000;

// A producer and a consumer at full speed over a queue of 4 and a lock; a deadlock of two others near the beginning.
Store longRun(std::size_t limit) {
    Scene s(RuntimeKind::threads, limit);
    const ObjectId queue = s.queue("queue", 4);
    const ObjectId lock = s.mutex("A"), b = s.mutex("B"), c = s.mutex("C");
    const ActorId p = s.actor("P"), g = s.actor("C"), t1 = s.actor("T1"), t2 = s.actor("T2");
    s.at(1).runs(p).runs(g).runs(t1).runs(t2).acquires(t1, b).acquires(t2, c).wants(t1, c).wants(t2, b);
    for (int i = 0; i < kRounds; ++i) {
        s.afterUs(1).acquires(p, lock).puts(p, queue).releases(p, lock).afterUs(1).waits(p, WaitReason::queueFull,
                                                                                         queue);
        s.afterUs(1)
            .acquires(g, lock)
            .gets(g, queue)
            .releases(g, lock)
            .afterUs(1)
            .readies(p, ReadyReason::woken, g)
            .runs(p);
        if (i % 1000 == 0) s.store();  // as a frame would
    }
    return s.finish(Ended::stopped);
}

TEST(Eviction, KeepsMemoryWithinTheLimit) {
    const Store store = longRun(kLimit);
    EXPECT_GT(store.totals().evicted, 0U);
    // Looked at every 65,536 events of at most about 60 bytes, lanes included.
    constexpr std::size_t kBetweenLooks = 65'536 * 60;
    EXPECT_LE(store.bytes(), kLimit + kBetweenLooks);
    EXPECT_GT(store.bytes(), kLimit / 4) << "it keeps what there is room for";
}

TEST(Eviction, TotalsSpeakOfTheWholeRun) {
    const Store whole = longRun(std::size_t{1} << 30);
    const Store store = longRun(kLimit);
    EXPECT_EQ(whole.totals().evicted, 0U);
    EXPECT_EQ(store.totals().events, whole.totals().events);
    EXPECT_EQ(store.totals().events, store.totals().evicted + store.events().size());
    EXPECT_EQ(store.totals().lost, 0U);
    for (std::size_t i = 0; i < whole.objects().size(); ++i) {
        EXPECT_EQ(store.objects()[i].acquisitions, whole.objects()[i].acquisitions);
        EXPECT_EQ(store.objects()[i].puts, whole.objects()[i].puts);
        EXPECT_EQ(store.objects()[i].maxLevel, whole.objects()[i].maxLevel);
    }
    ASSERT_EQ(store.deadlocks().size(), 1U);
    EXPECT_EQ(store.deadlocks()[0].actors, whole.deadlocks()[0].actors);
}

TEST(Eviction, MetricsAtTheEndAreThoseOfTheWholeRun) {
    const Store whole = longRun(std::size_t{1} << 30);
    const Store store = longRun(kLimit);
    for (std::uint32_t i = 0; i < whole.actors().size(); ++i) {
        const ActorMetrics a = actorMetricsAt(whole, {i}, whole.now());
        const ActorMetrics b = actorMetricsAt(store, {i}, store.now());
        EXPECT_EQ(a.running, b.running);
        EXPECT_EQ(a.waiting, b.waiting);
        EXPECT_EQ(a.lockWait, b.lockWait);
    }
    EXPECT_EQ(runMetricsAt(whole, whole.now()).events, runMetricsAt(store, store.now()).events);
}

TEST(Eviction, TheCheckpointIsWhatWasTrueBeforeTheFirstEventHeld) {
    const Store whole = longRun(std::size_t{1} << 30);
    const Store store = longRun(kLimit);
    TraceState state;
    std::vector<Violation> violations;
    for (std::size_t i = 0; i < store.events().first(); ++i) (void)state.apply(whole.events()[i], i, violations);
    ASSERT_EQ(store.checkpoint().actorCount(), state.actorCount());
    for (std::uint32_t i = 0; i < state.actorCount(); ++i) {
        EXPECT_EQ(store.checkpoint().actor({i}).phase, state.actor({i}).phase);
        EXPECT_EQ(store.checkpoint().actor({i}).waitingFor, state.actor({i}).waitingFor);
    }
    for (std::uint32_t i = 0; i < state.objectCount(); ++i) {
        EXPECT_EQ(store.checkpoint().object({i}).owner, state.object({i}).owner);
        EXPECT_EQ(store.checkpoint().object({i}).level, state.object({i}).level);
        EXPECT_EQ(store.checkpoint().object({i}).ticket, state.object({i}).ticket);
    }
}

TEST(Eviction, TheLawsAreStillCheckedFromTheCheckpointOn) {
    const Store store = longRun(kLimit);
    EXPECT_EQ(store.totals().violations, 0U);
    const TraceCheck check = checkTrace(store);
    EXPECT_TRUE(check.lawful());
    ASSERT_EQ(check.deadlocks.size(), 1U) << "it closed in the part that is gone";
}

TEST(Eviction, WhatIsHeldLooksAsInTheWholeRun) {
    const Store whole = longRun(std::size_t{1} << 30);
    const Store store = longRun(kLimit);
    const TimeRange span = store.span();
    ASSERT_GT(span.begin.ns, 0);
    for (std::int64_t t = span.begin.ns; t < span.end.ns; t += span.length().count() / 997) {
        for (std::size_t i = 0; i < whole.actors().size(); ++i) {
            const Look& wanted = whole.looks()[whole.actors()[i].states.lookAt({t})];
            ASSERT_EQ(store.looks()[store.actors()[i].states.lookAt({t})], wanted) << "actor " << i << " at " << t;
        }
        ASSERT_EQ(store.objects()[0].levels.valueAt({t}), whole.objects()[0].levels.valueAt({t}));
    }
}

}  // namespace
}  // namespace interleave
