#include "core/runtime/signal_operations.hpp"

#include <stdexcept>

#include "core/sync/misuse.hpp"

namespace interleave {

Step AcquireOperation::begin(Actor& actor) {
    const Caller by = caller(actor);
    if (onlyTries()) return tried(m_semaphore.tryAcquire(by), by, WaitReason::semaphore);
    return m_semaphore.acquireOrQueue(by) ? Step::done() : park(actor);
}

Step ReleaseOperation::begin(Actor& actor) {
    m_semaphore.release(caller(actor));
    return Step::done();
}

Step WaitOperation::begin(Actor& actor) {
    const Caller by = caller(actor);
    if (m_condition.wait(by, m_mutex, m_nested) == Unlocked::done) return park(actor);
    m_misuse = recordMisuse(by, Misuse::wait, m_condition.id(), m_mutex.id(), m_mutex.owner(by.arena));
    return Step::done();
}

Step WaitOperation::resumed(Actor& actor) {
    if (m_stage == Stage::locked) return lockedAgain(actor);
    m_stage = Stage::locked;
    // By the actor's own word, not the operation's: the limit was for the notification.
    return m_mutex.lockOrQueue(actor.caller(line())) ? lockedAgain(actor) : Step::park();
}

Step WaitOperation::lockedAgain(Actor& actor) {
    if (m_nested > 0) m_mutex.nest(actor.caller(line()), m_nested);
    return Step::done();
}

void WaitOperation::result() const {
    if (!m_misuse.empty()) throw std::runtime_error(m_misuse);
}

Step NotifyOperation::begin(Actor& actor) {
    const Caller by = caller(actor);
    if (m_condition.notify(by, m_howMany) == Unlocked::notOwner) {
        const Mutex& mutex = *m_condition.mutex();
        m_misuse = recordMisuse(by, Misuse::notify, m_condition.id(), mutex.id(), mutex.owner(by.arena));
    }
    return Step::done();
}

void NotifyOperation::result() const {
    if (!m_misuse.empty()) throw std::runtime_error(m_misuse);
}

Step PassEventOperation::begin(Actor& actor) {
    const Caller by = caller(actor);
    if (onlyTries()) return tried(m_flag.isSet(by), by, WaitReason::event);
    return m_flag.passOrQueue(by) ? Step::done() : park(actor);
}

Step SetEventOperation::begin(Actor& actor) {
    if (m_to == To::set) m_flag.set(caller(actor));
    else m_flag.clear(caller(actor));
    return Step::done();
}

Step ArriveOperation::begin(Actor& actor) {
    return m_barrier.arriveOrQueue(caller(actor), m_place) ? Step::done() : Step::park();
}

}  // namespace interleave
