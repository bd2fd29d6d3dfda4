// Killed at any moment, by whomever: nothing is left running, nothing half-written, nothing untrue is told.
#include <signal.h>

#include <chrono>
#include <random>
#include <thread>

#include <gtest/gtest.h>

#include "tests/end_to_end/program.hpp"

namespace interleave::end_to_end {
namespace {

using namespace std::chrono_literals;

constexpr int kKills = 20;
constexpr auto kLatest = 400ms;  // after the runner was seen; the run takes longer

std::chrono::microseconds randomMoment(std::mt19937& random) {
    return std::chrono::microseconds(std::uniform_int_distribution<std::int64_t>(0, std::chrono::microseconds(kLatest).count())(random));
}

// The runner of a program that was just started; 0 where none came.
pid_t runnerOf(const Program& program) {
    pid_t runner = 0;
    comesTrue([&] {
        const auto runners = runnersOf(program.pid());
        if (!runners.empty()) runner = runners.front();
        return runner != 0;
    });
    return runner;
}

TEST(Kills, AKilledRunnerIsReportedAndItsTraceIsWhole) {
    std::mt19937 random(1);
    const TemporaryFolder folder;
    for (int i = 0; i < kKills; ++i) {
        const auto file = folder.file("killed.ilv");
        std::filesystem::remove(file);
        Program program({"run", "locks/mutex", "--json", "--save", file});
        const auto runner = runnerOf(program);
        ASSERT_NE(runner, 0);
        std::this_thread::sleep_for(randomMoment(random));
        ::kill(runner, SIGKILL);
        const auto outcome = program.end();

        EXPECT_EQ(outcome.status, 1) << outcome.err;
        EXPECT_FALSE(alive(runner));
        if (!std::filesystem::exists(file)) continue;  // killed before the run began
        const auto json = outcome.json();
        EXPECT_EQ(json["ended"], "crashed");
        EXPECT_EQ(json["lost"], 0);
        EXPECT_EQ(interleave({"check", file}).status, 0);
    }
}

TEST(Kills, AKilledProgramTakesItsRunnerWithIt) {
    std::mt19937 random(2);
    const TemporaryFolder folder;
    for (int i = 0; i < kKills; ++i) {
        pid_t runner = 0;
        {
            const Program program({"run", "locks/mutex", "--save", folder.file("killed.ilv")});
            runner = runnerOf(program);
            ASSERT_NE(runner, 0);
            std::this_thread::sleep_for(randomMoment(random));
            ::kill(program.pid(), SIGKILL);
        }
        EXPECT_TRUE(comesTrue([runner] { return !alive(runner); })) << "runner " << runner << " outlived its program";
        EXPECT_TRUE(std::filesystem::is_empty(folder.path())) << "something half-written was left";
    }
}

TEST(Kills, AnInterruptedProgramEndsItsRunAndLeavesNothing) {
    Program program({"run", "locks/mutex", "--json"});
    const auto runner = runnerOf(program);
    ASSERT_NE(runner, 0);
    std::this_thread::sleep_for(100ms);
    ::kill(program.pid(), SIGINT);
    const auto outcome = program.end();

    EXPECT_EQ(outcome.json()["ended"], "stopped") << outcome.err;
    EXPECT_FALSE(alive(runner));
}

}  // namespace
}  // namespace interleave::end_to_end
