// Runs that are killed at any moment, and sessions whose own process is.
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <random>

#include <gtest/gtest.h>

#include "tests/core/session/live_session.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;

// INTERLEAVE_STRESS=200 in the environment makes as many.
int killsWanted() {
    const char* wish = std::getenv("INTERLEAVE_STRESS");
    return wish ? std::max(1, std::atoi(wish)) : 20;
}

TEST(Kill, ARunnerKilledAtAnyMomentLosesNothingPublishedAndLeavesNoProcess) {
    std::mt19937 random(7);
    for (int i = 0; i < killsWanted(); ++i) {
        const auto delay = std::chrono::microseconds(random() % 30'000);
        SCOPED_TRACE(::testing::Message() << "kill " << i << " after " << delay.count() << " µs");
        RunRequest request = i % 4 == 3 ? requestFor("locks/mutex", 100.0) : fullSpeed();
        if (i % 2 == 1) request.runtime = RuntimeKind::workers;
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

TEST(Kill, ASessionWhoseProcessIsKilledTakesItsRunWithIt) {
    for (const char* scenario : {"locks/deadlock", "queues/producer-consumer"}) {
        std::array<int, 2> pipe{};
        ASSERT_EQ(::pipe(pipe.data()), 0);
        const pid_t parent = ::fork();
        if (parent == 0) {
            ::dup2(pipe[1], STDOUT_FILENO);
            ::execl(INTERLEAVE_CLOSING_PROGRAM, INTERLEAVE_CLOSING_PROGRAM, INTERLEAVE_RUNNER_PROGRAM, scenario,
                    nullptr);
            ::_exit(127);
        }
        ::close(pipe[1]);
        pid_t runner = 0;
        ASSERT_EQ(::read(pipe[0], &runner, sizeof runner), static_cast<ssize_t>(sizeof runner));
        EXPECT_EQ(::kill(runner, 0), 0) << "it runs";

        ::kill(parent, SIGKILL);
        ::waitpid(parent, nullptr, 0);
        const auto until = std::chrono::steady_clock::now() + 5s;
        // Whoever reaps orphans here may take its time over zombies; what matters is that nothing runs on.
        const auto runsOn = [runner] {
            const std::string line = [&] {
                std::string text(512, '\0');
                FILE* status = std::fopen(("/proc/" + std::to_string(runner) + "/stat").c_str(), "r");
                text.resize(status ? std::fread(text.data(), 1, text.size(), status) : 0);
                if (status) std::fclose(status);
                return text;
            }();
            const std::size_t state = line.rfind(") ");
            return state != std::string::npos && line[state + 2] != 'Z' && line[state + 2] != 'X';
        };
        while (runsOn() && std::chrono::steady_clock::now() < until) std::this_thread::sleep_for(1ms);
        EXPECT_FALSE(runsOn()) << scenario;
        ::close(pipe[0]);
    }
}

}  // namespace
}  // namespace interleave
