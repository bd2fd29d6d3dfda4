// Every actor's state at one moment, read off the lanes. Pure.
#pragma once

#include <optional>
#include <vector>

#include "core/trace/store.hpp"

namespace interleave::ui {

struct ActorNow {
    ActorId id;
    Look look;
    TraceTime since;  // when it entered that state
    TraceTime until;  // when it left it; the end of what is known if it has not

    StateClass state() const { return look.state(); }
    bool waits() const { return isWaiting(state()); }
    WaitReason waitReason() const { return waits() ? static_cast<WaitReason>(look.detail) : WaitReason::none; }
};

// In the order of their ids; those not yet created are left out.
std::vector<ActorNow> actorsAt(const Store& store, TraceTime t);
// Nothing before it was created.
std::optional<ActorNow> actorAt(const Store& store, ActorId actor, TraceTime t);

// The core that `actor` runs on at `t`; nothing where it does not run or nobody recorded it.
std::optional<std::uint32_t> coreOf(const Store& store, ActorId actor, TraceTime t);

}  // namespace interleave::ui
