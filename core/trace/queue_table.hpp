// What lies in a queue, as its events tell it: each put and got says its item, so it is known which one was next. Pure.
//
// Confined to one thread.
#pragma once

#include <cstdint>
#include <deque>
#include <vector>

#include "core/trace/event.hpp"

namespace interleave {

// Whether an event changes what lies in a queue: that of its object.
constexpr bool changesQueue(const Event& event) {
    return event.kind == EventKind::queuePut || event.kind == EventKind::queueGot;
}

class QueueTable {
public:
    explicit QueueTable(QueueOrder order = QueueOrder::fifo) : m_order(order) {}

    QueueOrder order() const { return m_order; }
    std::size_t size() const { return m_items.size(); }

    // From here on its items are not known, until it is empty.
    void forget() { m_items.clear(); m_isKnown = false; }
    bool isKnown() const { return m_isKnown; }

    // False: that item was not the next one, or none was there. Then the oldest one like it goes, or none.
    bool apply(const Event& event);
    // The first `most` in the order in which they will come out.
    std::vector<std::int64_t> next(std::size_t most) const;

    // For saved files: as they lie there, and back.
    const std::deque<std::int64_t>& items() const { return m_items; }
    // False where they cannot have lain so.
    bool restore(const std::vector<std::int64_t>& items);

private:
    void put(std::int64_t item);
    bool get(std::int64_t item);

    QueueOrder m_order;
    bool m_isKnown = true;
    std::deque<std::int64_t> m_items;  // by age; of a priority queue a heap, the smallest in front
};

}  // namespace interleave
