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
    return std::chrono::microseconds(
        std::uniform_int_distribution<std::int64_t>(0, std::chrono::microseconds(kLatest).count())(random));
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

// The temporary folder that any of these processes has something of open.
std::string temporaryFolderOf(const std::vector<pid_t>& processes) {
    for (const pid_t process : processes) {
        std::error_code gone;
        for (const auto& open : std::filesystem::directory_iterator("/proc/" + std::to_string(process) + "/fd", gone)) {
            const auto file = std::filesystem::read_symlink(open, gone);
            const bool isOurs = file.string().find("/interleave-") != std::string::npos;
            if (isOurs && file.filename() == "original") return file.parent_path();
        }
    }
    return {};
}

TEST(Kills, AKilledProgramLeavesNothingOnTheDisk) {
    std::mt19937 random(3);
    for (int i = 0; i < kKills; ++i) {
        std::string folder;
        std::vector<pid_t> processes;
        {
            const Program program({"run", "processes/folder-copier"});
            ASSERT_TRUE(comesTrue([&] { return !(folder = temporaryFolderOf(runnersOf(program.pid()))).empty(); }));
            EXPECT_TRUE(std::filesystem::exists(folder));
            std::this_thread::sleep_for(randomMoment(random));
            processes = runnersOf(program.pid());
            ::kill(program.pid(), SIGKILL);
        }
        EXPECT_TRUE(comesTrue([&] { return !std::filesystem::exists(folder); })) << folder;
        for (const pid_t process : processes) EXPECT_TRUE(comesTrue([process] { return !alive(process); }));
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
