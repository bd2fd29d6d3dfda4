// What a scheduler knows of one task: what its program declared, and what was measured since.
//
// A CPU burst that nobody declared is predicted from those before it, by exponential averaging with weight 1/2
// (Silberschatz, Operating System Concepts, "Shortest-Job-First Scheduling").
//
// Thread safety: none; lives under the scheduler's own lock.
#pragma once

#include <optional>
#include <vector>

#include "core/sched/policy.hpp"

namespace interleave {

struct TaskDeclaration {
    int priority = 0;
    int nice = 0;
    std::int64_t tickets = 100;
    std::optional<Duration> deadline;    // after its arrival
    std::vector<Duration> bursts;        // CPU bursts in their order, as far as they are known beforehand
    std::optional<std::uint32_t> core;   // the only core it may use, counted from 0; needs a queue for each core
};

class TaskAccount {
public:
    static constexpr Duration kFirstGuess = std::chrono::milliseconds{10};

    TaskAccount() = default;
    TaskAccount(ActorId id, TaskDeclaration declared)
        : m_id(id), m_declared(std::move(declared)), m_priority(m_declared.priority) {
        beginBurst();
    }

    const TaskDeclaration& declared() const { return m_declared; }
    void arrive(Duration now) { m_arrived = now; }
    // It had a core for so long.
    void ran(Duration length) {
        m_used += length;
        m_usedInBurst += length;
    }
    // It has another priority than declared, from now on.
    void setPriority(int priority) { m_priority = priority; }
    int priority() const { return m_priority; }
    // It waited for something, and goes on: the next burst begins.
    void woke();

    TaskView view(ReadyReason why = ReadyReason::created) const;

private:
    void beginBurst();

    ActorId m_id;
    Duration m_arrived{};
    Duration m_used{};
    Duration m_usedInBurst{};
    Duration m_burst = kFirstGuess;
    TaskDeclaration m_declared;
    int m_priority = 0;
    std::size_t m_burstsBegun = 0;
};

}  // namespace interleave
