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

#include <gtest/gtest.h>

namespace interleave::end_to_end {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

namespace {

struct Pipe {
    int read = -1;
    int write = -1;
    Pipe() {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) == 0) read = ends[0], write = ends[1];
    }
    ~Pipe() {
        ::close(read);
        if (write >= 0) ::close(write);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    void closeWrite() { ::close(std::exchange(write, -1)); }
};

std::vector<std::string> environment() {
    std::vector<std::string> values{"QT_QPA_PLATFORM=offscreen", "LANG=C.UTF-8"};
    for (const char* name : {"HOME", "PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS", "INTERLEAVE_TICKS"})
        if (const char* value = std::getenv(name)) values.push_back(std::string(name) + "=" + value);
    return values;
}

std::vector<char*> pointersTo(std::vector<std::string>& words) {
    std::vector<char*> pointers;
    for (auto& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
}

// Reads both pipes until both are closed or the time is over; true if they were closed.
bool readAll(const Pipe& out, const Pipe& err, Outcome& outcome, Clock::time_point deadline) {
    std::array<pollfd, 2> ends{pollfd{out.read, POLLIN, 0}, pollfd{err.read, POLLIN, 0}};
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

}  // namespace

nlohmann::json Outcome::json() const {
    auto parsed = nlohmann::json::parse(out, nullptr, false);
    EXPECT_FALSE(parsed.is_discarded()) << "stdout is no JSON:\n" << out << "\nstderr:\n" << err;
    return parsed;
}

Outcome interleave(const std::vector<std::string>& arguments, std::chrono::seconds limit) {
    std::vector<std::string> words{INTERLEAVE_PROGRAM};
    words.insert(words.end(), arguments.begin(), arguments.end());
    auto variables = environment();
    const auto argv = pointersTo(words), envp = pointersTo(variables);

    Pipe out, err;
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(&actions, out.write, 1);
    ::posix_spawn_file_actions_adddup2(&actions, err.write, 2);
    pid_t child = 0;
    const int refusal = ::posix_spawn(&child, INTERLEAVE_PROGRAM, &actions, nullptr, argv.data(), envp.data());
    ::posix_spawn_file_actions_destroy(&actions);
    Outcome outcome;
    if (refusal != 0) {
        ADD_FAILURE() << INTERLEAVE_PROGRAM << " cannot be started, errno " << refusal;
        return outcome;
    }
    out.closeWrite();
    err.closeWrite();
    if (!readAll(out, err, outcome, Clock::now() + limit)) {
        ADD_FAILURE() << "still running after " << limit.count() << " s; stderr:\n" << outcome.err;
        ::kill(child, SIGKILL);
    }
    int state = 0;
    ::waitpid(child, &state, 0);
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

std::vector<pid_t> runnersAlive() {
    std::vector<pid_t> alive;
    const auto runner = fs::canonical(fs::path(INTERLEAVE_PROGRAM).parent_path() / "interleave-runner");
    for (const auto& entry : fs::directory_iterator("/proc")) {
        const auto name = entry.path().filename().string();
        pid_t pid = 0;
        if (std::from_chars(name.data(), name.data() + name.size(), pid).ec != std::errc{}) continue;
        std::error_code gone;
        if (fs::read_symlink(entry.path() / "exe", gone) == runner) alive.push_back(pid);
    }
    return alive;
}

}  // namespace interleave::end_to_end
