#include "core/trace/wait_for.hpp"

#include <algorithm>
#include <unordered_map>

namespace interleave {
namespace {

// The `count` readers of `lock` after `t`: from its latest events backwards, whoever came in and has not left since.
std::vector<ActorId> readersAt(const Store& store, ObjectId lock, TraceTime t, std::size_t count) {
    std::vector<ActorId> readers;
    std::unordered_map<std::uint32_t, int> left;  // times that somebody left, later than where we look
    for (std::size_t i = store.eventAfter(t); i-- > store.events().first() && readers.size() < count;) {
        const Event& e = store.events()[i];
        if (e.what() != lock || e.as<LockMode>() != LockMode::shared) continue;
        if (e.kind == EventKind::lockReleased) ++left[e.actor];
        if (e.kind == EventKind::lockAcquired && left[e.actor]-- <= 0) readers.push_back(e.who());
    }
    std::sort(readers.begin(), readers.end());
    readers.erase(std::unique(readers.begin(), readers.end()), readers.end());
    return readers;
}

std::vector<ActorId> debtorsAt(const Store& store, ObjectId bank, TraceTime t) {
    std::vector<ActorId> debtors;
    const auto table = bankTableAt(store, bank, t);
    for (std::size_t party = 0; table && party < table->parties().size(); ++party)
        if (table->hasAny(party)) debtors.push_back({table->parties()[party].actor});
    std::sort(debtors.begin(), debtors.end());
    return debtors;
}

// What the actor waits for at `t`; no edge where it does not wait for anybody's doing.
bool edgeOf(const Store& store, ActorId waiter, TraceTime t, WaitEdge& edge) {
    const Look& look = store.looks()[store.actor(waiter).states.lookAt(t)];
    edge = {.waiter = waiter, .reason = static_cast<WaitReason>(look.detail), .object = {}, .owner = {}};
    switch (look.state()) {
        case StateClass::waitingLock:
        case StateClass::waitingGil:
            edge.object = look.object();
            if (const auto holders = holdersAt(store, edge.object, t); !holders.empty()) edge.owner = holders.front();
            return true;
        case StateClass::waitingJoin:
            if (edge.reason == WaitReason::join) edge.owner = look.actor();
            else edge.object = look.object();
            return true;
        case StateClass::waitingQueue:
        case StateClass::waitingOther:
            if (edge.reason == WaitReason::unknown || edge.reason == WaitReason::recorder) return false;
            edge.object = look.object();
            return true;
        default:
            return false;
    }
}

bool contains(const std::vector<ActorId>& actors, ActorId id) {
    return std::find(actors.begin(), actors.end(), id) != actors.end();
}

WaitEdge* waitOf(WaitForGraph& graph, ActorId waiter) {
    const auto found = std::lower_bound(graph.waits.begin(), graph.waits.end(), waiter,
                                        [](const WaitEdge& edge, ActorId id) { return edge.waiter < id; });
    return found != graph.waits.end() && found->waiter == waiter ? &*found : nullptr;
}

// A wait with a time limit closes no cycle, and a lane does not tell the limit. A cycle of certain waits has been
// reported as a deadlock by the time it can be seen: the reports decide, as long as each of their edges is there.
bool stillStands(const Store& store, WaitForGraph& graph, const Deadlock& deadlock, TraceTime t) {
    for (std::size_t i = 0; i < deadlock.actors.size(); ++i) {
        const ActorId next = deadlock.actors[(i + 1) % deadlock.actors.size()];
        const WaitEdge* edge = waitOf(graph, deadlock.actors[i]);
        if (!edge || edge->object != deadlock.objects[i]) return false;
        if (deadlock.byPartners) continue;  // nobody owns what they wait for
        if (edge->object.exists() ? !contains(holdersAt(store, edge->object, t), next) : edge->owner != next)
            return false;
    }
    return true;
}

void mark(WaitForGraph& graph, const Deadlock& deadlock) {
    for (std::size_t i = 0; i < deadlock.actors.size(); ++i) {
        WaitEdge& wait = *waitOf(graph, deadlock.actors[i]);
        wait.inCycle = true;
        if (deadlock.byPartners) continue;
        wait.owner = deadlock.actors[(i + 1) % deadlock.actors.size()];
        for (OwnEdge& own : graph.owns)
            if (own.object == wait.object && own.owner == wait.owner) own.inCycle = true;
    }
}

}  // namespace

std::optional<BankTable> bankTableAt(const Store& store, ObjectId bank, TraceTime t) {
    if (bank.value >= store.objects().size() || store.object(bank).kind != ObjectKind::bank ||
        store.object(bank).created > t)
        return std::nullopt;
    BankTable table;
    if (const BankTable* evicted = store.checkpoint().bank(bank)) table = *evicted;
    const auto& events = store.events();
    for (std::size_t i = events.first(), end = store.eventAfter(t); i < end; ++i)
        if (events[i].what() == bank && isOfBank(events[i])) (void)table.apply(events[i]);
    return table;
}

std::vector<ActorId> holdersAt(const Store& store, ObjectId lock, TraceTime t) {
    if (lock.value >= store.objects().size()) return {};
    if (store.object(lock).kind == ObjectKind::bank) return debtorsAt(store, lock, t);
    const Look& look = store.looks()[store.object(lock).owners.lookAt(t)];
    if (look.laneClass == 0) return {};
    return look.detail <= 1 ? std::vector{look.actor()} : readersAt(store, lock, t, look.detail);
}

WaitForGraph waitForGraphAt(const Store& store, TraceTime t) {
    WaitForGraph graph;
    const std::size_t actors = store.actors().size();
    for (std::uint32_t id = 0; id < actors; ++id) {
        WaitEdge edge;
        if (edgeOf(store, {id}, t, edge)) graph.waits.push_back(edge);
    }
    for (std::uint32_t id = 0; id < store.objects().size(); ++id)
        for (const ActorId holder : holdersAt(store, {id}, t)) graph.owns.push_back({{id}, holder});

    for (const Deadlock& deadlock : store.deadlocks()) {
        if (deadlock.at > t || !stillStands(store, graph, deadlock, t)) continue;
        mark(graph, deadlock);
        graph.cycles.push_back(deadlock.actors);
    }
    return graph;
}

}  // namespace interleave
