// A deadlock is a cycle of certain waits, found as its last edge arrives, and nothing else is called one.
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <random>
#include <set>

#include "core/trace/trace_state.hpp"
#include "tests/support/scenes.hpp"

namespace interleave {
namespace {

using scenes::Scene;

TEST(Deadlocks, TwoLocksInOppositeOrder) {
    const Store store = scenes::deadlock();
    ASSERT_EQ(store.deadlocks().size(), 1U);
    const Deadlock& d = store.deadlocks()[0];
    EXPECT_EQ(d.at, TraceTime{1'420'000'000});
    EXPECT_EQ(d.actors, (std::vector<ActorId>{{0}, {1}}));
    EXPECT_EQ(d.objects, (std::vector<ObjectId>{{1}, {0}})) << "T1 waits for B, T2 for A";
    EXPECT_EQ(d.foundAfter, Duration{400'000});
    EXPECT_TRUE(store.state().isStuck({0}));
    EXPECT_TRUE(store.state().isStuck({1}));
}

TEST(Deadlocks, AreFoundWhileOthersLiveOn) {
    Scene s;
    const ObjectId a = s.mutex("A"), b = s.mutex("B"), c = s.mutex("C");
    const ActorId t1 = s.actor("T1"), t2 = s.actor("T2"), free = s.actor("T3"), over = s.actor("T4"),
                  behind = s.actor("T5");
    for (const ActorId t : {t1, t2, free, over, behind}) s.at(1).runs(t);
    s.at(2).ends(over).acquires(t1, a).acquires(t2, b).acquires(free, c);
    s.at(3).wants(behind, a).at(4).wants(t1, b);
    EXPECT_TRUE(s.store().deadlocks().empty());
    s.at(5).wants(t2, a);
    ASSERT_EQ(s.store().deadlocks().size(), 1U);
    EXPECT_EQ(s.store().deadlocks()[0].actors, (std::vector<ActorId>{t1, t2}));
    EXPECT_TRUE(s.store().state().isStuck(behind)) << "it waits behind the cycle";
    EXPECT_FALSE(s.store().state().isStuck(free));
    s.at(6).releases(free, c).ends(free);
    EXPECT_EQ(s.store().deadlocks().size(), 1U) << "told once";
}

TEST(Deadlocks, ARingOfThreeBeginsWithTheSmallest) {
    Scene s;
    const ObjectId a = s.mutex("A"), b = s.mutex("B"), c = s.mutex("C");
    const ActorId t1 = s.actor("T1"), t2 = s.actor("T2"), t3 = s.actor("T3");
    for (const ActorId t : {t1, t2, t3}) s.at(1).runs(t);
    s.acquires(t1, a).acquires(t2, b).acquires(t3, c);
    s.at(2).wants(t3, a).at(3).wants(t1, b).at(4).wants(t2, c);
    ASSERT_EQ(s.store().deadlocks().size(), 1U);
    EXPECT_EQ(s.store().deadlocks()[0].actors, (std::vector<ActorId>{t1, t2, t3}));
    EXPECT_EQ(s.store().deadlocks()[0].objects, (std::vector<ObjectId>{b, c, a}));
}

TEST(Deadlocks, AJoinIsAnEdgeToo) {
    Scene s;
    const ObjectId lock = s.mutex("A");
    const ActorId t1 = s.actor("main"), t2 = s.actor("worker");
    s.at(1).runs(t1).runs(t2).acquires(t1, lock).at(2).wants(t2, lock).at(3).joins(t1, t2);
    ASSERT_EQ(s.store().deadlocks().size(), 1U);
    EXPECT_EQ(s.store().deadlocks()[0].actors, (std::vector<ActorId>{t1, t2}));
    EXPECT_FALSE(s.store().deadlocks()[0].objects[0].exists()) << "it joins the next one";
    EXPECT_EQ(s.store().deadlocks()[0].objects[1], lock);
}

TEST(Deadlocks, WhoLocksItsOwnLockAgainWaitsForItself) {
    Scene s;
    const ObjectId lock = s.mutex("A");
    const ActorId t = s.actor("T1");
    s.at(1).runs(t).acquires(t, lock).at(2).wants(t, lock);
    ASSERT_EQ(s.store().deadlocks().size(), 1U);
    EXPECT_EQ(s.store().deadlocks()[0].actors, std::vector<ActorId>{t});
}

TEST(Deadlocks, AWaitWithATimeLimitClosesNone) {
    Scene s;
    const ObjectId a = s.mutex("A"), b = s.mutex("B");
    const ActorId t1 = s.actor("T1"), t2 = s.actor("T2");
    s.at(1).runs(t1).runs(t2).acquires(t1, a).acquires(t2, b).at(2).wants(t1, b);
    constexpr std::int64_t kLimit = 500'000'000;
    s.at(3).add({.actor = t2.value, .object = a.value, .kind = EventKind::lockWanted});
    s.add({.actor = t2.value,
           .object = a.value,
           .kind = EventKind::waiting,
           .detail = static_cast<std::uint8_t>(WaitReason::lock),
           .value = kLimit});
    EXPECT_TRUE(s.store().deadlocks().empty());
    EXPECT_FALSE(s.store().state().isStuck(t1));
}

TEST(Deadlocks, SemaphoresAndQueuesAreNoProof) {
    Scene s;
    const ObjectId queue = s.queue("queue", 1);
    const ObjectId lock = s.mutex("A");
    const ActorId t1 = s.actor("T1"), t2 = s.actor("T2");
    s.at(1).runs(t1).runs(t2).acquires(t1, lock).waits(t1, WaitReason::queueEmpty, queue).wants(t2, lock);
    EXPECT_TRUE(s.store().deadlocks().empty()) << "anybody might put something";
}

// A random program of threads that take and give back locks, executed on a model of its own; cycles are searched by
// following every edge after every step.
class RandomLocks {
public:
    RandomLocks(std::uint64_t seed, std::uint32_t threads, std::uint32_t locks)
        : m_random(seed), m_owner(locks), m_wants(threads), m_holds(threads) {
        for (std::uint32_t i = 0; i < locks; ++i) m_scene.mutex("L" + std::to_string(i));
        for (std::uint32_t i = 0; i < threads; ++i) m_scene.runs(m_scene.actor("T" + std::to_string(i)));
    }

    // What the brute-force search says, as sets of actors in the order found.
    std::vector<std::set<std::uint32_t>> expected;

    Store& run(int steps) {
        for (int i = 0; i < steps; ++i) step();
        return m_scene.store();
    }
    bool isStuck(std::uint32_t thread) const {
        std::set<std::uint32_t> seen;
        while (m_wants[thread]) {
            if (!seen.insert(thread).second) return true;
            thread = *m_owner[*m_wants[thread]];
        }
        return false;
    }

private:
    void step() {
        const auto thread = static_cast<std::uint32_t>(m_random() % m_wants.size());
        const auto lock = static_cast<std::uint32_t>(m_random() % m_owner.size());
        m_scene.afterUs(1);
        if (m_wants[thread]) return;
        if (m_random() % 3 == 0 && !m_holds[thread].empty()) return release(thread, *m_holds[thread].begin());
        if (!m_owner[lock]) return take(thread, lock);
        m_scene.wants({thread}, {lock});
        m_wants[thread] = lock;
        if (auto cycle = cycleThrough(thread)) expected.push_back(*cycle);
    }
    void take(std::uint32_t thread, std::uint32_t lock) {
        m_owner[lock] = thread;
        m_holds[thread].insert(lock);
        m_scene.acquires({thread}, {lock});
    }
    void release(std::uint32_t thread, std::uint32_t lock) {
        m_holds[thread].erase(lock);
        m_owner[lock].reset();
        m_scene.releases({thread}, {lock});
        for (std::uint32_t next = 0; next < m_wants.size(); ++next) {
            if (m_wants[next] != lock) continue;
            m_wants[next].reset();
            take(next, lock);
            m_scene.readies({next}, ReadyReason::woken, {thread}).runs({next});
            return;
        }
    }
    std::optional<std::set<std::uint32_t>> cycleThrough(std::uint32_t start) const {
        std::set<std::uint32_t> seen;
        std::uint32_t here = start;
        while (m_wants[here]) {
            seen.insert(here);
            here = *m_owner[*m_wants[here]];
            if (here == start) return seen;
            if (seen.contains(here)) return std::nullopt;
        }
        return std::nullopt;
    }

    Scene m_scene;
    std::mt19937_64 m_random;
    std::vector<std::optional<std::uint32_t>> m_owner;
    std::vector<std::optional<std::uint32_t>> m_wants;
    std::vector<std::set<std::uint32_t>> m_holds;
};

TEST(Deadlocks, AgreeWithABruteForceSearchOverAThousandRandomTraces) {
    std::size_t cycles = 0;
    for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
        const auto threads = static_cast<std::uint32_t>(2 + seed % 6);
        RandomLocks random(seed, threads, static_cast<std::uint32_t>(1 + seed % 7));
        const Store& store = random.run(60);
        ASSERT_EQ(store.totals().violations, 0U) << "seed " << seed;
        ASSERT_EQ(store.deadlocks().size(), random.expected.size()) << "seed " << seed;
        for (std::size_t i = 0; i < random.expected.size(); ++i) {
            std::set<std::uint32_t> found;
            for (const ActorId id : store.deadlocks()[i].actors) found.insert(id.value);
            ASSERT_EQ(found, random.expected[i]) << "seed " << seed;
        }
        for (std::uint32_t t = 0; t < threads; ++t)
            ASSERT_EQ(store.state().isStuck({t}), random.isStuck(t)) << "seed " << seed;
        cycles += random.expected.size();
    }
    EXPECT_GT(cycles, 500U) << "the traces are to contain deadlocks";
}

}  // namespace
}  // namespace interleave
