#include "ui/queues/queue_cells.hpp"

#include <algorithm>

namespace interleave::ui {

std::vector<QueueCell> cellsOf(const QueueRow& row, std::size_t most) {
    using Kind = QueueCell::Kind;
    const auto room = static_cast<std::int64_t>(std::max<std::size_t>(most, 2));
    const auto known = static_cast<std::int64_t>(row.next.size());
    const bool allPlacesFit = row.capacity > 0 && row.capacity <= room;
    // One cell tells what does not fit: further items, or that there is no end to it.
    const std::int64_t items = std::min(known, allPlacesFit ? room : room - 1);
    std::vector<QueueCell> cells;
    if (items < row.level) cells.push_back({Kind::more, row.level - items});
    else if (row.capacity == 0) cells.push_back({Kind::open, 0});
    const std::int64_t used = static_cast<std::int64_t>(cells.size()) + items;
    const std::int64_t places = row.capacity == 0 ? 0 : std::min(row.capacity, room) - used;
    for (std::int64_t i = 0; i < places; ++i) cells.push_back({Kind::place, 0});
    for (std::int64_t i = items; i-- > 0;) cells.push_back({Kind::item, row.next[static_cast<std::size_t>(i)]});
    return cells;
}

}  // namespace interleave::ui
