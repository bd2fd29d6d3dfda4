#include "core/sched/inheritance.hpp"

namespace interleave {

void Inheritance::declare(ActorId task, int priority) {
    const auto [state, isNew] = m_tasks.try_emplace(task.value);
    if (isNew) state->second.base = state->second.urgency = m_sign * std::int64_t{priority};
}

int Inheritance::priority(ActorId task) const {
    const auto found = m_tasks.find(task.value);
    return found == m_tasks.end() ? 0 : static_cast<int>(m_sign * found->second.urgency);
}

std::optional<std::int64_t> Inheritance::mostUrgent(std::uint32_t lock) const {
    const auto found = m_locks.find(lock);
    if (found == m_locks.end() || found->second.waiters.empty()) return std::nullopt;
    return found->second.waiters.begin()->first;
}

Inheritance::Changes Inheritance::acquired(ObjectId lock, ActorId owner) {
    Changes changes;
    LockState& state = m_locks[lock.value];
    TaskState& task = m_tasks[owner.value];
    if (task.waitsFor == lock.value) {
        state.waiters.erase({task.urgency, owner.value});
        task.waitsFor.reset();
    }
    state.owner = owner.value;
    follow(lock.value, std::nullopt, changes);
    return changes;
}

Inheritance::Changes Inheritance::released(ObjectId lock, ActorId owner) {
    Changes changes;
    LockState& state = m_locks[lock.value];
    if (state.owner != owner.value) return changes;
    state.owner.reset();
    if (const auto most = mostUrgent(lock.value)) m_tasks[owner.value].inherited.erase({*most, lock.value});
    settle(owner.value, changes);
    return changes;
}

Inheritance::Changes Inheritance::awaited(ObjectId lock, ActorId waiter) {
    Changes changes;
    const auto before = mostUrgent(lock.value);
    TaskState& task = m_tasks[waiter.value];
    task.waitsFor = lock.value;
    m_locks[lock.value].waiters.emplace(task.urgency, waiter.value);
    follow(lock.value, before, changes);
    return changes;
}

Inheritance::Changes Inheritance::givenUp(ObjectId lock, ActorId waiter) {
    Changes changes;
    TaskState& task = m_tasks[waiter.value];
    if (task.waitsFor != lock.value) return changes;
    const auto before = mostUrgent(lock.value);
    m_locks[lock.value].waiters.erase({task.urgency, waiter.value});
    task.waitsFor.reset();
    follow(lock.value, before, changes);
    return changes;
}

// Ends also where the waits form a cycle: going round once raises all of it to its most urgent, and what is the same
// already goes no further. What a cycle has from one who waited outside of it, it keeps until it is broken:
// nobody in it can run.
void Inheritance::follow(std::uint32_t lock, std::optional<std::int64_t> before, Changes& changes) {
    for (;;) {
        const auto now = mostUrgent(lock);
        const auto owner = m_locks[lock].owner;
        if (now == before || !owner) return;
        TaskState& task = m_tasks[*owner];
        if (before) task.inherited.erase({*before, lock});
        if (now) task.inherited.emplace(*now, lock);
        const std::int64_t urgency = task.urgency;
        if (!settle(*owner, changes) || !task.waitsFor) return;
        lock = *task.waitsFor;
        before = mostUrgent(lock);
        auto& waiters = m_locks[lock].waiters;
        waiters.erase({urgency, *owner});
        waiters.emplace(task.urgency, *owner);
    }
}

bool Inheritance::settle(std::uint32_t id, Changes& changes) {
    TaskState& task = m_tasks[id];
    const bool inherits = !task.inherited.empty() && task.inherited.begin()->first < task.base;
    const std::int64_t urgency = inherits ? task.inherited.begin()->first : task.base;
    if (urgency == task.urgency) return false;
    task.urgency = urgency;
    Change& change = changes.emplace_back(Change{{id}, static_cast<int>(m_sign * urgency), {}, {}});
    if (inherits) {
        change.lock = {task.inherited.begin()->second};
        change.waiter = {m_locks[change.lock.value].waiters.begin()->second};
    }
    return true;
}

}  // namespace interleave
