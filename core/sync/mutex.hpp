// Mutual exclusion with hand-over: an unlock gives the lock to whoever waited longest, so waiting is bounded.
//
// The word: 0 free; owner + 1; the top bit says that somebody waits. Without waiters lock and unlock are one
// compare-and-swap and one event each, and share nothing with any other lock.
//
// A recursive one may be taken again by its owner, and is free when it was given back as often; only the outermost
// taking and giving back are "acquired" and "released". A plain one taken again by its owner is a deadlock of one.
//
// Where it is made so, whoever owns it inherits the priority of those who wait for it (core/sched/inheritance.hpp),
// under a scheduler of ours. Whoever waited longest has it next even so.
//
// Thread safety: any actor of any process of the run.
#pragma once

#include "core/sync/death.hpp"
#include "core/sync/waiter_list.hpp"

namespace interleave {

enum class Unlocked { done, notOwner };
enum class MutexKind : std::uint8_t { plain, recursive };

struct MutexOptions {
    MutexKind kind = MutexKind::plain;
    bool inherits = false;  // its owner the priority of those who wait for it

    // What objectCreated says: bit 0 the kind, bit 1 whether it inherits.
    std::int64_t recorded() const { return static_cast<std::int64_t>(kind) | (inherits ? 2 : 0); }
};

struct MutexWords {
    std::atomic<std::uint32_t> word{0};
    std::atomic<std::uint32_t> guard{0};
    std::uint32_t ticket = 0;  // the owner's to count: of acquisitions and releases together
    std::uint32_t nested = 0;  // the owner's: how often it has taken it beyond the first time
    std::uint32_t abandoned = 0;  // how often its owner was killed while it held it
    MutexKind kind{};
    bool inherits = false;
    WaiterList waiters;        // under the guard
};

class Mutex {
public:
    Mutex() = default;
    // Makes one; the caller records it.
    static Mutex make(Arena& arena, ObjectId id, const MutexOptions& options = {});

    ObjectId id() const { return m_id; }

    // True: the caller owns it. False: it is queued, has recorded its wait and must park; when that
    // returns, it owns the lock.
    bool lockOrQueue(const Caller& caller) const;
    // At once or not at all; not getting it is not recorded.
    bool tryLock(const Caller& caller) const;
    // A queued caller's limit is over. True: it is no waiter any more. False: the lock was handed to it before that,
    // and its unparking has been done.
    bool giveUp(const Caller& caller) const;
    // As lockOrQueue, but anybody may end the wait (cancelWait); then the caller's slot says `cancelled`.
    bool lockOrQueueCancellably(const Caller& caller) const;
    // Ends such a wait of `target`, whatever mutex it waits for. False: it does not wait so, or has the lock by now.
    static bool cancelWait(const Caller& caller, ActorId target);
    Unlocked unlock(const Caller& caller) const;
    // Gives a recursive one back wholly, as waiting for a condition must; `nested` is what nest() makes up for.
    Unlocked unlockWholly(const Caller& caller, std::uint32_t& nested) const;
    // The owner takes it so many times more.
    void nest(const Caller& caller, std::uint32_t times) const;

    // For who looks after processes: after `dead` was killed. What it had begun is finished; held by it, the lock is
    // abandoned and goes to whoever waited longest. That one may ask whether what it protects can be trusted.
    void mend(const Caller& caller, const Death& dead, Deaths& deaths) const;
    bool wasAbandoned(const Arena& arena) const { return words(arena).abandoned != 0; }
    // As it lies at `at`.
    static Mutex found(ObjectId id, std::uint32_t at);

    bool ownedBy(const Arena& arena, ActorId actor) const;
    // kNone: nobody. Out of date as soon as it is said, unless the caller is the owner.
    ActorId owner(const Arena& arena) const;

private:
    MutexWords& words(const Arena& arena) const { return *reinterpret_cast<MutexWords*>(arena.heap(m_at)); }
    bool queue(const Caller& caller, MutexWords& words) const;
    void handOver(const Caller& caller, MutexWords& words) const;
    void tell(const Caller& caller, const MutexWords& words, LockChange::Kind kind, ActorId who) const;
    void passOn(const Caller& caller, MutexWords& words) const;
    void makeUpFor(const Death& dead, MutexWords& words) const;
    void finishFor(const Caller& caller, const Death& dead, MutexWords& words) const;

    ObjectId m_id;
    std::uint32_t m_at = 0;
};

}  // namespace interleave
