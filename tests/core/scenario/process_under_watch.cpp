#include "tests/core/scenario/process_under_watch.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <system_error>

namespace interleave::listings {

ProcessUnderWatch::ProcessUnderWatch(const std::vector<std::string>& command) {
    std::vector<char*> arguments;
    for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category(), "pipe2");
    m_pid = ::fork();
    if (m_pid < 0) throw std::system_error(errno, std::generic_category(), "fork");
    if (m_pid == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::dup2(ends[1], STDERR_FILENO);
        ::execv(arguments[0], arguments.data());
        ::_exit(127);
    }
    ::close(ends[1]);
    m_from = ends[0];
    ::fcntl(m_from, F_SETFL, O_NONBLOCK);
}

ProcessUnderWatch::~ProcessUnderWatch() {
    if (!m_exit) {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }
    ::close(m_from);
}

void ProcessUnderWatch::readOutput() {
    char bytes[4096];
    for (ssize_t got = 0; (got = ::read(m_from, bytes, sizeof bytes)) > 0;)
        m_output.append(bytes, static_cast<std::size_t>(got));
}

void ProcessUnderWatch::reap() {
    int status = 0;
    constexpr int kSignalBase = 128;
    if (!m_exit && ::waitpid(m_pid, &status, WNOHANG) == m_pid)
        m_exit = WIFEXITED(status) ? WEXITSTATUS(status) : kSignalBase + WTERMSIG(status);
}

bool ProcessUnderWatch::waitUntil(const std::function<bool()>& condition, std::chrono::milliseconds atMost) {
    const auto end = std::chrono::steady_clock::now() + atMost;
    for (;;) {
        reap();
        readOutput();
        if (condition()) return true;
        if (std::chrono::steady_clock::now() >= end) return false;
        constexpr int kLookAgainMs = 20;
        ::poll(nullptr, 0, kLookAgainMs);
    }
}

bool ProcessUnderWatch::waitForEnd(std::chrono::milliseconds atMost) {
    return waitUntil([this] { return m_exit.has_value(); }, atMost);
}

int ProcessUnderWatch::threads() const {
    std::error_code gone;
    const std::filesystem::directory_iterator tasks("/proc/" + std::to_string(m_pid) + "/task", gone);
    return gone ? 0 : static_cast<int>(std::distance(begin(tasks), end(tasks)));
}

long ProcessUnderWatch::cpuTicks() const {
    // Fields 14 and 15 of proc(5)'s stat; the name in field 2 may hold blanks, so count from behind it.
    std::ifstream file("/proc/" + std::to_string(m_pid) + "/stat");
    std::string line;
    std::getline(file, line);
    const auto name = line.rfind(')');
    if (name == std::string::npos) return -1;
    std::istringstream fields(line.substr(name + 1));
    std::string skipped;
    for (int field = 3; field < 14; ++field) fields >> skipped;
    long user = 0;
    long system = 0;
    fields >> user >> system;
    return user + system;
}

}  // namespace interleave::listings
