// A pool of processes: results in order, the same few processes for many tasks, and no task unaccounted for whoever is
// killed.
#include <signal.h>

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

#include "core/runtime/process_pool.hpp"
#include "tests/support/lab_run.hpp"
#include "tests/support/process_run.hpp"
#include "tests/support/trace_look.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;

Task square(Self self, std::int64_t number, std::int64_t& result) {
    co_await self.sleep(1ms);
    result = number * number;
}

void expectInOrder(const ProcessRun& run) {
    EXPECT_EQ(run.waitStatus, 0);
    EXPECT_TRUE(run.leftNobody);
    EXPECT_EQ(run.gaps, 0U);
    EXPECT_EQ(brokenLawsOf(run.store), "");
}

TEST(ProcessPool, MapGivesTheResultsInTheOrderOfTheArguments) {
    const ProcessRun run = runAsProcesses([](Lab& lab) {
        const ProcessPool pool = ProcessPool::make(lab, 3, 40, square);
        lab.spawn("main", [=, &lab](Self self) -> Task {
            co_await pool.open(self);
            std::vector<std::int64_t> numbers;
            for (std::int64_t i = 0; i < 40; ++i) numbers.push_back(40 - i);
            const auto results = co_await pool.map(self, numbers);
            std::int64_t right = 0;
            for (std::size_t i = 0; i < results.size(); ++i)
                right +=
                    !results[i].isLost && results[i].value == numbers[i] * numbers[i] && results[i].pid != 0 ? 1 : 0;
            lab.tell("right", right);
            co_await pool.close(self);
            co_await pool.join(self);
        });
        lab.afterwards([=, &lab] {
            lab.tell("done", pool.done());
            lab.tell("pids", pool.pids());
        });
    });
    expectInOrder(run);
    EXPECT_EQ(told(run.store, "right"), 40);
    EXPECT_EQ(told(run.store, "done"), 40);
    EXPECT_LE(told(run.store, "pids"), 3);
}

TEST(ProcessPool, WhatAWorkerThrowsEndsThatOneAndItsTaskIsLost) {
    const ProcessRun run = runAsProcesses([](Lab& lab) {
        const ProcessPool pool =
            ProcessPool::make(lab, 2, 9, [](Self, std::int64_t number, std::int64_t& result) -> Task {
                if (number == 4) throw std::runtime_error("four is too many");
                result = number;
                co_return;
            });
        lab.spawn("main", [=, &lab](Self self) -> Task {
            co_await pool.open(self);
            std::int64_t lost = 0, sum = 0;
            for (std::int64_t i = 1; i <= 9; ++i) {
                const PoolResult one = co_await pool.apply(self, i);
                lost += one.isLost ? i : 0;
                sum += one.isLost ? 0 : one.value;
            }
            lab.tell("lost", lost);
            lab.tell("sum", sum);
            co_await pool.close(self);
            co_await pool.join(self);
        });
    });
    expectInOrder(run);
    EXPECT_EQ(told(run.store, "lost"), 4);
    EXPECT_EQ(told(run.store, "sum"), 45 - 4);
}

TEST(ProcessPool, TerminatedAtAnyMomentItEnds) {
    for (int i = 0; i < 8; ++i) {
        const ProcessRun run = runAsProcesses([i](Lab& lab) {
            const ProcessPool pool = ProcessPool::make(lab, 3, 50, square);
            lab.spawn("main", [=](Self self) -> Task {
                co_await pool.open(self);
                for (std::int64_t n = 0; n < 50; ++n) (void)co_await pool.submit(self, n);
                co_await self.sleep(i * 1ms);
                co_await pool.terminate(self);
                co_await pool.join(self);
            });
        });
        expectInOrder(run);
    }
}

constexpr std::int64_t kTasks = 300;

// A pool of three and its tasks; what came back is counted.
ProcessRun runUnderKills(const std::function<void(const Arena&)>& kill) {
    return runAsProcesses(
        [](Lab& lab) {
            const ProcessPool pool = ProcessPool::make(lab, 3, kTasks, square);
            lab.spawn("main", [=, &lab](Self self) -> Task {
                co_await pool.open(self);
                for (std::int64_t i = 1; i <= kTasks; ++i) (void)co_await pool.submit(self, i);
                co_await pool.close(self);
                std::int64_t right = 0, lost = 0;
                for (std::int64_t i = 1; i <= kTasks; ++i) {
                    const PoolResult one = co_await pool.next(self);
                    if (one.isLost) ++lost;
                    else if (one.value == one.task * one.task) ++right;
                }
                co_await pool.join(self);
                lab.tell("right", right);
                lab.tell("lost", lost);
            });
            lab.afterwards([=, &lab] {
                lab.tell("done", pool.done());
                lab.tell("reported", pool.lost());
            });
        },
        kill);
}

void expectEachAccountedFor(const ProcessRun& run) {
    expectInOrder(run);
    EXPECT_EQ(told(run.store, "right") + told(run.store, "lost"), kTasks);
    EXPECT_EQ(told(run.store, "done"), told(run.store, "right"));
    EXPECT_EQ(told(run.store, "reported"), told(run.store, "lost"));
}

// Those at work whose name begins so.
std::vector<pid_t> processesNamed(const Arena& arena, std::string_view name) {
    std::vector<pid_t> found;
    for (std::uint32_t i = 0; i < arena.header().actorEnd.load(); ++i) {
        const ActorSlot& slot = arena.slot({i});
        const ActorLife life = slot.life.load();
        const bool works = life == ActorLife::live || life == ActorLife::parked;
        if (works && slot.pid.load() != 0 && arena.nameOf(ActorId{i}).starts_with(name))
            found.push_back(static_cast<pid_t>(slot.pid.load()));
    }
    return found;
}

// Kills now and then, at any instruction, up to so many workers at once.
class PoolKiller {
public:
    PoolKiller(unsigned seed, std::size_t atOnce) : m_random(seed), m_atOnce(atOnce) {}

    void operator()(const Arena& arena) {
        if (std::chrono::steady_clock::now() < m_next) return;
        m_next = std::chrono::steady_clock::now() + std::chrono::microseconds(m_random() % 20'000);
        std::vector<pid_t> workers = processesNamed(arena, "worker");
        std::shuffle(workers.begin(), workers.end(), m_random);
        for (std::size_t i = 0; i < std::min(workers.size(), m_atOnce); ++i) ::kill(workers[i], SIGKILL);
    }

private:
    std::mt19937 m_random;
    std::size_t m_atOnce;
    std::chrono::steady_clock::time_point m_next = std::chrono::steady_clock::now();
};

TEST(ProcessPool, NoTaskIsUnaccountedForWhoeverOfItsWorkersIsKilled) {
    const ProcessRun run = runUnderKills(PoolKiller{7, 1});
    expectEachAccountedFor(run);
    EXPECT_GT(told(run.store, "lost"), 0) << "some were killed in the middle of one";
    EXPECT_LT(told(run.store, "lost"), kTasks / 2);
}

TEST(ProcessPool, NorThoughAllAreKilledAtOnce) {
    for (const unsigned seed : {1, 2, 3}) {
        const ProcessRun run = runUnderKills(PoolKiller{seed, 3});
        expectEachAccountedFor(run);
        EXPECT_GT(told(run.store, "right"), 0);
    }
}

// Workers that are left go on; of those that are killed then nobody hires another.
TEST(ProcessPool, NorThoughThePoolsOwnProcessIsKilledAndWorkersWithIt) {
    for (int i = 0; i < 4; ++i) {
        const auto at = std::chrono::steady_clock::now() + std::chrono::milliseconds(20 + 20 * i);
        bool isDone = false;
        const ProcessRun run = runUnderKills([&](const Arena& arena) {
            const std::vector<pid_t> pool = processesNamed(arena, "pool"), workers = processesNamed(arena, "worker");
            if (isDone || std::chrono::steady_clock::now() < at || pool.empty() || workers.size() < 3) return;
            isDone = true;
            ::kill(pool.front(), SIGKILL);
            for (std::size_t k = 0; k < static_cast<std::size_t>(i); ++k) ::kill(workers[k], SIGKILL);
        });
        EXPECT_TRUE(isDone);
        expectEachAccountedFor(run);
        if (i == 3) EXPECT_GT(told(run.store, "lost"), 0) << "nobody was left";
        else EXPECT_LE(told(run.store, "lost"), i);
    }
}

}  // namespace
}  // namespace interleave
