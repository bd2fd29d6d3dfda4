// The thread that empties a run's rings, and takes the kernel's records with them, into staging; it also watches the
// runner, and after its end collects it and drains the rest.
//
// Thread safety: constructed and destroyed by one thread; the members named here may be called by any.
#pragma once

#include <atomic>
#include <optional>
#include <thread>
#include <vector>

#include "core/kernel/kernel_trace.hpp"
#include "core/session/runner_process.hpp"
#include "core/trace/ring_reader.hpp"
#include "core/trace/staging.hpp"

namespace interleave {

class Drain {
public:
    // All outlive it. Begins at once.
    Drain(Arena& arena, Staging& staging, RunnerProcess& runner, std::optional<KernelTrace> kernel);
    // The runner must have been ended, else this waits for it.
    ~Drain();

    // Set once the runner has ended and everything that it published is staged; staging's last batch is then final.
    const ProcessEnd* end() const noexcept { return m_over.load(std::memory_order_acquire) ? &m_end : nullptr; }
    // CLOCK_MONOTONIC when the runner's end was noticed; 0 before.
    std::int64_t endedAt() const noexcept { return m_endedAt.load(std::memory_order_acquire); }
    // Dropped by writers that chose to, and by the kernel.
    std::uint64_t lost() const noexcept { return m_rings.dropped() + m_kernelLost.load(std::memory_order_relaxed); }
    Duration recorderWait() const noexcept { return m_rings.waited(); }
    // Before the run is ended from outside: being killed puts a thread on a core once more, and that is not of the run.
    void stopKernelRecords() const noexcept {
        if (m_kernel) m_kernel->stop();
    }
    // Nobody wants the rest: do not wait for staging to have room.
    void abandon() noexcept { m_abandoned.store(true, std::memory_order_relaxed); }

private:
    void work();
    RingReader::Pass drainOnce();
    Ticks takeKernelRecords(Ticks now);
    void finish();
    bool runnerEndsWithin(Duration time) const;

    Arena& m_arena;
    Staging& m_staging;
    RunnerProcess& m_runner;
    RingReader m_rings;
    std::optional<KernelTrace> m_kernel;
    std::vector<SwitchRecord> m_records;
    std::vector<std::vector<Event>> m_kernelEvents;  // by core
    ClockPair m_base;

    ProcessEnd m_end;
    std::atomic<bool> m_over{false};
    std::atomic<bool> m_abandoned{false};
    std::atomic<std::int64_t> m_endedAt{0};
    std::atomic<std::uint64_t> m_kernelLost{0};
    std::jthread m_thread;
};

}  // namespace interleave
