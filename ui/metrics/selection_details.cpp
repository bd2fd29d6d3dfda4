#include "ui/metrics/selection_details.hpp"

#include <algorithm>

#include "ui/live/duration_text.hpp"
#include "ui/metrics/event_text.hpp"
#include "ui/live/words.hpp"

namespace interleave::ui {
namespace {

constexpr std::size_t kNearby = 4;           // events each side of the moment
constexpr std::size_t kLookAround = 4000;    // events looked at, at most, each side: a click never hangs

// As many decimals as tell the interval's two ends apart.
Duration resolutionFor(Duration length) {
    constexpr Duration kMillisecond = std::chrono::milliseconds(1);
    return length.count() == 0 ? kMillisecond : std::max(length / 100, Duration{1});
}

bool concerns(const Event& event, const Selection& selection) {
    switch (selection.lane) {
        case LaneKind::actor: return event.actor == selection.id;
        case LaneKind::lock:
        case LaneKind::frame:
        case LaneKind::queue:
        case LaneKind::variable:
            switch (event.kind) {
                // Their `object` is no object of the scenario.
                case EventKind::actorCreated:
                case EventKind::actorStarted:
                case EventKind::note:
                case EventKind::textWritten:
                case EventKind::result:
                case EventKind::callBegun:
                case EventKind::kernelSwitchIn:
                case EventKind::kernelSwitchOut: return false;
                case EventKind::waiting:
                    return event.as<WaitReason>() != WaitReason::join && event.object == selection.id;
                default: return event.object == selection.id;
            }
        default: return false;
    }
}

}  // namespace

SelectionDetails DetailsOf::selection(const Store& store, const Selection& selection) {
    SelectionDetails details;
    switch (selection.lane) {
        case LaneKind::actor: details = actor(store, {selection.id}, selection.at); break;
        case LaneKind::core:
        case LaneKind::kernelCore: details = core(store, selection); break;
        case LaneKind::lock:
        case LaneKind::frame:
        case LaneKind::queue:
        case LaneKind::variable: details = object(store, selection); break;
    }
    if (!details.empty()) addNearby(details, store, selection);
    return details;
}

SelectionDetails DetailsOf::actor(const Store& store, ActorId id, TraceTime at) {
    SelectionDetails details;
    if (id.value >= store.actors().size()) return details;
    const ActorRecord& actor = store.actor(id);
    details.title = Words::actor(store, id);
    details.what = Words::actorKind(actor.kind);
    details.hue = actor.hue;
    details.token = details.title;
    if (const std::size_t index = actor.states.find(at); index != IntervalLane::kNone) {
        const Interval interval = actor.states.at(index, store.now());
        details.rows.push_back({tr("state"), Words::stateInFull(store, store.looks()[interval.look], at)});
        addSpan(details, interval.begin, interval.end, index + 1 == actor.states.end());
    }
    if (const auto line = actor.lines.lineAt(at); line != 0)
        details.rows.push_back({tr("line"), QString::number(line)});
    if (actor.tid != 0)
        details.rows.push_back(
            {tr("pid / tid"), tr("%1 / %2", "process and thread number").arg(actor.pid).arg(actor.tid)});
    if (actor.parent.exists()) details.rows.push_back({tr("started by"), Words::actor(store, actor.parent)});
    return details;
}

SelectionDetails DetailsOf::core(const Store& store, const Selection& selection) {
    SelectionDetails details;
    const auto& cores = selection.lane == LaneKind::core ? store.cores() : store.kernelCores();
    if (selection.id >= cores.size()) return details;
    details.title = tr("core %1").arg(selection.id);
    details.what = selection.lane == LaneKind::core ? QString() : tr("as the kernel saw it");
    const IntervalLane& lane = cores[selection.id].actors;
    const std::size_t index = lane.find(selection.at);
    if (index == IntervalLane::kNone) return details;
    const Interval interval = lane.at(index, store.now());
    const Look& look = store.looks()[interval.look];
    const bool known = look.actor().value < store.actors().size();
    if (known && look.laneClass != 0) {
        details.hue = store.actor(look.actor()).hue;
        details.token = Words::actor(store, look.actor());
    }
    details.rows.push_back({tr("runs"), look.laneClass == 0 ? tr("nobody of this run")
                                        : known             ? Words::actor(store, look.actor())
                                                            : tr("another thread of the runner")});
    addSpan(details, interval.begin, interval.end, index + 1 == lane.end());
    return details;
}

SelectionDetails DetailsOf::object(const Store& store, const Selection& selection) {
    SelectionDetails details;
    if (selection.id >= store.objects().size()) return details;
    const ObjectId id{selection.id};
    const ObjectRecord& object = store.object(id);
    details.title = Words::object(store, id);
    details.what = Words::objectKind(object.kind);
    if (const std::size_t index = object.owners.find(selection.at); index != IntervalLane::kNone) {
        const Interval interval = object.owners.at(index, store.now());
        const ActorId owner = Words::ownerAt(store, id, selection.at);
        if (owner.exists()) {
            details.hue = store.actor(owner).hue;
            details.token = Words::actor(store, owner);
        }
        if (object.kind == ObjectKind::frame) {
            details.rows.push_back({tr("state"), Words::state(store.looks()[interval.look].state())});
            details.rows.push_back({tr("belongs to"), Words::actor(store, owner)});
            addSpan(details, interval.begin, interval.end, index + 1 == object.owners.end());
            return details;
        }
        details.rows.push_back({tr("held by"), owner.exists() ? Words::actor(store, owner) : tr("nobody")});
        addSpan(details, interval.begin, interval.end, index + 1 == object.owners.end());
        const Look& waiters = store.looks()[object.waiters.lookAt(selection.at)];
        details.rows.push_back({tr("waiting for it"), countText(waiters.laneClass == 0 ? 0 : waiters.subject)});
        details.rows.push_back({tr("taken"), countText(static_cast<std::int64_t>(object.acquisitions))});
        if (object.maxWait.count() > 0) details.rows.push_back({tr("longest wait"), durationText(object.maxWait)});
        return details;
    }
    const std::int64_t value = object.levels.valueAt(selection.at, object.initial);
    if (object.kind == ObjectKind::queue) {
        details.rows.push_back(
            {tr("level"), object.initial > 0 ? tr("%1 of %2").arg(value).arg(object.initial) : countText(value)});
        details.rows.push_back({tr("put / taken"), tr("%1 / %2", "two counts")
                                                       .arg(countText(static_cast<std::int64_t>(object.puts)),
                                                            countText(static_cast<std::int64_t>(object.gets)))});
    } else if (object.kind == ObjectKind::bank) {
        details.rows.push_back({tr("free units"), tr("%1 of %2").arg(value).arg(object.initial)});
        details.rows.push_back({tr("requests granted"), countText(static_cast<std::int64_t>(object.acquisitions))});
        if (object.maxWait.count() > 0) details.rows.push_back({tr("longest wait"), durationText(object.maxWait)});
    } else {
        details.rows.push_back({tr("value"), countText(value)});
        if (object.lostUpdates > 0)
            details.rows.push_back({tr("updates lost"), countText(static_cast<std::int64_t>(object.lostUpdates))});
    }
    return details;
}

void DetailsOf::addSpan(SelectionDetails& details, TraceTime from, TraceTime to, bool open) {
    const Duration resolution = resolutionFor(to - from);
    details.rows.push_back({tr("from"), timeText(from, resolution)});
    details.rows.push_back(
        {tr("to"), open ? tr("%1, not over", "a moment").arg(timeText(to, resolution)) : timeText(to, resolution)});
    details.rows.push_back({tr("length"), durationText(to - from)});
}

void DetailsOf::addNearby(SelectionDetails& details, const Store& store, const Selection& selection) {
    const auto& events = store.events();
    const std::size_t after = store.eventAfter(selection.at);
    const bool withName = selection.lane != LaneKind::actor;
    const auto take = [&](std::size_t index, bool before) {
        const Event& event = events[index];
        if (!concerns(event, selection)) return false;
        QString text = EventText::of(store, event);
        if (text.isEmpty()) return false;
        if (withName && event.who().exists())
            text = tr("%1 %2", "an actor's name and what it does").arg(Words::actor(store, event.who()), text);
        details.nearby.push_back({event.at(), text, before});
        return true;
    };
    std::size_t taken = 0;
    for (std::size_t i = after, seen = 0; i > events.first() && seen < kLookAround && taken < kNearby; ++seen)
        taken += take(--i, true);
    std::reverse(details.nearby.begin(), details.nearby.end());
    taken = 0;
    for (std::size_t i = after, seen = 0; i < events.end() && seen < kLookAround && taken < kNearby; ++i, ++seen)
        taken += take(i, false);
}

}  // namespace interleave::ui
