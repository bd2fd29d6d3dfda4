// Reader-writer locks and barriers in a trace: their laws, their owners at any moment, and the deadlocks through them.
#include <gtest/gtest.h>

#include "core/trace/wait_for.hpp"
#include "tests/support/scenes.hpp"
#include "tests/support/trace_look.hpp"

namespace interleave {
namespace {

using scenes::Scene;

enum Preference : std::int64_t { kReaders, kWriters, kFair };  // as core/sync has them

class Lanes {
public:
    explicit Lanes(Preference preference = kFair) : lock(scene.object("L", ObjectKind::readerWriterLock, preference)) {
        for (const char* name : {"T1", "T2", "T3"}) scene.runs(scene.actor(name));
    }
    void add(EventKind kind, ActorId who, LockMode mode) {
        scene.add({.actor = who.value, .object = lock.value, .kind = kind, .detail = static_cast<std::uint8_t>(mode)});
    }
    void enters(ActorId who, LockMode mode) { add(EventKind::lockAcquired, who, mode); }
    void leaves(ActorId who, LockMode mode) { add(EventKind::lockReleased, who, mode); }
    void waits(ActorId who, LockMode mode, std::int64_t limitNs = 0) {
        add(EventKind::lockWanted, who, mode);
        scene.add({.actor = who.value, .object = lock.value, .kind = EventKind::waiting,
                   .detail = static_cast<std::uint8_t>(WaitReason::lock), .value = limitNs});
    }

    Scene scene;
    ObjectId lock;
    ActorId t1{0}, t2{1}, t3{2};
};

constexpr LockMode kRead = LockMode::shared;
constexpr LockMode kWrite = LockMode::exclusive;

TEST(ReaderWriterTrace, ReadersMayOverlapAndAReaderAndAWriterMayNot) {
    Lanes s;
    s.scene.at(1);
    s.enters(s.t1, kRead);
    s.enters(s.t2, kRead);
    s.leaves(s.t1, kRead);
    EXPECT_TRUE(s.scene.store().violations().empty());
    s.enters(s.t3, kWrite);
    ASSERT_EQ(s.scene.store().violations().size(), 1U);
    EXPECT_EQ(s.scene.store().violations()[0].law, Law::noReaderWithWriter);
    s.enters(s.t1, kRead);
    EXPECT_EQ(s.scene.store().violations().back().law, Law::noReaderWithWriter);
    s.leaves(s.t3, kRead);
    EXPECT_EQ(s.scene.store().violations().back().law, Law::onlyOwnerReleases) << "it writes, it does not read";
}

TEST(ReaderWriterTrace, EveryReaderIsKnownAtAnyMoment) {
    Lanes s;
    s.scene.at(1);
    s.enters(s.t3, kRead);
    s.scene.at(2);
    s.enters(s.t1, kRead);
    s.scene.at(3);
    s.leaves(s.t3, kRead);
    s.enters(s.t2, kRead);
    s.scene.at(4);
    s.leaves(s.t1, kRead);
    s.leaves(s.t2, kRead);
    s.scene.at(5);
    s.enters(s.t1, kWrite);
    const Store& store = s.scene.store();
    const auto at = [&](double t) { return holdersAt(store, s.lock, ms(t)); };
    EXPECT_EQ(at(1.5), (std::vector<ActorId>{s.t3}));
    EXPECT_EQ(at(2.5), (std::vector<ActorId>{s.t1, s.t3}));
    EXPECT_EQ(at(3.5), (std::vector<ActorId>{s.t1, s.t2}));
    EXPECT_TRUE(at(4.5).empty());
    EXPECT_EQ(at(5.5), (std::vector<ActorId>{s.t1}));
    EXPECT_EQ(store.object(s.lock).maxLevel, 2);
}

TEST(ReaderWriterDeadlock, AWriterNeedsEveryReaderToGo) {
    Lanes s;
    const ObjectId m = s.scene.mutex("m");
    s.scene.at(1).acquires(s.t3, m);
    s.enters(s.t1, kRead);
    s.enters(s.t2, kRead);
    s.scene.at(2).wants(s.t2, m);
    EXPECT_FALSE(s.scene.store().state().isStuck(s.t2));
    s.scene.at(3);
    s.waits(s.t3, kWrite);
    const Store& store = s.scene.store();
    ASSERT_EQ(store.deadlocks().size(), 1U) << "though T1 may still move";
    EXPECT_EQ(store.deadlocks()[0].actors, (std::vector<ActorId>{s.t2, s.t3}));
    EXPECT_EQ(store.deadlocks()[0].objects, (std::vector<ObjectId>{m, s.lock}));
    EXPECT_FALSE(store.state().isStuck(s.t1));

    const WaitForGraph graph = waitForGraphAt(store, ms(3.5));
    ASSERT_EQ(graph.cycles.size(), 1U);
    EXPECT_EQ(graph.owns.size(), 3U) << "T1 and T2 read, T3 has m";
    EXPECT_FALSE(waitForGraphAt(store, ms(2.5)).hasCycle());
}

TEST(ReaderWriterDeadlock, TwoReadersWhoBothWantToWriteWaitForEachOther) {
    Lanes s;
    s.scene.at(1);
    s.enters(s.t1, kRead);
    s.enters(s.t2, kRead);
    s.scene.at(2);
    s.waits(s.t1, kWrite);
    ASSERT_EQ(s.scene.store().deadlocks().size(), 1U);
    EXPECT_EQ(s.scene.store().deadlocks()[0].actors, std::vector<ActorId>{s.t1}) << "for itself, first of all";
    s.scene.at(3);
    s.waits(s.t2, kWrite);
    EXPECT_EQ(s.scene.store().deadlocks().size(), 2U);
    EXPECT_TRUE(s.scene.store().state().isStuck(s.t2));
}

TEST(ReaderWriterDeadlock, AReaderBehindAWriterIsStuckOnlyIfTheWriterWillNotGiveUp) {
    for (const bool limited : {false, true}) {
        Lanes s(kFair);
        s.scene.at(1);
        s.enters(s.t1, kRead);
        s.scene.at(2);
        s.waits(s.t2, kWrite, limited ? 1'000'000'000 : 0);
        s.scene.at(3);
        s.waits(s.t1, kRead);  // once more: behind the writer, who waits for it
        EXPECT_EQ(s.scene.store().deadlocks().size(), limited ? 0U : 1U);
        EXPECT_EQ(s.scene.store().state().isStuck(s.t1), !limited);
    }
}

TEST(ReaderWriterDeadlock, AWriterThatComesLaterKeepsAReaderOutWhereWritersGoFirst) {
    for (const Preference preference : {kWriters, kFair}) {
        Lanes s(preference);
        s.scene.at(1);
        s.enters(s.t1, kRead);
        s.scene.at(2);
        s.waits(s.t2, kWrite, 1'000'000'000);
        s.scene.at(3);
        s.waits(s.t1, kRead);  // behind one that will give up
        EXPECT_TRUE(s.scene.store().deadlocks().empty());
        s.scene.at(4);
        s.waits(s.t3, kWrite);
        EXPECT_EQ(s.scene.store().deadlocks().size(), preference == kWriters ? 1U : 0U);
        EXPECT_EQ(s.scene.store().state().isStuck(s.t1), preference == kWriters);
    }
}

TEST(BarrierTrace, OpensWhenAllAreThereAndNotBefore) {
    Scene s;
    const ObjectId barrier = s.object("b", ObjectKind::barrier, 2);
    const ActorId a = s.actor("A");
    const auto add = [&](EventKind kind, std::uint32_t ticket, std::int64_t value) {
        s.afterUs(1).add({.actor = a.value, .object = barrier.value, .ticket = ticket, .kind = kind, .value = value});
    };
    s.at(1).runs(a);
    add(EventKind::barrierArrived, 1, 1);
    add(EventKind::barrierArrived, 2, 2);
    add(EventKind::barrierOpened, 3, 1);
    add(EventKind::barrierArrived, 4, 1);
    EXPECT_TRUE(s.store().violations().empty());
    add(EventKind::barrierOpened, 5, 2);
    ASSERT_EQ(s.store().violations().size(), 1U);
    EXPECT_EQ(s.store().violations()[0].law, Law::barrierOpensWhenFull);
}

}  // namespace
}  // namespace interleave
