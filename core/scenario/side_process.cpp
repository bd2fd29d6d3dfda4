#include "core/scenario/side_process.hpp"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <stdexcept>
#include <utility>

namespace interleave {
namespace {

constexpr int kFirstAfterStandard = 3;

// All but the standard streams and the one to keep (close_range(2)).
void closeOthers(int kept) {
    const auto from = static_cast<unsigned>(kFirstAfterStandard);
    if (kept > kFirstAfterStandard) (void)::close_range(from, static_cast<unsigned>(kept - 1), 0);
    (void)::close_range(static_cast<unsigned>(std::max(kept + 1, kFirstAfterStandard)), ~0U, 0);
}

}  // namespace

SideProcess::SideProcess(UniqueFd keep, const std::function<void(int kept)>& serve) : m_maker(::getpid()) {
    std::fflush(nullptr);  // else what is buffered is printed by both
    m_pid = ::fork();
    if (m_pid < 0)
        throw std::runtime_error(
            Sentence("Requests", "the system refuses a process for a server: {}").of(systemReason(errno)));
    if (m_pid > 0) return;
    // Its maker may have died before it asked for the signal.
    (void)::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    if (::getppid() != m_maker) ::_exit(1);
    closeOthers(keep.get());
    try {
        serve(keep.get());
    } catch (const std::exception& error) {
        (void)std::fprintf(stderr, "a server beside the run ended: %s\n", error.what());
    }
    ::_exit(0);
}

void SideProcess::end() {
    if (m_pid <= 0 || m_maker != ::getpid()) return;
    const pid_t pid = std::exchange(m_pid, 0);
    (void)::kill(pid, SIGKILL);
    // It may have ended before, and been reaped by whoever looks after the processes of the run.
    while (::waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
    }
}

}  // namespace interleave
