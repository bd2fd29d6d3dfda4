// The moves that a person lets actors make in a stepped run: which were asked for, which are made, and when the next
// may be. One actor moves at a time, and the next only when nobody can move by itself any more: so the moves determine
// the run, and the same moves give it again. Confined to one thread.
#pragma once

#include <deque>
#include <optional>
#include <vector>

#include "core/trace/store.hpp"
#include "ui/live/actors_now.hpp"

namespace interleave::ui {

class Moves {
public:
    // A run begins: `recorded` where it is stepped from its first moment on.
    void begin(bool recorded);
    // Something let actors go that is no move of ours.
    void spoil() { m_recorded = false; }
    // To be made as soon as may be.
    void ask(ActorId actor) { m_asked.push_back(actor); }
    void ask(const std::vector<ActorId>& actors) { m_asked.insert(m_asked.end(), actors.begin(), actors.end()); }

    // The move that is to be made now; from then on it counts as made. Nothing while somebody still moves.
    std::optional<ActorId> due(const Store& store);

    const std::vector<ActorId>& made() const { return m_made; }
    bool isWaiting() const { return !m_asked.empty(); }
    // Whether all moves of the run are known, and there is one.
    bool canUndo() const { return m_recorded && !m_made.empty(); }
    std::vector<ActorId> allButTheLast() const { return {m_made.begin(), m_made.end() - (m_made.empty() ? 0 : 1)}; }

    // Whether a person holds it at the gate.
    static bool standsAtGate(const ActorNow& actor);
    // Whether nobody moves by itself: all stand at the gate, wait for another or have ended.
    static bool isSettled(const std::vector<ActorNow>& actors);

private:
    struct Made {
        ActorId actor;
        TraceTime stoodSince;  // where it stood before
    };
    bool hasMoved(const Store& store) const;

    bool m_recorded = false;
    std::deque<ActorId> m_asked;
    std::vector<ActorId> m_made;
    std::optional<Made> m_last;  // until the trace shows it
};

}  // namespace interleave::ui
