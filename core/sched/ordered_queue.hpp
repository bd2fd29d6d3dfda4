// Ready tasks by a key, the least first; equal keys by arrival, then by number.
//
// A heap with four children to a node, which lie in one line of the cache and are compared without branching. Whoever
// is taken leaves a hole at the top, which the next one to come fills: a switch sinks one entry once,
// through seven lines among 10,000.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "core/base/require.hpp"
#include "core/sched/policy.hpp"

namespace interleave {

class OrderedQueue {
public:
    struct First {
        std::int64_t key = 0;
        ActorId task;
        TieBreak tie = TieBreak::none;  // against the next best
    };

    void push(std::int64_t key, const TaskView& task);
    First pop();

    // Of who is first; there is one.
    std::int64_t leastKey() const { return keyOf(first()); }
    ActorId front() const { return taskOf(first()); }
    bool empty() const { return size() == 0; }
    std::size_t size() const { return m_places - (m_hole ? 1 : 0); }

private:
    // The key, the arrival in ns (46 bits, 19 hours; who comes later still is told apart by number only) and the number
    // (18 bits), from the top: one comparison tells all.
    __extension__ using Entry = __int128;
    static constexpr unsigned kTaskBits = 18;
    static constexpr unsigned kRestBits = 64;
    static constexpr std::int64_t kLatest = (std::int64_t{1} << (kRestBits - kTaskBits)) - 1;
    // After everybody.
    static constexpr Entry kNobody = ~(Entry{1} << 127);
    static constexpr std::size_t kWidth = 4;
    struct alignas(64) Line {
        std::array<Entry, kWidth> entries{kNobody, kNobody, kNobody, kNobody};

        // Where the least of them is. Reckoned, not branched: which it is nobody can predict.
        std::size_t least() const {
            const std::size_t left = entries[1] < entries[0] ? 1 : 0;
            const std::size_t right = 2 + (entries[3] < entries[2] ? 1 : 0);
            return left + (right - left) * (entries[right] < entries[left] ? 1 : 0);
        }
    };

    static std::int64_t keyOf(Entry entry) { return static_cast<std::int64_t>(entry >> kRestBits); }
    static std::uint64_t restOf(Entry entry) { return static_cast<std::uint64_t>(entry); }
    static ActorId taskOf(Entry entry) { return {static_cast<std::uint32_t>(restOf(entry) & ((1U << kTaskBits) - 1))}; }

    Entry first() const {
        if (!m_hole) return m_lines.front().entries.back();
        return m_places == 1 ? kNobody : m_lines[1].entries[m_lines[1].least()];
    }
    // Place 0 is the top; the children of place p are line p + 1. So the top is the last of line 0, the only one there.
    Entry& at(std::size_t place) {
        const std::size_t i = place + kWidth - 1;
        return m_lines[i / kWidth].entries[i % kWidth];
    }
    void append(Entry entry);
    void sink(Entry entry);
    void fillHole();

    std::vector<Line> m_lines{1};
    std::size_t m_places = 0;
    bool m_hole = false;  // at the top
};

inline void OrderedQueue::push(std::int64_t key, const TaskView& task) {
    IL_REQUIRE(task.id.value >> kTaskBits == 0);
    const auto arrived = static_cast<std::uint64_t>(std::clamp<std::int64_t>(task.arrived.count(), 0, kLatest));
    const Entry entry = (Entry{key} << kRestBits) | ((arrived << kTaskBits) | task.id.value);
    if (std::exchange(m_hole, false)) sink(entry);
    else append(entry);
}

inline OrderedQueue::First OrderedQueue::pop() {
    fillHole();
    const Entry taken = first();
    m_hole = true;
    if (empty() || leastKey() != keyOf(taken)) return {keyOf(taken), taskOf(taken)};
    const bool together = restOf(taken) >> kTaskBits == restOf(first()) >> kTaskBits;
    return {keyOf(taken), taskOf(taken), together ? TieBreak::order : TieBreak::arrival};
}

inline void OrderedQueue::append(Entry entry) {
    std::size_t place = m_places++;
    if (place % kWidth == 1) m_lines.emplace_back();
    while (place > 0 && entry < at((place - 1) / kWidth)) {
        at(place) = at((place - 1) / kWidth);
        place = (place - 1) / kWidth;
    }
    at(place) = entry;
}

// From the top, where a hole is.
inline void OrderedQueue::sink(Entry entry) {
    Entry* hole = &m_lines.front().entries.back();
    for (std::size_t line = 1; line < m_lines.size();) {
        // One of these four comes next, and none of them may be in the cache.
        const Line* below = m_lines.data() + kWidth * (line - 1) + 2;
        for (std::size_t i = 0; i < kWidth; ++i) __builtin_prefetch(below + i);
        const std::size_t least = m_lines[line].least();
        Entry& child = m_lines[line].entries[least];
        if (entry < child) break;
        *hole = child;
        hole = &child;
        line = kWidth * (line - 1) + 2 + least;
    }
    *hole = entry;
}

inline void OrderedQueue::fillHole() {
    if (!std::exchange(m_hole, false)) return;
    const Entry last = std::exchange(at(--m_places), kNobody);
    if (m_places % kWidth == 1) m_lines.pop_back();
    if (m_places > 0) sink(last);
}

// A time or a key as a rank: in µs, saturated. Ranks that are equal by this are told apart by arrival and number.
constexpr std::uint32_t rankOf(std::int64_t ns) {
    constexpr std::int64_t kNsPerUs = 1000;
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(ns / kNsPerUs, 0, 0xFFFF'FFFF));
}
constexpr std::int64_t inMicroseconds(Duration time) { return time.count() / 1000; }

}  // namespace interleave
