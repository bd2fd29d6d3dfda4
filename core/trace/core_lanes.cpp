// Which actor is on which core: by the kernel's records, and where a scheduler of ours decides by its own.
#include "core/trace/most_cores.hpp"
#include "core/trace/store_lanes.hpp"

namespace interleave {
namespace {

ObjectId migrationOf(std::int64_t from, std::int64_t to) {
    return {static_cast<std::uint32_t>(from << 16 | to)};
}

}  // namespace

bool Store::Lanes::isOurSchedule() const {
    const RuntimeKind runtime = m_store->m_facts.runtime;
    return runtime == RuntimeKind::workers || runtime == RuntimeKind::coroutines || runtime == RuntimeKind::virtualTime;
}

std::vector<CoreRecord>& Store::Lanes::kernelsCores() {
    return isOurSchedule() ? store().m_kernelCores : store().m_cores;
}

void Store::Lanes::kernelSwitch(const Event& e) {
    const bool in = e.kind == EventKind::kernelSwitchIn;
    occupy(kernelsCores(), e.value, e.at(), e.who(), in);
    if (!knows(e.who())) return;
    ActorView& view = m_views[e.actor];
    view.kernelCore = in ? e.value : -1;
    view.kernelKnown = true;
    view.onCore = in;
    if (in) view.switchedInSinceHint = true;
    else view.lastOut = e.as<KernelOut>();
    show(e.who(), e.at());
}

void Store::Lanes::occupy(std::vector<CoreRecord>& cores, std::int64_t core, TraceTime at, ActorId actor, bool in) {
    if (core < 0 || core >= kMostCores) return;
    if (static_cast<std::size_t>(core) >= cores.size()) cores.resize(static_cast<std::size_t>(core) + 1);
    Look look;
    if (in) look = knows(actor) ? Look{laneClassOfHue(store().m_actors[actor.value].hue), 0, actor.value}
                                : Look{kStrangerClass, 0, ActorId::kNone};
    cores[static_cast<std::size_t>(core)].actors.enter(at, store().m_looks.intern(look), look.laneClass);
}

void Store::Lanes::enterOwnCore(const Event& e) {
    ActorView& view = m_views[e.actor];
    std::int64_t core = e.value;
    const bool observed = core < 0 && e.as<RunReason>() == RunReason::kernel && e.ticket > 0;
    // Beside a scheduler of ours, whose lanes these are then,
    // the cores of the machine are not shown without the kernel's word.
    if (observed && !isOurSchedule() && store().m_facts.tier == KernelTier::ownEvents) core = e.ticket - 1;
    if (view.ownCore != core) leaveOwnCore(e.who(), e.at());
    if (core < 0 || core >= kMostCores) return;
    // Moves of the kernel's own threads are many and nobody's decision here.
    if (e.value >= 0 && view.lastCore >= 0 && view.lastCore != core)
        store().m_arrows.push(
            {view.leftCore, e.at(), e.who(), e.who(), migrationOf(view.lastCore, core), ArrowKind::migrate});
    view.ownCore = core;
    occupy(store().m_cores, core, e.at(), e.who(), true);
}

void Store::Lanes::leaveOwnCore(ActorId actor, TraceTime at) {
    ActorView& view = m_views[actor.value];
    if (view.ownCore < 0) return;
    const CoreRecord& core = store().m_cores[static_cast<std::size_t>(view.ownCore)];
    const Look& there = store().m_looks[core.actors.lookOf(core.actors.end() - 1)];
    if (there.actor() == actor) occupy(store().m_cores, view.ownCore, at, actor, false);
    view.lastCore = view.ownCore;
    view.leftCore = at;
    view.ownCore = -1;
}

}  // namespace interleave
