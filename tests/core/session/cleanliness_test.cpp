// Whatever ends a run of processes, and whenever: nothing of it is left. Looked for in /proc and in the file system,
// not in what the run tells of itself.
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <random>
#include <set>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/session/comparison.hpp"
#include "tests/core/session/live_session.hpp"
#include "tests/support/stress.hpp"

namespace interleave {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using ::testing::IsEmpty;

constexpr pid_t kNoGroup = -1;
constexpr const char* kMark = "INTERLEAVE_TEST_OF_CLEANLINESS";
// Of this process: another one's test may run beside it.
std::string ownMark() { return std::to_string(::getpid()); }

std::string textOf(const fs::path& file) {
    std::ifstream text(file);
    return {std::istreambuf_iterator<char>(text), {}};
}

struct SeenProcess {
    pid_t pid = 0;
    char state = '?';
    pid_t parent = 0;
    pid_t group = 0;
    bool isMarked = false;  // has inherited the mark of this test in its environment, whoever its parent is now

    friend void PrintTo(const SeenProcess& process, std::ostream* out) {
        *out << "pid " << process.pid << ", state " << process.state << ", parent " << process.parent << ", group "
             << process.group;
    }
};

std::vector<SeenProcess> processes() {
    std::vector<SeenProcess> all;
    const std::string mark = kMark + ("=" + ownMark()) + '\0';
    for (const auto& entry : fs::directory_iterator("/proc")) {
        const pid_t pid = std::atoi(entry.path().filename().c_str());
        if (pid == 0 || pid == ::getpid()) continue;
        const std::string stat = textOf(entry.path() / "stat");
        const std::size_t after = stat.rfind(") ");
        if (after == std::string::npos) continue;
        SeenProcess seen{.pid = pid};
        std::istringstream(stat.substr(after + 2)) >> seen.state >> seen.parent >> seen.group;
        seen.isMarked = textOf(entry.path() / "environ").find(mark) != std::string::npos;
        all.push_back(seen);
    }
    return all;
}

// Children, orphans, zombies: of this process, of the run's group, or anybody's, but started by this test.
std::vector<SeenProcess> leftProcesses(pid_t group) {
    std::vector<SeenProcess> left;
    for (const SeenProcess& each : processes())
        if (each.parent == ::getpid() || each.group == group || each.isMarked) left.push_back(each);
    return left;
}

std::set<std::string> namesIn(const fs::path& folder) {
    std::set<std::string> names;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder, none)) names.insert(entry.path().filename().string());
    return names;
}

// Shared memory and semaphores that have got a name since `before` and keep it. Others may make some meanwhile,
// for a moment.
std::set<std::string> newMemory(const std::set<std::string>& before) {
    const auto until = std::chrono::steady_clock::now() + 5s;
    for (;;) {
        std::set<std::string> now = namesIn("/dev/shm");
        std::erase_if(now, [&](const std::string& name) { return before.contains(name); });
        if (now.empty() || std::chrono::steady_clock::now() > until) return now;
        std::this_thread::sleep_for(1ms);
    }
}

// UNIX sockets whose address is a file there.
std::vector<std::string> socketsNamed(const std::string& folder) {
    std::vector<std::string> found;
    std::istringstream lines(textOf("/proc/net/unix"));
    for (std::string line; std::getline(lines, line);)
        if (line.find(folder) != std::string::npos) found.push_back(line);
    return found;
}

// Memory of runs that this process still has open.
std::vector<std::string> openMemory() {
    std::vector<std::string> found;
    for (const auto& entry : fs::directory_iterator("/proc/self/fd")) {
        std::error_code gone;
        const std::string target = fs::read_symlink(entry, gone).string();
        if (target.starts_with("/memfd:interleave")) found.push_back(target);
    }
    return found;
}

// All files that runs make are made in a folder of their own here.
class Cleanliness : public ::testing::Test {
protected:
    void SetUp() override {
        const char* before = std::getenv("TMPDIR");
        m_before = before ? before : "";
        std::string folder = fs::temp_directory_path() / "cleanliness-XXXXXX";
        ASSERT_NE(::mkdtemp(folder.data()), nullptr);
        m_folder = folder;
        ::setenv("TMPDIR", folder.c_str(), 1);
        ::setenv(kMark, ownMark().c_str(), 1);
    }
    void TearDown() override {
        ::unsetenv(kMark);
        m_before.empty() ? ::unsetenv("TMPDIR") : ::setenv("TMPDIR", m_before.c_str(), 1);
        fs::remove_all(m_folder);
    }

    void expectNothingLeft(pid_t group) const {
        EXPECT_THAT(leftProcesses(group), IsEmpty());
        EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1) << "a child of this process";
        EXPECT_THAT(namesIn(m_folder), IsEmpty()) << "a file, a fifo, a socket";
        EXPECT_THAT(socketsNamed(m_folder), IsEmpty());
        EXPECT_THAT(openMemory(), IsEmpty());
        EXPECT_THAT(newMemory(m_memory), IsEmpty());
    }

    std::string m_folder;

private:
    std::string m_before;
    std::set<std::string> m_memory = namesIn("/dev/shm");
};

enum class End { runnerKilled, actorKilled, sessionKilled, stopped, timedOut, closed };
constexpr std::array kEnds{End::runnerKilled, End::actorKilled, End::sessionKilled,
                           End::stopped,      End::timedOut,    End::closed};
constexpr std::array kEndNames{"the runner killed", "an actor killed", "the session killed",
                               "stopped",           "timed out",       "closed"};

// Each run of each scenario that is about processes, and those of other chapters that lie nearest.
std::vector<RunRequest> processRuns() {
    std::vector<RunRequest> all;
    for (const Scenario& scenario : scenarios()) {
        if (!scenario.runsOn(RuntimeKind::processes)) continue;
        if (scenario.chapter() != "processes" && scenario.chapter() != "queues") continue;
        RunRequest request = requestFor(scenario.id, 2);
        request.runtime = RuntimeKind::processes;
        for (RunRequest& one : runsOf(checkedRequest(std::move(request)).value()))
            if (one.runtime == RuntimeKind::processes) all.push_back(std::move(one));
    }
    return all;
}

pid_t someActor(const Arena& arena, std::mt19937& random) {
    std::vector<pid_t> alive;
    for (std::uint32_t i = 0; i < arena.header().actorEnd.load(); ++i) {
        const ActorSlot& slot = arena.slot({i});
        if (slot.pid.load() != 0 && slot.life.load() != ActorLife::ended)
            alive.push_back(static_cast<pid_t>(slot.pid.load()));
    }
    return alive.empty() ? 0 : alive[random() % alive.size()];
}

// The group of the run, which has ended by then.
pid_t endHere(const RunRequest& wish, End how, Duration after, std::mt19937& random) {
    RunRequest request = wish;
    if (how == End::timedOut) request.timeout = after;
    LiveSession live(request);
    const pid_t group = live.pid();
    if (how != End::timedOut) live.pullUntil([&] { return live.session().state() == SessionState::over; }, after);
    if (how == End::actorKilled) {
        const pid_t victim = someActor(LiveSession::arena(), random);
        if (victim != 0) ::kill(victim, SIGKILL);
        live.pullUntil([&] { return live.session().state() == SessionState::over; }, 300ms);
    }
    if (how == End::runnerKilled) ::kill(group, SIGKILL);
    if (how == End::stopped || how == End::actorKilled) live.session().stop();
    if (how != End::closed) {
        EXPECT_TRUE(live.pullToTheEnd());
    }
    live.end();
    return group;
}

// In a process of its own, which is killed. Whoever is an orphan then comes to this process,
// which reaps it as init would.
pid_t endWithItsSession(const RunRequest& request, Duration after) {
    ::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
    std::array<int, 2> pipe{};
    EXPECT_EQ(::pipe2(pipe.data(), O_CLOEXEC), 0);
    const pid_t program = ::fork();
    if (program == 0) {
        ::dup2(pipe[1], STDOUT_FILENO);
        ::execl(INTERLEAVE_CLOSING_PROGRAM, INTERLEAVE_CLOSING_PROGRAM, INTERLEAVE_RUNNER_PROGRAM,
                request.scenario.c_str(), "processes", nullptr);
        ::_exit(127);
    }
    ::close(pipe[1]);
    pid_t runner = 0;
    EXPECT_EQ(::read(pipe[0], &runner, sizeof runner), static_cast<ssize_t>(sizeof runner));
    ::close(pipe[0]);
    std::this_thread::sleep_for(after);
    ::kill(program, SIGKILL);
    const auto until = std::chrono::steady_clock::now() + 5s;
    while (std::chrono::steady_clock::now() < until) {
        if (::waitpid(-1, nullptr, WNOHANG) == -1 && leftProcesses(runner).empty()) break;
        std::this_thread::sleep_for(1ms);
    }
    ::prctl(PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0);
    return runner;
}

TEST_F(Cleanliness, NothingIsLeftOfARunHoweverAndWheneverItEnds) {
    const std::vector<RunRequest> runs = processRuns();
    ASSERT_GE(runs.size(), 14U);
    std::mt19937 random(11);
    for (int i = 0; i < timesWanted(20); ++i) {
        const RunRequest& request = runs[random() % runs.size()];
        const auto how = static_cast<std::size_t>(i) % kEnds.size();
        const auto after = std::chrono::microseconds(1 + random() % 400'000);
        SCOPED_TRACE(::testing::Message() << request.scenario << ' ' << request.variant << ", " << kEndNames[how]
                                          << " after " << after.count() << " µs");
        const pid_t group = kEnds[how] == End::sessionKilled ? endWithItsSession(request, after)
                                                             : endHere(request, kEnds[how], after, random);
        expectNothingLeft(group);
        if (HasFailure()) return;
    }
}

// The looking itself: else nothing found would mean nothing.
TEST_F(Cleanliness, WhatIsLeftIsFound) {
    const pid_t child = ::fork();
    if (child == 0) {
        // By a program of its own: /proc shows the environment that a program was started with.
        ::execl("/bin/sleep", "sleep", "60", nullptr);
        ::_exit(127);
    }
    const auto seen = [child] {
        return leftProcesses(kNoGroup).size() == 1 && leftProcesses(kNoGroup).front().pid == child;
    };
    const auto marked = [&] { return seen() && leftProcesses(kNoGroup).front().isMarked; };
    const auto until = std::chrono::steady_clock::now() + 5s;
    while (!marked() && std::chrono::steady_clock::now() < until) std::this_thread::sleep_for(1ms);
    EXPECT_TRUE(marked()) << "a process";
    ::kill(child, SIGKILL);
    const auto isZombie = [] { return leftProcesses(kNoGroup).front().state == 'Z'; };
    while (!isZombie() && std::chrono::steady_clock::now() < until) std::this_thread::sleep_for(1ms);
    EXPECT_TRUE(isZombie());
    ::waitpid(child, nullptr, 0);
    EXPECT_THAT(leftProcesses(kNoGroup), IsEmpty());

    ASSERT_EQ(::mkfifo((m_folder + "/fifo").c_str(), 0600), 0);
    EXPECT_EQ(namesIn(m_folder).size(), 1U) << "a fifo";
}

}  // namespace
}  // namespace interleave
