#include "core/sync/barrier.hpp"

#include <new>

#include "core/base/require.hpp"
#include "core/sync/guard.hpp"

namespace interleave {
namespace {

// A full ring must not be waited for under a guard: so many at a time.
constexpr std::uint32_t kWakesAtATime = 1024;

}  // namespace

Barrier Barrier::make(Arena& arena, ObjectId id, std::uint32_t parties) {
    IL_REQUIRE(parties > 0);
    Barrier barrier;
    barrier.m_id = id;
    barrier.m_at = arena.allocate(sizeof(BarrierWords));
    if (barrier.m_at != ObjectId::kNone) (new (arena.heap(barrier.m_at)) BarrierWords)->parties = parties;
    return barrier;
}

bool Barrier::arriveOrQueue(const Caller& caller, std::uint32_t& place) const {
    BarrierWords& words = this->words(caller.arena);
    if (!arrive(caller, words, place)) return false;
    open(caller, words);
    return true;
}

bool Barrier::arrive(const Caller& caller, BarrierWords& words, std::uint32_t& place) const {
    constexpr std::uint32_t kEvents = 2;
    caller.ring.reserve(kEvents);
    const GuardLock guard{words.guard};
    place = words.arrived++;
    caller.ring.writeAfter(caller.event(EventKind::barrierArrived, m_id, ++words.ticket, words.arrived));
    if (words.arrived < words.parties) {
        words.waiters.push(caller.arena, caller.self);
        caller.recordWaiting(WaitReason::barrier, m_id.value);
        return false;
    }
    words.leaving += words.parties - 1;
    words.arrived = 0;
    caller.ring.writeAfter(caller.event(EventKind::barrierOpened, m_id, ++words.ticket, ++words.opened));
    return true;
}

// Who comes meanwhile for the next round queues behind those who are still to be woken from this one.
void Barrier::open(const Caller& caller, BarrierWords& words) const {
    for (bool more = true; more;) {
        caller.ring.reserve(kWakesAtATime * kEventsOfAWake);
        const GuardLock guard{words.guard};
        for (std::uint32_t i = 0; i < kWakesAtATime && words.leaving > 0; ++i, --words.leaving)
            caller.wake(words.waiters.pop(caller.arena));
        more = words.leaving > 0;
    }
}

}  // namespace interleave
