// Numbers about a run up to one moment. Pure; each costs a few binary searches a lane, never a walk over events.
#pragma once

#include "core/trace/store.hpp"

namespace interleave {

struct ActorMetrics {
    Duration running{}, ready{};
    Duration waiting{};     // for anything; lockWait and sleeping are parts of it
    Duration lockWait{}, sleeping{};
    Duration held{};        // at the gate: neither running nor waiting
    Duration turnaround{};  // from creation to the end, or to the moment asked for
    Duration response{};    // from creation to first running; negative: has not run yet
};

struct RunMetrics {
    Duration coreTime{};              // all actors' running time
    Duration lockWait{};              // all actors' waits for locks
    std::uint64_t switches = 0;       // of cores: each change of who is on one, to and from nobody included
    std::uint64_t events = 0;
    std::uint32_t actors = 0;         // created by then
    std::uint32_t alive = 0;
};

ActorMetrics actorMetricsAt(const Store& store, ActorId actor, TraceTime t);
RunMetrics runMetricsAt(const Store& store, TraceTime t);

}  // namespace interleave
