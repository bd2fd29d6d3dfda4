// The part of TraceState that follows who waits for whom.
#include <algorithm>
#include <unordered_map>

#include "core/trace/trace_state.hpp"

namespace interleave {

template <class Visit>
void TraceState::eachBlocker(ActorId id, Visit visit) const {
    const ActorState& waiter = actor(id);
    if (waiter.phase != Phase::waiting || !waiter.edge) return;
    if (waiter.waitReason == WaitReason::join) {
        if (actor({waiter.waitingFor}).phase != Phase::ended) visit(ActorId{waiter.waitingFor});
        return;
    }
    if (waiter.waitReason != WaitReason::lock) return;
    const ObjectState& lock = object({waiter.waitingFor});
    if (lock.owner != ActorId::kNone) return visit(ActorId{lock.owner});
    const bool needsAll = waiter.wantsMode == LockMode::exclusive || standsBehindWriter(id, {waiter.waitingFor});
    if (!needsAll) return;
    for (const std::uint32_t reader : lock.readers) visit(ActorId{reader});
}

// Whether a writer that will not give up waits before `reader`, so that it is not let in beside other readers.
bool TraceState::standsBehindWriter(ActorId reader, ObjectId id) const {
    const ObjectState& lock = object(id);
    if (lock.readers.empty() || lock.level == 0) return false;  // readers first: it is not kept out by a writer
    constexpr std::int64_t kWritersFirst = 1;                   // Preference of core/sync
    const std::uint64_t number = actor(reader).wantsNumber;
    return std::any_of(m_actors.begin(), m_actors.end(), [&](const ActorState& other) {
        return other.wants == id.value && other.wantsMode == LockMode::exclusive && other.phase == Phase::waiting &&
               other.edge && (lock.level == kWritersFirst || other.wantsNumber < number);
    });
}

// Breadth first, so the cycle named is a shortest one; where everybody waits for one, it is the only one.
std::optional<Deadlock> TraceState::cycleFrom(ActorId start, TraceTime at) const {
    std::unordered_map<std::uint32_t, std::uint32_t> cameFrom;
    std::vector<ActorId> toFollow{start};
    std::optional<ActorId> last;  // the one that waits for `start`
    for (std::size_t i = 0; i < toFollow.size() && !last; ++i) {
        eachBlocker(toFollow[i], [&](ActorId next) {
            if (next == start) last = toFollow[i];
            else if (cameFrom.emplace(next.value, toFollow[i].value).second) toFollow.push_back(next);
        });
    }
    if (!last) return std::nullopt;
    Deadlock found;
    found.at = at;
    for (ActorId here = *last; here != start; here = {cameFrom.at(here.value)}) found.actors.push_back(here);
    found.actors.push_back(start);
    std::reverse(found.actors.begin(), found.actors.end());
    std::rotate(found.actors.begin(), std::min_element(found.actors.begin(), found.actors.end()), found.actors.end());
    for (const ActorId id : found.actors) {
        const ActorState& waiter = actor(id);
        found.objects.push_back(waiter.waitReason == WaitReason::join ? ObjectId{} : ObjectId{waiter.waitingFor});
    }
    return found;
}

// Where writers go first, a writer that begins to wait may be what keeps a reader out for good that waited already, for a
// writer that would have given up.
std::optional<Deadlock> TraceState::cycleBehind(ActorId writer, TraceTime at) const {
    const ActorState& waits = actor(writer);
    if (!waits.edge || waits.waitReason != WaitReason::lock || waits.wantsMode != LockMode::exclusive) return std::nullopt;
    const ObjectState& lock = object({waits.waitingFor});
    if (lock.kind != ObjectKind::readerWriterLock || lock.readers.empty()) return std::nullopt;
    for (std::uint32_t id = 0; id < m_actors.size(); ++id) {
        const ActorState& other = m_actors[id];
        const bool isWriter = other.wantsMode == LockMode::exclusive;
        if (id == writer.value || other.wants != waits.waitingFor || !other.edge) continue;
        if (isWriter) return std::nullopt;  // there was one already: nothing has changed for the readers
    }
    for (std::uint32_t id = 0; id < m_actors.size(); ++id) {
        if (id == writer.value || m_actors[id].wants != waits.waitingFor) continue;
        if (auto found = cycleFrom({id}, at)) return found;
    }
    return std::nullopt;
}

bool TraceState::isStuck(ActorId id) const {
    // Whoever never comes to an end by following edges is in a cycle, or behind one: depth first, looking for an edge back
    // onto the path that is being walked.
    enum class Mark : std::uint8_t { onPath, done };
    struct Step {
        ActorId actor;
        std::vector<ActorId> blockers;
    };
    std::unordered_map<std::uint32_t, Mark> marks;
    std::vector<Step> path;
    const auto enter = [&](ActorId actor) {
        marks[actor.value] = Mark::onPath;
        path.push_back({actor, {}});
        eachBlocker(actor, [&](ActorId next) { path.back().blockers.push_back(next); });
    };
    enter(id);
    while (!path.empty()) {
        if (isStuckAtBank(path.back().actor)) return true;
        if (path.back().blockers.empty()) {
            marks[path.back().actor.value] = Mark::done;
            path.pop_back();
            continue;
        }
        const ActorId next = path.back().blockers.back();
        path.back().blockers.pop_back();
        const auto seen = marks.find(next.value);
        if (seen == marks.end()) enter(next);
        else if (seen->second == Mark::onPath) return true;
    }
    return false;
}

}  // namespace interleave
