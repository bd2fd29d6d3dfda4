// Who waits, first come first served, linked through the actors' slots in the arena: a list that another process
// can read, and rebuild. Used under the object's guard only.
#pragma once

#include <utility>

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

    // Takes `actor` out, wherever it stands; false if it is not there. As long as the list: only waits that time out pay it.
    bool remove(const Arena& arena, ActorId actor) noexcept {
        std::uint32_t before = ActorId::kNone;
        for (std::uint32_t here = m_head; here != ActorId::kNone; before = std::exchange(here, nextOf(arena, here))) {
            if (here != actor.value) continue;
            const std::uint32_t next = nextOf(arena, here);
            if (before == ActorId::kNone) m_head = next;
            else arena.slot({before}).nextWaiter.store(next, std::memory_order_relaxed);
            if (here == m_tail) m_tail = before;
            return true;
        }
        return false;
    }

    // Not when empty.
    ActorId first() const noexcept { return {m_head}; }

private:
    static std::uint32_t nextOf(const Arena& arena, std::uint32_t actor) noexcept {
        return arena.slot({actor}).nextWaiter.load(std::memory_order_relaxed);
    }

    std::uint32_t m_head = ActorId::kNone;
    std::uint32_t m_tail = ActorId::kNone;
};

}  // namespace interleave
