#include "core/sync/bounded_queue.hpp"

#include <new>

#include "core/base/require.hpp"
#include "core/sync/guard.hpp"

namespace interleave {
namespace {

constexpr std::uint32_t kMostEvents = 2 + kEventsOfAWake;  // put and got, with whoever waited

}  // namespace

BoundedQueue BoundedQueue::make(Arena& arena, ObjectId id, std::uint32_t capacity) {
    IL_REQUIRE(capacity > 0);
    BoundedQueue queue;
    queue.m_id = id;
    queue.m_at = arena.allocate(sizeof(QueueWords) + capacity * sizeof(std::int64_t));
    if (queue.m_at != ObjectId::kNone) (new (arena.heap(queue.m_at)) QueueWords)->capacity = capacity;
    return queue;
}

// Under the guard, with room. `by` is the actor whose item it is.
void BoundedQueue::push(const Caller& caller, QueueWords& words, ActorId by, std::int64_t item) const {
    items(caller.arena)[(words.first + words.level) % words.capacity] = item;
    ++words.level;
    Event put = caller.event(EventKind::queuePut, m_id, ++words.ticket, words.level);
    if (by != caller.self) put.line = 0;
    put.actor = by.value;
    caller.ring.writeAfter(put);
}

// Under the guard, not when empty.
std::int64_t BoundedQueue::pop(const Caller& caller, QueueWords& words, ActorId by) const {
    const std::int64_t item = items(caller.arena)[words.first];
    words.first = (words.first + 1) % words.capacity;
    --words.level;
    Event got = caller.event(EventKind::queueGot, m_id, ++words.ticket, words.level);
    if (by != caller.self) got.line = 0;
    got.actor = by.value;
    caller.ring.writeAfter(got);
    return item;
}

// Under the guard. False: it is full, and that is recorded.
bool BoundedQueue::put(const Caller& caller, QueueWords& words, std::int64_t item) const {
    if (words.level == words.capacity) {
        caller.ring.writeAfter(caller.event(EventKind::queueFull, m_id, 0, words.level));
        return false;
    }
    push(caller, words, caller.self, item);
    if (!words.getters.empty()) {  // it was empty until now: the item goes to who waits
        const ActorId getter = words.getters.pop(caller.arena);
        caller.arena.slot(getter).granted.store(pop(caller, words, getter), std::memory_order_relaxed);
        caller.wake(getter);
    }
    return true;
}

// Under the guard. False: it is empty, and that is recorded.
bool BoundedQueue::get(const Caller& caller, QueueWords& words, std::int64_t& item) const {
    if (words.level == 0) {
        caller.ring.writeAfter(caller.event(EventKind::queueEmpty, m_id));
        return false;
    }
    item = pop(caller, words, caller.self);
    if (!words.putters.empty()) {  // it was full until now: the place goes to who waits
        const ActorId putter = words.putters.pop(caller.arena);
        push(caller, words, putter, caller.arena.slot(putter).granted.load(std::memory_order_relaxed));
        caller.wake(putter);
    }
    return true;
}

bool BoundedQueue::tryPut(const Caller& caller, std::int64_t item) const {
    caller.ring.reserve(kMostEvents);
    QueueWords& words = this->words(caller.arena);
    const GuardLock guard{words.guard};
    return put(caller, words, item);
}

bool BoundedQueue::tryGet(const Caller& caller, std::int64_t& item) const {
    caller.ring.reserve(kMostEvents);
    QueueWords& words = this->words(caller.arena);
    const GuardLock guard{words.guard};
    return get(caller, words, item);
}

bool BoundedQueue::putOrQueue(const Caller& caller, std::int64_t item) const {
    caller.ring.reserve(kMostEvents);
    QueueWords& words = this->words(caller.arena);
    const GuardLock guard{words.guard};
    if (put(caller, words, item)) return true;
    caller.arena.slot(caller.self).granted.store(item, std::memory_order_relaxed);  // offered; the guard orders it
    words.putters.push(caller.arena, caller.self);
    caller.recordWaiting(WaitReason::queueFull, m_id.value);
    return false;
}

bool BoundedQueue::getOrQueue(const Caller& caller, std::int64_t& item) const {
    caller.ring.reserve(kMostEvents);
    QueueWords& words = this->words(caller.arena);
    const GuardLock guard{words.guard};
    if (get(caller, words, item)) return true;
    words.getters.push(caller.arena, caller.self);
    caller.recordWaiting(WaitReason::queueEmpty, m_id.value);
    return false;
}

bool BoundedQueue::giveUpPut(const Caller& caller) const {
    return giveUp(caller, words(caller.arena).putters, WaitReason::queueFull);
}

bool BoundedQueue::giveUpGet(const Caller& caller) const {
    return giveUp(caller, words(caller.arena).getters, WaitReason::queueEmpty);
}

bool BoundedQueue::giveUp(const Caller& caller, WaiterList& waiters, WaitReason reason) const {
    caller.ring.reserve(1);
    const GuardLock guard{words(caller.arena).guard};
    if (!waiters.remove(caller.arena, caller.self)) return false;
    caller.recordTimedOut(reason, m_id.value);
    return true;
}

}  // namespace interleave
