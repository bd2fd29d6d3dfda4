#include "core/trace/queue_table.hpp"

#include <algorithm>
#include <functional>

namespace interleave {

bool QueueTable::apply(const Event& event) {
    const auto [level, item] = QueueChange::from(event.value);
    if (!m_isKnown) {
        m_isKnown = level == 0;
        return true;
    }
    if (event.kind == EventKind::queueGot) return get(item);
    put(item);
    return true;
}

void QueueTable::put(std::int64_t item) {
    m_items.push_back(item);
    if (m_order == QueueOrder::priority) std::push_heap(m_items.begin(), m_items.end(), std::greater<>{});
}

bool QueueTable::get(std::int64_t item) {
    if (m_items.empty()) return false;
    const std::int64_t expected = m_order == QueueOrder::lifo ? m_items.back() : m_items.front();
    if (item != expected) {
        const auto it = std::ranges::find(m_items, item);
        if (it != m_items.end()) m_items.erase(it);
        if (m_order == QueueOrder::priority) std::make_heap(m_items.begin(), m_items.end(), std::greater<>{});
        return false;
    }
    if (m_order == QueueOrder::priority) std::pop_heap(m_items.begin(), m_items.end(), std::greater<>{});
    if (m_order == QueueOrder::fifo) m_items.pop_front();
    else m_items.pop_back();
    return true;
}

std::vector<std::int64_t> QueueTable::next(std::size_t most) const {
    const auto count = static_cast<std::ptrdiff_t>(std::min(most, m_items.size()));
    if (m_order == QueueOrder::fifo) return {m_items.begin(), m_items.begin() + count};
    if (m_order == QueueOrder::lifo) return {m_items.rbegin(), m_items.rbegin() + count};
    std::vector<std::int64_t> first(static_cast<std::size_t>(count));
    std::partial_sort_copy(m_items.begin(), m_items.end(), first.begin(), first.end());
    return first;
}

bool QueueTable::restore(const std::vector<std::int64_t>& items) {
    m_items.assign(items.begin(), items.end());
    return m_order != QueueOrder::priority || std::is_heap(m_items.begin(), m_items.end(), std::greater<>{});
}

}  // namespace interleave
