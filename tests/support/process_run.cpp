#include "tests/support/process_run.hpp"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <thread>

#include "core/base/membarrier.hpp"
#include "core/trace/merge.hpp"
#include "core/trace/ring_reader.hpp"
#include "tests/support/lab_run.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kStagingBytes = std::size_t{256} << 20;
constexpr std::size_t kAll = ~std::size_t{0};
const std::function<void(Lab&)>* s_body = nullptr;

[[noreturn]] void standForTheRunner(Arena& arena, const std::function<void(Lab&)>& body) {
    ::setpgid(0, 0);
    if (!registerForBarriers()) arena.header().useMembarrier = 0;
    s_body = &body;
    // Left as it is, as the real runner leaves it.
    auto* const lab = new Lab{arena, testOrder(RuntimeKind::processes)};
    const auto ran = lab->run([](Lab& l) { (*s_body)(l); });
    if (!ran) std::fprintf(stderr, "%s\n", ran.error().what.c_str());
    ::_exit(ran ? 0 : 1);
}

}  // namespace

ProcLine procLine(pid_t pid) {
    std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const std::size_t after = text.rfind(") ");
    ProcLine line;
    if (after == std::string::npos) return line;
    std::istringstream(text.substr(after + 2)) >> line.state >> line.parent;
    return line;
}

ProcessRun runAsProcesses(const std::function<void(Lab&)>& body, const std::function<void(const Arena&)>& meanwhile,
                          Duration atMost) {
    ::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
    Arena arena = std::move(*Arena::create());
    const ClockPair base{arena.header().baseTicks, arena.header().baseMonotonic, 0};
    const pid_t runner = ::fork();
    if (runner == 0) standForTheRunner(arena, body);
    ::setpgid(runner, runner);

    ProcessRun run;
    run.store.facts().runtime = RuntimeKind::processes;
    Staging staging{kStagingBytes};
    RingReader reader{arena, staging};
    Merge merge{arena, staging, ClockMap{base, measureNsPerTick(arena.header().tickSource, 5ms)}};
    const auto pull = [&](bool final) {
        const RingReader::Pass pass = reader.pass(false);
        staging.commit(pass.watermark, final);
        merge.refill();
        while (merge.appendTo(run.store, kAll) > 0) {
        }
        return pass.empty;
    };
    // A thread of its own: what it does shall not wait for the merge.
    std::jthread aside([&](const std::stop_token& stop) {
        while (meanwhile && !stop.stop_requested()) {
            meanwhile(arena);
            std::this_thread::sleep_for(50us);
        }
    });
    const auto until = std::chrono::steady_clock::now() + atMost;
    while (::waitpid(runner, &run.waitStatus, WNOHANG) == 0) {
        pull(false);
        if (std::chrono::steady_clock::now() > until) ::kill(runner, SIGKILL);
        std::this_thread::sleep_for(50us);
    }
    aside.request_stop();
    aside.join();
    run.leftNobody = ::kill(-runner, 0) != 0;
    ::kill(-runner, SIGKILL);
    while (::waitpid(-runner, nullptr, 0) > 0) {
    }
    for (std::uint32_t i = 0; i < std::min(arena.header().ringEnd.load(), kMostRings); ++i)
        run.liveRings += arena.ring(i).ownerTid.load() != 0 && arena.ring(i).state.load() != RingState::closed ? 1 : 0;
    reader.closeAll();
    while (!pull(true)) {
    }
    pull(true);
    run.store.advance(merge.completeUpTo(), merge.completeUpTo());
    run.gaps = merge.gaps();
    return run;
}

}  // namespace interleave
