// Who stands where in the queues of ready tasks at one moment, as our own schedulers told it.
//
// A task's place is in the event that made it ready; where all were lifted to the top since then, the order in which
// they stood is kept. Costs a search and a short walk for each ready task. Thread safety: that of the store.
#pragma once

#include <optional>
#include <vector>

#include "core/trace/placement.hpp"
#include "core/trace/store.hpp"

namespace interleave {

struct QueuedTask {
    ActorId actor;
    Placement placed;      // as told; `shelf` below is where it stands
    std::uint32_t shelf = 0;
    TraceTime since;       // ready
};

struct ReadyShelf {
    std::uint32_t shelf = 0;              // see Placement
    std::vector<QueuedTask> tasks;        // the first of them is served first
};

// Shelves by number, those without tasks left out; empty under the kernel's scheduler.
std::vector<ReadyShelf> readyShelvesAt(const Store& store, TraceTime t);

// A decision of our scheduler: who was picked, on which core, and why.
struct PickedTask {
    ActorId actor;
    CoreId core;
    TraceTime at;
    RunReason reason{};
    std::int64_t number = 0;              // what goes with the reason
    TieBreak tie = TieBreak::none;
    bool stolen = false;
};

// The latest decision at or before `t`; nothing if there was none.
std::optional<PickedTask> lastPickAt(const Store& store, TraceTime t);

}  // namespace interleave
