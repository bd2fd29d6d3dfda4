#include "ui/scheduling/ready_rows.hpp"

#include <algorithm>
#include <set>

#include "core/scenario/schedule_plan.hpp"

namespace interleave::ui {
namespace {

// What the run was asked for, where its scenario takes a policy; nothing else tells how many queues there are.
std::optional<SchedulePlan> planOf(const Store& store) {
    auto plan = schedulePlan(store.facts().params, store.facts().cores, store.facts().seed);
    return plan ? std::optional{std::move(*plan)} : std::nullopt;
}

// Shelves that are always shown.
std::set<std::uint32_t> standingShelves(const std::optional<SchedulePlan>& plan) {
    if (!plan) return {};
    const bool each = plan->machine.queues.layout == QueueLayout::oneForEachCore;
    const bool levels = plan->policy.policy == "mlfq";
    std::set<std::uint32_t> shelves;
    for (std::uint32_t queue = 0; queue < (each ? plan->machine.cores : 1); ++queue) {
        const std::uint32_t first = (each ? queue + 1 : 0) * Placement::kLevels;
        for (std::uint32_t level = 0; level < (levels ? plan->policy.queues : 1); ++level) {
            // A priority policy's levels come as they are used.
            if (plan->policy.policy != "priority" || plan->policy.aging.count() > 0) shelves.insert(first + level);
        }
    }
    return shelves;
}

}  // namespace

QString ReadyRows::labelOf(const Store& store, std::uint32_t shelf) {
    const Placement place{shelf, 0};
    const auto plan = planOf(store);
    const std::string policy = plan ? plan->policy.policy : std::string();
    QString level;
    if (policy == "mlfq") level = tr("queue %1").arg(place.level());
    if (policy == "priority" && plan->policy.aging.count() == 0) {
        const int urgency = static_cast<int>(place.level()) - static_cast<int>(Placement::kLevels / 2);
        level = tr("priority %1").arg(plan->policy.lowNumberFirst ? urgency : -urgency);
    }
    if (place.queue() == 0) return level.isEmpty() ? tr("ready") : level;
    const QString core = tr("core %1").arg(place.queue() - 1);
    return level.isEmpty() ? core : core + QStringLiteral(", ") + level;
}

std::vector<ReadyRow> ReadyRows::at(const Store& store, TraceTime cursor) {
    const auto shelves = readyShelvesAt(store, cursor);
    std::set<std::uint32_t> shown = standingShelves(planOf(store));
    for (const ReadyShelf& shelf : shelves) shown.insert(shelf.shelf);
    std::vector<ReadyRow> rows;
    for (const std::uint32_t shelf : shown) {
        ReadyRow row{labelOf(store, shelf), {}};
        const auto found = std::ranges::find(shelves, shelf, &ReadyShelf::shelf);
        if (found != shelves.end()) {
            for (const QueuedTask& task : found->tasks) row.actors.push_back(task.actor);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<ActorId> runningAt(const Store& store, TraceTime t) {
    std::vector<ActorId> running;
    for (const CoreRecord& core : store.cores()) {
        if (core.actors.empty()) continue;
        const Look& look = store.looks()[core.actors.lookAt(t)];
        running.push_back(look.laneClass == 0 ? ActorId{} : look.actor());
    }
    return running;
}

}  // namespace interleave::ui
