#include "core/runtime/operations.hpp"

#include <time.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "core/sync/guard.hpp"

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

[[noreturn]] void throwNotOwner(const char* what) {
    throw std::runtime_error(std::string(what) + ": the lock is not held by the actor that gives it up");
}

}  // namespace

Duration threadCpuTime() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return Duration{now.tv_sec * 1'000'000'000LL + now.tv_nsec};
}

Step LockOperation::begin(Actor& actor) {
    return m_mutex.lockOrQueue(actor.caller(line())) ? Step::done() : Step::park();
}

Step UnlockOperation::begin(Actor& actor) {
    m_outcome = m_mutex.unlock(actor.caller(line()));
    return Step::done();
}

void UnlockOperation::result() const {
    if (m_outcome == Unlocked::notOwner) throwNotOwner("unlock");
}

Step AcquireOperation::begin(Actor& actor) {
    return m_semaphore.acquireOrQueue(actor.caller(line())) ? Step::done() : Step::park();
}

Step ReleaseOperation::begin(Actor& actor) {
    m_semaphore.release(actor.caller(line()));
    return Step::done();
}

Step WaitOperation::begin(Actor& actor) {
    m_outcome = m_condition.wait(actor.caller(line()), m_mutex);
    return m_outcome == Unlocked::done ? Step::park() : Step::done();
}

Step WaitOperation::resumed(Actor& actor) {
    if (m_stage == Stage::locked) return Step::done();
    m_stage = Stage::locked;
    return m_mutex.lockOrQueue(actor.caller(line())) ? Step::done() : Step::park();
}

void WaitOperation::result() const {
    if (m_outcome == Unlocked::notOwner) throwNotOwner("wait");
}

Step NotifyOperation::begin(Actor& actor) {
    m_condition.notify(actor.caller(line()), m_howMany);
    return Step::done();
}

Step PassEventOperation::begin(Actor& actor) {
    return m_flag.passOrQueue(actor.caller(line())) ? Step::done() : Step::park();
}

Step SetEventOperation::begin(Actor& actor) {
    if (m_to == To::set) m_flag.set(actor.caller(line()));
    else m_flag.clear(actor.caller(line()));
    return Step::done();
}

Step PutOperation::begin(Actor& actor) {
    return m_queue.putOrQueue(actor.caller(line()), m_item) ? Step::done() : Step::park();
}

Step GetOperation::begin(Actor& actor) {
    return m_queue.getOrQueue(actor.caller(line()), m_item) ? Step::done() : Step::park();
}

Step GetOperation::resumed(Actor& actor) {
    // The unparking ordered it.
    m_item = actor.runtime->arena().slot(actor.id).granted.load(std::memory_order_relaxed);
    return Step::done();
}

Step ReadOperation::begin(Actor& actor) {
    m_value = m_variable.read(actor.caller(line()));
    return Step::done();
}

Step WriteOperation::begin(Actor& actor) {
    m_variable.write(actor.caller(line()), m_value);
    return Step::done();
}

Step SleepOperation::begin(Actor& actor) {
    m_until = actor.runtime->clock().now() + m_length;
    // At least 1 ns: a wait with a limit is no edge of the wait-for graph.
    actor.caller(line()).recordWaiting(m_reason, ObjectId::kNone, std::max<std::int64_t>(1, m_length.count()));
    return Step::sleepUntil(m_until);
}

Step SleepOperation::resumed(Actor& actor) {
    return actor.runtime->clock().now() >= m_until ? Step::done() : Step::sleepUntil(m_until);
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
        m_left -= Duration{static_cast<std::int64_t>(static_cast<double>(burnt.count()) * actor.runtime->clock().tempo())};
        if (m_left.count() <= 0) break;
        const auto why = actor.runtime->shouldYield(actor);
        if (why == ReadyReason::sliceOver && m_left <= actor.runtime->grace(actor)) continue;
        if (why) return Step::yield(*why);
    }
    actor.ring->write({.actor = actor.id.value, .line = line(), .kind = EventKind::callEnded});
    return Step::done();
}

Step JoinOperation::begin(Actor& actor) {
    Arena& arena = actor.runtime->arena();
    ActorSlot& slot = arena.slot(m_whom.id);
    actor.ring->reserve(1);
    const GuardLock guard{slot.joinGuard};
    if (slot.life.load(std::memory_order_relaxed) == ActorLife::ended) return Step::done();
    // First come, first woken; the same links as a WaiterList's, with the ends in the slot.
    arena.slot(actor.id).nextWaiter.store(ActorId::kNone, std::memory_order_relaxed);
    const std::uint32_t tail = slot.joinTail.load(std::memory_order_relaxed);
    if (slot.joinHead.load(std::memory_order_relaxed) == ActorId::kNone) slot.joinHead.store(actor.id.value, std::memory_order_relaxed);
    else arena.slot({tail}).nextWaiter.store(actor.id.value, std::memory_order_relaxed);
    slot.joinTail.store(actor.id.value, std::memory_order_relaxed);
    actor.caller(line()).recordWaiting(WaitReason::join, m_whom.id.value);
    return Step::park();
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
