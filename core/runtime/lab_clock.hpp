// The run's own time: real time at the chosen tempo, without the pauses. Sleeps, timeouts, slices and computations are
// measured in it. In virtual time there is only that: no tempo, no pauses.
//
// Thread safety: any thread of the runner; the watcher alone sets it, under the sequence count.
#pragma once

#include <optional>

#include "core/base/clock.hpp"
#include "core/trace/arena.hpp"

namespace interleave {

class LabClock {
public:
    explicit LabClock(const Arena& arena);

    Duration now() const noexcept;
    // Real time from now until the run's clock shows `lab`; nothing while the clock stands.
    std::optional<Duration> realTimeUntil(Duration lab) const noexcept;
    // 2: the run's clock goes twice as fast as real time. Keeps its value through a pause.
    double tempo() const noexcept;

private:
    struct Reading {
        std::int64_t realBase, labBase;
        std::uint64_t ratePerMillion;
    };
    Reading read() const noexcept;

    const GateWords& m_gate;
    const std::atomic<Ticks>* m_virtualNow;  // null where time is real
};

}  // namespace interleave
