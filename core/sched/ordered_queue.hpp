// Ready tasks by a key, the least first; equal keys by arrival, then by number. A binary heap: a push or a pop is
// logarithmic and touches memory that lies together.
#pragma once

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <vector>

#include "core/sched/policy.hpp"

namespace interleave {

class OrderedQueue {
public:
    struct Entry {
        std::int64_t key = 0;
        Duration arrived{};
        ActorId task;
    };
    struct First {
        Entry entry;
        TieBreak tie = TieBreak::none;  // against the next best
    };

    void push(std::int64_t key, const TaskView& task) {
        m_heap.push_back({key, task.arrived, task.id});
        std::push_heap(m_heap.begin(), m_heap.end(), later);
    }

    First pop() {
        std::pop_heap(m_heap.begin(), m_heap.end(), later);
        const Entry first = m_heap.back();
        m_heap.pop_back();
        if (m_heap.empty() || m_heap.front().key != first.key) return {first};
        return {first, m_heap.front().arrived != first.arrived ? TieBreak::arrival : TieBreak::order};
    }

    const Entry& front() const { return m_heap.front(); }
    bool empty() const { return m_heap.empty(); }
    std::size_t size() const { return m_heap.size(); }

private:
    static bool later(const Entry& a, const Entry& b) {
        return std::tie(a.key, a.arrived, a.task) > std::tie(b.key, b.arrived, b.task);
    }

    std::vector<Entry> m_heap;
};

// A time or a key as a rank: in µs, saturated. Ranks that are equal by this are told apart by arrival and number.
constexpr std::uint32_t rankOf(std::int64_t ns) {
    constexpr std::int64_t kNsPerUs = 1000;
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(ns / kNsPerUs, 0, 0xFFFF'FFFF));
}
constexpr std::int64_t inMicroseconds(Duration time) { return time.count() / 1000; }

}  // namespace interleave
