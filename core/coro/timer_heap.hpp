// Who is to go on when, by due time; equal times in the order in which they were set.
//
// Thread safety: none; lives in one event loop.
#pragma once

#include <optional>
#include <queue>
#include <vector>

#include "core/base/ids.hpp"
#include "core/base/time.hpp"

namespace interleave {

class TimerHeap {
public:
    struct Due {
        ActorId whom;
        std::uint64_t wait = 0;  // the limit of its wait number so; 0: it sleeps
    };

    void set(ActorId whom, Duration due, std::uint64_t wait = 0) { m_timers.push({due, m_set++, {whom, wait}}); }

    bool empty() const { return m_timers.empty(); }
    // There is one.
    Duration nextDue() const { return m_timers.top().due; }

    // Takes the first one that is due by `now`; nothing if none is.
    std::optional<Due> takeDue(Duration now) {
        if (m_timers.empty() || m_timers.top().due > now) return std::nullopt;
        const Due due = m_timers.top().what;
        m_timers.pop();
        return due;
    }

private:
    struct Timer {
        Duration due;
        std::uint64_t order;
        Due what;
        bool operator>(const Timer& other) const { return due != other.due ? due > other.due : order > other.order; }
    };

    std::priority_queue<Timer, std::vector<Timer>, std::greater<>> m_timers;
    std::uint64_t m_set = 0;
};

}  // namespace interleave
