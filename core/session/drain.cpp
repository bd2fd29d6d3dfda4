#include "core/session/drain.hpp"

#include <poll.h>
#include <pthread.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <thread>

namespace interleave {
namespace {

using namespace std::chrono_literals;

// The thread sleeps until the fullest ring will be an eighth full, if things go on as they did since the last look:
// each look interrupts somebody on a machine with few cores. But never long: a writer that records a lot, and then
// for a moment nothing else, fills its ring in 1.6 ms (40 million events a second).
constexpr double kWantedShare = 1.0 / 8;
constexpr double kRecordsALot = 1.0 / 128;
constexpr Duration kLongestNap = 2ms;
constexpr Duration kLongestBusyNap = 800us;
constexpr Duration kShortestNap = 20us;  // less than this is not worth going to sleep for
constexpr Duration kLookForTheDead = 200ms;
// The kernel's records are readable some microseconds after their stamp; later if the machine's own host took the core
// away in between. Those that come later still are moved to this edge by the merge.
constexpr Duration kKernelMargin = 1ms;

Duration napAfter(const RingReader::Pass& pass, Duration sinceLastLook) {
    const Duration longest = pass.fullest > kRecordsALot ? kLongestBusyNap : kLongestNap;
    if (pass.fullest <= 0) return longest;
    const double wanted = static_cast<double>(sinceLastLook.count()) * kWantedShare / pass.fullest;
    if (wanted < static_cast<double>(kShortestNap.count())) return Duration{0};
    return wanted < static_cast<double>(longest.count()) ? Duration{static_cast<std::int64_t>(wanted)} : longest;
}

}  // namespace

Drain::Drain(Arena& arena, Staging& staging, RunnerProcess& runner, std::optional<KernelTrace> kernel)
    : m_arena(arena),
      m_staging(staging),
      m_runner(runner),
      m_rings(arena, staging),
      m_kernel(std::move(kernel)),
      m_base{arena.header().baseTicks, arena.header().baseMonotonic, 0},
      m_thread([this] { work(); }) {}

Drain::~Drain() { abandon(); }

void Drain::work() {
    ::pthread_setname_np(::pthread_self(), "drain");
    // Ahead of the run's own threads, where this user may ask for that: a late drain makes writers wait. Measured on
    // two busy cores: a quarter of the waits. (On Linux a thread has a nice value of its own.)
    constexpr int kAhead = -10;
    (void)::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), kAhead);
    Duration nap{0};
    std::int64_t looked = monotonicNs();
    std::int64_t lookedForTheDead = looked;
    while (!runnerEndsWithin(nap)) {
        const RingReader::Pass pass = drainOnce();
        const std::int64_t now = monotonicNs();
        nap = napAfter(pass, Duration{now - looked});
        looked = now;
        if (now - lookedForTheDead < kLookForTheDead.count()) continue;
        m_rings.forgetDeadWriters();
        lookedForTheDead = now;
    }
    finish();
}

RingReader::Pass Drain::drainOnce() {
    const RingReader::Pass pass = m_rings.pass(m_kernel.has_value());
    const Ticks complete = m_kernel ? std::min(pass.watermark, takeKernelRecords(pass.now)) : pass.watermark;
    m_staging.commit(complete, false, pass.now);
    return pass;
}

// Returns up to which moment the kernel's records are complete; `now` was read before.
Ticks Drain::takeKernelRecords(Ticks now) {
    m_records.clear();
    m_kernel->read(m_records);
    m_kernelLost.store(m_kernel->lost(), std::memory_order_relaxed);

    // The kernel stamps CLOCK_MONOTONIC, the rings' axis is ticks: a line through the run's beginning and this moment,
    // laid so that this moment is exact.
    const ClockPair here = readBothClocks(m_arena.header().tickSource);
    const double ticksPerNs =
        here.monotonic > m_base.monotonic
            ? static_cast<double>(here.ticks - m_base.ticks) / static_cast<double>(here.monotonic - m_base.monotonic)
            : 1.0;
    // The kernel's fast clock may be some ns ahead of the one read here, never a whole look.
    const auto ticksAt = [&](std::int64_t ns) {
        const auto ago = static_cast<std::int64_t>(static_cast<double>(here.monotonic - ns) * ticksPerNs);
        return std::clamp(here.ticks - static_cast<Ticks>(ago), m_base.ticks, here.ticks);
    };
    for (auto& events : m_kernelEvents) events.clear();
    for (const SwitchRecord& record : m_records) {
        if (record.core >= m_kernelEvents.size()) m_kernelEvents.resize(record.core + 1);
        const auto out = record.preempted ? KernelOut::preempted : KernelOut::blocked;
        m_kernelEvents[record.core].push_back(
            {.time = ticksAt(record.at),
             .object = record.tid,
             .kind = record.in ? EventKind::kernelSwitchIn : EventKind::kernelSwitchOut,
             .detail = static_cast<std::uint8_t>(out),
             .value = record.core});
    }
    for (std::uint32_t core = 0; core < m_kernelEvents.size(); ++core)
        m_staging.append(kMostRings + core, m_kernelEvents[core]);
    const auto margin = static_cast<Ticks>(static_cast<double>(kKernelMargin.count()) * ticksPerNs);
    return now - std::min(now, margin);
}

void Drain::finish() {
    m_endedAt.store(monotonicNs(), std::memory_order_release);
    m_end = m_runner.collect();
    m_rings.closeAll();
    // What was published is kept even if it has to wait for the consumer, who may be busy.
    for (;;) {
        const RingReader::Pass pass = drainOnce();
        if (pass.empty || m_abandoned.load(std::memory_order_relaxed)) break;
        if (pass.events == 0) std::this_thread::sleep_for(kLongestNap);
    }
    // Release pairs with the acquire in end(): m_end is complete. Before the final batch, so that who has that has
    // this.
    m_over.store(true, std::memory_order_release);
    m_staging.commit(~Ticks{0}, true);
}

bool Drain::runnerEndsWithin(Duration time) const {
    pollfd watched{m_runner.watch(), POLLIN, 0};
    const timespec limit{.tv_sec = 0, .tv_nsec = time.count()};
    return ::ppoll(&watched, 1, &limit, nullptr) > 0;
}

}  // namespace interleave
