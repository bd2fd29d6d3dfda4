// What scenarios claim on processes: those of the chapter on them, and those of other chapters that run on them, too.
#include <signal.h>

#include <gtest/gtest.h>

#include "core/session/comparison.hpp"
#include "tests/core/session/live_session.hpp"
#include "tests/support/trace_look.hpp"

namespace interleave {
namespace {

RunRequest onProcesses(const char* scenario, ParamValues params = {}, double tempo = 10) {
    RunRequest request = requestFor(scenario, tempo, std::move(params));
    request.runtime = RuntimeKind::processes;
    return checkedRequest(std::move(request)).value();
}

// Runs it to its end, and sees that nothing is left of it.
template <class Look>
void run(const RunRequest& request, Ended ended, Look look) {
    LiveSession live(request);
    const pid_t group = live.pid();
    ASSERT_TRUE(live.pullToTheEnd());
    EXPECT_EQ(live.facts().ended, ended) << live.facts().endedWhy;
    EXPECT_EQ(live.store().totals().violations, 0U);
    EXPECT_EQ(live.store().totals().lost, 0U);
    EXPECT_TRUE(groupIsGone(group)) << "no process, not even a zombie";
    for (const ActorRecord& actor : live.store().actors()) {
        EXPECT_EQ(actor.kind, ActorKind::process) << actor.name;
        EXPECT_NE(actor.pid, group) << actor.name << " is a process of its own";
    }
    look(live.store());
}

TEST(ProcessesChapter, AForkedFamilyIsATreeAndTellsItsExitStatuses) {
    run(onProcesses("processes/fork", {{"children", "3"}, {"grandchildren", "2"}}), Ended::finished,
        [](const Store& store) {
            EXPECT_EQ(told(store, "forked"), 9);
            EXPECT_EQ(told(store, "right_parents"), 9);
            EXPECT_EQ(told(store, "exit_statuses"), 1 + 2 + 3);
            EXPECT_EQ(actorNamed(store, "child 2").exit, 2);
            const ActorId child = actorNamed(store, "child 3.1").parent;
            EXPECT_EQ(store.actor(child).name, "child 3");
        });
}

TEST(ProcessesChapter, WhatAChildWritesIsCopiedAndItsParentNeverSeesIt) {
#if defined(__SANITIZE_THREAD__)
    constexpr int kAtMost = 8;  // the sanitizer's shadow of what is written is the child's own as well
#else
    constexpr int kAtMost = 2;
#endif
    run(onProcesses("processes/not-shared", {{"buffer", "8"}}), Ended::finished, [](const Store& store) {
        EXPECT_EQ(told(store, "child_count"), 8);
        EXPECT_EQ(told(store, "parent_count"), 0);
        EXPECT_EQ(told(store, "parent_buffer_unchanged"), 1);
        EXPECT_GE(told(store, "copied_kib"), told(store, "buffer_kib"));
        EXPECT_LT(told(store, "copied_kib"), kAtMost * told(store, "buffer_kib"));
    });
}

TEST(ProcessesChapter, TheExitStatusTellsWhoEndedByItselfWhoWasAskedAndWhoWasMadeTo) {
    run(onProcesses("processes/join-timeout-terminate"), Ended::finished, [](const Store& store) {
        EXPECT_EQ(told(store, "came_in_time"), 0);
        EXPECT_EQ(told(store, "quick"), 3);
        EXPECT_EQ(told(store, "polite"), -SIGTERM);
        EXPECT_EQ(told(store, "deaf"), -SIGKILL);
    });
}

TEST(ProcessesChapter, AZombieIsSeenInProcAndGoneOnceReaped) {
    run(onProcesses("processes/zombie"), Ended::finished, [](const Store& store) {
        EXPECT_EQ(told(store, "was_zombie"), 1);
        EXPECT_EQ(told(store, "is_gone"), 1);
        EXPECT_EQ(told(store, "status"), 7);
    });
}

TEST(ProcessesChapter, AnOrphansParentChanges) {
    run(onProcesses("processes/orphan"), Ended::finished, [](const Store& store) {
        EXPECT_EQ(told(store, "was_forkers"), 1);
        EXPECT_EQ(told(store, "changed"), 1);
        EXPECT_EQ(told(store, "old_parent"), static_cast<double>(actorNamed(store, "parent").pid));
        EXPECT_EQ(told(store, "new_parent"), static_cast<double>(store.facts().runnerPid))
            << "the runner looks after orphans";
    });
}

TEST(ProcessesChapter, EachProcessCountsInItsOwnCopy) {
    for (const Pace pace : {Pace::free, Pace::steered}) {
        RunRequest request = onProcesses("threads/race");
        request.pace = pace;
        run(request, Ended::finished, [](const Store& store) {
            EXPECT_EQ(told(store, "expected"), 16);
            EXPECT_EQ(told(store, "actual"), 0) << "of the parent's own copy";
            EXPECT_TRUE(store.lostUpdates().empty()) << "nobody writes over what another wrote";
            std::int64_t last = 0;
            for (std::size_t i = store.events().first(); i < store.events().end();)
                for (const Event& event : store.events().run(i))
                    if (++i; event.kind == EventKind::variableWritten) last = event.value;
            EXPECT_EQ(last, 8) << "each reaches its own 8";
        });
    }
}

TEST(ProcessesChapter, ASharedNumberUnderALockComesOutRight) {
    run(onProcesses("locks/mutex"), Ended::finished, [](const Store& store) {
        EXPECT_EQ(told(store, "actual"), told(store, "expected"));
    });
}

TEST(ProcessesChapter, ASignalEndsOneProcessAndTheOthersSurvive) {
    run(onProcesses("threads/failure"), Ended::finished, [](const Store& store) {
        EXPECT_EQ(actorNamed(store, "breaker").end, EndReason::killed);
        EXPECT_EQ(actorNamed(store, "breaker").exit, -SIGSEGV);
        EXPECT_EQ(actorNamed(store, "thrower").end, EndReason::failed);
        EXPECT_EQ(actorNamed(store, "calm").end, EndReason::returned);
        EXPECT_EQ(actorNamed(store, "main").end, EndReason::returned);
        EXPECT_GE(told(store, "after_signal"), 1);
    });
}

TEST(ProcessesChapter, TwoProcessesLockEachOtherOut) {
    for (const Pace pace : {Pace::free, Pace::steered}) {
        RunRequest request = onProcesses("locks/deadlock");
        request.pace = pace;
        run(request, Ended::deadlocked, [](const Store& store) {
            ASSERT_EQ(store.deadlocks().size(), 1U);
            EXPECT_EQ(store.deadlocks()[0].actors.size(), 2U);
        });
    }
}

TEST(ProcessesChapter, AQueueBetweenProcessesLosesAndDoublesNothing) {
    const ParamValues params{
        {"producers", "3"}, {"consumers", "2"}, {"items", "2000"}, {"produce", "0"}, {"consume", "0"}};
    run(onProcesses("queues/producer-consumer", params), Ended::finished, [](const Store& store) {
        EXPECT_EQ(told(store, "put"), 6000);
        EXPECT_EQ(told(store, "got"), 6000);
        EXPECT_EQ(told(store, "sum_got"), told(store, "sum_put"));
    });
}

TEST(ProcessesChapter, ComparisonsRunTheirProcesses) {
    for (const RunRequest& one : runsOf(checkedRequest(requestFor("multitasking/cpu-vs-io", 10)).value())) {
        if (one.runtime != RuntimeKind::processes) continue;
        run(one, Ended::finished, [](const Store& store) { EXPECT_GT(told(store, "wall_ms"), 0); });
    }
    for (const RunRequest& one :
         runsOf(checkedRequest(requestFor("multitasking/switch-cost", 1, {{"rounds", "2000"}})).value())) {
        if (one.runtime != RuntimeKind::processes) continue;
        run(one, Ended::finished, [](const Store& store) { EXPECT_GT(told(store, "ns_per_switch"), 100); });
    }
}

TEST(ProcessesChapter, AStoppedRunLeavesNobody) {
    for (const char* scenario : {"processes/orphan", "processes/fork", "locks/mutex"}) {
        LiveSession live(onProcesses(scenario, {}, 1));
        const pid_t group = live.pid();
        live.pullFor(std::chrono::milliseconds(300));
        live.session().stop();
        ASSERT_TRUE(live.pullToTheEnd());
        EXPECT_EQ(live.facts().ended, Ended::stopped);
        EXPECT_TRUE(groupIsGone(group)) << scenario;
    }
}

}  // namespace
}  // namespace interleave
