#include "core/session/standstill.hpp"

#include <chrono>

namespace interleave {
namespace {

using namespace std::chrono_literals;

// A proof needs no second thought: this is for the eye, which should see the deadlock close.
constexpr Duration kAfterDeadlock = 300ms;
// Without a proof something unseen might still wake somebody.
constexpr Duration kAfterStall = 2s;

// Whether only another actor can end this wait.
bool waitsForOthers(const ActorState& actor) {
    if (actor.phase != Phase::waiting || !actor.edge) return false;
    switch (actor.waitReason) {
        case WaitReason::lock:
        case WaitReason::queueFull:
        case WaitReason::queueEmpty:
        case WaitReason::join:
        case WaitReason::future:
        case WaitReason::condition:
        case WaitReason::semaphore:
        case WaitReason::event:
        case WaitReason::barrier:
        case WaitReason::units: return true;
        default: return false;  // time, the world outside or the program itself ends it
    }
}

}  // namespace

Standstill standstillOf(const Store& store) {
    const TraceState& state = store.state();
    const bool mayBeStuck = !store.deadlocks().empty();  // spares following the edges where no cycle was ever seen
    bool anyStuck = false;
    bool anyOther = false;
    for (std::uint32_t i = 0; i < state.actorCount(); ++i) {
        const ActorState& actor = state.actor({i});
        if (actor.phase == Phase::unknown || actor.phase == Phase::ended) continue;
        if (!waitsForOthers(actor)) return Standstill::none;
        const bool stuck = mayBeStuck && state.isStuck({i});
        anyStuck = anyStuck || stuck;
        anyOther = anyOther || !stuck;
    }
    if (anyStuck) return anyOther ? Standstill::mixed : Standstill::deadlocked;
    return anyOther ? Standstill::stalled : Standstill::none;
}

std::optional<Ended> StandstillWatch::look(Standstill standstill, Duration now) {
    if (standstill != m_seen) {
        m_seen = standstill;
        m_since = now;
    }
    const Duration lasted = now - m_since;
    if (standstill == Standstill::deadlocked && lasted >= kAfterDeadlock) return Ended::deadlocked;
    if (standstill == Standstill::mixed && lasted >= kAfterStall) return Ended::deadlocked;
    if (standstill == Standstill::stalled && lasted >= kAfterStall) return Ended::stalled;
    return std::nullopt;
}

}  // namespace interleave
