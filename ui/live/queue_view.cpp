#include "ui/live/queue_view.hpp"

#include <algorithm>

#include "ui/live/actors_now.hpp"

namespace interleave::ui {

void QueueView::reset() {
    m_tables.clear();
    m_begun = false;
}

void QueueView::follow(const Store& store, std::size_t end) {
    const Store::Events& events = store.events();
    // Gone back, or what lay between was evicted meanwhile.
    if (!m_begun || end < m_at || m_at < events.first()) {
        m_tables = store.checkpoint().queues();
        m_at = events.first();
        m_begun = true;
    }
    while (m_at < end) {
        const auto run = events.run(m_at);
        const auto part = run.first(std::min(run.size(), end - m_at));
        m_at += part.size();
        for (const Event& event : part) {
            if (event.kind == EventKind::objectCreated && event.as<ObjectKind>() == ObjectKind::queue)
                m_tables.insert_or_assign(event.object, QueueTable(QueueKind::from(event.value).order));
            else if (changesQueue(event)) (void)m_tables[event.object].apply(event);
        }
    }
}

std::vector<QueueRow> QueueView::at(const Store& store, TraceTime cursor) {
    follow(store, store.eventAfter(cursor));
    std::vector<QueueRow> rows;
    std::map<std::uint32_t, std::size_t> places;
    for (const auto& [id, table] : m_tables) {
        if (id >= store.objects().size() || store.object({id}).created > cursor) continue;
        const ObjectRecord& object = store.object({id});
        places.emplace(id, rows.size());
        rows.push_back({.queue = {id},
                        .order = object.order,
                        .capacity = object.initial,
                        .level = object.levels.valueAt(cursor),
                        .next = table.next(kMostItems),
                        .putters = {},
                        .getters = {}});
    }
    for (const ActorNow& now : actorsAt(store, cursor)) {
        const WaitReason why = now.waitReason();
        if (why != WaitReason::queueFull && why != WaitReason::queueEmpty) continue;
        const auto place = places.find(now.look.object().value);
        if (place == places.end()) continue;
        QueueRow& row = rows[place->second];
        (why == WaitReason::queueFull ? row.putters : row.getters).push_back(now.id);
    }
    return rows;
}

}  // namespace interleave::ui
