#include "core/runtime/time_operations.hpp"

#include <time.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "core/base/futex.hpp"

namespace interleave {
namespace {

// Some 20 µs of arithmetic: long against the two clock readings around it, short against any slice.
void burnChunk() {
    constexpr int kRounds = 8'000;
    std::uint64_t x = 0x9E37'79B9'7F4A'7C15;
    for (int i = 0; i < kRounds; ++i) {  // xorshift64 (Marsaglia 2003); the barrier keeps it from being left out
        x ^= x << 13;
        x ^= x >> 7;
        x ^= x << 17;
        asm volatile("" : "+r"(x));
    }
}

}  // namespace

Duration threadCpuTime() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return Duration{now.tv_sec * 1'000'000'000LL + now.tv_nsec};
}

Step SleepOperation::begin(Actor& actor) {
    m_until = actor.runtime->clock().now() + m_length;
    // At least 1 ns: a wait with a limit is no edge of the wait-for graph.
    Caller by = caller(actor);
    by.limitNs = std::max<std::int64_t>(1, m_length.count());
    by.recordWaiting(m_reason, ObjectId::kNone);
    return Step::sleepUntil(m_until);
}

Step SleepOperation::resumed(Actor& actor) {
    return gaveUp() || actor.runtime->clock().now() >= m_until ? Step::done() : Step::sleepUntil(m_until);
}

bool SleepOperation::giveUp(const Caller& caller) {
    caller.recordTimedOut(m_reason, ObjectId::kNone);
    return true;
}

Step BlockOperation::begin(Actor& actor) {
    Runtime& runtime = *actor.runtime;
    const RuntimeKind kind = runtime.order().runtime;
    if (kind != RuntimeKind::coroutines && kind != RuntimeKind::threads)
        throw std::logic_error("a blocking call is made on the event loop or in a thread");
    actor.ring->write({.actor = actor.id.value, .object = runtime.blockName().value, .line = line(),
                       .kind = EventKind::callBegun, .value = m_length.count()});
    const Duration until = runtime.clock().now() + m_length;
    while (runtime.clock().now() < until) {
        // What makes the clock stand, or changes its rate, moves the epoch on. Acquire: as where sleepers read it.
        const std::uint32_t epoch = runtime.gate().epoch().load(std::memory_order_acquire);
        futexWait(runtime.gate().epoch(), epoch, runtime.clock().realTimeUntil(until));
    }
    actor.ring->write({.actor = actor.id.value, .line = line(), .kind = EventKind::callEnded});
    return Step::done();
}

Step ComputeOperation::begin(Actor& actor) {
    actor.ring->write({.actor = actor.id.value, .object = actor.runtime->callName().value, .line = line(),
                       .kind = EventKind::callBegun, .value = m_left.count()});
    return burn(actor);
}

Step ComputeOperation::resumed(Actor& actor) { return burn(actor); }

Step ComputeOperation::burn(Actor& actor) {
    if (actor.runtime->isVirtual()) {
        m_left -= std::exchange(actor.ran, Duration{});
        if (m_left.count() > 0) return Step::compute(m_left);
    }
    Gate& gate = actor.runtime->gate();
    // From reading to reading, so that looking at clocks and slices counts as computing, too.
    Duration before = threadCpuTime();
    while (m_left.count() > 0) {
        if (!gate.passMidway(actor.id)) {
            actor.ring->write({.actor = actor.id.value, .line = line(), .kind = EventKind::held,
                               .detail = static_cast<std::uint8_t>(gate.reason(actor.id))});
            return Step::held();
        }
        burnChunk();
        const Duration now = threadCpuTime();
        const Duration burnt = now - std::exchange(before, now);
        m_left -=
            Duration{static_cast<std::int64_t>(static_cast<double>(burnt.count()) * actor.runtime->clock().tempo())};
        if (m_left.count() <= 0) break;
        const auto why = actor.runtime->shouldYield(actor);
        if (why == ReadyReason::sliceOver && m_left <= actor.runtime->grace(actor)) continue;
        if (why) return Step::yield(*why);
    }
    actor.ring->write({.actor = actor.id.value, .line = line(), .kind = EventKind::callEnded});
    return Step::done();
}

}  // namespace interleave
