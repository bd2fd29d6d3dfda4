#include "core/trace/ready_queue.hpp"

#include <algorithm>

namespace interleave {
namespace {

// How far a woken task's place may come behind the event that made it ready: another core's events lie in between.
constexpr std::size_t kFarthest = 4096;
// How far back a decision or a boost is looked for; more than that happened while nothing was decided never.
constexpr std::size_t kFarthestBack = 1'000'000;

bool tellsPlace(const Event& e) {
    return e.kind == EventKind::queued || (e.kind == EventKind::ready && e.object != ObjectId::kNone);
}

// Whether a task may be put elsewhere while it is ready: it inherits a priority, or loses one.
bool tasksMove(const Store& store) {
    constexpr std::int64_t kInherits = 2;  // MutexOptions of core/sync
    return std::ranges::any_of(store.objects(), [](const ObjectRecord& object) {
        return object.kind == ObjectKind::mutex && (object.initial & kInherits) != 0;
    });
}

// The place that the actor, ready since `since`, has at `t`: the first one told, or a later one where tasks move.
std::optional<Placement> placeTold(const Store& store, ActorId actor, TraceTime since, TraceTime t, bool moves) {
    const auto& events = store.events();
    std::optional<Placement> place;
    std::size_t i = since.ns == 0 ? events.first() : store.eventAfter(since - Duration{1});
    for (const std::size_t end = std::min(events.end(), i + (moves ? kFarthestBack : kFarthest)); i < end; ++i) {
        const Event& e = events[i];
        if (place && e.at() > t) break;
        if (e.actor != actor.value) continue;
        if (e.kind == EventKind::running && e.at() > since) break;
        if (!tellsPlace(e)) continue;
        place = Placement{e.object, e.ticket};
        if (!moves) break;
    }
    return place;
}

std::vector<TraceTime> boostsBetween(const Store& store, TraceTime begin, TraceTime end) {
    std::vector<TraceTime> boosts;
    const auto& events = store.events();
    const std::size_t last = store.eventAfter(end);
    const std::size_t first =
        std::max(store.eventAfter(begin), last > kFarthestBack ? last - kFarthestBack : events.first());
    for (std::size_t i = first; i < last; ++i) {
        if (events[i].kind == EventKind::queuesBoosted) boosts.push_back(events[i].at());
    }
    return boosts;
}

// Front insertions count down from the middle of the range, back insertions up from it.
bool wentToTheFront(Placement placed) { return placed.rank < (std::uint32_t{1} << 31); }

class Order {
public:
    explicit Order(const Store& store) : m_store(store) {}

    bool operator()(const QueuedTask& a, const QueuedTask& b) const {
        if (a.shelf != b.shelf) return a.shelf < b.shelf;
        if (a.placed.shelf != b.placed.shelf) return a.placed.shelf < b.placed.shelf;  // lifted: upper ones first
        if (a.placed.rank != b.placed.rank) return a.placed.rank < b.placed.rank;
        const TraceTime arrivedA = arrival(a.actor);
        const TraceTime arrivedB = arrival(b.actor);
        return arrivedA != arrivedB ? arrivedA < arrivedB : a.actor < b.actor;
    }

private:
    TraceTime arrival(ActorId id) const { return m_store.actor(id).created + m_store.actor(id).arrival; }
    const Store& m_store;
};

// Lifted ones stand before those that queued behind them later, and behind those that were put before them.
void lift(std::vector<QueuedTask>& tasks, const std::vector<TraceTime>& boosts, const Order& order) {
    if (boosts.empty()) return std::sort(tasks.begin(), tasks.end(), order);
    const TraceTime boost = boosts.back();
    for (QueuedTask& task : tasks) {
        if (task.since < boost) task.shelf -= task.placed.level();
    }
    const auto group = [&](const QueuedTask& task) {
        if (task.since < boost) return 1;
        return wentToTheFront(task.placed) ? 0 : 2;
    };
    std::sort(tasks.begin(), tasks.end(), [&](const QueuedTask& a, const QueuedTask& b) {
        if (a.shelf != b.shelf) return a.shelf < b.shelf;
        const int groupA = a.placed.level() == 0 || a.since < boost ? group(a) : 2;
        const int groupB = b.placed.level() == 0 || b.since < boost ? group(b) : 2;
        return groupA != groupB ? groupA < groupB : order(a, b);
    });
}

}  // namespace

std::vector<ReadyShelf> readyShelvesAt(const Store& store, TraceTime t) {
    std::vector<QueuedTask> tasks;
    TraceTime earliest = t;
    const bool moves = tasksMove(store);
    for (std::uint32_t i = 0; i < store.actors().size(); ++i) {
        const IntervalLane& lane = store.actors()[i].states;
        const std::size_t index = lane.find(t);
        if (index == IntervalLane::kNone || store.looks()[lane.lookOf(index)].state() != StateClass::ready) continue;
        const TraceTime since = lane.beginOf(index);
        const auto placed = placeTold(store, {i}, since, t, moves);
        if (!placed) continue;
        tasks.push_back({{i}, *placed, placed->shelf, since});
        earliest = std::min(earliest, since);
    }
    if (tasks.empty()) return {};
    lift(tasks, boostsBetween(store, earliest, t), Order{store});

    std::vector<ReadyShelf> shelves;
    for (const QueuedTask& task : tasks) {
        if (shelves.empty() || shelves.back().shelf != task.shelf) shelves.push_back({task.shelf, {}});
        shelves.back().tasks.push_back(task);
    }
    return shelves;
}

std::optional<PickedTask> lastPickAt(const Store& store, TraceTime t) {
    const auto& events = store.events();
    const std::size_t after = store.eventAfter(t);
    const std::size_t oldest = after > events.first() + kFarthestBack ? after - kFarthestBack : events.first();
    for (std::size_t i = after; i-- > oldest;) {
        const Event& e = events[i];
        if (e.kind != EventKind::running || e.value < 0 || e.as<RunReason>() == RunReason::kernel) continue;
        const std::uint32_t told = e.object == ObjectId::kNone ? 0 : e.object;
        return PickedTask{e.who(), {static_cast<std::uint32_t>(e.value)}, e.at(), e.as<RunReason>(), e.ticket,
                          static_cast<TieBreak>(told % kStolen), (told & kStolen) != 0};
    }
    return std::nullopt;
}

}  // namespace interleave
