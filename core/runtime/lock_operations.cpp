#include "core/runtime/lock_operations.hpp"

#include <stdexcept>

#include "core/sync/misuse.hpp"

namespace interleave {

Step LockOperation::begin(Actor& actor) {
    const Caller by = caller(actor);
    if (onlyTries()) return tried(m_mutex.tryLock(by), by, WaitReason::lock);
    return m_mutex.lockOrQueue(by) ? Step::done() : park(actor);
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
