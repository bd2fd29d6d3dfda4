// The watcher's side of the gate: turns a person's commands into the words that the run's actors look at.
//
// Thread safety: confined to one thread; the words themselves are shared with the runner.
#pragma once

#include <optional>

#include "core/trace/arena.hpp"
#include "core/trace/run_facts.hpp"

namespace interleave {

class Remote {
public:
    explicit Remote(Arena& arena) : m_arena(arena), m_gate(arena.gate()) {}

    // Before the scenario begins: its clock stands at 0 and goes from now on. In the pace `step` nobody moves unless
    // told.
    void prepare(Pace pace, double tempo);

    void pause();
    void resume();
    bool isPaused() const noexcept { return m_paused; }
    // A permit for one operation: for `actor`, or for the next in turn that stands at the gate. Where nobody stands
    // there yet, for the first who comes: tend() sees to that.
    void step(std::optional<ActorId> actor);
    // Call now and then, from pull().
    void tend();
    void setTempo(double tempo);
    void stop();

private:
    enum class Clock { stands, runs };
    void setClock(Clock clock);
    void announce();
    bool permitNext();
    void forgetPermits();

    Arena& m_arena;
    GateWords& m_gate;
    bool m_paused = false;  // also while stepping
    Clock m_clock = Clock::runs;
    std::uint32_t m_owed = 0;  // steps asked for while nobody stood at the gate
    std::uint32_t m_nextInTurn = 0;
};

}  // namespace interleave
