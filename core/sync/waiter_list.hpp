// Who waits, first come first served, linked through the actors' slots in the arena: a list that another process
// can read, and rebuild. Used under the object's guard only.
#pragma once

#include "core/trace/arena.hpp"

namespace interleave {

class WaiterList {
public:
    bool empty() const noexcept { return m_head == ActorId::kNone; }

    void push(const Arena& arena, ActorId actor) noexcept {
        // Relaxed: the guard orders these words.
        arena.slot(actor).nextWaiter.store(ActorId::kNone, std::memory_order_relaxed);
        if (empty()) m_head = actor.value;
        else arena.slot({m_tail}).nextWaiter.store(actor.value, std::memory_order_relaxed);
        m_tail = actor.value;
    }

    // Not when empty.
    ActorId pop(const Arena& arena) noexcept {
        const ActorId first{m_head};
        m_head = arena.slot(first).nextWaiter.load(std::memory_order_relaxed);
        return first;
    }

private:
    std::uint32_t m_head = ActorId::kNone;
    std::uint32_t m_tail = ActorId::kNone;
};

}  // namespace interleave
