#include "core/sync/queue_words.hpp"

#include <algorithm>
#include <functional>

namespace interleave {
namespace {

void keepOrder() noexcept { std::atomic_signal_fence(std::memory_order_seq_cst); }

}  // namespace

void QueueItems::setStock(std::uint32_t first, std::uint32_t level) noexcept {
    keepOrder();
    m_words.stock.store(std::uint64_t{first} << kFirstShift | level, std::memory_order_relaxed);
    keepOrder();
}

void QueueItems::place(std::int64_t item) noexcept {
    const std::uint32_t at = m_words.order == QueueOrder::fifo ? (first() + level()) % m_words.places : level();
    m_items[at] = item;
    keepOrder();
}

void QueueItems::count() noexcept { setStock(first(), level() + 1); }

std::int64_t QueueItems::next() const noexcept {
    switch (m_words.order) {
        case QueueOrder::fifo: return m_items[first()];
        case QueueOrder::lifo: return m_items[newest()];
        case QueueOrder::priority: break;
    }
    return m_items[0];
}

void QueueItems::takeNext() noexcept {
    const std::uint32_t left = level() - 1;
    if (m_words.order == QueueOrder::fifo) return setStock((first() + 1) % m_words.places, left);
    // The last item takes the place of the smallest, which is out: done twice it is still right.
    if (isHeap()) m_items[0] = m_items[left];
    setStock(0, left);
}

// The item that is in the hole's way goes into the hole, and leaves one where it was.
void QueueItems::moveHole(std::uint32_t from, std::uint32_t to) noexcept {
    m_items[from] = m_items[to];
    keepOrder();
    m_words.hole.store(to, std::memory_order_relaxed);
    keepOrder();
}

void QueueItems::lift(std::uint32_t from) noexcept {
    m_words.moving.store(m_items[from], std::memory_order_relaxed);
    keepOrder();
    m_words.hole.store(from, std::memory_order_relaxed);
    keepOrder();
}

void QueueItems::fillHole() noexcept {
    const std::uint32_t hole = m_words.hole.load(std::memory_order_relaxed);
    if (hole == QueueWords::kNoHole) return;
    m_items[hole] = m_words.moving.load(std::memory_order_relaxed);
    keepOrder();
    m_words.hole.store(QueueWords::kNoHole, std::memory_order_relaxed);
    keepOrder();
}

// The item that came last moves up past those that are greater.
void QueueItems::settleLast() noexcept {
    if (!isHeap() || level() < 2) return;
    std::uint32_t hole = newest();
    lift(hole);
    const std::int64_t item = m_items[hole];
    while (hole > 0) {
        const std::uint32_t parent = (hole - 1) / 2;
        if (m_items[parent] <= item) break;
        moveHole(hole, parent);
        hole = parent;
    }
    fillHole();
}

// The item in front moves down past those that are smaller.
void QueueItems::settleFirst() noexcept {
    const std::uint32_t items = level();
    if (!isHeap() || items < 2) return;
    lift(0);
    const std::int64_t item = m_items[0];
    std::uint32_t hole = 0;
    for (std::uint32_t child = 1; child < items; child = 2 * hole + 1) {
        if (child + 1 < items && m_items[child + 1] < m_items[child]) ++child;
        if (item <= m_items[child]) break;
        moveHole(hole, child);
        hole = child;
    }
    fillHole();
}

void QueueItems::reorder() noexcept {
    if (isHeap()) std::make_heap(m_items, m_items + level(), std::greater<>{});
}

}  // namespace interleave
