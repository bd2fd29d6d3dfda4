// Real runs: each test starts the real runner.
#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/session/runner_process.hpp"
#include "tests/core/session/live_session.hpp"
#include "tests/support/trace_look.hpp"

namespace interleave {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;
using namespace std::chrono_literals;

// Quick enough for a test, slow enough that what it waits for is still ahead.
constexpr double kQuick = 20.0;

std::size_t waiting(const Store& store) {
    std::size_t count = 0;
    for (std::uint32_t i = 0; i < store.state().actorCount(); ++i)
        count += store.state().actor({i}).phase == Phase::waiting;
    return count;
}

TEST(Session, ADeadlockEndsByItselfWithItsProof) {
    LiveSession run(requestFor("locks/deadlock", kQuick));
    const pid_t group = run.pid();
    ASSERT_TRUE(run.pullToTheEnd());
    EXPECT_EQ(run.facts().ended, Ended::deadlocked);
    ASSERT_EQ(run.store().deadlocks().size(), 1U);
    const Deadlock& deadlock = run.store().deadlocks()[0];
    ASSERT_EQ(deadlock.actors.size(), 2U);
    EXPECT_EQ(run.store().actor(deadlock.actors[0]).name, "T1");
    EXPECT_EQ(run.store().actor(deadlock.actors[1]).name, "T2");
    EXPECT_EQ(run.store().object(deadlock.objects[0]).name, "B");
    EXPECT_EQ(run.store().object(deadlock.objects[1]).name, "A");
    EXPECT_EQ(run.store().totals().lost, 0U);
    EXPECT_EQ(run.store().totals().violations, 0U);
    EXPECT_TRUE(groupIsGone(group));
}

TEST(Session, ARunThatComesToItsEndIsFinishedAndItsFactsAreComplete) {
    RunRequest request = requestFor("locks/mutex", kQuick, {{"rounds", "3"}});
    request.seed = 42;
    LiveSession run(request);
    ASSERT_TRUE(run.pullToTheEnd());
    const RunFacts& facts = run.facts();
    EXPECT_EQ(facts.ended, Ended::finished);
    EXPECT_EQ(facts.endedWhy, "");
    EXPECT_EQ(facts.scenario, "locks/mutex");
    EXPECT_EQ(facts.seed, 42U);
    EXPECT_DOUBLE_EQ(facts.tempo, kQuick);
    EXPECT_GE(facts.cores, 1U);
    EXPECT_THAT(facts.machine, HasSubstr("Linux"));
    EXPECT_FALSE(facts.startedAt.empty());
    EXPECT_FALSE(facts.tierReason.empty());
    EXPECT_GT(facts.wall, 1ms);
    EXPECT_EQ(facts.runnerPid, run.pid());
    EXPECT_LT(facts.clockError, 100us);
    EXPECT_FALSE(run.store().results().empty());
    for (const ActorRecord& actor : run.store().actors()) EXPECT_NE(actor.ended, kEndOfTime) << actor.name;
    EXPECT_FALSE(run.session().pull(run.store(), 1ms)) << "over is over";
}

TEST(Session, RunsOnWorkersAsWell) {
    RunRequest request = requestFor("locks/mutex", kQuick, {{"rounds", "3"}});
    request.runtime = RuntimeKind::workers;
    LiveSession run(request);
    ASSERT_TRUE(run.pullToTheEnd());
    EXPECT_EQ(run.facts().ended, Ended::finished);
    EXPECT_EQ(run.store().totals().violations, 0U);
}

TEST(Session, ATimeoutEndsTheRun) {
    RunRequest request = requestFor("queues/producer-consumer");
    request.timeout = 200ms;
    LiveSession run(request);
    ASSERT_TRUE(run.pullToTheEnd());
    EXPECT_EQ(run.facts().ended, Ended::timeout);
    EXPECT_GE(run.facts().wall, 200ms);
}

TEST(Session, ATimeoutCountsRealTimeAlsoWhereNobodyMoves) {
    RunRequest request = requestFor("queues/producer-consumer");
    request.pace = Pace::step;
    request.timeout = 200ms;
    LiveSession run(request);
    EXPECT_EQ(run.session().state(), SessionState::paused);
    ASSERT_TRUE(run.pullToTheEnd());
    EXPECT_EQ(run.facts().ended, Ended::timeout);
}

TEST(Session, AStoppedRunIsStopped) {
    LiveSession run(requestFor("queues/producer-consumer"));
    run.pullFor(50ms);
    run.session().stop();
    ASSERT_TRUE(run.pullToTheEnd());
    EXPECT_EQ(run.facts().ended, Ended::stopped);
    EXPECT_EQ(run.facts().endedWhy, "");
}

TEST(Session, ACrashIsToldInASentenceAndWhatWasPublishedIsKept) {
    LiveSession run(requestFor("queues/producer-consumer"));
    ASSERT_TRUE(run.pullUntil([&] { return run.store().totals().events > 5; }));
    ::kill(run.pid(), SIGTERM);
    ASSERT_TRUE(run.pullToTheEnd());
    EXPECT_EQ(run.facts().ended, Ended::crashed);
    EXPECT_EQ(run.facts().endedWhy, "the run's process was ended by signal 15 (Terminated)");
    EXPECT_GT(run.store().totals().events, 5U);
}

TEST(Session, ACrashEndsEverybodyInTheRun) {
    LiveSession run(requestFor("queues/producer-consumer"));
    ASSERT_TRUE(run.pullUntil([&] { return run.store().totals().events > 50; }));
    ::kill(run.pid(), SIGTERM);
    ASSERT_TRUE(run.pullToTheEnd());
    for (const ActorRecord& actor : run.store().actors()) {
        EXPECT_EQ(actor.end, EndReason::killed) << actor.name;
        EXPECT_EQ(actor.exit, -SIGTERM) << actor.name;
    }
    EXPECT_TRUE(run.store().violations().empty());
}

TEST(Session, AFatalSignalThatIsTheLessonIsNoCrash) {
    LiveSession run(requestFor("threads/failure", 8.0));
    ASSERT_TRUE(run.pullToTheEnd());
    EXPECT_EQ(run.facts().ended, Ended::killed);
    EXPECT_EQ(run.facts().endedWhy, "the run's process was ended by signal 11 (Segmentation fault)");
    EXPECT_EQ(actorNamed(run.store(), "thrower").end, EndReason::failed);
    EXPECT_EQ(actorNamed(run.store(), "calm").end, EndReason::killed);
    EXPECT_TRUE(run.store().violations().empty());
}

TEST(Session, ADaemonIsCutOffWhenTheOthersHaveEnded) {
    LiveSession run(requestFor("threads/daemon", 8.0));
    ASSERT_TRUE(run.pullToTheEnd());
    EXPECT_EQ(run.facts().ended, Ended::finished);
    const ActorRecord& daemon = actorNamed(run.store(), "background");
    EXPECT_EQ(daemon.end, EndReason::killed);
    EXPECT_GE(daemon.ended, actorNamed(run.store(), "normal").ended);
    EXPECT_EQ(actorNamed(run.store(), "main").end, EndReason::returned);
}

TEST(ProcessEnd, IsToldAsAPersonWouldSayItOrAsTheProcessItselfDid) {
    EXPECT_EQ((ProcessEnd{.bySignal = true, .number = SIGSEGV, .lastWord = ""}.sentence()),
              "the run's process was ended by signal 11 (Segmentation fault)");
    EXPECT_EQ((ProcessEnd{.bySignal = false, .number = 3, .lastWord = ""}.sentence()),
              "the run's process left with exit status 3");
    EXPECT_EQ((ProcessEnd{.bySignal = false, .number = 1, .lastWord = "no core to pin"}.sentence()), "no core to pin");
}

TEST(Session, APauseHoldsTheRunAndResumingLetsItGoOn) {
    LiveSession run(fullSpeed());
    ASSERT_TRUE(run.pullUntil([&] { return run.store().totals().events > 1000; }));
    run.session().pause();
    EXPECT_EQ(run.session().state(), SessionState::paused);
    run.pullFor(100ms);
    const Arena arena = LiveSession::arena();
    const std::uint64_t held = publishedSlots(arena);
    run.pullFor(100ms);
    EXPECT_EQ(publishedSlots(arena), held);

    run.session().resume();
    EXPECT_EQ(run.session().state(), SessionState::running);
    EXPECT_TRUE(run.pullUntil([&] { return publishedSlots(arena) > held + 1000; }));
}

TEST(Session, AStepMovesOneActorByOneOperation) {
    RunRequest request = requestFor("queues/producer-consumer", 1.0, {{"produce", "0"}, {"consume", "0"}});
    request.pace = Pace::step;
    LiveSession run(request);
    run.pullFor(200ms);
    const auto operations = [&] {
        std::uint64_t count = 0;
        for (const ObjectRecord& object : run.store().objects()) count += object.puts + object.gets;
        return count;
    };
    EXPECT_EQ(operations(), 0U);
    // The producers stand before their first put, the consumer before its get; a get on nothing only parks.
    std::uint64_t before = 0;
    for (int i = 0; i < 4; ++i) {
        run.session().step();
        run.pullFor(60ms);
        EXPECT_LE(operations(), before + 2) << "a put may complete a get that waited for it";
        before = operations();
    }
    EXPECT_GE(before, 2U);
    EXPECT_EQ(run.session().state(), SessionState::paused);
}

TEST(Session, ASlowConsumerNeverHoldsTheRunBack) {
    LiveSession run(fullSpeed());
    const Arena arena = LiveSession::arena();
    ASSERT_TRUE(run.pullUntil([&] { return run.store().totals().events > 1000; }));
    const std::uint64_t enough = publishedSlots(arena) + 4 * kRingSlots;  // more than all its rings could hold
    const auto until = std::chrono::steady_clock::now() + 30s;
    while (publishedSlots(arena) < enough && std::chrono::steady_clock::now() < until)
        std::this_thread::sleep_for(10ms);
    EXPECT_GE(publishedSlots(arena), enough);
    run.session().stop();
    ASSERT_TRUE(run.pullToTheEnd());
    EXPECT_EQ(slotsOf(run.store()), publishedSlots(arena));
    EXPECT_EQ(run.store().totals().violations, 0U);
}

TEST(Session, WithoutTheKernelsRecordsItRunsAllTheSameAndSaysWhy) {
    ::setenv("INTERLEAVE_KERNEL", "off", 1);
    LiveSession run(requestFor("locks/deadlock", kQuick));
    ::unsetenv("INTERLEAVE_KERNEL");
    ASSERT_TRUE(run.pullToTheEnd());
    EXPECT_EQ(run.facts().ended, Ended::deadlocked);
    EXPECT_EQ(run.facts().tier, KernelTier::ownEvents);
    EXPECT_THAT(run.facts().tierReason, HasSubstr("sudo sysctl kernel.perf_event_paranoid=2"));
    EXPECT_EQ(run.store().totals().kernelRecords, 0U);
}

TEST(Session, TheKernelsRecordsOfEveryThreadFindItsActorFromTheFirstOn) {
    LiveSession run(requestFor("locks/deadlock", kQuick));
    ASSERT_TRUE(run.pullToTheEnd());
    if (run.facts().tier == KernelTier::ownEvents)
        GTEST_SKIP() << "needs context-switch records: " << run.facts().tierReason;
    const Store& store = run.store();
    for (std::uint32_t i = 0; i < store.actors().size(); ++i) {
        const ActorRecord& actor = store.actors()[i];
        bool seen = false;
        for (std::size_t e = store.events().first(); e < store.events().end() && !seen; ++e) {
            const Event& event = store.events()[e];
            if (event.kind != EventKind::kernelSwitchIn || event.object != actor.tid) continue;
            seen = true;
            EXPECT_EQ(event.actor, i);
            EXPECT_LE(event.at(), actor.started) << "a thread runs before it can say so";
            EXPECT_GE(event.at(), actor.created);
        }
        EXPECT_TRUE(seen) << actor.name;
    }
}

TEST(Session, WhereTheRunnerIsMissingOrIsNoRunnerItIsRefusedInOneSentence) {
    Store store;
    const RunRequest request = requestFor("locks/deadlock");
    const auto missing = Session::start(request, store, {.runnerPath = "/nowhere/interleave-runner"});
    ASSERT_FALSE(missing);
    EXPECT_THAT(missing.error().what, StartsWith("cannot start /nowhere/interleave-runner"));
    const auto stranger = Session::start(request, store, {.runnerPath = "/bin/true"});
    ASSERT_FALSE(stranger);
    EXPECT_EQ(stranger.error().what, "the run's process left with exit status 0 before the run began");
}

TEST(Session, ItsEndLeavesNoProcessBehindWhateverTheRunIsDoing) {
    LiveSession busy(fullSpeed());
    const pid_t first = busy.pid();
    busy.pullFor(20ms);
    busy.end();
    EXPECT_TRUE(groupIsGone(first));

    LiveSession locked(requestFor("locks/deadlock", kQuick));
    const pid_t second = locked.pid();
    ASSERT_TRUE(locked.pullUntil([&] { return waiting(locked.store()) == 2; }));
    locked.end();
    EXPECT_TRUE(groupIsGone(second));
}

}  // namespace
}  // namespace interleave
