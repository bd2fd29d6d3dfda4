#include "ui/live/actors_now.hpp"

namespace interleave::ui {

std::optional<ActorNow> actorAt(const Store& store, ActorId actor, TraceTime t) {
    if (actor.value >= store.actors().size()) return std::nullopt;
    const IntervalLane& lane = store.actor(actor).states;
    const std::size_t index = lane.find(t);
    if (index == IntervalLane::kNone) return std::nullopt;
    const Interval interval = lane.at(index, store.now());
    const Look& look = store.looks()[interval.look];
    if (look.state() == StateClass::absent) return std::nullopt;
    return ActorNow{actor, look, interval.begin, interval.end};
}

std::vector<ActorNow> actorsAt(const Store& store, TraceTime t) {
    std::vector<ActorNow> found;
    for (std::uint32_t id = 0; id < store.actors().size(); ++id) {
        if (auto actor = actorAt(store, {id}, t)) found.push_back(*actor);
    }
    return found;
}

std::optional<std::uint32_t> coreOf(const Store& store, ActorId actor, TraceTime t) {
    for (std::uint32_t core = 0; core < store.cores().size(); ++core) {
        const Look& there = store.looks()[store.cores()[core].actors.lookAt(t)];
        if (there.laneClass != 0 && there.actor() == actor) return core;
    }
    return std::nullopt;
}

}  // namespace interleave::ui
