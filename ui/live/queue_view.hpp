// The queues at one moment of a run: what lies in each in the order in which it will come out,
// and who waits at which end.
#pragma once

#include <map>
#include <vector>

#include "core/trace/store.hpp"

namespace interleave::ui {

struct QueueRow {
    ObjectId queue;
    QueueOrder order{};
    std::int64_t capacity = 0;          // 0: unbounded
    std::int64_t level = 0;
    std::vector<std::int64_t>
        next;  // the first ones to come out; fewer than there are where those are many or not known
    std::vector<ActorId> putters;       // who waits for a place
    std::vector<ActorId> getters;       // who waits for an item
};

// Follows a trace: going on costs what has happened since, going back as much as a new beginning.
class QueueView {
public:
    static constexpr std::size_t kMostItems = 64;  // told of each queue: no panel has room for more

    // The queues that there are at `cursor`, by id. The same store each time, until reset().
    std::vector<QueueRow> at(const Store& store, TraceTime cursor);
    void reset();

private:
    void follow(const Store& store, std::size_t end);

    std::map<std::uint32_t, QueueTable> m_tables;
    std::size_t m_at = 0;               // the next event to look at
    bool m_begun = false;
};

}  // namespace interleave::ui
