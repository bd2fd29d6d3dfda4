// A condition variable with Mesa semantics: who was notified competes for the mutex again, and tests its predicate
// again (Lampson and Redell 1980). One that was made with its mutex, as Python's, tells a notification made without
// holding it. Event is a flag that many wait for, as Python's threading.Event.
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
    // Without a mutex anybody may notify at any time.
    static Condition make(Arena& arena, ObjectId id, std::optional<Mutex> mutex = {});

    ObjectId id() const { return m_id; }
    const std::optional<Mutex>& mutex() const { return m_mutex; }

    // Queues the caller and gives the mutex up, wholly; it must park, and then lock the mutex again, and nest it as
    // deep as `nested` says. notOwner (and not queued) where the caller does not own the mutex.
    Unlocked wait(const Caller& caller, const Mutex& mutex, std::uint32_t& nested) const;
    // A queued caller's limit is over. False: it was notified before that.
    bool giveUp(const Caller& caller) const;
    // notOwner, and nobody notified, where it was made with a mutex that the caller does not own.
    Unlocked notify(const Caller& caller, Notify howMany) const;
    // For who looks after processes. Where the dead may have been about to notify, all are woken: they test again.
    void mend(const Caller& caller, const Death& dead, Deaths& deaths) const;
    static Condition found(ObjectId id, std::uint32_t at);

private:
    ConditionWords& words(const Arena& arena) const { return *reinterpret_cast<ConditionWords*>(arena.heap(m_at)); }

    ObjectId m_id;
    std::uint32_t m_at = 0;
    std::optional<Mutex> m_mutex;
};

class EventFlag {
public:
    EventFlag() = default;
    static EventFlag make(Arena& arena, ObjectId id);

    ObjectId id() const { return m_id; }

    // True: it is set. False: queued, park; when that returns, it has been set.
    bool passOrQueue(const Caller& caller) const;
    bool isSet(const Caller& caller) const;
    // A queued caller's limit is over. False: the flag was set before that.
    bool giveUp(const Caller& caller) const;
    void set(const Caller& caller) const;
    void clear(const Caller& caller) const;
    // For who looks after processes: where the dead was setting it, all who wait go on.
    void mend(const Caller& caller, const Death& dead, Deaths& deaths) const;
    static EventFlag found(ObjectId id, std::uint32_t at);

private:
    ConditionWords& words(const Arena& arena) const { return *reinterpret_cast<ConditionWords*>(arena.heap(m_at)); }

    ObjectId m_id;
    std::uint32_t m_at = 0;
};

}  // namespace interleave
