// Where a run is paused, stepped or steered: every operation of an actor passes here. Free costs one load.
//
// Steering is a list of operations and the order in which they must happen; whatever is not in the list passes
// freely. A step of the list ends when its actor is at the gate again, parks, or ends, never by time. A step
// whose actor has ended, or is parked so that it cannot come, is skipped: a script never stops a run for good.
//
// Thread safety: any actor's thread.
#pragma once

#include "core/trace/arena.hpp"

namespace interleave {

class Gate {
public:
    explicit Gate(Arena& arena) : m_arena(arena), m_words(arena.gate()) {}

    // Whether `actor` may make `operation` now; if so, a permit or a turn of the script is used up.
    bool pass(ActorId actor, Operation operation, ObjectId object) noexcept {
        // Relaxed: a command is seen at the next operation at the latest; nothing else hangs on it.
        if (m_words.mode.load(std::memory_order_relaxed) == kGateFree) [[likely]] return true;
        return passSlowly(actor, operation, object);
    }
    // Whether pass() would succeed; uses nothing up.
    bool wouldPass(ActorId actor, Operation operation, ObjectId object) const noexcept;
    // As holdsMidway, for the actor itself: it stands at the gate until it may go on, and a permit lets it do so.
    bool passMidway(ActorId actor) noexcept {
        return m_words.mode.load(std::memory_order_relaxed) == kGateFree || passMidwaySlowly(actor);
    }
    // Whether an actor in the middle of a computation must stand.
    bool holdsMidway(ActorId actor) const noexcept {
        const std::uint32_t mode = m_words.mode.load(std::memory_order_relaxed);
        return mode != kGateFree && holdsMidwaySlowly(actor, mode);
    }
    HeldBy reason(ActorId actor) const noexcept;

    // The actor's operation is over, or it parks, or it ends: a permit ends with the operation,
    // a scripted step with any.
    void finished(ActorId actor) noexcept;
    void parks(ActorId actor) noexcept;
    void ends(ActorId actor) noexcept;

    // Changes whenever somebody who is held should look again.
    const std::atomic<std::uint32_t>& epoch() const noexcept { return m_words.epoch; }
    // For who has been held for long: skips a step that cannot come. True if something changed.
    bool skipHopelessStep() noexcept;

    // Before any actor runs: the order to impose.
    void setScript(const SteeringStep* steps, std::uint32_t count) noexcept;

private:
    bool passSlowly(ActorId actor, Operation operation, ObjectId object) noexcept;
    bool wouldPass(std::uint32_t mode, ActorId actor, Operation operation, ObjectId object) const noexcept;
    bool holdsMidwaySlowly(ActorId actor, std::uint32_t mode) const noexcept;
    bool passMidwaySlowly(ActorId actor) noexcept;
    static bool takePermit(ActorSlot& slot) noexcept;
    bool isScripted(const ActorSlot& slot, Operation operation, ObjectId object) const noexcept;
    void endOwedStep(ActorSlot& slot) noexcept;
    void advanceScript(std::uint32_t from) noexcept;
    std::uint32_t nextStepOf(ActorId actor, std::uint32_t from) const noexcept;
    void announce() noexcept;

    Arena& m_arena;
    GateWords& m_words;
};

}  // namespace interleave
