#include "core/runtime/lock_operations.hpp"

#include <stdexcept>

#include "core/sync/misuse.hpp"

namespace interleave {

Step LockOperation::begin(Actor& actor) {
    const Caller by = caller(actor);
    if (onlyTries()) return tried(m_mutex.tryLock(by), by, WaitReason::lock);
    return m_mutex.lockOrQueue(by) ? Step::done() : park(actor);
}

Step CancellableLockOperation::begin(Actor& actor) {
    return m_mutex.lockOrQueueCancellably(caller(actor)) ? Step::done() : Step::park();
}

Step CancellableLockOperation::resumed(Actor& actor) {
    ActorSlot& slot = actor.runtime->arena().slot(actor.id);
    // Relaxed: ordered by the unparking.
    m_cancelled = slot.cancelled.load(std::memory_order_relaxed) != 0;
    slot.waitingAt.store(ObjectId::kNone, std::memory_order_relaxed);
    return Step::done();
}

Step CancelWaitOperation::begin(Actor& actor) {
    // There a waiter goes on as soon as it is off the list; and it can be killed instead.
    if (actor.runtime->order().runtime == RuntimeKind::processes)
        throw std::logic_error("on processes the wait of another cannot be cancelled: end that process");
    m_done = Mutex::cancelWait(caller(actor), m_whom.id);
    return Step::done();
}

Step UnlockOperation::begin(Actor& actor) {
    const Caller by = caller(actor);
    if (m_mutex.unlock(by) == Unlocked::notOwner)
        m_misuse = recordMisuse(by, Misuse::unlock, m_mutex.id(), m_mutex.id(), m_mutex.owner(by.arena));
    return Step::done();
}

void UnlockOperation::result() const {
    if (!m_misuse.empty()) throw std::runtime_error(m_misuse);
}

Step ReadWriteLockOperation::begin(Actor& actor) {
    const Caller by = caller(actor);
    if (onlyTries()) return tried(m_lock.tryLock(by, m_mode), by, WaitReason::lock);
    return m_lock.lockOrQueue(by, m_mode) ? Step::done() : park(actor);
}

Step ReadWriteUnlockOperation::begin(Actor& actor) {
    const Caller by = caller(actor);
    if (m_lock.unlock(by) == Unlocked::notOwner)
        m_misuse = recordMisuse(by, Misuse::unlock, m_lock.id(), m_lock.id(), m_lock.holder(by.arena));
    return Step::done();
}

void ReadWriteUnlockOperation::result() const {
    if (!m_misuse.empty()) throw std::runtime_error(m_misuse);
}

}  // namespace interleave
