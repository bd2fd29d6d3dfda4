// Who waits for whom at one moment, read off the lanes. Pure.
#pragma once

#include <vector>

#include "core/trace/store.hpp"

namespace interleave {

struct WaitEdge {
    ActorId waiter;
    WaitReason reason{};
    ObjectId object;   // kNone for a join
    ActorId owner;     // who holds it or is joined, of several readers one; kNone where nobody is known
    bool inCycle = false;
};

struct OwnEdge {
    ObjectId object;
    ActorId owner;
    bool inCycle = false;
};

struct WaitForGraph {
    std::vector<WaitEdge> waits;   // by waiter
    std::vector<OwnEdge> owns;     // by object; one for each reader
    std::vector<std::vector<ActorId>> cycles;  // each in the order of its edges, the smallest id first
    bool hasCycle() const { return !cycles.empty(); }
};

// Who owns a lock at `t`: nobody, one, or all its readers; who has units of a bank. Readers are looked for among the
// events before `t`, back to where the first of them came in.
std::vector<ActorId> holdersAt(const Store& store, ObjectId lock, TraceTime t);

// What a bank's tables are at `t`, from the beginning of what is held on; nothing where it is no bank or not there yet.
std::optional<BankTable> bankTableAt(const Store& store, ObjectId bank, TraceTime t);

WaitForGraph waitForGraphAt(const Store& store, TraceTime t);

}  // namespace interleave
