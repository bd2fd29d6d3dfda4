#include "core/sync/future.hpp"

#include <new>
#include <stdexcept>

#include "core/base/sentence.hpp"
#include "core/sync/guard.hpp"

namespace interleave {

Future Future::make(Arena& arena, RingWriter& ring, std::string_view name) {
    Future future;
    future.m_id = arena.newObject();
    future.m_at = future.m_id.exists() ? arena.allocate(sizeof(FutureWords)) : ObjectId::kNone;
    if (future.m_at == ObjectId::kNone)
        throw std::runtime_error(Sentence("Running", "there is no room for more objects in one run (65,536)"));
    new (arena.heap(future.m_at)) FutureWords;
    const StringId text = arena.addString(name);
    arena.name(future.m_id, text);
    ring.write({.object = future.m_id.value, .ticket = text.value, .kind = EventKind::objectCreated,
                .detail = static_cast<std::uint8_t>(ObjectKind::future)});
    return future;
}

bool Future::passOrQueue(const Caller& caller) const {
    caller.ring.reserve(1);
    FutureWords& words = this->words(caller.arena);
    const GuardLock guard{words.guard};
    if (words.state != FutureState::pending) return true;
    words.waiters.push(caller.arena, caller.self, m_id);
    caller.recordWaiting(WaitReason::future, m_id.value);
    return false;
}

bool Future::giveUp(const Caller& caller) const {
    caller.ring.reserve(1);
    FutureWords& words = this->words(caller.arena);
    const GuardLock guard{words.guard};
    if (!words.waiters.remove(caller.arena, caller.self)) return false;
    caller.recordTimedOut(WaitReason::future, m_id.value);
    return true;
}

bool Future::settle(const Caller& caller, FutureState to, std::int64_t value, std::string_view failure) const {
    const StringId why = failure.empty() ? StringId{} : caller.arena.addString(failure);
    FutureWords& words = this->words(caller.arena);
    bool isSettled = false;
    for (bool more = true; more;) {
        caller.ring.reserve(1 + kWakesAtATime * kEventsOfAWake);
        const GuardLock guard{words.guard};
        if (!isSettled && words.state != FutureState::pending) return false;
        if (!isSettled) {
            words.state = to;
            words.value = value;
            words.failure = why;
            Event changed = caller.event(EventKind::futureChanged, m_id, 0, value);
            changed.detail = static_cast<std::uint8_t>(to);
            caller.ring.writeAfter(changed);
            isSettled = true;
        }
        for (std::uint32_t left = kWakesAtATime; left > 0 && !words.waiters.empty(); --left)
            caller.wake(words.waiters.pop(caller.arena));
        more = !words.waiters.empty();
    }
    return true;
}

FutureState Future::state(const Arena& arena) const {
    FutureWords& words = this->words(arena);
    const GuardLock guard{words.guard};
    return words.state;
}

std::int64_t Future::value(const Arena& arena) const { return words(arena).value; }

std::string Future::failure(const Arena& arena) const { return std::string(arena.string(words(arena).failure)); }

}  // namespace interleave
