#include "core/runtime/data_operations.hpp"

#include <stdexcept>

namespace interleave {

// What it throws waits for result(): a scheduler that lets the actor go on is no place for it.
Step PutOperation::begin(Actor& actor) try {
    const Caller by = caller(actor);
    if (onlyTries()) return tried(m_queue.tryPut(by, m_item), by, WaitReason::queueFull);
    return m_queue.putOrQueue(by, m_item) ? Step::done() : park(actor);
} catch (const std::length_error& error) {
    m_overfull = error.what();
    return Step::done();
}

void PutOperation::result() const {
    if (!m_overfull.empty()) throw std::runtime_error(m_overfull);
}

Step AskQueueOperation::begin(Actor& actor) {
    m_answer = m_queue.ask(caller(actor), m_question);
    return Step::done();
}

Step GetOperation::begin(Actor& actor) {
    const Caller by = caller(actor);
    if (onlyTries()) return tried(m_queue.tryGet(by, m_item), by, WaitReason::queueEmpty);
    return m_queue.getOrQueue(by, m_item) ? Step::done() : park(actor);
}

Step GetOperation::resumed(Actor& actor) {
    // The unparking ordered it. Old news where it gave up, and then nobody looks at it.
    m_item = actor.runtime->arena().slot(actor.id).granted.load(std::memory_order_relaxed);
    return Step::done();
}

Step ReadOperation::begin(Actor& actor) {
    m_value = m_variable.read(caller(actor));
    return Step::done();
}

Step WriteOperation::begin(Actor& actor) {
    m_variable.write(caller(actor), m_value);
    return Step::done();
}

}  // namespace interleave
