#include "core/session/remote.hpp"

#include <algorithm>
#include <cmath>

#include "core/base/futex.hpp"

namespace interleave {
namespace {

constexpr double kMillion = 1e6;
// A person who holds the key down is not owed more than this.
constexpr std::uint32_t kMostOwed = 1;

}  // namespace

void Remote::prepare(Pace pace, double tempo) {
    m_gate.tempoPerMillion.store(static_cast<std::uint32_t>(std::lround(tempo * kMillion)), std::memory_order_relaxed);
    m_paused = pace == Pace::step;
    if (m_paused) m_gate.mode.fetch_or(kGateStepping, std::memory_order_relaxed);
    m_gate.clock.labBase.store(0, std::memory_order_relaxed);
    m_gate.clock.ratePerMillion.store(0, std::memory_order_relaxed);
    setClock(Clock::runs);
}

void Remote::pause() {
    m_paused = true;
    m_owed = 0;
    m_gate.mode.fetch_or(kGatePaused, std::memory_order_relaxed);
    setClock(Clock::stands);
    announce();
}

void Remote::resume() {
    m_paused = false;
    m_owed = 0;
    setClock(Clock::runs);
    m_gate.mode.fetch_and(~std::uint32_t{kGatePaused | kGateStepping}, std::memory_order_relaxed);
    // A gate that is free is passed without a look at these, so they would be stale at the next step.
    const std::uint32_t actors = std::min(m_arena.header().actorEnd.load(std::memory_order_relaxed), kMostActors);
    for (std::uint32_t i = 0; i < actors; ++i) {
        m_arena.slot({i}).atGate.store(0, std::memory_order_relaxed);
    }
    announce();
}

// Permits of an earlier stepping that nobody came for. Only while nobody steps.
void Remote::forgetPermits() {
    const std::uint32_t actors = std::min(m_arena.header().actorEnd.load(std::memory_order_relaxed), kMostActors);
    for (std::uint32_t i = 0; i < actors; ++i) m_arena.slot({i}).stepPermits.store(0, std::memory_order_relaxed);
}

void Remote::step(std::optional<ActorId> actor) {
    m_paused = true;
    if ((m_gate.mode.load(std::memory_order_relaxed) & kGateStepping) == 0) forgetPermits();
    if (actor) {
        ActorSlot& slot = m_arena.slot(*actor);
        const bool ended = slot.life.load(std::memory_order_acquire) == ActorLife::ended;
        if (!ended && slot.stepPermits.load(std::memory_order_relaxed) == 0)
            slot.stepPermits.fetch_add(1, std::memory_order_relaxed);
    }
    // Permit first, then the mode that asks for it; the clock runs, so that sleepers wake and come to the gate.
    if (!actor && !permitNext()) m_owed = std::min(m_owed + 1, kMostOwed);
    m_gate.mode.fetch_or(kGateStepping, std::memory_order_release);
    m_gate.mode.fetch_and(~std::uint32_t{kGatePaused}, std::memory_order_release);
    setClock(Clock::runs);
    announce();
}

void Remote::tend() {
    if (m_owed == 0 || !permitNext()) return;
    --m_owed;
    announce();
}

bool Remote::permitNext() {
    const std::uint32_t actors = std::min(m_arena.header().actorEnd.load(std::memory_order_relaxed), kMostActors);
    for (std::uint32_t i = 0; i < actors; ++i) {
        const ActorId id{(m_nextInTurn + i) % actors};
        ActorSlot& slot = m_arena.slot(id);
        if (slot.atGate.load(std::memory_order_relaxed) == 0) continue;
        if (slot.life.load(std::memory_order_acquire) == ActorLife::ended) continue;
        if (slot.stepPermits.load(std::memory_order_relaxed) != 0) continue;
        slot.stepPermits.fetch_add(1, std::memory_order_relaxed);
        m_nextInTurn = id.value + 1;
        return true;
    }
    return false;
}

void Remote::setTempo(double tempo) {
    m_gate.tempoPerMillion.store(static_cast<std::uint32_t>(std::lround(tempo * kMillion)), std::memory_order_relaxed);
    if (m_clock == Clock::runs) setClock(Clock::runs);
    announce();
}

void Remote::stop() {
    m_gate.mode.fetch_or(kGateStopping, std::memory_order_relaxed);
    announce();
}

// Continues where the run's clock is now, at the new rate. A sequence lock: readers try again while the count is odd.
void Remote::setClock(Clock clock) {
    LabClockWords& words = m_gate.clock;
    const std::uint64_t rate = clock == Clock::stands ? 0 : m_gate.tempoPerMillion.load(std::memory_order_relaxed);
    const std::int64_t now = monotonicNs();
    const auto real = static_cast<__int128>(now - words.realBase.load(std::memory_order_relaxed));
    const std::uint64_t oldRate = words.ratePerMillion.load(std::memory_order_relaxed);
    const auto passed = static_cast<std::int64_t>(real * static_cast<__int128>(oldRate) / 1'000'000);

    const std::uint32_t sequence = words.sequence.load(std::memory_order_relaxed);
    words.sequence.store(sequence + 1, std::memory_order_relaxed);
    // Release on each word: none becomes visible before the odd count.
    words.labBase.store(words.labBase.load(std::memory_order_relaxed) + passed, std::memory_order_release);
    words.realBase.store(now, std::memory_order_release);
    words.ratePerMillion.store(rate, std::memory_order_release);
    words.sequence.store(sequence + 2, std::memory_order_release);
    m_clock = clock;
}

void Remote::announce() {
    m_gate.epoch.fetch_add(1, std::memory_order_release);
    futexWake(m_gate.epoch);
}

}  // namespace interleave
