#include "core/runtime/spin_operation.hpp"

#include <stdexcept>

namespace interleave {
namespace {

// Lets a sibling on the same core work, and spares the memory bus; some tens of ns.
void rest() {
#if defined(__x86_64__)
    __builtin_ia32_pause();
#else
    asm volatile("" ::: "memory");
#endif
}

}  // namespace

Step SpinOperation::begin(Actor& actor) {
    Runtime& runtime = *actor.runtime;
    if (runtime.isVirtual()) throw std::logic_error("in virtual time nobody can spin: no time passes while one looks");
    m_until = m_longest ? runtime.clock().now() + *m_longest : Step::kForEver;
    actor.ring->write(
        {.actor = actor.id.value, .object = runtime.spinName().value, .line = line(), .kind = EventKind::callBegun});
    return spin(actor);
}

Step SpinOperation::spin(Actor& actor) {
    Runtime& runtime = *actor.runtime;
    while (!tryForAWhile(actor)) {
        if (runtime.clock().now() >= m_until) break;
        if (!runtime.gate().passMidway(actor.id)) {
            actor.ring->write({.actor = actor.id.value, .line = line(), .kind = EventKind::held,
                               .detail = static_cast<std::uint8_t>(runtime.gate().reason(actor.id))});
            return Step::held();
        }
        if (const auto why = runtime.shouldYield(actor)) return Step::yield(*why);
    }
    actor.ring->write({.actor = actor.id.value, .line = line(), .kind = EventKind::callEnded});
    return Step::done();
}

// Some 10 µs. The truth lies in the lock's word, which is looked at each time.
bool SpinOperation::tryForAWhile(Actor& actor) {
    constexpr int kTries = 200;
    const Caller by = caller(actor);
    for (int i = 0; i < kTries && !m_gotIt; ++i) {
        m_gotIt = m_mutex.tryLock(by);
        rest();
    }
    return m_gotIt;
}

}  // namespace interleave
