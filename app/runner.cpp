// interleave-runner: the process in which a scenario really runs. Started by a session, never by a person:
//
//   interleave-runner ARENA CONTROL LIFELINE      (numbers of inherited file descriptors)
//
// It says "ready" over the control socket, or why not, waits for "go", and reads no socket after that; a scenario that
// cannot run says why as the last word. It stays single-threaded until the scenario makes threads, and leaves by _exit:
// actors in a deadlock are never joined.
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <charconv>
#include <cstdio>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>

#include "core/base/membarrier.hpp"
#include "core/scenario/execute.hpp"
#include "core/scenario/scenario.hpp"
#include "core/session/handshake.hpp"

namespace {

using namespace interleave;

constexpr int kCouldNotRun = 1;
constexpr int kWrongUsage = 2;

std::optional<int> descriptorFrom(std::string_view word) {
    int fd = -1;
    const auto [end, wrong] = std::from_chars(word.data(), word.data() + word.size(), fd);
    if (wrong != std::errc{} || end != word.data() + word.size() || ::fcntl(fd, F_GETFD) < 0) return std::nullopt;
    return fd;
}

// Asks the kernel to end this whole process group as soon as the other end of the pipe is closed, which it is when the
// session's process dies, however it dies. PR_SET_PDEATHSIG would miss the processes that this one starts.
Expected<void> holdLifeline(int fd) {
    if (::fcntl(fd, F_SETOWN, -::getpgrp()) != 0 || ::fcntl(fd, F_SETSIG, SIGKILL) != 0 ||
        ::fcntl(fd, F_SETFL, O_ASYNC | O_NONBLOCK) != 0)
        return refusedBySystem(Sentence("CommandLine", "the run's process cannot be tied to this program's life"));
    // It may have died before the signal was asked for.
    pollfd look{fd, POLLIN, 0};
    if (::poll(&look, 1, 0) > 0) ::_exit(kCouldNotRun);
    return {};
}

Expected<RunnerOrder> receiveOrder(int control) {
    auto text = receiveWord(control);
    if (!text) return tl::unexpected(text.error());
    if (text->empty()) ::_exit(kCouldNotRun);  // the session has gone
    auto order = runnerOrderFromJson(*text);
    if (order && findScenario(order->scenario) == nullptr)
        return refused(
            Sentence("CommandLine", "the runner does not know the scenario {}: build both programs anew")
                .of(order->scenario));
    return order;
}

[[noreturn]] void refuse(int control, const Error& error) {
    (void)sendWord(control, error.what);
    ::_exit(kCouldNotRun);
}

bool waitForGo(int control) {
    const auto word = receiveWord(control);
    return word && *word == kGo;
}

int sayUsage() {
    std::fputs("interleave-runner is started by interleave; to make a run: interleave run SCENARIO\n", stderr);
    return kWrongUsage;
}

// This program was started anew for one actor of a run (core/runtime/fresh_start.hpp).
int liveFresh(std::span<char* const> words) {
    const auto start = freshStartFrom(words);
    if (!start) return sayUsage();
    auto arena = Arena::open(start->arena);
    // Its parent could; without it the watermark would pass what this process is writing.
    if (!arena || (arena->header().useMembarrier != 0 && !registerForBarriers())) return kCouldNotRun;
    const Error refusal = runFresh(*arena, *start);
    std::fprintf(stderr, "%s\n", refusal.what.c_str());
    return kCouldNotRun;
}

}  // namespace

int main(int count, char** words) {
    if (count > 1 && words[1] == kFreshWord)
        return liveFresh(std::span(words, static_cast<std::size_t>(count)).subspan(2));
    const auto descriptor = [&](int i) { return i < count ? descriptorFrom(words[i]) : std::nullopt; };
    const auto arenaFd = descriptor(1);
    const auto control = descriptor(2);
    const auto lifeline = descriptor(3);
    if (count != 4 || !arenaFd || !control || !lifeline) return sayUsage();

    // Writing where nobody reads any more is an error that the writer is told of, as in Python, not its end.
    ::signal(SIGPIPE, SIG_IGN);
    if (auto held = holdLifeline(*lifeline); !held) refuse(*control, held.error());
    auto arena = Arena::open(*arenaFd);
    if (!arena) refuse(*control, arena.error());
    const auto order = receiveOrder(*control);
    if (!order) refuse(*control, order.error());
    // Before the first event: how a writer marks what is under way depends on it.
    if (arena->header().useMembarrier != 0 && !registerForBarriers()) arena->header().useMembarrier = 0;

    if (!sendWord(*control, kReady) || !waitForGo(*control)) ::_exit(kCouldNotRun);
    if (const auto ran = runScenario(*arena, *order); !ran) refuse(*control, ran.error());
    // By _exit: threads that are deadlocked are never joined.
    ::_exit(0);
}
