#include "core/runtime/gate.hpp"

#include <algorithm>

#include "core/base/futex.hpp"

namespace interleave {
namespace {

bool matches(const SteeringStep& step, Operation operation, ObjectId object) {
    return step.operation == operation && (step.object == ObjectId::kNone || step.object == object.value);
}

}  // namespace

bool Gate::isScripted(const ActorSlot& slot, Operation operation, ObjectId object) const noexcept {
    const std::uint32_t next = slot.steeringNext.load(std::memory_order_relaxed);
    // Relaxed: the script is written before any actor starts.
    return next < m_words.steeringEnd.load(std::memory_order_relaxed) &&
           matches(m_words.steering[next], operation, object);
}

bool Gate::wouldPass(ActorId actor, Operation operation, ObjectId object) const noexcept {
    return wouldPass(m_words.mode.load(std::memory_order_relaxed), actor, operation, object);
}

bool Gate::wouldPass(std::uint32_t mode, ActorId actor, Operation operation, ObjectId object) const noexcept {
    const ActorSlot& slot = m_arena.slot(actor);
    if ((mode & kGatePaused) != 0) return false;
    if ((mode & kGateStepping) != 0 && slot.stepPermits.load(std::memory_order_relaxed) == 0) return false;
    if ((mode & kGateSteered) != 0 && isScripted(slot, operation, object)) {
        // Acquire pairs with the release in advanceScript: what the step before did is seen.
        return m_words.steeringPosition.load(std::memory_order_acquire) >=
               slot.steeringNext.load(std::memory_order_relaxed);
    }
    return true;
}

bool Gate::passSlowly(ActorId actor, Operation operation, ObjectId object) noexcept {
    ActorSlot& slot = m_arena.slot(actor);
    endOwedStep(slot);  // it is at the gate again
    // Read once: a command that comes meanwhile holds from the next operation on.
    const std::uint32_t mode = m_words.mode.load(std::memory_order_relaxed);
    const bool needsPermit = (mode & kGateStepping) != 0;
    if (!wouldPass(mode, actor, operation, object) || (needsPermit && !takePermit(slot))) {
        slot.atGate.store(1, std::memory_order_relaxed);
        return false;
    }
    if (needsPermit) slot.inStep.store(1, std::memory_order_relaxed);
    if ((mode & kGateSteered) != 0 && isScripted(slot, operation, object)) {
        const std::uint32_t made = slot.steeringNext.load(std::memory_order_relaxed);
        slot.steeringNext.store(nextStepOf(actor, made + 1), std::memory_order_relaxed);
        slot.owesStep.store(made + 1, std::memory_order_relaxed);
    }
    slot.atGate.store(0, std::memory_order_relaxed);
    return true;
}

// The actor takes permits, the watcher adds one or forgets them all: never below none.
bool Gate::takePermit(ActorSlot& slot) noexcept {
    std::uint32_t permits = slot.stepPermits.load(std::memory_order_relaxed);
    while (permits > 0) {
        if (slot.stepPermits.compare_exchange_weak(permits, permits - 1, std::memory_order_relaxed)) return true;
    }
    return false;
}

bool Gate::passMidwaySlowly(ActorId actor) noexcept {
    const std::uint32_t mode = m_words.mode.load(std::memory_order_relaxed);
    ActorSlot& slot = m_arena.slot(actor);
    const bool needsPermit = (mode & kGateStepping) != 0 && slot.inStep.load(std::memory_order_relaxed) == 0;
    if ((mode & kGatePaused) != 0 || (needsPermit && !takePermit(slot))) {
        slot.atGate.store(1, std::memory_order_relaxed);
        return false;
    }
    if (needsPermit) slot.inStep.store(1, std::memory_order_relaxed);
    slot.atGate.store(0, std::memory_order_relaxed);
    return true;
}

bool Gate::holdsMidwaySlowly(ActorId actor, std::uint32_t mode) const noexcept {
    if ((mode & kGatePaused) != 0) return true;
    return (mode & kGateStepping) != 0 && m_arena.slot(actor).inStep.load(std::memory_order_relaxed) == 0 &&
           m_arena.slot(actor).stepPermits.load(std::memory_order_relaxed) == 0;
}

HeldBy Gate::reason(ActorId) const noexcept {
    const std::uint32_t mode = m_words.mode.load(std::memory_order_relaxed);
    if ((mode & kGatePaused) != 0) return HeldBy::pause;
    return (mode & kGateStepping) != 0 ? HeldBy::step : HeldBy::script;
}

void Gate::finished(ActorId actor) noexcept { m_arena.slot(actor).inStep.store(0, std::memory_order_relaxed); }

void Gate::parks(ActorId actor) noexcept {
    if (m_words.mode.load(std::memory_order_relaxed) == kGateFree) return;
    finished(actor);
    endOwedStep(m_arena.slot(actor));
}

void Gate::ends(ActorId actor) noexcept {
    ActorSlot& slot = m_arena.slot(actor);
    if ((m_words.mode.load(std::memory_order_relaxed) & kGateSteered) == 0) return;
    endOwedStep(slot);
    // Its remaining steps will never come.
    advanceScript(m_words.steeringPosition.load(std::memory_order_acquire));
}

// A made step is step number owes - 1.
void Gate::endOwedStep(ActorSlot& slot) noexcept {
    const std::uint32_t owes = slot.owesStep.exchange(0, std::memory_order_relaxed);
    if (owes != 0) advanceScript(owes);
}

void Gate::advanceScript(std::uint32_t from) noexcept {
    const std::uint32_t end = m_words.steeringEnd.load(std::memory_order_relaxed);
    std::uint32_t to = from;
    while (to < end &&
           m_arena.slot({m_words.steering[to].actor}).life.load(std::memory_order_acquire) == ActorLife::ended)
        ++to;
    std::uint32_t seen = m_words.steeringPosition.load(std::memory_order_relaxed);
    // Release: who passes on this position sees what the step did. Never backwards.
    while (seen < to && !m_words.steeringPosition.compare_exchange_weak(seen, to, std::memory_order_release,
                                                                        std::memory_order_relaxed)) {}
    if (std::max(seen, to) >= end) m_words.mode.fetch_and(~std::uint32_t{kGateSteered}, std::memory_order_relaxed);
    announce();
}

std::uint32_t Gate::nextStepOf(ActorId actor, std::uint32_t from) const noexcept {
    const std::uint32_t end = m_words.steeringEnd.load(std::memory_order_relaxed);
    while (from < end && m_words.steering[from].actor != actor.value) ++from;
    return from;
}

bool Gate::skipHopelessStep() noexcept {
    if ((m_words.mode.load(std::memory_order_relaxed) & kGateSteered) == 0) return false;
    const std::uint32_t position = m_words.steeringPosition.load(std::memory_order_acquire);
    if (position >= m_words.steeringEnd.load(std::memory_order_relaxed)) return false;
    const ActorId due{m_words.steering[position].actor};
    if (m_arena.slot(due).life.load(std::memory_order_acquire) != ActorLife::parked) return false;
    advanceScript(position + 1);
    return true;
}

void Gate::setScript(const SteeringStep* steps, std::uint32_t count) noexcept {
    count = std::min(count, kMostSteeringSteps);
    std::copy_n(steps, count, m_words.steering);
    m_words.steeringEnd.store(count, std::memory_order_relaxed);
    for (std::uint32_t i = count; i-- > 0;) {
        m_arena.slot({m_words.steering[i].actor}).steeringNext.store(i, std::memory_order_relaxed);
    }
    if (count > 0) m_words.mode.fetch_or(kGateSteered, std::memory_order_release);
}

void Gate::announce() noexcept {
    m_words.epoch.fetch_add(1, std::memory_order_release);
    futexWake(m_words.epoch);
}

}  // namespace interleave
