// The part of WorkersRuntime that lets owners of locks inherit priorities.
#include "core/base/clock.hpp"
#include "core/runtime/inheriting.hpp"
#include "core/runtime/workers_runtime.hpp"

namespace interleave {

void WorkersRuntime::lockChanged(const LockChange& change, RingWriter& ring) noexcept {
    const std::scoped_lock lock{m_mutex};
    fenceReadings();  // whoever told the change before this one has stamped that already
    const Duration now = sinceStart();
    const int own = m_byId[change.who.value]->account.declared().priority;
    for (const Inheritance::Change& each : changesBy(m_inheritance, change, own)) inherit(each, ring, now);
}

void WorkersRuntime::inherit(const Inheritance::Change& change, RingWriter& ring, Duration now) {
    Actor& actor = *m_byId[change.task.value];
    actor.account.setPriority(change.priority);
    recordInherited(ring, change);
    if (const auto placed = m_queues.reprioritize(actor.account.view(), now)) {
        recordQueued(ring, change.task, *placed);
        preemptFor(actor, *placed, now);
    }
    for (Worker& worker : m_workers) {
        if (worker.running != &actor) continue;
        // It may have less than somebody who is ready now.
        const auto at = m_queues.challengesAt(worker.index, runningView(worker, now), now);
        if (at && *at <= now) worker.preempted.store(true, std::memory_order_relaxed);
    }
    lookForChallenges(now);
}

}  // namespace interleave
