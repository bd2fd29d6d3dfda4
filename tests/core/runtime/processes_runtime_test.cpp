// Actors as processes: what they share, what each has of its own, and how each end is seen.
#include <signal.h>
#include <sys/wait.h>

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/lab_run.hpp"
#include "tests/support/process_run.hpp"
#include "tests/support/trace_look.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;

void expectAllWell(const ProcessRun& run) {
    EXPECT_EQ(run.waitStatus, 0);
    EXPECT_TRUE(run.leftNobody);
    EXPECT_EQ(run.gaps, 0U);
    EXPECT_EQ(brokenLawsOf(run.store), "");
}

TEST(ProcessesRuntime, EachActorIsAProcessOfItsOwn) {
    const ProcessRun run = runAsProcesses([](Lab& lab) {
        for (int i = 0; i < 5; ++i) lab.spawn("P" + std::to_string(i), [&lab](Self self) -> Task {
            co_await self.compute(1ms);
            lab.tell("is_itself", self.pid() == static_cast<std::int64_t>(self.tid()));
        });
    });
    expectAllWell(run);
    std::set<std::int64_t> pids;
    for (const ActorRecord& actor : run.store.actors()) {
        pids.insert(actor.pid);
        EXPECT_EQ(actor.kind, ActorKind::process);
        EXPECT_EQ(actor.end, EndReason::returned);
        EXPECT_FALSE(actor.parent.exists());
    }
    EXPECT_EQ(pids.size(), 5U);
    EXPECT_EQ(countOf(run.store, EventKind::processForked), 5U);
    EXPECT_EQ(countOf(run.store, EventKind::processReaped), 5U);
}

TEST(ProcessesRuntime, AVariableIsCopiedAndASharedOneIsNot) {
    const ProcessRun run = runAsProcesses([](Lab& lab) {
        const Variable own = lab.variable("own", 7);
        const Variable shared = lab.sharedVariable("shared", 7);
        const ActorHandle child = lab.spawn("child", [=](Self self) -> Task {
            co_await self.write(own, 100);
            co_await self.write(shared, 100);
        });
        lab.spawn("brother", [=, &lab](Self self) -> Task {
            co_await self.join(child);
            lab.tell("brothers_own", co_await self.read(own));
            lab.tell("brothers_shared", co_await self.read(shared));
        });
        lab.afterwards([=, &lab] {
            lab.tell("own", lab.value(own));
            lab.tell("shared", lab.value(shared));
        });
    });
    expectAllWell(run);
    EXPECT_EQ(resultOf(run.store, "own"), 7);
    EXPECT_EQ(resultOf(run.store, "brothers_own"), 7);
    EXPECT_EQ(resultOf(run.store, "shared"), 100);
    EXPECT_EQ(resultOf(run.store, "brothers_shared"), 100);
}

TEST(ProcessesRuntime, AMutexExcludesAcrossProcesses) {
    constexpr std::int64_t kActors = 4;
    constexpr std::int64_t kRounds = 2000;
    const ProcessRun run = runAsProcesses([](Lab& lab) {
        const Mutex mutex = lab.mutex("mutex");
        const Variable sum = lab.sharedVariable("sum", 0);
        for (std::int64_t i = 0; i < kActors; ++i) lab.spawn("P", [=](Self self) -> Task {
            for (std::int64_t round = 0; round < kRounds; ++round) {
                co_await self.lock(mutex);
                co_await self.write(sum, co_await self.read(sum) + 1);
                co_await self.unlock(mutex);
            }
        });
        lab.afterwards([=, &lab] { lab.tell("sum", lab.value(sum)); });
    });
    expectAllWell(run);
    EXPECT_EQ(resultOf(run.store, "sum"), kActors * kRounds);
}

TEST(ProcessesRuntime, AnActorsChildIsItsOwnProcesssChildAndIsReapedByIt) {
    const ProcessRun run = runAsProcesses([](Lab& lab) {
        lab.spawn("parent", [&lab](Self self) -> Task {
            const std::int64_t me = self.pid();
            const ActorHandle child = lab.spawn("child", [me, &lab](Self inner) -> Task {
                lab.tell("knows_its_parent", inner.parentPid() == me);
                co_await inner.sleep(1ms);
                inner.exit(3);
            });
            co_await self.join(child);
            lab.tell("status", WEXITSTATUS(*lab.waitStatus(child)));
            lab.tell("is_gone", procLine(static_cast<pid_t>(lab.pid(child))).state == '-');
        });
    });
    expectAllWell(run);
    EXPECT_EQ(resultOf(run.store, "knows_its_parent"), 1);
    EXPECT_EQ(resultOf(run.store, "status"), 3);
    EXPECT_EQ(resultOf(run.store, "is_gone"), 1);
    EXPECT_EQ(actorNamed(run.store, "child").exit, 3);
    EXPECT_EQ(actorNamed(run.store, "child").parent, ActorId{0});
}

TEST(ProcessesRuntime, WhoIsNotJoinedStaysAZombieUntilItsParentEnds) {
    const ProcessRun run = runAsProcesses([](Lab& lab) {
        lab.spawn("parent", [&lab](Self self) -> Task {
            const ActorHandle child = lab.spawn("child", [](Self inner) -> Task { co_await inner.sleep(1ms); });
            while (lab.isAlive(child)) co_await self.sleep(1ms);
            lab.tell("state", std::int64_t{procLine(static_cast<pid_t>(lab.pid(child))).state});
        });
    });
    expectAllWell(run);
    EXPECT_EQ(resultOf(run.store, "state"), 'Z');
    EXPECT_EQ(countOf(run.store, EventKind::processReaped), 2U) << "by the runner, whose child it became";
}

TEST(ProcessesRuntime, AnOrphanGetsANewParent) {
    const ProcessRun run = runAsProcesses([](Lab& lab) {
        const std::int64_t runner = ::getpid();
        lab.spawn("parent", [=, &lab](Self self) -> Task {
            const std::int64_t me = self.pid();
            lab.spawn("child", [=, &lab](Self inner) -> Task {
                while (inner.parentPid() == me) co_await inner.sleep(1ms);
                lab.tell("new_parent_is_the_runner", inner.parentPid() == runner);
                co_await inner.sleep(5ms);
            });
            co_return;
        });
    });
    expectAllWell(run);
    EXPECT_EQ(resultOf(run.store, "new_parent_is_the_runner"), 1);
    EXPECT_EQ(countOf(run.store, EventKind::processOrphaned), 1U);
}

TEST(ProcessesRuntime, ASignalEndsOneProcessAndTheOthersGoOn) {
    const ProcessRun run = runAsProcesses([](Lab& lab) {
        const ActorHandle sleeper = lab.spawn("sleeper", [](Self self) -> Task { co_await self.sleep(1h); });
        lab.spawn("thrower", [](Self self) -> Task {
            co_await self.sleep(1ms);
            throw std::runtime_error("out of sorts");
        });
        lab.spawn("boss", [=, &lab](Self self) -> Task {
            const bool came = co_await self.joinFor(sleeper, 5ms);
            lab.tell("joined_in_time", came);
            co_await self.terminate(sleeper);
            co_await self.join(sleeper);
            lab.tell("signal", WTERMSIG(*lab.waitStatus(sleeper)));
        });
    });
    expectAllWell(run);
    EXPECT_EQ(resultOf(run.store, "joined_in_time"), 0);
    EXPECT_EQ(resultOf(run.store, "signal"), SIGTERM);
    EXPECT_EQ(actorNamed(run.store, "sleeper").end, EndReason::killed);
    EXPECT_EQ(actorNamed(run.store, "thrower").end, EndReason::failed);
    EXPECT_EQ(actorNamed(run.store, "thrower").exit, 1);
    EXPECT_EQ(actorNamed(run.store, "boss").end, EndReason::returned);
}

TEST(ProcessesRuntime, ALockWhoseOwnerIsKilledGoesToWhoWaitsAndIsMarked) {
    const ProcessRun run = runAsProcesses([](Lab& lab) {
        const Mutex mutex = lab.mutex("mutex");
        const EventFlag held = lab.event("held");
        const ActorHandle owner = lab.spawn("owner", [=](Self self) -> Task {
            co_await self.lock(mutex);
            co_await self.set(held);
            co_await self.sleep(1h);
        });
        lab.spawn("waiter", [=, &lab](Self self) -> Task {
            co_await self.wait(held);
            lab.tell("before", self.wasAbandoned(mutex));
            co_await self.lock(mutex);
            lab.tell("after", self.wasAbandoned(mutex));
            co_await self.unlock(mutex);
        });
        lab.spawn("killer", [=](Self self) -> Task {
            co_await self.wait(held);
            co_await self.sleep(5ms);
            co_await self.kill(owner);
        });
    });
    expectAllWell(run);
    EXPECT_EQ(resultOf(run.store, "before"), 0);
    EXPECT_EQ(resultOf(run.store, "after"), 1);
    EXPECT_EQ(countOf(run.store, EventKind::lockAbandoned), 1U);
}

TEST(ProcessesRuntime, ADaemonIsCutOffWhenTheOthersHaveEnded) {
    const ProcessRun run = runAsProcesses([](Lab& lab) {
        lab.spawn("daemon", [](Self self) -> Task { co_await self.sleep(1h); },
                  {.task = {}, .arrival = {}, .daemon = true});
        lab.spawn("main", [](Self self) -> Task { co_await self.sleep(2ms); });
    });
    expectAllWell(run);
    EXPECT_EQ(actorNamed(run.store, "daemon").end, EndReason::killed);
    EXPECT_EQ(actorNamed(run.store, "main").end, EndReason::returned);
}

}  // namespace
}  // namespace interleave
