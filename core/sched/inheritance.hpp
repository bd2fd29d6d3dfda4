// Priority inheritance (Sha, Rajkumar, Lehoczky 1990): whoever owns a lock has the priority of the most urgent of those
// who wait for it, if that is more than its own; so do the owner of the lock that it waits for itself, and so on. What
// it has inherited for a lock it loses with the lock.
//
//   low holds A · mid holds B and waits for A · high waits for B     low and mid have high's priority
//
// Who owns what and who waits for what goes in, as it happens; out come the priorities that change. What is told may
// come late or in another order than it happened, as long as the last word on each is the last: an owner unknown
// inherits nothing until it is known.
//
// Cost: logarithmic in the waiters and the locks held, for each link of the chain that changes.
// Thread safety: none; whoever drives it serializes the calls. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/base/ids.hpp"

namespace interleave {

enum class UrgentIs : std::uint8_t { theLowestNumber, theHighestNumber };

class Inheritance {
public:
    // From now on `task` has this priority: its own, or that of `waiter`, who waits for `lock`.
    struct Change {
        ActorId task;
        int priority = 0;
        ObjectId lock;    // kNone: nothing is inherited any more
        ActorId waiter;
        friend bool operator==(const Change&, const Change&) = default;
    };
    using Changes = std::vector<Change>;  // in the order of the chain

    explicit Inheritance(UrgentIs urgent = UrgentIs::theLowestNumber)
        : m_sign(urgent == UrgentIs::theLowestNumber ? 1 : -1) {}

    // The task's own priority; asked for nothing else. Before it is named below.
    void declare(ActorId task, int priority);

    Changes acquired(ObjectId lock, ActorId owner);
    Changes released(ObjectId lock, ActorId owner);
    Changes awaited(ObjectId lock, ActorId waiter);
    // It waits no more, and did not get the lock.
    Changes givenUp(ObjectId lock, ActorId waiter);

    // What the task has now; what it declared, where it was named never.
    int priority(ActorId task) const;

private:
    struct LockState {
        std::optional<std::uint32_t> owner;
        std::set<std::pair<std::int64_t, std::uint32_t>> waiters;   // by urgency, then by number
    };
    struct TaskState {
        std::int64_t base = 0;         // urgencies: less is more urgent
        std::int64_t urgency = 0;
        std::optional<std::uint32_t> waitsFor;
        std::set<std::pair<std::int64_t, std::uint32_t>> inherited;  // of each lock held that has waiters, by urgency
    };

    // The lock's first waiter has changed from `before`: its owner learns of that, and so on along the chain.
    void follow(std::uint32_t lock, std::optional<std::int64_t> before, Changes& changes);
    std::optional<std::int64_t> mostUrgent(std::uint32_t lock) const;
    // What the task has now by what it holds. True, and written down, if that is something else than before.
    bool settle(std::uint32_t task, Changes& changes);

    std::int64_t m_sign;
    std::unordered_map<std::uint32_t, LockState> m_locks;
    std::unordered_map<std::uint32_t, TaskState> m_tasks;
};

}  // namespace interleave
