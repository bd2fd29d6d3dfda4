#include "core/trace/metrics.hpp"

#include <algorithm>

namespace interleave {
namespace {

constexpr std::size_t at(StateClass state) { return static_cast<std::size_t>(state); }

Shares statesUpTo(const Store& store, const ActorRecord& actor, TraceTime t) {
    return actor.states.timeUpTo(t, actor.states.find(t), store.looks());
}

// When the actor first ran, as far as is held; kEndOfTime: it has not. The time spent running only grows, so the
// stretch of 64 intervals in which it began is found by halving.
TraceTime firstRan(const Store& store, const ActorRecord& actor) {
    const IntervalLane& lane = actor.states;
    const IntervalLane::Samples& samples = lane.samples();
    const auto hasRun = [&](std::size_t sample) { return samples[sample][at(StateClass::running)] > 0; };
    if (lane.empty()) return kEndOfTime;
    if (hasRun(samples.first())) return actor.started;  // evicted; the thread's own beginning is next to it
    std::size_t low = samples.first();
    std::size_t high = samples.end();
    while (low + 1 < high) {
        const std::size_t middle = low + (high - low) / 2;
        (hasRun(middle) ? high : low) = middle;
    }
    const std::size_t stop = std::min(lane.end(), (low + 1) * IntervalLane::kSampleEvery);
    for (std::size_t i = low * IntervalLane::kSampleEvery; i < stop; ++i)
        if (store.looks()[lane.lookOf(i)].state() == StateClass::running) return lane.beginOf(i);
    return kEndOfTime;
}

// How often the core changed hands up to `t`, what is evicted included.
std::uint64_t changesOf(const CoreRecord& core, TraceTime t) {
    const std::size_t index = core.actors.find(t);
    return index == IntervalLane::kNone ? 0 : index;
}

}  // namespace

ActorMetrics actorMetricsAt(const Store& store, ActorId id, TraceTime t) {
    ActorMetrics metrics;
    metrics.response = Duration{-1};
    const ActorRecord& actor = store.actor(id);
    if (actor.states.empty() || t < actor.created) return metrics;

    const Shares sums = statesUpTo(store, actor, t);
    const auto spent = [&](StateClass state) { return Duration{sums[at(state)]}; };
    metrics.running = spent(StateClass::running);
    metrics.ready = spent(StateClass::ready);
    metrics.lockWait = spent(StateClass::waitingLock) + spent(StateClass::waitingGil);
    metrics.sleeping = spent(StateClass::sleeping);
    metrics.held = spent(StateClass::held);
    for (std::size_t c = at(StateClass::waitingLock); c <= at(StateClass::waitingOther); ++c)
        metrics.waiting += Duration{sums[c]};
    metrics.waiting += spent(StateClass::suspended);
    metrics.turnaround = std::min(t, actor.ended) - actor.created;
    if (const TraceTime ran = firstRan(store, actor); ran <= t)
        metrics.response = std::max(Duration{0}, ran - actor.created);
    return metrics;
}

RunMetrics runMetricsAt(const Store& store, TraceTime t) {
    RunMetrics metrics;
    for (const ActorRecord& actor : store.actors()) {
        if (actor.states.empty() || t < actor.created) continue;
        ++metrics.actors;
        if (t < actor.ended) ++metrics.alive;
        const Shares sums = statesUpTo(store, actor, t);
        metrics.coreTime += Duration{sums[at(StateClass::running)]};
        metrics.lockWait += Duration{sums[at(StateClass::waitingLock)] + sums[at(StateClass::waitingGil)]};
    }
    for (const CoreRecord& core : store.cores()) metrics.switches += changesOf(core, t);
    metrics.events = store.eventAfter(t);
    return metrics;
}

}  // namespace interleave
