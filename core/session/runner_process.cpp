#include "core/session/runner_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <thread>
#include <utility>

#include "core/base/clock.hpp"
#include "core/session/handshake.hpp"

extern char** environ;

namespace interleave {
namespace {

using namespace std::chrono_literals;

// A program that is loaded from a slow disk, under a sanitizer, on a busy machine, still answers within this.
constexpr auto kHandshakeTime = 20s;
// Killed processes are gone in well under a millisecond each; more only if one hangs inside the kernel.
constexpr auto kGroupTime = 500ms;
// A hundred thousand files are removed within this.
constexpr auto kSweepTime = 20s;

Expected<void> makePair(int type, UniqueFd& ours, UniqueFd& theirs) {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, type | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return refusedBySystem(Sentence("Sessions", "cannot make the control socket of the run"));
    ours = UniqueFd{ends[0]};
    theirs = UniqueFd{ends[1]};
    return {};
}

// While any run is on, its processes whose parent has ended become children of this one, which reaps them: else they
// would be left to whoever does so on this machine, if anybody does.
class OrphansAreOurs {
public:
    static void begin() noexcept { count(+1); }
    static void end() noexcept { count(-1); }

private:
    static void count(int change) noexcept {
        static std::mutex guard;
        static int runs = 0;
        const std::lock_guard hold{guard};
        runs += change;
        (void)::prctl(PR_SET_CHILD_SUBREAPER, runs > 0 ? 1 : 0, 0, 0, 0);
    }
};

// Until nobody of the group is left: all have been killed, and are ours to reap.
void reapGroup(pid_t group) {
    const std::int64_t until = monotonicNs() + Duration(kGroupTime).count();
    while (monotonicNs() < until) {
        siginfo_t told{};
        const int waited = ::waitid(P_PGID, static_cast<id_t>(group), &told, WEXITED | WNOHANG);
        if (waited == 0 && told.si_pid != 0) continue;
        if (waited != 0 && ::kill(-group, 0) != 0) return;
        std::this_thread::sleep_for(200us);
    }
}

// The process that removes what the run has put on the disk ends soon after all others: it is one of ours then, too.
void awaitSweeper(pid_t sweeper) {
    const std::int64_t until = monotonicNs() + Duration(kSweepTime).count();
    while (monotonicNs() < until) {
        siginfo_t told{};
        const int waited = ::waitid(P_PID, static_cast<id_t>(sweeper), &told, WEXITED | WNOHANG);
        if (waited != 0 && errno != EINTR) return;  // it is not, or not any more
        if (waited == 0 && told.si_pid != 0) return;
        std::this_thread::sleep_for(200us);
    }
}

// The runner's standard input is empty, and what it prints goes where errors go: standard output is this program's.
struct SpawnPlan {
    posix_spawn_file_actions_t files{};
    posix_spawnattr_t attributes{};

    SpawnPlan() {
        ::posix_spawn_file_actions_init(&files);
        ::posix_spawnattr_init(&attributes);
        ::posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        ::posix_spawn_file_actions_adddup2(&files, STDERR_FILENO, STDOUT_FILENO);
        sigset_t none{}, all{};
        ::sigemptyset(&none);
        ::sigfillset(&all);
        ::posix_spawnattr_setsigmask(&attributes, &none);
        ::posix_spawnattr_setsigdefault(&attributes, &all);
        ::posix_spawnattr_setpgroup(&attributes, 0);
        ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    ~SpawnPlan() {
        ::posix_spawnattr_destroy(&attributes);
        ::posix_spawn_file_actions_destroy(&files);
    }
    SpawnPlan(const SpawnPlan&) = delete;
    SpawnPlan& operator=(const SpawnPlan&) = delete;

    // Onto itself: that only takes the close-on-exec mark off, in the child.
    void keep(int fd) { ::posix_spawn_file_actions_adddup2(&files, fd, fd); }
};

}  // namespace

std::string ProcessEnd::sentence() const {
    if (!lastWord.empty()) return lastWord;
    if (bySignal)
        return Sentence("Sessions", "the run's process was ended by signal {} ({})").of(number, ::sigdescr_np(number));
    return Sentence("Sessions", "the run's process left with exit status {}").of(number);
}

Expected<std::string> runnerNear(const std::string& program) {
    const std::string folder = program.substr(0, program.rfind('/') + 1);
    const std::string built = folder + "interleave-runner";
    const std::string installed = folder + INTERLEAVE_RUNNER_FROM_PROGRAM;
    for (const std::string& path : {built, installed})
        if (::access(path.c_str(), X_OK) == 0) return path;
    return refusedBySystem(Sentence("Sessions", "cannot start interleave-runner, the program that makes runs: it is "
                                                "neither {} nor {}; install it again, or name it in INTERLEAVE_RUNNER")
                               .of(built, installed));
}

Expected<std::string> findRunner(const std::string& wish) {
    std::string path = wish;
    if (path.empty()) {
        if (const char* named = std::getenv("INTERLEAVE_RUNNER"); named && *named) path = named;
    }
    if (!path.empty()) {
        if (::access(path.c_str(), X_OK) == 0) return path;
        return refusedBySystem(Sentence("Sessions", "cannot start {}, the program that makes runs; build it, or name "
                                                    "it in INTERLEAVE_RUNNER")
                                   .of(path));
    }
    std::array<char, PATH_MAX> self{};
    const ssize_t length = ::readlink("/proc/self/exe", self.data(), self.size());
    if (length <= 0) return refusedBySystem(Sentence("Sessions", "cannot find out where this program is"));
    return runnerNear(std::string(self.data(), static_cast<std::size_t>(length)));
}

Expected<RunnerProcess> RunnerProcess::start(const std::string& path, const Arena& arena, const RunnerOrder& order) {
    RunnerProcess process;
    process.m_arena = &arena;
    if (auto done = process.spawn(path, arena); !done) return tl::unexpected(done.error());
    if (auto done = process.handshake(order); !done) return tl::unexpected(done.error());
    return process;
}

RunnerProcess::RunnerProcess(RunnerProcess&& other) noexcept
    : m_pid(std::exchange(other.m_pid, 0)),
      m_collected(other.m_collected),
      m_arena(other.m_arena),
      m_watch(std::move(other.m_watch)),
      m_control(std::move(other.m_control)),
      m_lifeline(std::move(other.m_lifeline)) {}

RunnerProcess::~RunnerProcess() {
    if (m_pid == 0 || m_collected) return;
    kill();
    (void)collect();
}

Expected<void> RunnerProcess::spawn(const std::string& path, const Arena& arena) {
    UniqueFd theirControl;
    if (auto done = makePair(SOCK_SEQPACKET, m_control, theirControl); !done) return done;
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0)
        return refusedBySystem(Sentence("Sessions", "cannot make the lifeline of the run"));
    const UniqueFd theirLifeline{pipe[0]};
    m_lifeline = UniqueFd{pipe[1]};

    SpawnPlan plan;
    for (const int fd : {arena.fd(), theirControl.get(), theirLifeline.get()}) plan.keep(fd);
    std::array<std::string, 4> words{path, std::to_string(arena.fd()), std::to_string(theirControl.get()),
                                     std::to_string(theirLifeline.get())};
    std::array<char*, 5> arguments{words[0].data(), words[1].data(), words[2].data(), words[3].data(), nullptr};
    const int refusal = ::posix_spawn(&m_pid, path.c_str(), &plan.files, &plan.attributes, arguments.data(), environ);
    if (refusal != 0) {
        m_pid = 0;
        return refused(Sentence("Sessions", "cannot start {}: {}").of(path, systemReason(refusal)), refusal);
    }
    OrphansAreOurs::begin();
    m_watch = UniqueFd{static_cast<int>(::syscall(SYS_pidfd_open, m_pid, 0))};
    if (m_watch.open()) return {};
    const int code = errno;
    ::kill(m_pid, SIGKILL);  // still ours to name: it has not been collected
    return refused(Sentence("Sessions", "cannot watch the run's process: {}").of(systemReason(code)), code);
}

Expected<void> RunnerProcess::handshake(const RunnerOrder& order) {
    // One that has ended already cannot be talked to; answer() then says how it ended.
    if (auto sent = sendWord(m_control.get(), toJson(order)); !sent && sent.error().code != EPIPE) return sent;
    const auto reply = answer();
    if (!reply) return tl::unexpected(reply.error());
    if (*reply == kReady) return {};
    return refused(*reply);
}

Expected<void> RunnerProcess::go() {
    auto sent = sendWord(m_control.get(), kGo);
    if (!sent && sent.error().code == EPIPE) return refused(endedEarly());
    return sent;
}

Expected<std::string> RunnerProcess::answer() {
    std::array<pollfd, 1> wait{pollfd{m_control.get(), POLLIN, 0}};
    const std::int64_t until = monotonicNs() + Duration(kHandshakeTime).count();
    for (;;) {
        const std::int64_t left = until - monotonicNs();
        const int ready = left > 0 ? ::poll(wait.data(), wait.size(), static_cast<int>(left / 1'000'000) + 1) : 0;
        if (ready > 0) break;
        if (ready == 0)
            return refused(
                Sentence("Sessions", "the run's process did not answer within 20 s; is the machine overloaded?"));
        if (errno != EINTR) return refusedBySystem(Sentence("Sessions", "cannot hear the run's process"));
    }
    auto word = receiveWord(m_control.get());
    if (word && !word->empty()) return word;
    return refused(endedEarly());
}

std::string RunnerProcess::endedEarly() {
    kill();  // it has hung up, so it has ended or is about to
    return Sentence("Sessions", "{} before the run began").of(collect().sentence());
}

void RunnerProcess::kill() const noexcept {
    // By descriptor: the number of a process that has ended may be another's by now.
    ::syscall(SYS_pidfd_send_signal, m_watch.get(), SIGKILL, nullptr, 0);
}

ProcessEnd RunnerProcess::collect() {
    siginfo_t told{};
    while (::waitid(P_PID, static_cast<id_t>(m_pid), &told, WEXITED | WNOWAIT) != 0 && errno == EINTR) {}
    // Before it is reaped: until then no other process can have its number, hence no other group.
    ::kill(-m_pid, SIGKILL);
    while (::waitid(P_PID, static_cast<id_t>(m_pid), &told, WEXITED) != 0 && errno == EINTR) {}
    m_collected = true;
    reapGroup(m_pid);
    // Acquire: it is told before the runner, which has ended, went on.
    const std::uint32_t sweeper = m_arena->header().sweeper.load(std::memory_order_acquire);
    if (sweeper != 0) awaitSweeper(static_cast<pid_t>(sweeper));
    OrphansAreOurs::end();
    ProcessEnd end{told.si_code != CLD_EXITED, told.si_status, {}};
    pollfd said{m_control.get(), POLLIN, 0};
    if (::poll(&said, 1, 0) > 0 && (said.revents & POLLIN) != 0)
        end.lastWord = receiveWord(m_control.get()).value_or("");
    return end;
}

}  // namespace interleave
