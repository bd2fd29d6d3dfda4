// Which cells a queue is drawn with where so many fit beside each other. Pure.
#pragma once

#include <cstdint>
#include <vector>

#include "ui/live/queue_view.hpp"

namespace interleave::ui {

struct QueueCell {
    enum class Kind {
        place,  // empty
        item,
        more,   // `value` further items that there is no room for
        open    // where an unbounded queue goes on
    };
    Kind kind{};
    std::int64_t value = 0;
    friend bool operator==(const QueueCell&, const QueueCell&) = default;
};

// From the left to the right; the next item to come out is the last. `most` at least 2.
std::vector<QueueCell> cellsOf(const QueueRow& row, std::size_t most);

}  // namespace interleave::ui
