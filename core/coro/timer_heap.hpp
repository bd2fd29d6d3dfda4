// Who is to go on when, by due time; equal times in the order in which they were set. A timer whose wait ended
// otherwise stays until somebody asks whether it is dead (asyncio's cancelled handles do so, too):
// nothing is searched when a wait ends.
//
// Thread safety: none; lives in one event loop.
#pragma once

#include <algorithm>
#include <optional>
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

    void set(ActorId whom, Duration due, std::uint64_t wait = 0) {
        m_timers.push_back({due, m_set++, {whom, wait}});
        std::ranges::push_heap(m_timers, std::greater<>{});
    }

    // Forgets the first ones as long as they are dead; and all that are dead once there are twice as many timers as
    // were left the last time, so that each is looked at so often only.
    template <class IsDead>
    void forgetDead(const IsDead& isDead) {
        while (!m_timers.empty() && isDead(m_timers.front().what)) pop();
        if (m_timers.size() < m_sweepFrom) return;
        std::erase_if(m_timers, [&](const Timer& timer) { return isDead(timer.what); });
        std::ranges::make_heap(m_timers, std::greater<>{});
        m_sweepFrom = std::max(kFewTimers, 2 * m_timers.size());
    }

    std::size_t size() const { return m_timers.size(); }
    bool empty() const { return m_timers.empty(); }
    // There is one.
    Duration nextDue() const { return m_timers.front().due; }

    // Takes the first one that is due by `now`; nothing if none is.
    std::optional<Due> takeDue(Duration now) {
        if (m_timers.empty() || m_timers.front().due > now) return std::nullopt;
        const Due due = m_timers.front().what;
        pop();
        return due;
    }

private:
    struct Timer {
        Duration due;
        std::uint64_t order;
        Due what;
        bool operator>(const Timer& other) const { return due != other.due ? due > other.due : order > other.order; }
    };

    void pop() {
        std::ranges::pop_heap(m_timers, std::greater<>{});
        m_timers.pop_back();
    }

    static constexpr std::size_t kFewTimers = 128;
    std::vector<Timer> m_timers;  // a heap, the first to be due on top
    std::size_t m_sweepFrom = kFewTimers;
    std::uint64_t m_set = 0;
};

}  // namespace interleave
