// Judging a trace anew gives the verdict that the run itself gave.
#include "core/trace/trace_check.hpp"

#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"

namespace interleave {
namespace {

using scenes::Scene;

TEST(TraceCheck, AgreesWithTheLiveVerdict) {
    for (const Store& store : {scenes::deadlock(), scenes::producerConsumer(), scenes::roundRobin(), scenes::race()}) {
        const TraceCheck check = checkTrace(store);
        EXPECT_EQ(check.broken, store.totals().violations);
        EXPECT_EQ(check.events, store.totals().events);
        ASSERT_EQ(check.deadlocks.size(), store.deadlocks().size());
        for (std::size_t i = 0; i < check.deadlocks.size(); ++i) {
            EXPECT_EQ(check.deadlocks[i].actors, store.deadlocks()[i].actors);
            EXPECT_EQ(check.deadlocks[i].foundAfter, store.deadlocks()[i].foundAfter);
        }
    }
}

TEST(TraceCheck, FindsWhatTheRunFound) {
    Scene s;
    const ObjectId lock = s.mutex("A");
    const ActorId a = s.actor("T1"), b = s.actor("T2");
    s.at(1).runs(a).runs(b).acquires(a, lock).at(2).releases(b, lock).at(3).acquires(a, lock).at(4).runs(b);
    const Store store = s.finish(Ended::finished);
    const TraceCheck check = checkTrace(store);
    EXPECT_FALSE(check.lawful());
    ASSERT_EQ(check.violations.size(), store.violations().size());
    for (std::size_t i = 0; i < check.violations.size(); ++i) {
        EXPECT_EQ(check.violations[i].law, store.violations()[i].law);
        EXPECT_EQ(check.violations[i].eventIndex, store.violations()[i].eventIndex);
    }
}

TEST(TraceCheck, SaysInASentenceWhatWasBroken) {
    Scene s;
    const ObjectId lock = s.mutex("A");
    const ActorId a = s.actor("T1"), b = s.actor("T2");
    s.at(1).runs(a).runs(b).acquires(a, lock).at(2.5).releases(b, lock);
    const Store store = s.finish(Ended::finished);
    ASSERT_EQ(store.violations().size(), 1U);
    EXPECT_EQ(describe(store, store.violations()[0]),
              "At 0.002500 s T2 released A without owning it (law only-owner-releases, event 10).");
}

TEST(TraceCheck, HasASentenceForEachLawAndForUnknownNames) {
    const Store store;
    for (int law = 0; law <= static_cast<int>(Law::bankStaysSafe); ++law) {
        const std::string sentence = describe(store, {static_cast<Law>(law), {0}, {7}, {9}, 3});
        EXPECT_EQ(sentence.find("does not know"), std::string::npos) << sentence;
        EXPECT_NE(sentence.find(lawName(static_cast<Law>(law))), std::string::npos);
        EXPECT_EQ(sentence.back(), '.');
    }
}

}  // namespace
}  // namespace interleave
