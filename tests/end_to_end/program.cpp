#include "tests/end_to_end/program.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <thread>

#include <gtest/gtest.h>

namespace interleave::end_to_end {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

namespace {

std::vector<std::string> environment() {
    std::vector<std::string> values{"LANG=C.UTF-8"};
    for (const char* name : {"HOME", "PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"})
        if (const char* value = std::getenv(name)) values.push_back(std::string(name) + "=" + value);
    return values;
}

std::vector<char*> pointersTo(std::vector<std::string>& words) {
    std::vector<char*> pointers;
    for (auto& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
}

// Reads both ends until both are closed or the time is over; true if they were closed.
bool readAll(int out, int err, Outcome& outcome, Clock::time_point deadline) {
    std::array<pollfd, 2> ends{pollfd{out, POLLIN, 0}, pollfd{err, POLLIN, 0}};
    const std::array<std::string*, 2> texts{&outcome.out, &outcome.err};
    while (ends[0].fd >= 0 || ends[1].fd >= 0) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
        if (left <= 0) return false;
        ::poll(ends.data(), ends.size(), static_cast<int>(left));
        for (std::size_t i = 0; i < ends.size(); ++i) {
            if (ends[i].fd < 0 || ends[i].revents == 0) continue;
            std::array<char, 65536> piece{};
            const auto bytes = ::read(ends[i].fd, piece.data(), piece.size());
            if (bytes <= 0) ends[i].fd = -1;
            else texts[i]->append(piece.data(), static_cast<std::size_t>(bytes));
        }
    }
    return true;
}

// The fourth word of /proc/<pid>/stat; the second, the name, may hold blanks and brackets. 0 where it is gone.
pid_t parentOf(pid_t process) {
    std::ifstream file("/proc/" + std::to_string(process) + "/stat");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const auto name = text.rfind(')');
    return name == std::string::npos ? 0 : std::atoi(text.c_str() + name + 4);
}

bool descends(pid_t process, pid_t ancestor) {
    while (process > 1 && process != ancestor) process = parentOf(process);
    return process == ancestor;
}

}  // namespace

nlohmann::json Outcome::json() const {
    auto parsed = nlohmann::json::parse(out, nullptr, false);
    EXPECT_FALSE(parsed.is_discarded()) << "stdout is no JSON:\n" << out << "\nstderr:\n" << err;
    return parsed;
}

Program::Program(const std::vector<std::string>& arguments) : Program(INTERLEAVE_PROGRAM, arguments) {}

Program::Program(const std::string& program, const std::vector<std::string>& arguments) {
    std::vector<std::string> words{program};
    words.insert(words.end(), arguments.begin(), arguments.end());
    auto variables = environment();
    const auto argv = pointersTo(words), envp = pointersTo(variables);

    std::array<int, 2> out{}, err{};
    if (::pipe2(out.data(), O_CLOEXEC) != 0 || ::pipe2(err.data(), O_CLOEXEC) != 0) {
        ADD_FAILURE() << "no pipes can be made";
        return;
    }
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(&actions, out[1], 1);
    ::posix_spawn_file_actions_adddup2(&actions, err[1], 2);
    const int refusal = ::posix_spawn(&m_pid, program.c_str(), &actions, nullptr, argv.data(), envp.data());
    ::posix_spawn_file_actions_destroy(&actions);
    EXPECT_EQ(refusal, 0) << program << " cannot be started";
    if (refusal != 0) m_pid = -1;
    ::close(out[1]);
    ::close(err[1]);
    m_out = out[0];
    m_err = err[0];
}

Program::~Program() {
    if (m_pid > 0) {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }
    ::close(m_out);
    ::close(m_err);
}

Outcome Program::end(std::chrono::seconds limit) {
    Outcome outcome;
    if (m_pid <= 0) return outcome;
    if (!readAll(m_out, m_err, outcome, Clock::now() + limit)) {
        ADD_FAILURE() << "still running after " << limit.count() << " s; stderr:\n" << outcome.err;
        ::kill(m_pid, SIGKILL);
    }
    int state = 0;
    ::waitpid(m_pid, &state, 0);
    m_pid = -1;
    outcome.status = WIFEXITED(state) ? WEXITSTATUS(state) : 128 + WTERMSIG(state);
    return outcome;
}

TemporaryFolder::TemporaryFolder() {
    auto name = (fs::temp_directory_path() / "interleave-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) ADD_FAILURE() << "no temporary folder can be made: " << name;
    m_path = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

nlohmann::json run(std::vector<std::string> words) {
    words.insert(words.begin(), "run");
    words.emplace_back("--json");
    const auto outcome = interleave(words);
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(outcome.err, "");
    auto json = outcome.json();
    if (!json.is_object()) return {};
    EXPECT_EQ(json["lost"], 0);
    EXPECT_TRUE(json["violations"].empty()) << json["violations"];
    return json;
}

std::vector<pid_t> runnersOf(pid_t ancestor) {
    std::vector<pid_t> runners;
    const auto runner = fs::canonical(fs::path(INTERLEAVE_PROGRAM).parent_path() / "interleave-runner");
    for (const auto& entry : fs::directory_iterator("/proc")) {
        const auto name = entry.path().filename().string();
        pid_t pid = 0;
        if (std::from_chars(name.data(), name.data() + name.size(), pid).ec != std::errc{}) continue;
        std::error_code gone;
        if (fs::read_symlink(entry.path() / "exe", gone) == runner && descends(pid, ancestor)) runners.push_back(pid);
    }
    return runners;
}

bool alive(pid_t process) {
    std::error_code gone;
    return !fs::read_symlink("/proc/" + std::to_string(process) + "/exe", gone).empty();
}

bool comesTrue(const std::function<bool()>& condition, std::chrono::milliseconds limit) {
    for (const auto deadline = Clock::now() + limit; Clock::now() < deadline;) {
        if (condition()) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return condition();
}

}  // namespace interleave::end_to_end
