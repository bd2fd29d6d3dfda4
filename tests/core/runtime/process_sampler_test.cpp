// What is read from /proc, and that a run on processes records it.
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

#include <gtest/gtest.h>

#include "core/base/clock.hpp"
#include "core/runtime/process_sampler.hpp"
#include "core/trace/process_history.hpp"
#include "tests/support/lab_run.hpp"
#include "tests/support/process_run.hpp"
#include "tests/support/trace_look.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kMiB = 1024 * 1024;

// Pages that this process alone has: written to, one by one.
void takeMemory(std::size_t bytes) {
    void* const at = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    ASSERT_NE(at, MAP_FAILED);
    std::memset(at, 1, bytes);
}

bool wasSeen(const ProcessLife& life, char state) {
    return std::ranges::any_of(life.moments,
                               [&](const ProcessLife::Moment& moment) { return moment.sample.state == state; });
}

TEST(SampleProcess, TellsOfThisProcessWhatTheSystemTells) {
    const auto own = sampleProcess(::getpid());
    ASSERT_TRUE(own);
    EXPECT_EQ(own->state, 'R');
    EXPECT_EQ(own->parent, static_cast<std::uint32_t>(::getppid()));
    EXPECT_GE(own->threads, 1U);
    EXPECT_GT(own->privateKiB, 0U);
}

TEST(SampleProcess, SeesAZombieAndThenNothing) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(3);
    siginfo_t told{};
    ASSERT_EQ(::waitid(P_PID, static_cast<id_t>(child), &told, WEXITED | WNOWAIT), 0);  // ended, and not reaped
    const auto zombie = sampleProcess(child);
    ASSERT_TRUE(zombie);
    EXPECT_EQ(zombie->state, 'Z');
    EXPECT_EQ(zombie->parent, static_cast<std::uint32_t>(::getpid()));
    EXPECT_EQ(zombie->privateKiB + zombie->sharedKiB, 0U);
    ASSERT_EQ(::waitpid(child, nullptr, 0), child);
    EXPECT_FALSE(sampleProcess(child));
}

TEST(ProcessSampler, ARunRecordsStatesParentsAndMemoryOfItsProcesses) {
    const ProcessRun run = runAsProcesses([](Lab& lab) {
        lab.spawn("main", [&lab](Self self) -> Task {
            const ActorHandle child = lab.spawn("child", [&lab](Self inner) -> Task {
                lab.tell("childs_parent", inner.parentPid());
                takeMemory(24 * kMiB);
                co_await inner.compute(150ms);
                co_await inner.sleep(150ms);
            });
            lab.tell("mains_pid", self.pid());
            co_await self.join(child);
        });
    });
    EXPECT_EQ(brokenLawsOf(run.store), "");
    ProcessHistory history;
    history.follow(run.store);
    const ProcessLife& child = lifeOf(history, run.store, "child");
    EXPECT_TRUE(wasSeen(child, 'R')) << "it computed";
    EXPECT_TRUE(wasSeen(child, 'S')) << "it slept";
    EXPECT_TRUE(wasSeen(child, 'Z')) << "it had ended";
    EXPECT_LT(child.exited, child.reaped);
    EXPECT_EQ(child.moments.front().sample.parent, resultOf(run.store, "mains_pid"));
    EXPECT_EQ(resultOf(run.store, "childs_parent"), resultOf(run.store, "mains_pid"));
    const auto most =
        std::ranges::max(child.moments, {}, [](const ProcessLife::Moment& moment) { return moment.sample.privateKiB; });
    EXPECT_GE(most.sample.privateKiB, 24U * 1024);
    EXPECT_GE(most.sample.threads, 1U);
    EXPECT_GT(most.sample.sharedKiB, 0U) << "the program's text is everybody's";
    const ProcessLife& parent = lifeOf(history, run.store, "main");
    EXPECT_TRUE(wasSeen(parent, 'S')) << "it waited";
    EXPECT_EQ(parent.pid, resultOf(run.store, "mains_pid"));
}

TEST(ProcessSampler, TheRunnerAndWhoBeganTheRunAreInTheTrace) {
    const ProcessRun run = runAsProcesses([](Lab& lab) {
        lab.spawn("main", [&lab](Self self) -> Task {
            lab.tell("runner", self.parentPid());
            co_await self.sleep(1ms);
        });
    });
    ProcessHistory history;
    history.follow(run.store);
    std::vector<std::int64_t> others;
    for (const ProcessLife& life : history.lives())
        if (!life.actor.exists()) others.push_back(life.pid);
    EXPECT_EQ(others.size(), 2U);
    EXPECT_EQ(std::ranges::count(others, resultOf(run.store, "runner")), 1);
    EXPECT_EQ(std::ranges::count(others, std::int64_t{::getpid()}), 1);
}

TEST(ProcessSampler, WhatStaysTheSameIsWrittenOnce) {
    const ProcessRun run = runAsProcesses([](Lab& lab) {
        lab.spawn("sleeper", [](Self self) -> Task { co_await self.sleep(400ms); });
    });
    ProcessHistory history;
    history.follow(run.store);
    const ProcessLife& life = lifeOf(history, run.store, "sleeper");
    for (std::size_t i = 1; i < life.moments.size(); ++i) EXPECT_NE(life.moments[i].sample, life.moments[i - 1].sample);
}

TEST(ProcessSampler, OfManyProcessesEachHasItsTurn) {
    constexpr std::size_t kProcesses = 30;
    const ProcessRun run = runAsProcesses([](Lab& lab) {
        for (std::size_t i = 0; i < kProcesses; ++i)
            lab.spawn("P" + std::to_string(i), [](Self self) -> Task { co_await self.sleep(4s); });
    });
    ProcessHistory history;
    history.follow(run.store);
    std::size_t asleep = 0;
    for (const ProcessLife& life : history.lives()) asleep += life.actor.exists() && wasSeen(life, 'S') ? 1 : 0;
    EXPECT_EQ(asleep, kProcesses);
}

TEST(ProcessSampler, RoundsKeepTheirDistanceAndComeSoonerWhenSomethingHappened) {
    ProcessSampler sampler;
    EXPECT_TRUE(sampler.isDue()) << "there was none yet";
    sampler.beginRound();
    sampler.endRound();
    EXPECT_FALSE(sampler.isDue());
    EXPECT_GT(sampler.untilNext(), 10ms);
    sampler.hurry();
    EXPECT_LE(sampler.untilNext(), 10ms);
}

}  // namespace
}  // namespace interleave
