// Which actor a thread of the system is, so that the kernel's records, which know only tids, can be told of actors.
// Confined to one thread.
#pragma once

#include <unordered_map>
#include <vector>

#include "core/trace/event.hpp"

namespace interleave {

class ThreadActors {
public:
    void created(ActorId actor, ActorKind kind) {
        // Ids beyond this are damage, not data.
        constexpr std::uint32_t kMost = 1U << 22;
        if (actor.value >= kMost) return;
        if (actor.value >= m_carried.size()) m_carried.resize(actor.value + 1, false);
        m_carried[actor.value] = kind == ActorKind::task || kind == ActorKind::coroutine;
    }
    void started(std::uint32_t tid, ActorId actor) { m_actors[tid] = actor; }
    // Nobody ever said that this thread is an actor: a worker, a thread of the runner itself.
    void markAsStranger(std::uint32_t tid) { m_actors.emplace(tid, ActorId{}); }

    bool knows(std::uint32_t tid) const { return m_actors.contains(tid); }
    // kNone for a stranger, and for a thread that carries many actors in turn.
    ActorId find(std::uint32_t tid) const {
        const auto found = m_actors.find(tid);
        if (found == m_actors.end() || !found->second.exists()) return {};
        const std::uint32_t actor = found->second.value;
        return actor < m_carried.size() && m_carried[actor] ? ActorId{} : found->second;
    }

private:
    std::unordered_map<std::uint32_t, ActorId> m_actors;
    std::vector<bool> m_carried;  // tasks and coroutines: their thread is not they
};

}  // namespace interleave
