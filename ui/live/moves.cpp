#include "ui/live/moves.hpp"

#include <algorithm>

namespace interleave::ui {

void Moves::begin(bool recorded) {
    m_recorded = recorded;
    m_asked.clear();
    m_made.clear();
    m_last.reset();
}

bool Moves::standsAtGate(const ActorNow& actor) {
    if (actor.state() != StateClass::held) return false;
    const auto by = static_cast<HeldBy>(actor.look.detail);
    return by == HeldBy::step || by == HeldBy::pause;
}

bool Moves::isSettled(const std::vector<ActorNow>& actors) {
    return std::ranges::all_of(actors, [](const ActorNow& actor) {
        const bool sleeps =
            actor.waits() && (actor.waitReason() == WaitReason::sleep || actor.waitReason() == WaitReason::io);
        return standsAtGate(actor) || (actor.waits() && !sleeps) || isOver(actor.state());
    });
}

// Its permit reaches it and its first event us a little later than it was given.
bool Moves::hasMoved(const Store& store) const {
    if (!m_last) return true;
    const auto now = actorAt(store, m_last->actor, store.now());
    return !now || now->since > m_last->stoodSince || isOver(now->state());
}

std::optional<ActorId> Moves::due(const Store& store) {
    if (m_asked.empty() || !hasMoved(store)) return std::nullopt;
    const auto actors = actorsAt(store, store.now());
    if (actors.empty() || !isSettled(actors)) return std::nullopt;
    m_last.reset();
    const ActorId next = m_asked.front();
    const auto found = std::ranges::find(actors, next, &ActorNow::id);
    // One that has ended, or waits for another, cannot move: that wish is gone.
    if (found == actors.end()) return std::nullopt;
    m_asked.pop_front();
    if (!standsAtGate(*found)) return std::nullopt;
    m_last = Made{next, found->since};
    m_made.push_back(next);
    return next;
}

}  // namespace interleave::ui
