#include "core/trace/wait_for.hpp"

#include <algorithm>

namespace interleave {
namespace {

ActorId ownerAt(const Store& store, ObjectId object, TraceTime t) {
    if (object.value >= store.objects().size()) return {};
    const IntervalLane& owners = store.object(object).owners;
    const Look& look = store.looks()[owners.lookAt(t)];
    return look.laneClass == 0 ? ActorId{} : look.actor();
}

// What the actor waits for at `t`; no edge where it does not wait for anybody's doing.
bool edgeOf(const Store& store, ActorId waiter, TraceTime t, WaitEdge& edge) {
    const Look& look = store.looks()[store.actor(waiter).states.lookAt(t)];
    edge = {.waiter = waiter, .reason = static_cast<WaitReason>(look.detail), .object = {}, .owner = {}};
    switch (look.state()) {
        case StateClass::waitingLock:
            edge.object = look.object();
            edge.owner = ownerAt(store, edge.object, t);
            return true;
        case StateClass::waitingJoin:
            if (edge.reason == WaitReason::join) edge.owner = look.actor();
            else edge.object = look.object();
            return true;
        case StateClass::waitingQueue:
        case StateClass::waitingGil:
        case StateClass::waitingOther:
            if (edge.reason == WaitReason::unknown || edge.reason == WaitReason::recorder) return false;
            edge.object = look.object();
            return true;
        default:
            return false;
    }
}

// A wait with a time limit closes no cycle, and a lane does not tell the limit. A cycle of certain waits has been
// reported as a deadlock by the time it can be seen, so the reports decide.
bool wasReported(const Store& store, const std::vector<ActorId>& cycle, TraceTime t) {
    return std::any_of(store.deadlocks().begin(), store.deadlocks().end(),
                       [&](const Deadlock& d) { return d.at <= t && d.actors == cycle; });
}

// Who is waited for, by actor; kNone for those that wait for nobody in particular.
std::vector<ActorId> blockers(const WaitForGraph& graph, std::size_t actors) {
    std::vector<ActorId> result(actors);
    for (const WaitEdge& edge : graph.waits)
        if (edge.owner.value < actors) result[edge.waiter.value] = edge.owner;
    return result;
}

// Each actor has one edge at most, so following edges either ends or comes round.
std::vector<std::vector<ActorId>> cyclesOf(const std::vector<ActorId>& blockedBy) {
    std::vector<std::uint32_t> seenFrom(blockedBy.size(), ActorId::kNone);  // the walk that passed here first
    std::vector<std::vector<ActorId>> cycles;
    for (std::uint32_t start = 0; start < blockedBy.size(); ++start) {
        ActorId here{start};
        while (here.exists() && seenFrom[here.value] == ActorId::kNone) {
            seenFrom[here.value] = start;
            here = blockedBy[here.value];
        }
        if (!here.exists() || seenFrom[here.value] != start) continue;
        std::vector<ActorId> cycle{here};
        for (ActorId next = blockedBy[here.value]; next != here; next = blockedBy[next.value]) cycle.push_back(next);
        std::rotate(cycle.begin(), std::min_element(cycle.begin(), cycle.end()), cycle.end());
        cycles.push_back(std::move(cycle));
    }
    return cycles;
}

void mark(WaitForGraph& graph, const std::vector<ActorId>& cycle) {
    const auto isIn = [&](ActorId id) { return std::find(cycle.begin(), cycle.end(), id) != cycle.end(); };
    for (WaitEdge& wait : graph.waits) {
        if (!isIn(wait.waiter)) continue;
        wait.inCycle = true;
        for (OwnEdge& own : graph.owns)
            if (own.object == wait.object) own.inCycle = true;
    }
}

}  // namespace

WaitForGraph waitForGraphAt(const Store& store, TraceTime t) {
    WaitForGraph graph;
    const std::size_t actors = store.actors().size();
    for (std::uint32_t id = 0; id < actors; ++id) {
        WaitEdge edge;
        if (edgeOf(store, {id}, t, edge)) graph.waits.push_back(edge);
    }
    for (std::uint32_t id = 0; id < store.objects().size(); ++id)
        if (const ActorId owner = ownerAt(store, {id}, t); owner.exists()) graph.owns.push_back({{id}, owner});

    for (std::vector<ActorId>& cycle : cyclesOf(blockers(graph, actors))) {
        if (!wasReported(store, cycle, t)) continue;
        mark(graph, cycle);
        graph.cycles.push_back(std::move(cycle));
    }
    return graph;
}

}  // namespace interleave
