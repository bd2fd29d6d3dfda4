// The part of WorkersRuntime that parks tasks and looks at the clock for them: sleeps, arrivals, limits of waits.
#include "core/base/clock.hpp"
#include "core/runtime/park_words.hpp"
#include "core/runtime/workers_runtime.hpp"

namespace interleave {

void WorkersRuntime::parkTask(Actor& actor, Duration until, Duration now) {
    std::atomic<std::uint32_t>& word = arena().slot(actor.id).park;
    const std::uint64_t number = ++actor.parks;  // limits of waits before this one mean nothing from now on
    // From here on another worker may run it. Acquire and release as in unpark.
    if (word.exchange(kParked, std::memory_order_acq_rel) == kPermit) {
        word.store(kNothing, std::memory_order_relaxed);
        makeReady(actor, ReadyReason::woken, now);
    } else if (until != Step::kForEver) {
        setTimer(until, actor, ReadyReason::timedOut, number);
    }
}

void WorkersRuntime::setTimer(Duration due, Actor& actor, ReadyReason why, std::uint64_t park) {
    m_timers.push({due, m_timersSet++, &actor, why, park});
    m_mustLook.store(true, std::memory_order_relaxed);
}

void WorkersRuntime::lookAtTheClock(RingWriter& ring) {
    constexpr std::uint32_t kMostAtOnce = 1024;  // events written under the lock: a full ring is waited for before it
    ring.reserve(kMostAtOnce);
    std::vector<Actor*> overdue;
    {
        const std::scoped_lock lock{m_mutex};
        fenceReadings();  // whoever parked them has stamped that before; without it a wake may seem earlier than the wait
        overdue = expireTimers(ring);
        releaseHeld(ring);
        m_mustLook.store(!m_timers.empty() || !m_held.empty(), std::memory_order_relaxed);
    }
    // Without the lock: who unparks somebody takes it under the guard that giving up needs.
    for (Actor* actor : overdue) endWait(ring, *actor);
}

std::vector<Actor*> WorkersRuntime::expireTimers(RingWriter& ring) {
    constexpr int kMostAtOnce = 512;
    const Duration now = clock().now();
    std::vector<Actor*> overdue;
    for (int i = 0; i < kMostAtOnce && !m_timers.empty() && m_timers.top().due <= now; ++i) {
        const Timer timer = m_timers.top();
        m_timers.pop();
        if (timer.park == 0) {
            recordAndMakeReady(ring, *timer.actor, timer.why, sinceStart());
        } else if (timer.park == timer.actor->parks) {
            // Still the same wait: another one would have counted on, under this lock. Who takes the actor out of being
            // parked has it to himself: an unparking that comes now leaves a permit. Acquire and release as in unpark.
            std::uint32_t parked = kParked;
            if (arena().slot(timer.actor->id).park.compare_exchange_strong(parked, kNothing, std::memory_order_acq_rel))
                overdue.push_back(timer.actor);
        }
    }
    return overdue;
}

// The actor is ours alone: not parked, not ready. It goes on, unless it was woken and its permit is still to come.
void WorkersRuntime::endWait(RingWriter& ring, Actor& actor) {
    const bool gaveUp = actor.pending->expire(actor, ring);
    ring.reserve(1);
    {
        const std::scoped_lock lock{m_mutex};
        fenceReadings();
        if (gaveUp) recordAndMakeReady(ring, actor, ReadyReason::timedOut, sinceStart());
        else parkTask(actor, Step::kForEver, sinceStart());  // woken, and told so by whoever did it
    }
    news();
}

}  // namespace interleave
