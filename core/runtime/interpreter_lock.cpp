#include "core/runtime/interpreter_lock.hpp"

#include <algorithm>

#include "core/base/futex.hpp"
#include "core/base/require.hpp"
#include "core/sync/guard.hpp"

namespace interleave {
namespace {

constexpr std::uint32_t kEventsToQueue = 2;   // wanted, waiting
constexpr std::uint32_t kEventsToPassOn = 3;  // released, acquired, ready

}  // namespace

Event InterpreterLock::acquiredBy(ActorId actor) {
    m_owner = actor;
    // Relaxed, here and below: under the guard, which orders them for whoever asks for the lock.
    if (m_last != actor) m_switches.fetch_add(1, std::memory_order_relaxed);
    m_last = actor;
    m_wanted.store(false, std::memory_order_relaxed);
    return {.actor = actor.value, .object = m_id.value, .ticket = ++m_ticket, .kind = EventKind::lockAcquired};
}

void InterpreterLock::queue(const Caller& by, Waiter& self) {
    m_waiters.push_back(&self);
    by.ring.writeAfter(by.event(EventKind::lockWanted, m_id));
    by.recordWaiting(WaitReason::gil, m_id.value);
}

void InterpreterLock::passOn(const Caller& by) {
    IL_REQUIRE(m_owner == by.self);
    by.ring.write(by.event(EventKind::lockReleased, m_id, ++m_ticket));
    m_owner = {};
    if (m_waiters.empty()) return;
    Waiter& next = *m_waiters.front();
    m_waiters.pop_front();
    by.ring.writeAfter(acquiredBy(next.actor));
    by.ring.writeAfter({.actor = next.actor.value, .kind = EventKind::ready,
                        .detail = static_cast<std::uint8_t>(ReadyReason::woken), .value = std::int64_t{by.self.value}});
    std::atomic<std::uint32_t>& granted = next.granted;
    // Release: what was done under the lock is seen by who has it next. It may return at once, and the word be gone: to
    // wake only its address is needed, and whoever else waits there looks again.
    granted.store(1, std::memory_order_release);
    futexWake(granted, 1);
}

bool InterpreterLock::take(const Actor& actor) {
    const Caller by = actor.caller(0);
    by.ring.reserve(kEventsToQueue);
    Waiter self{actor.id};
    {
        const GuardLock guard{m_guard};
        if (!m_owner.exists()) {
            by.ring.writeAfter(acquiredBy(actor.id));
            return false;
        }
        queue(by, self);
    }
    await(self);
    return true;
}

void InterpreterLock::release(const Actor& actor) {
    const Caller by = actor.caller(0);
    by.ring.reserve(kEventsToPassOn);
    const GuardLock guard{m_guard};
    passOn(by);
}

bool InterpreterLock::giveWay(const Actor& actor) {
    const Caller by = actor.caller(0);
    by.ring.reserve(kEventsToPassOn + kEventsToQueue);
    Waiter self{actor.id};
    {
        const GuardLock guard{m_guard};
        m_wanted.store(false, std::memory_order_relaxed);
        if (m_waiters.empty()) return false;
        passOn(by);
        queue(by, self);
    }
    await(self);
    return true;
}

void InterpreterLock::await(Waiter& self) {
    // The clock's rate may change, and it may stand, without a word to who waits here.
    constexpr Duration kLookAgain = std::chrono::milliseconds{10};
    std::uint64_t seen = switches();
    Duration until = m_clock.now() + m_interval;
    // Acquire pairs with passOn.
    while (self.granted.load(std::memory_order_acquire) == 0) {
        if (m_clock.now() >= until) {
            ask(self, seen);
            until = m_clock.now() + m_interval;
        }
        futexWait(self.granted, 0, std::min(kLookAgain, m_clock.realTimeUntil(until).value_or(kLookAgain)));
    }
}

// Asks the holder, unless the lock has changed hands since there were `seen` switches:
// then this one's interval begins anew.
void InterpreterLock::ask(const Waiter& self, std::uint64_t& seen) {
    const GuardLock guard{m_guard};
    // Relaxed: it is set under the guard.
    const bool mine = self.granted.load(std::memory_order_relaxed) != 0;
    if (!mine && switches() == seen) m_wanted.store(true, std::memory_order_relaxed);
    seen = switches();
}

}  // namespace interleave
