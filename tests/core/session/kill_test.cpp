// Runs that are killed at any moment, and sessions whose own process is.
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <random>
#include <sstream>

#include <gtest/gtest.h>

#include "tests/core/session/live_session.hpp"
#include "tests/support/stress.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;

TEST(Kill, ARunnerKilledAtAnyMomentLosesNothingPublishedAndLeavesNoProcess) {
    std::mt19937 random(7);
    for (int i = 0; i < timesWanted(20); ++i) {
        const auto delay = std::chrono::microseconds(random() % 30'000);
        SCOPED_TRACE(::testing::Message() << "kill " << i << " after " << delay.count() << " µs");
        RunRequest request = i % 4 == 3 ? requestFor("locks/mutex", 100.0) : fullSpeed();
        constexpr RuntimeKind kKinds[] = {RuntimeKind::threads, RuntimeKind::processes, RuntimeKind::workers};
        request.runtime = kKinds[i % 3];
        LiveSession run(request);
        const Arena arena = LiveSession::arena();
        const pid_t group = run.pid();
        std::thread killer([delay, group] {
            std::this_thread::sleep_for(delay);
            ::kill(group, SIGKILL);
        });
        const bool ended = run.pullToTheEnd();
        killer.join();
        ASSERT_TRUE(ended);
        EXPECT_EQ(slotsOf(run.store()), publishedSlots(arena));
        EXPECT_EQ(run.store().totals().lost, 0U);
        EXPECT_EQ(run.store().totals().violations, 0U);
        EXPECT_TRUE(run.facts().ended == Ended::crashed || run.facts().ended == Ended::finished);
        EXPECT_TRUE(groupIsGone(group));
    }
}

// Whether any process of the group runs. Whoever reaps orphans here may take its time over zombies.
bool anybodyRuns(pid_t group) {
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
        if (std::isdigit(static_cast<unsigned char>(entry.path().filename().string().front())) == 0) continue;
        std::ifstream file(entry.path() / "stat");
        const std::string line{std::istreambuf_iterator<char>(file), {}};
        const std::size_t after = line.rfind(") ");
        if (after == std::string::npos) continue;
        char state = 0;
        pid_t parent = 0, itsGroup = 0;
        std::istringstream(line.substr(after + 2)) >> state >> parent >> itsGroup;
        if (itsGroup == group && state != 'Z' && state != 'X') return true;
    }
    return false;
}

TEST(Kill, ASessionWhoseProcessIsKilledTakesItsRunWithIt) {
    for (const auto& [scenario, runtime] : {std::pair{"locks/deadlock", "threads"},
                                            {"queues/producer-consumer", "threads"},
                                            {"locks/deadlock", "processes"},
                                            {"processes/orphan", "processes"}}) {
        std::array<int, 2> pipe{};
        ASSERT_EQ(::pipe(pipe.data()), 0);
        const pid_t parent = ::fork();
        if (parent == 0) {
            ::dup2(pipe[1], STDOUT_FILENO);
            ::execl(INTERLEAVE_CLOSING_PROGRAM, INTERLEAVE_CLOSING_PROGRAM, INTERLEAVE_RUNNER_PROGRAM, scenario,
                    runtime, nullptr);
            ::_exit(127);
        }
        ::close(pipe[1]);
        pid_t runner = 0;
        ASSERT_EQ(::read(pipe[0], &runner, sizeof runner), static_cast<ssize_t>(sizeof runner));
        EXPECT_EQ(::kill(runner, 0), 0) << "it runs";
        // Long enough for processes to have forked, and for the orphan to be one.
        std::this_thread::sleep_for(1s);

        ::kill(parent, SIGKILL);
        ::waitpid(parent, nullptr, 0);
        const auto until = std::chrono::steady_clock::now() + 5s;
        while (anybodyRuns(runner) && std::chrono::steady_clock::now() < until) std::this_thread::sleep_for(1ms);
        EXPECT_FALSE(anybodyRuns(runner)) << scenario << " on " << runtime;
        ::close(pipe[0]);
    }
}

}  // namespace
}  // namespace interleave
