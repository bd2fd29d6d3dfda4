#include "core/runtime/process_watch.hpp"

#include <signal.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <utility>

#include "core/base/error.hpp"

namespace interleave {
namespace {

constexpr std::uint64_t kSomebodyForked = ~std::uint64_t{0};  // no actor's number

[[noreturn]] void refuse(const std::string& what) { throw std::runtime_error(refusedBySystem(what).value().what); }

}  // namespace

int waitStatusOf(int code, int status) {
    constexpr int kDumped = 0x80;
    if (code == CLD_EXITED) return status << 8;
    return code == CLD_DUMPED ? status | kDumped : status;
}

// "PID (NAME) STATE PPID …", the exit code last but none (proc(5)).
std::optional<ProcessLook> lookAtProcess(pid_t pid) {
    FILE* file = std::fopen(("/proc/" + std::to_string(pid) + "/stat").c_str(), "re");
    if (!file) return std::nullopt;
    std::array<char, 2048> text{};
    const std::size_t length = std::fread(text.data(), 1, text.size() - 1, file);
    std::fclose(file);
    const std::string line(text.data(), length);
    const std::size_t after = line.rfind(") ");  // a program's name may hold anything
    if (after == std::string::npos) return std::nullopt;
    ProcessLook look;
    if (std::sscanf(line.c_str() + after + 2, "%c %d", &look.state, &look.parent) != 2) return std::nullopt;
    const std::size_t last = line.find_last_of(' ');
    look.waitStatus = std::atoi(line.c_str() + last + 1);
    return look;
}

void ProcessWatch::begin() {
    if (::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0)
        refuse(Sentence("Running", "cannot look after processes whose parent ends"));
    // A descriptor each.
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = files.rlim_max;
        (void)::setrlimit(RLIMIT_NOFILE, &files);
    }
    m_poll = UniqueFd{::epoll_create1(EPOLL_CLOEXEC)};
    m_forks = UniqueFd{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};
    if (!m_poll.open() || !m_forks.open()) refuse(Sentence("Running", "cannot watch the processes of the run"));
    epoll_event event{.events = EPOLLIN, .data = {.u64 = kSomebodyForked}};
    if (::epoll_ctl(m_poll.get(), EPOLL_CTL_ADD, m_forks.get(), &event) != 0)
        refuse(Sentence("Running", "cannot watch the processes of the run"));
}

void ProcessWatch::tellOfFork() const noexcept { (void)::eventfd_write(m_forks.get(), 1); }

void ProcessWatch::add(ActorId actor, pid_t pid) {
    if (actor.value >= m_seen.size()) m_seen.resize(actor.value + 1, false);
    if (m_seen[actor.value]) return;
    m_seen[actor.value] = true;
    m_actors[pid] = actor;
    Watched watched{pid, UniqueFd{static_cast<int>(::syscall(SYS_pidfd_open, pid, 0))},
                    m_arena.slot(actor).isDaemon.load(std::memory_order_relaxed) != 0};
    if (!watched.fd.open() && errno == ESRCH) return m_gone.push_back(actor);  // it has ended, and was reaped
    if (!watched.fd.open()) refuse(Sentence("Running", "cannot watch a process of the run"));
    epoll_event event{.events = EPOLLIN, .data = {.u64 = actor.value}};
    if (::epoll_ctl(m_poll.get(), EPOLL_CTL_ADD, watched.fd.get(), &event) != 0)
        refuse(Sentence("Running", "cannot watch a process of the run"));
    if (!watched.isDaemon) ++m_atWork;
    m_watched.emplace(actor.value, std::move(watched));
}

std::vector<ActorId> ProcessWatch::awaitEnds(Duration atMost) {
    if (!m_gone.empty()) return std::exchange(m_gone, {});
    constexpr int kAtOnce = 64;
    std::array<epoll_event, kAtOnce> events{};
    int count = 0;
    constexpr std::int64_t kNsPerMs = 1'000'000;
    const auto limit = static_cast<int>((atMost.count() + kNsPerMs - 1) / kNsPerMs);
    while ((count = ::epoll_wait(m_poll.get(), events.data(), kAtOnce, limit)) < 0 && errno == EINTR) {
    }
    std::vector<ActorId> ended;
    for (int i = 0; i < count; ++i) {
        const std::uint64_t who = events[static_cast<std::size_t>(i)].data.u64;
        if (who != kSomebodyForked) {
            ended.push_back({static_cast<std::uint32_t>(who)});
            continue;
        }
        eventfd_t forks = 0;
        (void)::eventfd_read(m_forks.get(), &forks);
    }
    return ended;
}

void ProcessWatch::findNew() {
    const std::uint32_t actors = std::min(m_arena.header().actorEnd.load(std::memory_order_relaxed), kMostActors);
    for (std::uint32_t i = 0; i < actors; ++i) {
        if (i < m_seen.size() && m_seen[i]) continue;
        const ActorSlot& slot = m_arena.slot({i});
        // Acquire pairs with the child's store: who it is stands in its slot.
        const std::uint32_t pid = slot.pid.load(std::memory_order_acquire);
        if (pid != 0 && slot.life.load(std::memory_order_acquire) != ActorLife::ended)
            add({i}, static_cast<pid_t>(pid));
    }
}

void ProcessWatch::forget(ActorId actor) {
    const auto watched = m_watched.find(actor.value);
    if (watched == m_watched.end()) return;
    if (!watched->second.isDaemon) --m_atWork;
    // Closing alone would not take it off the list: whoever was forked meanwhile has a copy.
    (void)::epoll_ctl(m_poll.get(), EPOLL_CTL_DEL, watched->second.fd.get(), nullptr);
    m_watched.erase(watched);
}

void ProcessWatch::killAll() const noexcept {
    for (const auto& [actor, watched] : m_watched)
        ::syscall(SYS_pidfd_send_signal, watched.fd.get(), SIGKILL, nullptr, 0);
}

std::optional<pid_t> ProcessWatch::firstZombie() const {
    siginfo_t told{};
    if (::waitid(P_ALL, 0, &told, WEXITED | WNOHANG | WNOWAIT) != 0 || told.si_pid == 0) return std::nullopt;
    return told.si_pid;
}

std::optional<ActorId> ProcessWatch::actorOf(pid_t pid) const {
    const auto found = m_actors.find(pid);
    return found == m_actors.end() ? std::nullopt : std::optional{found->second};
}

std::optional<ReapedProcess> ProcessWatch::reap(pid_t pid) {
    siginfo_t told{};
    while (::waitid(P_PID, static_cast<id_t>(pid), &told, WEXITED) != 0) {
        if (errno != EINTR) return std::nullopt;
    }
    return ReapedProcess{pid, waitStatusOf(told.si_code, told.si_status)};
}

}  // namespace interleave
