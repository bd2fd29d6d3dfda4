// The part of TraceState that follows who waits for whom, and proves that somebody can never move again.
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

std::optional<Deadlock> TraceState::closedBy(const Event& event) {
    const bool waits = event.kind == EventKind::waiting;
    if (waits) {
        // Each actor of a cycle took what it holds before it waited: at the last wait all edges are known.
        if (event.as<WaitReason>() == WaitReason::units) return deadlockAtBank(event.who(), event.at());
        if (auto deadlock = cycleFrom(event.who(), event.at())) return deadlock;
        if (auto deadlock = cycleBehind(event.who(), event.at())) return deadlock;
    }
    // A wait for a condition is on record before its mutex is given back: only then is it known whom it keeps waiting.
    // Who was killed proves nothing: the end of a run may be what killed it.
    const bool gaveBack = event.kind == EventKind::lockReleased && actor(event.who()).phase == Phase::waiting;
    const bool ended = event.kind == EventKind::actorEnded && event.as<EndReason>() != EndReason::killed;
    const bool mayProve = m_anyPartners && (waits || gaveBack || ended);
    return mayProve ? amongPartners(event.at()) : std::nullopt;
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

// Where writers go first, a writer that begins to wait may be what keeps a reader out for good that waited already, for
// a writer that would have given up.
std::optional<Deadlock> TraceState::cycleBehind(ActorId writer, TraceTime at) const {
    const ActorState& waits = actor(writer);
    if (!waits.edge || waits.waitReason != WaitReason::lock || waits.wantsMode != LockMode::exclusive)
        return std::nullopt;
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
    // Whoever never comes to an end by following edges is in a cycle, or behind one: depth first, looking for an edge
    // back onto the path that is being walked.
    enum class Mark : std::uint8_t { onPath, done };
    struct OnPath {
        ActorId actor;
        std::vector<ActorId> blockers;
    };
    std::unordered_map<std::uint32_t, Mark> marks;
    std::vector<OnPath> path;
    const auto enter = [&](ActorId actor) {
        marks[actor.value] = Mark::onPath;
        path.push_back({actor, {}});
        eachBlocker(actor, [&](ActorId next) { path.back().blockers.push_back(next); });
    };
    if (actor(id).proven) return true;
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
        if (actor(next).proven) return true;
        const auto seen = marks.find(next.value);
        if (seen == marks.end()) enter(next);
        else if (seen->second == Mark::onPath) return true;
    }
    return false;
}

void TraceState::declarePartner(const Event& event) {
    if (!event.who().exists()) return;
    m_anyPartners = true;
    auto& partners = objectAt(event.object).partners;
    if (std::ranges::find(partners, event.actor) == partners.end()) partners.push_back(event.actor);
}

bool TraceState::canMove(ActorId id, const std::vector<bool>& stuck) const {
    const ActorState& waiter = actor(id);
    if (waiter.phase != Phase::waiting || !waiter.edge) return waiter.phase != Phase::ended;
    bool held = false;
    const auto isStuck = [&](std::uint32_t other) { return other < stuck.size() && stuck[other]; };
    if (waiter.waitReason == WaitReason::lock || waiter.waitReason == WaitReason::join) {
        eachBlocker(id, [&](ActorId next) { held = held || isStuck(next.value); });
        return !held;
    }
    const auto& partners = object({waiter.waitingFor}).partners;
    return partners.empty() || std::ranges::any_of(partners, [&](std::uint32_t partner) {
        return partner != id.value && actor({partner}).phase != Phase::ended && !isStuck(partner);
    });
}

// From the assumption that nobody can move, whoever can after all is taken out, and whoever can then,
// until nothing changes.
std::vector<bool> TraceState::reduced() const {
    std::vector<bool> stuck(m_actors.size());
    for (std::uint32_t i = 0; i < m_actors.size(); ++i) {
        const ActorState& waiter = m_actors[i];
        // Who waits for a condition and owns a lock still may be about to give it back.
        const auto owns = [i](const ObjectState& each) { return each.owner == i; };
        const bool gives = waiter.waitReason == WaitReason::condition && std::ranges::any_of(m_objects, owns);
        stuck[i] = waiter.phase == Phase::waiting && waiter.edge && !gives;
    }
    for (bool changed = true; changed;) {
        changed = false;
        for (std::uint32_t i = 0; i < m_actors.size(); ++i) {
            if (!stuck[i] || !canMove({i}, stuck)) continue;
            stuck[i] = false;
            changed = true;
        }
    }
    return stuck;
}

// Reported once: everybody who is stuck now for good, if one of them is so by its partners and was not before.
std::optional<Deadlock> TraceState::amongPartners(TraceTime at) {
    const std::vector<bool> stuck = reduced();
    Deadlock found;
    found.at = at;
    found.byPartners = true;
    bool anyNew = false;
    for (std::uint32_t i = 0; i < m_actors.size(); ++i) {
        ActorState& waiter = m_actors[i];
        if (!stuck[i] || waiter.waitReason == WaitReason::join) continue;
        anyNew = anyNew || (!waiter.proven && waiter.waitReason != WaitReason::lock);
        found.actors.push_back({i});
        found.objects.push_back({waiter.waitingFor});
    }
    if (!anyNew) return std::nullopt;
    for (const ActorId id : found.actors) m_actors[id.value].proven = true;
    return found;
}

}  // namespace interleave
