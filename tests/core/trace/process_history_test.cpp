// What a trace says of processes: samples, ends, reapers, parents and signals, at any moment.
#include <gtest/gtest.h>

#include "core/trace/process_history.hpp"
#include "tests/support/process_trace.hpp"
#include "tests/support/trace_look.hpp"

namespace interleave {
namespace {

constexpr std::int64_t kRunner = 100, kStarter = 90, kParent = 101, kChild = 102;

TEST(ProcessSample, ComesOutOfAnEventAsItWentIn) {
    const ProcessSample in{.state = 'S', .parent = 7, .threads = 12, .privateKiB = 345'678, .sharedKiB = 9};
    ProcessSample out{.state = 'S', .parent = 7};
    out.unpack(in.packed());
    EXPECT_EQ(out, in);
}

TEST(ProcessSample, TellsWhatDoesNotFitAsTheMostThatDoes) {
    ProcessSample out;
    out.unpack(ProcessSample{.threads = 1'000'000, .privateKiB = ~0U, .sharedKiB = 1}.packed());
    EXPECT_EQ(out.threads, ProcessSample::kMostThreads);
    EXPECT_EQ(out.privateKiB, ProcessSample::kMostKiB);
    EXPECT_EQ(out.sharedKiB, 1U);
}

TEST(ProcessHistory, KnowsWhatWasSeenLastAtAnyMoment) {
    ProcessTrace trace;
    const ActorId parent = trace.actor("parent", -1);
    trace.add(ms(1), {.object = parent.value, .kind = EventKind::processForked, .value = kParent});
    trace.sampled(ms(2), parent, kParent, kRunner, 'R', 5);
    trace.sampled(ms(4), parent, kParent, kRunner, 'S', 50);
    ProcessHistory history;
    history.follow(trace.store());
    ASSERT_EQ(history.lives().size(), 1U);
    const ProcessLife& life = history.lives().front();
    EXPECT_EQ(life.begun, ms(1));
    EXPECT_EQ(life.pid, kParent);
    EXPECT_EQ(life.at(ms(1)), nullptr);
    EXPECT_EQ(life.at(ms(2))->state, 'R');
    EXPECT_EQ(life.at(ms(3))->privateKiB, 5U);
    EXPECT_EQ(life.at(ms(9))->state, 'S');
    EXPECT_EQ(history.mostMemory(), 60U);
}

TEST(ProcessHistory, GoesOnWhereItStoppedAsTheTraceGrows) {
    ProcessTrace trace;
    const ActorId parent = trace.actor("parent", -1);
    trace.sampled(ms(2), parent, kParent, kRunner, 'R');
    ProcessHistory history;
    history.follow(trace.store());
    trace.sampled(ms(5), parent, kParent, kRunner, 'S');
    history.follow(trace.store());
    history.follow(trace.store());
    ASSERT_EQ(history.lives().size(), 1U);
    EXPECT_EQ(history.lives().front().moments.size(), 2U);
}

TEST(ProcessHistory, TellsHowAProcessEndedAndWhoAsked) {
    ProcessTrace trace;
    const ActorId parent = trace.actor("parent", -1);
    const ActorId child = trace.actor("child", parent.value);
    trace.sampled(ms(2), child, kChild, kParent, 'R');
    trace.add(ms(3), {.actor = parent.value, .object = child.value, .kind = EventKind::processSignalled, .value = 9});
    trace.add(ms(4), {.actor = child.value, .kind = EventKind::processExited, .value = 9});
    trace.add(ms(8), {.actor = child.value, .object = parent.value, .kind = EventKind::processReaped, .value = 9});
    ProcessHistory history;
    history.follow(trace.store());
    const ProcessLife& life = history.lives().front();
    EXPECT_EQ(life.exited, ms(4));
    EXPECT_EQ(life.reaped, ms(8));
    EXPECT_EQ(life.reaper, parent);
    EXPECT_EQ(life.waitStatus, 9);
    ASSERT_EQ(history.sentSignals().size(), 1U);
    EXPECT_EQ(history.sentSignals().front().from, parent);
    EXPECT_EQ(history.sentSignals().front().to, child);
}

TEST(ProcessHistory, AnOrphanHasItsNewParentFromThatMomentOn) {
    ProcessTrace trace;
    const ActorId child = trace.actor("child", -1);
    trace.sampled(ms(2), child, kChild, kParent, 'S', 7);
    trace.add(ms(6), {.actor = child.value, .kind = EventKind::processOrphaned, .value = kRunner});
    ProcessHistory history;
    history.follow(trace.store());
    const ProcessLife& life = history.lives().front();
    EXPECT_EQ(life.at(ms(5))->parent, kParent);
    EXPECT_EQ(life.at(ms(6))->parent, kRunner);
    EXPECT_EQ(life.at(ms(6))->privateKiB, 7U);
}

TEST(ProcessHistory, TheRunnerAndWhoBeganTheRunAreKnownByTheirNumbers) {
    ProcessTrace trace;
    trace.sampled(ms(1), {}, kRunner, kStarter, '\0');
    trace.sampled(ms(1), {}, kStarter, 1, 'S');
    trace.sampled(ms(2), {}, kRunner, kStarter, '\0', 3);
    ProcessHistory history;
    history.follow(trace.store());
    ASSERT_EQ(history.lives().size(), 2U);
    EXPECT_EQ(history.lives()[0].pid, kRunner);
    EXPECT_EQ(history.lives()[0].moments.size(), 2U);
    EXPECT_EQ(history.lives()[1].pid, kStarter);
    EXPECT_EQ(history.mostMemory(), 0U);  // it is for comparing actors
}

TEST(Lanes, AProcessIsAZombieUntilSomebodyAsksHowItEnded) {
    ProcessTrace trace;
    const ActorId child = trace.actor("child", -1);
    trace.add(ms(1), {.actor = child.value, .kind = EventKind::ready});
    trace.add(ms(2), {.actor = child.value, .object = kChild, .kind = EventKind::actorStarted, .value = kChild});
    trace.add(ms(2), {.actor = child.value, .kind = EventKind::running, .value = -1});
    trace.add(ms(4), {.actor = child.value, .kind = EventKind::actorEnded});
    trace.add(ms(9), {.actor = child.value, .kind = EventKind::processReaped});
    const Store& store = trace.store();
    const auto stateAt = [&](TraceTime t) { return store.looks()[store.actor(child).states.lookAt(t)].state(); };
    EXPECT_EQ(stateAt(ms(3)), StateClass::running);
    EXPECT_EQ(stateAt(ms(4)), StateClass::zombie);
    EXPECT_EQ(stateAt(ms(8)), StateClass::zombie);
    EXPECT_EQ(stateAt(ms(9)), StateClass::ended);
    EXPECT_EQ(store.totals().violations, 0U);
}

TEST(Lanes, WhoWasReapedBeforeItsEndWasToldIsNoZombie) {
    ProcessTrace trace;
    const ActorId child = trace.actor("child", -1);
    trace.add(ms(2), {.actor = child.value, .object = kChild, .kind = EventKind::actorStarted, .value = kChild});
    trace.add(ms(3), {.actor = child.value, .kind = EventKind::processReaped});
    trace.add(ms(4), {.actor = child.value, .kind = EventKind::actorEnded});
    const Store& store = trace.store();
    EXPECT_EQ(store.looks()[store.actor(child).states.lookAt(ms(4))].state(), StateClass::ended);
}

}  // namespace
}  // namespace interleave
