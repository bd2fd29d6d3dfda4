#include "core/trace/moment.hpp"

#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"
#include "tests/support/trace_look.hpp"

namespace interleave {
namespace {

std::optional<Moment> found(const Store& store, std::string_view words, const TaggedLines& lines = {}) {
    const auto query = parseMoment(words);
    EXPECT_TRUE(query.has_value()) << words;
    return query ? findMoment(store, *query, lines) : std::nullopt;
}

// When; -1 where there is no such moment.
double at(const Store& store, std::string_view words, const TaggedLines& lines = {}) {
    const auto moment = found(store, words, lines);
    return moment ? static_cast<double>(moment->at.ns) / kMs : -1;
}

// Of each; `then` follows the last one that was found.
std::vector<double> times(const Store& store, const std::vector<std::string_view>& steps) {
    std::vector<double> all;
    std::optional<Moment> before;
    for (const std::string_view words : steps) {
        const auto moment = findMoment(store, *parseMoment(words), {}, before);
        all.push_back(moment ? static_cast<double>(moment->at.ns) / kMs : -1);
        if (moment) before = moment;
    }
    return all;
}

TEST(Moment, ADeadlockIsTheMomentThatItsCycleCloses) {
    const Store store = scenes::deadlock();
    const auto deadlock = found(store, "first deadlock");
    ASSERT_TRUE(deadlock.has_value());
    EXPECT_EQ(deadlock->at, ms(1420));
    EXPECT_EQ(store.actor(deadlock->actor).name, "T1");
    EXPECT_EQ(at(store, "first deadlock of T2 on A"), 1420);
    EXPECT_EQ(at(store, "first deadlock of T2 on B"), -1);
    EXPECT_EQ(at(store, "2nd deadlock"), -1);
}

TEST(Moment, EventsAreFoundByActorAndObject) {
    const Store store = scenes::deadlock();
    EXPECT_EQ(at(store, "first acquired"), 22);
    EXPECT_EQ(at(store, "first acquired on B"), 52);
    EXPECT_EQ(at(store, "first acquired of T2"), 52);
    EXPECT_EQ(at(store, "first acquired of T1 on B"), -1);
    EXPECT_EQ(at(store, "2nd acquired"), 52);
    EXPECT_EQ(at(store, "last wanted"), 1420);
    EXPECT_EQ(at(store, "first released"), -1);
}

TEST(Moment, StatesAreFoundOnTheLanesWithWhatIsWaitedFor) {
    const Store store = scenes::deadlock();
    EXPECT_EQ(at(store, "first sleeping"), 340);
    EXPECT_EQ(at(store, "first sleeping of T2"), 400);
    EXPECT_EQ(at(store, "first waiting of T2 on A"), 1420);
    EXPECT_EQ(at(store, "first waiting of T2 on B"), -1);
    const auto longest = found(store, "longest waiting");
    ASSERT_TRUE(longest.has_value());
    EXPECT_EQ(store.actor(longest->actor).name, "T1");  // since 1,357 ms, up to the end
    EXPECT_EQ(longest->until, store.now());
    EXPECT_EQ(store.object(longest->object).name, "B");
}

TEST(Moment, ThenIsTheFirstSuchAfterTheStepBefore) {
    const Store store = scenes::deadlock();
    EXPECT_EQ(
        times(store, {"first acquired on B", "then sleeping of T1", "then wanted", "then wanted", "then deadlock"}),
        (std::vector<double>{52, 340, 1357, 1420, 1420}));
    EXPECT_EQ(times(store, {"last wanted", "then acquired"}), (std::vector<double>{1420, -1}));
}

TEST(Moment, ThenTellsEventsOfOneInstantApart) {
    scenes::Scene scene;
    const ObjectId a = scene.mutex("A");
    const ActorId t1 = scene.actor("T1");
    scene.at(5).acquires(t1, a).releases(t1, a).acquires(t1, a);
    const Store store = scene.finish(Ended::finished);
    EXPECT_EQ(times(store, {"first acquired", "then acquired", "then acquired"}), (std::vector<double>{5, 5, -1}));
}

TEST(Moment, AStepThatWasNotFoundDoesNotStandBetweenItsNeighbours) {
    EXPECT_EQ(times(scenes::deadlock(), {"first acquired on B", "first released", "then sleeping"}),
              (std::vector<double>{52, -1, 340}));
}

TEST(Moment, ALostUpdateIsFoundByWhoeverOverwroteAndWhoeverLost) {
    const Store store = scenes::race();
    EXPECT_EQ(at(store, "first lost"), 40);
    EXPECT_EQ(at(store, "first lost of T1 on g_num"), 40);
    EXPECT_EQ(at(store, "first lost of T2"), 40);
    EXPECT_EQ(at(store, "first read of T2 on g_num"), 20);
    EXPECT_EQ(at(store, "last write"), 80);
}

TEST(Moment, TheStartAndTheEndAreThoseOfTheRun) {
    const Store store = scenes::race();
    EXPECT_EQ(found(store, "start")->at, store.span().begin);
    EXPECT_EQ(found(store, "end")->at, store.span().end);
    EXPECT_FALSE(found(Store(), "first running").has_value());
}

TEST(Moment, ALineIsReachedOnceHoweverManyEventsHappenThere) {
    const TaggedLines lines{{"take", 13}, {"second", 16}};
    const Store store = scenes::deadlock();
    EXPECT_EQ(at(store, "first line tag take of T1", lines), 22);
    EXPECT_EQ(at(store, "2nd line tag take", lines), 52);
    EXPECT_EQ(at(store, "first line tag second of T2", lines), 1405);
    EXPECT_EQ(at(store, "2nd line tag second of T2", lines), -1);
    EXPECT_EQ(at(store, "first line tag nowhere", lines), -1);
}

TEST(Moment, WhatIsPrintedIsFoundByAPartOfIt) {
    scenes::Scene scene;
    const ActorId a = scene.actor("A");
    const ActorId b = scene.actor("B");
    scene.at(1).prints(a, "hello world").at(2).prints(b, "hello").at(3).prints(a, "bye");
    const Store store = scene.finish(Ended::finished);
    EXPECT_EQ(at(store, "first printed 'hello' of B"), 2);
    EXPECT_EQ(at(store, "first printed 'world'"), 1);
    EXPECT_EQ(at(store, "last printed of A"), 3);
    EXPECT_EQ(at(store, "first note"), -1);
}

TEST(Moment, QueuesTellPutsAndWaits) {
    const Store store = scenes::producerConsumer();
    EXPECT_EQ(at(store, "first put"), 10);
    EXPECT_EQ(at(store, "first waiting of P1 on queue"), 40);
    EXPECT_EQ(at(store, "last ended"), 560);
}

TEST(Moment, LosingTheCoreAgainstOnesWillIsPreemption) {
    const Store store = scenes::roundRobin();
    const auto preempted = found(store, "first preempted of A");
    ASSERT_TRUE(preempted.has_value());
    EXPECT_EQ(store.actor(preempted->actor).name, "A");
    EXPECT_GT(preempted->until, preempted->at);
}

TEST(Moment, AJoinIsFoundByWhomItWaitsFor) {
    scenes::Scene scene;
    const ActorId a = scene.actor("A");
    const ActorId b = scene.actor("B");
    scene.at(1).runs(a).at(2).joins(a, b).at(9).ends(b);
    const Store store = scene.finish(Ended::finished);
    EXPECT_EQ(at(store, "first waiting of A on B"), 2);
    EXPECT_EQ(at(store, "first waiting on A"), -1);
}

TEST(Moment, AFutureOrAnObjectNobodyKnowsIsNoTrouble) {
    scenes::Scene scene;
    const ActorId a = scene.actor("A");
    scene.at(1)
        .waits(a, WaitReason::lock, ObjectId{77})
        .at(2)
        .add({.actor = 99, .object = 88, .kind = EventKind::queuePut});
    const Store store = scene.finish(Ended::finished);
    EXPECT_EQ(at(store, "first waiting"), 1);
    EXPECT_EQ(at(store, "first waiting on B"), -1);
    EXPECT_EQ(at(store, "first put of A"), -1);
}

}  // namespace
}  // namespace interleave
