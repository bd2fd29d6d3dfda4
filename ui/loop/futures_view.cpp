#include "ui/loop/futures_view.hpp"

#include <algorithm>
#include <optional>

namespace interleave::ui {
namespace {

FutureState endOf(const ActorRecord& actor) {
    switch (actor.end) {
        case EndReason::returned: return FutureState::done;
        case EndReason::cancelled: return FutureState::cancelled;
        default: return FutureState::failed;
    }
}

// Nothing: it is not there yet.
std::optional<FutureState> stateOf(const Store& store, const ActorRecord& actor, TraceTime t) {
    if (t < actor.created) return std::nullopt;
    if (actor.ended <= t) return endOf(actor);
    const StateClass state = store.looks()[actor.states.lookAt(t)].state();
    return state == StateClass::running ? FutureState::running : FutureState::pending;
}

}  // namespace

bool FutureStates::empty() const {
    return std::ranges::all_of(rows, [](const auto& each) { return each.empty(); });
}

FutureStates futuresAt(const Store& store, TraceTime t) {
    FutureStates states;
    for (std::uint32_t i = 0; i < store.actors().size(); ++i) {
        const ActorRecord& actor = store.actors()[i];
        const auto state = actor.kind == ActorKind::coroutine ? stateOf(store, actor, t) : std::nullopt;
        if (state) states.rows[static_cast<std::size_t>(*state)].push_back({{i}, {}});
    }
    for (std::uint32_t i = 0; i < store.objects().size(); ++i) {
        const ObjectRecord& object = store.objects()[i];
        if (object.kind != ObjectKind::future || t < object.created) continue;
        const std::int64_t told = object.levels.valueAt(t);
        if (told >= 0 && told <= static_cast<std::int64_t>(FutureState::failed))
            states.rows[static_cast<std::size_t>(told)].push_back({{}, {i}});
    }
    return states;
}

}  // namespace interleave::ui
