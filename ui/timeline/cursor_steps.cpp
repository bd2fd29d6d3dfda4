#include "ui/timeline/cursor_steps.hpp"

#include "ui/timeline/timeline_view.hpp"

namespace interleave::ui {
namespace {

// Both kinds of lane as one: find() of a moment, and the moment of an index.
TraceTime momentOf(const IntervalLane& lane, std::size_t index) { return lane.beginOf(index); }
TraceTime momentOf(const LevelLane& lane, std::size_t index) { return lane[index].at; }

template <class AnyLane>
std::optional<TraceTime> after(const AnyLane& lane, TraceTime t) {
    if (lane.empty()) return std::nullopt;
    const std::size_t at = lane.find(t);
    const std::size_t next = at == AnyLane::kNone ? lane.first() : at + 1;
    if (next >= lane.end()) return std::nullopt;
    return momentOf(lane, next);
}

template <class AnyLane>
std::optional<TraceTime> before(const AnyLane& lane, TraceTime t) {
    if (lane.empty() || t.ns <= 0) return std::nullopt;
    const std::size_t at = lane.find(t - Duration{1});
    if (at == AnyLane::kNone) return std::nullopt;
    return momentOf(lane, at);
}

}  // namespace

std::optional<TraceTime> changeAfter(const Store& store, const Lane& lane, TraceTime t) {
    if (const IntervalLane* intervals = intervalsOf(store, lane)) return after(*intervals, t);
    return after(*levelsOf(store, lane), t);
}

std::optional<TraceTime> changeBefore(const Store& store, const Lane& lane, TraceTime t) {
    if (const IntervalLane* intervals = intervalsOf(store, lane)) return before(*intervals, t);
    return before(*levelsOf(store, lane), t);
}

std::optional<TraceTime> eventMomentAfter(const Store& store, TraceTime t) {
    const std::size_t index = store.eventAfter(t);
    if (index >= store.events().end()) return std::nullopt;
    return store.events()[index].at();
}

std::optional<TraceTime> eventMomentBefore(const Store& store, TraceTime t) {
    const std::size_t index = store.eventAfter(t - Duration{1});
    if (index <= store.events().first() || store.events().empty()) return std::nullopt;
    return store.events()[index - 1].at();
}

}  // namespace interleave::ui
