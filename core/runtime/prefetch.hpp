// The memory of who likely runs next, fetched while another one runs, so that nobody waits for it at the switch.
// Private to the runtimes.
#pragma once

#include "core/runtime/actor.hpp"
#include "core/trace/arena.hpp"

namespace interleave {

// Of the actor itself: what dispatching it touches.
inline void fetch(const Actor* actor, const ActorSlot& slot) {
    constexpr std::size_t kLine = 64;
    constexpr std::size_t kLines = 3;
    for (std::size_t i = 0; i < kLines; ++i) __builtin_prefetch(reinterpret_cast<const char*>(actor) + i * kLine, 1);
    __builtin_prefetch(&slot, 1);
}
// Of what the actor points to: its program, where it stands.
inline void fetchProgram(const Actor* actor) {
    __builtin_prefetch(actor->next.address(), 1);
    __builtin_prefetch(actor->pending, 1);
}

}  // namespace interleave
