#include "tests/support/graph_reduction.hpp"

#include <algorithm>

namespace interleave {

void GraphReduction::apply(const Event& e) {
    const bool shared = e.as<LockMode>() == LockMode::shared;
    switch (e.kind) {
        case EventKind::objectCreated:
            m_locks[e.object] = {e.value, e.as<ObjectKind>() == ObjectKind::readerWriterLock};
            break;
        case EventKind::lockWanted: m_wantsShared[e.actor] = shared; break;
        case EventKind::lockAcquired:
            m_holds[e.object].emplace_back(e.actor, shared);
            m_waits.erase(e.actor);
            break;
        case EventKind::lockReleased: {
            auto& holders = m_holds[e.object];
            const auto place = std::find(holders.begin(), holders.end(), std::pair{e.actor, shared});
            if (place != holders.end()) holders.erase(place);
            break;
        }
        case EventKind::waiting: {
            const bool join = e.as<WaitReason>() == WaitReason::join;
            if (e.value == 0 && (join || e.as<WaitReason>() == WaitReason::lock))
                m_waits[e.actor] = {e.object, join, !join && m_wantsShared[e.actor], ++m_order};
            break;
        }
        case EventKind::ready: m_waits.erase(e.actor); break;
        case EventKind::actorEnded: m_ended.insert(e.actor); break;
        default: break;
    }
}

bool GraphReduction::canGoOn(const Wait& wait, const std::map<std::uint32_t, Wait>& waits, const Holds& holds,
                             const std::set<std::uint32_t>& gone) const {
    if (wait.join) return gone.contains(wait.object) || m_ended.contains(wait.object);
    const auto held = holds.find(wait.object);
    const auto lock = m_locks.find(wait.object);
    const bool isHeld = held != holds.end() && !held->second.empty();
    if (!isHeld) return true;
    if (!wait.shared || !held->second.front().second) return false;
    // A reader beside readers: only a writer that stands before it keeps it out.
    return std::none_of(waits.begin(), waits.end(), [&](const auto& entry) {
        const Wait& other = entry.second;
        const bool before = lock->second.preference == 1 || (lock->second.preference == 2 && other.order < wait.order);
        return !other.join && other.object == wait.object && !other.shared && before;
    });
}

std::set<std::uint32_t> GraphReduction::stuck() const {
    std::map<std::uint32_t, Wait> waits = m_waits;
    Holds holds = m_holds;
    std::set<std::uint32_t> gone;
    const auto takeAway = [&](std::uint32_t actor) {
        gone.insert(actor);
        waits.erase(actor);
        for (auto& [object, holders] : holds)
            std::erase_if(holders, [&](const auto& holder) { return holder.first == actor; });
    };
    for (const auto& [object, holders] : m_holds) {
        for (const auto& [actor, shared] : holders)
            if (!m_waits.contains(actor) && !m_ended.contains(actor)) takeAway(actor);
    }
    // Joined, holding nothing, and free to move.
    for (const auto& [actor, wait] : m_waits)
        if (wait.join && !m_waits.contains(wait.object)) gone.insert(wait.object);
    for (bool more = true; more;) {
        more = false;
        for (const auto& [actor, wait] : m_waits) {
            if (!waits.contains(actor) || !canGoOn(wait, waits, holds, gone)) continue;
            takeAway(actor);
            more = true;
        }
    }
    std::set<std::uint32_t> left;
    for (const auto& [actor, wait] : waits) left.insert(actor);
    return left;
}

}  // namespace interleave
