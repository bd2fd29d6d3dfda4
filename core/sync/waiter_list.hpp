// Who waits, first come first served, linked through the actors' slots in the arena: a list that another process
// can read, and rebuild: each slot says itself what its actor waits on, in which role, and as which it came.
// Used under the object's guard only.
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "core/trace/arena.hpp"

namespace interleave {

class WaiterList {
public:
    bool empty() const noexcept { return m_head == ActorId::kNone; }

    void push(const Arena& arena, ActorId actor, ObjectId object, WaitRole role = WaitRole::any) noexcept {
        ActorSlot& slot = arena.slot(actor);
        // Relaxed: the guard orders these words.
        slot.arrival.store(++m_arrivals, std::memory_order_relaxed);
        slot.waitingAs.store(role, std::memory_order_relaxed);
        slot.waitingOn.store(object.value, std::memory_order_relaxed);
        if (m_handing == actor.value) m_handing = ActorId::kNone;  // that was done with, or it would not be here again
        append(arena, actor);
    }

    // Not when empty. Who is taken off is woken under the same guard.
    ActorId pop(const Arena& arena) noexcept {
        const ActorId first{m_head};
        m_handing = m_head;
        m_head = arena.slot(first).nextWaiter.load(std::memory_order_relaxed);
        return first;
    }

    // Takes `actor` out, wherever it stands; false if it is not there. As long as the list:
    // only waits that time out pay it.
    bool remove(const Arena& arena, ActorId actor) noexcept {
        std::uint32_t before = ActorId::kNone;
        for (std::uint32_t here = m_head; here != ActorId::kNone; before = std::exchange(here, nextOf(arena, here))) {
            if (here != actor.value) continue;
            const std::uint32_t next = nextOf(arena, here);
            if (before == ActorId::kNone) m_head = next;
            else arena.slot({before}).nextWaiter.store(next, std::memory_order_relaxed);
            if (here == m_tail) m_tail = before;
            arena.slot(actor).waitingOn.store(ObjectId::kNone, std::memory_order_relaxed);
            return true;
        }
        return false;
    }

    bool isAmongFirst(const Arena& arena, ActorId actor, std::uint32_t count) const noexcept {
        for (std::uint32_t here = m_head; here != ActorId::kNone && count > 0; here = nextOf(arena, here), --count)
            if (here == actor.value) return true;
        return false;
    }

    // Not when empty.
    ActorId first() const noexcept { return {m_head}; }

    // Where somebody was killed while changing it: from the slots, whatever the links say.
    void rebuild(const Arena& arena, ObjectId object, WaitRole role) {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> waiting;
        const std::uint32_t actors = std::min(arena.header().actorEnd.load(std::memory_order_relaxed), kMostActors);
        for (std::uint32_t i = 0; i < actors; ++i) {
            const ActorSlot& slot = arena.slot({i});
            const bool waitsHere = slot.waitingOn.load(std::memory_order_acquire) == object.value &&
                                   slot.waitingAs.load(std::memory_order_relaxed) == role;
            // Signed: arrivals may wrap around.
            if (waitsHere) waiting.emplace_back(slot.arrival.load(std::memory_order_relaxed), i);
        }
        std::sort(waiting.begin(), waiting.end(),
                  [](const auto& a, const auto& b) { return static_cast<std::int32_t>(a.first - b.first) < 0; });
        m_head = m_tail = ActorId::kNone;
        for (const auto& [arrival, actor] : waiting) append(arena, {actor});
    }

    // Who was taken off the list last and has not been let go on, by one who was killed at it; else nobody.
    ActorId interruptedHandOver(const Arena& arena, ObjectId object, WaitRole role) const noexcept {
        if (m_handing == ActorId::kNone) return {};
        const ActorSlot& slot = arena.slot({m_handing});
        const bool waitsHere = slot.waitingOn.load(std::memory_order_acquire) == object.value &&
                               slot.waitingAs.load(std::memory_order_relaxed) == role;
        return waitsHere ? ActorId{m_handing} : ActorId{};
    }

    std::uint32_t size(const Arena& arena) const noexcept {
        std::uint32_t count = 0;
        for (std::uint32_t here = m_head; here != ActorId::kNone; here = nextOf(arena, here)) ++count;
        return count;
    }

private:
    void append(const Arena& arena, ActorId actor) noexcept {
        arena.slot(actor).nextWaiter.store(ActorId::kNone, std::memory_order_relaxed);
        if (empty()) m_head = actor.value;
        else arena.slot({m_tail}).nextWaiter.store(actor.value, std::memory_order_relaxed);
        m_tail = actor.value;
    }
    static std::uint32_t nextOf(const Arena& arena, std::uint32_t actor) noexcept {
        return arena.slot({actor}).nextWaiter.load(std::memory_order_relaxed);
    }

    std::uint32_t m_head = ActorId::kNone;
    std::uint32_t m_tail = ActorId::kNone;
    std::uint32_t m_arrivals = 0;
    std::uint32_t m_handing = ActorId::kNone;
};

}  // namespace interleave
