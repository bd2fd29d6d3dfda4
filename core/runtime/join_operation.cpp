#include "core/runtime/join_operation.hpp"

#include "core/sync/guard.hpp"

namespace interleave {
namespace {

// First come, first woken; the same links as a WaiterList's, with the ends in the slot of who is joined. Relaxed
// everywhere: its guard orders it.
void queueJoiner(const Arena& arena, ActorId whom, ActorId joiner) {
    ActorSlot& joined = arena.slot(whom);
    ActorSlot& slot = arena.slot(joiner);
    slot.waitingAs.store(WaitRole::joiner, std::memory_order_relaxed);
    slot.waitingOn.store(whom.value, std::memory_order_relaxed);
    slot.nextWaiter.store(ActorId::kNone, std::memory_order_relaxed);
    const std::uint32_t tail = joined.joinTail.load(std::memory_order_relaxed);
    const bool first = joined.joinHead.load(std::memory_order_relaxed) == ActorId::kNone;
    if (first) joined.joinHead.store(joiner.value, std::memory_order_relaxed);
    else arena.slot({tail}).nextWaiter.store(joiner.value, std::memory_order_relaxed);
    joined.joinTail.store(joiner.value, std::memory_order_relaxed);
}

bool removeJoiner(const Arena& arena, ActorSlot& joined, ActorId joiner) {
    std::uint32_t before = ActorId::kNone;
    std::uint32_t here = joined.joinHead.load(std::memory_order_relaxed);
    while (here != joiner.value) {
        if (here == ActorId::kNone) return false;
        before = here;
        here = arena.slot({here}).nextWaiter.load(std::memory_order_relaxed);
    }
    const std::uint32_t next = arena.slot(joiner).nextWaiter.load(std::memory_order_relaxed);
    if (before == ActorId::kNone) joined.joinHead.store(next, std::memory_order_relaxed);
    else arena.slot({before}).nextWaiter.store(next, std::memory_order_relaxed);
    if (next == ActorId::kNone) joined.joinTail.store(before, std::memory_order_relaxed);
    arena.slot(joiner).waitingOn.store(ActorId::kNone, std::memory_order_relaxed);
    return true;
}

}  // namespace

Step JoinOperation::begin(Actor& actor) {
    const Caller by = caller(actor);
    by.ring.reserve(1);
    ActorSlot& slot = by.arena.slot(m_whom.id);
    {
        const GuardLock guard{slot.joinGuard};
        const bool hasEnded = slot.life.load(std::memory_order_relaxed) == ActorLife::ended;
        if (!hasEnded && onlyTries()) return tried(false, by, WaitReason::join, m_whom.id.value);
        if (!hasEnded) {
            queueJoiner(by.arena, m_whom.id, actor.id);
            by.recordWaiting(WaitReason::join, m_whom.id.value);
            return park(actor);
        }
    }
    actor.runtime->joined(by, m_whom.id);
    return Step::done();
}

Step JoinOperation::resumed(Actor& actor) {
    if (!gaveUp()) actor.runtime->joined(caller(actor), m_whom.id);
    return Step::done();
}

// False: the other has ended, and its last deed is to unpark those who were on its list.
bool JoinOperation::giveUp(const Caller& caller) {
    caller.ring.reserve(1);
    ActorSlot& slot = caller.arena.slot(m_whom.id);
    const GuardLock guard{slot.joinGuard};
    if (!removeJoiner(caller.arena, slot, caller.self)) return false;
    caller.recordTimedOut(WaitReason::join, m_whom.id.value);
    return true;
}

void wakeJoiners(const Caller& caller, ActorSlot& slot) {
    std::uint32_t next = ActorId::kNone;
    {
        const GuardLock guard{slot.joinGuard};
        slot.life.store(ActorLife::ended, std::memory_order_release);
        next = slot.joinHead.exchange(ActorId::kNone, std::memory_order_relaxed);
    }
    while (next != ActorId::kNone) {
        const ActorId joiner{next};
        next = caller.arena.slot(joiner).nextWaiter.load(std::memory_order_relaxed);
        caller.wake(joiner);
    }
}

}  // namespace interleave
