#include "core/runtime/lab_clock.hpp"

#include <algorithm>

namespace interleave {
namespace {

constexpr std::int64_t kMillion = 1'000'000;

// a * b / 10^6 without overflow for the spans of a run.
std::int64_t scaled(std::int64_t ns, std::uint64_t perMillion) {
    if (perMillion == kMillion) return ns;  // tempo 1, nearly always: a division of 128 bits costs as much as a clock
    return static_cast<std::int64_t>(static_cast<__int128>(ns) * static_cast<__int128>(perMillion) / kMillion);
}

}  // namespace

LabClock::LabClock(const Arena& arena)
    : m_gate(arena.gate()),
      m_virtualNow(arena.header().tickSource == TickSource::virtualTime ? &arena.header().virtualNow : nullptr) {}

// A sequence lock (Boehm 2012): the words are atomics, so a torn reading is thrown away, never used.
LabClock::Reading LabClock::read() const noexcept {
    const LabClockWords& words = m_gate.clock;
    for (;;) {
        // Acquire: the words are read after the count.
        const std::uint32_t before = words.sequence.load(std::memory_order_acquire);
        if (before % 2 == 1) continue;
        const Reading reading{words.realBase.load(std::memory_order_acquire),
                              words.labBase.load(std::memory_order_acquire),
                              words.ratePerMillion.load(std::memory_order_acquire)};
        // The acquire loads above keep this one behind them.
        if (words.sequence.load(std::memory_order_relaxed) == before) return reading;
    }
}

Duration LabClock::now() const noexcept {
    if (m_virtualNow) return Duration{static_cast<std::int64_t>(m_virtualNow->load(std::memory_order_relaxed))};
    const Reading r = read();
    return Duration{r.labBase + scaled(monotonicNs() - r.realBase, r.ratePerMillion)};
}

std::optional<Duration> LabClock::realTimeUntil(Duration lab) const noexcept {
    const Reading r = read();
    if (r.ratePerMillion == 0) return std::nullopt;
    const std::int64_t now = r.labBase + scaled(monotonicNs() - r.realBase, r.ratePerMillion);
    const auto left = static_cast<__int128>(std::max<std::int64_t>(0, lab.count() - now));
    return Duration{static_cast<std::int64_t>(left * kMillion / static_cast<__int128>(r.ratePerMillion))};
}

double LabClock::tempo() const noexcept {
    return static_cast<double>(m_gate.tempoPerMillion.load(std::memory_order_relaxed)) / static_cast<double>(kMillion);
}

}  // namespace interleave
