// A condition variable with Mesa semantics: who was notified competes for the mutex again, and tests its predicate
// again (Lampson and Redell 1980). Event is a flag that many wait for, as Python's threading.Event.
// Thread safety: any actor of any process of the run.
#pragma once

#include "core/sync/mutex.hpp"

namespace interleave {

struct ConditionWords {
    std::atomic<std::uint32_t> guard{0};
    std::uint32_t raised = 0;  // an Event's flag; a condition has no memory
    WaiterList waiters;
};

enum class Notify { one, all };

class Condition {
public:
    Condition() = default;
    static Condition make(Arena& arena, ObjectId id);

    ObjectId id() const { return m_id; }

    // Queues the caller and gives the mutex up; it must park, and then lock the mutex again.
    // notOwner (and not queued) where the caller does not own the mutex.
    Unlocked wait(const Caller& caller, const Mutex& mutex) const;
    void notify(const Caller& caller, Notify howMany) const;

private:
    ConditionWords& words(const Arena& arena) const { return *reinterpret_cast<ConditionWords*>(arena.heap(m_at)); }

    ObjectId m_id;
    std::uint32_t m_at = 0;
};

class EventFlag {
public:
    EventFlag() = default;
    static EventFlag make(Arena& arena, ObjectId id);

    ObjectId id() const { return m_id; }

    // True: it is set. False: queued, park; when that returns, it has been set.
    bool passOrQueue(const Caller& caller) const;
    void set(const Caller& caller) const;
    void clear(const Caller& caller) const;

private:
    ConditionWords& words(const Arena& arena) const { return *reinterpret_cast<ConditionWords*>(arena.heap(m_at)); }

    ObjectId m_id;
    std::uint32_t m_at = 0;
};

}  // namespace interleave
