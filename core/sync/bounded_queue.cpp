#include "core/sync/bounded_queue.hpp"

#include <new>

#include "core/base/require.hpp"
#include "core/sync/guard.hpp"

namespace interleave {
namespace {

constexpr std::uint32_t kMostEvents = 2 + kEventsOfAWake;  // put and got, with whoever waited
constexpr unsigned kFirstShift = 32;

// Relaxed: the guard orders it.
std::uint32_t levelOf(const QueueWords& words) { return static_cast<std::uint32_t>(words.stock.load(std::memory_order_relaxed)); }
std::uint32_t firstOf(const QueueWords& words) { return static_cast<std::uint32_t>(words.stock.load(std::memory_order_relaxed) >> kFirstShift); }
void setStock(QueueWords& words, std::uint32_t first, std::uint32_t level) {
    words.stock.store(std::uint64_t{first} << kFirstShift | level, std::memory_order_relaxed);
}
void oneMore(QueueWords& words) { setStock(words, firstOf(words), levelOf(words) + 1); }
void oneLess(QueueWords& words) { setStock(words, (firstOf(words) + 1) % words.capacity, levelOf(words) - 1); }

}  // namespace

BoundedQueue BoundedQueue::make(Arena& arena, ObjectId id, std::uint32_t capacity) {
    IL_REQUIRE(capacity > 0);
    BoundedQueue queue;
    queue.m_id = id;
    queue.m_at = arena.allocate(sizeof(QueueWords) + capacity * sizeof(std::int64_t));
    arena.place(id, ObjectKind::queue, queue.m_at);
    if (queue.m_at != ObjectId::kNone) (new (arena.heap(queue.m_at)) QueueWords)->capacity = capacity;
    return queue;
}

// Under the guard, with room. `by` is the actor whose item it is.
void BoundedQueue::push(const Caller& caller, QueueWords& words, ActorId by, std::int64_t item) const {
    const std::uint32_t level = levelOf(words);
    items(caller.arena)[(firstOf(words) + level) % words.capacity] = item;
    Event put = caller.event(EventKind::queuePut, m_id, words.ticket + 1, level + 1);
    if (by != caller.self) put.line = 0;
    put.actor = by.value;
    caller.ring.writeAfter(put);
    oneMore(words);
    countRecorded(words.ticket);
}

// Under the guard, not when empty. For another than the caller, the item lies in its slot before that is on record.
std::int64_t BoundedQueue::pop(const Caller& caller, QueueWords& words, ActorId by) const {
    const std::int64_t item = items(caller.arena)[firstOf(words)];
    if (by != caller.self) caller.arena.slot(by).granted.store(item, std::memory_order_relaxed);
    Event got = caller.event(EventKind::queueGot, m_id, words.ticket + 1, levelOf(words) - 1);
    if (by != caller.self) got.line = 0;
    got.actor = by.value;
    caller.ring.writeAfter(got);
    oneLess(words);
    countRecorded(words.ticket);
    return item;
}

// Under the guard, with an item and who waits for it.
void BoundedQueue::serveGetter(const Caller& caller, QueueWords& words) const {
    const ActorId getter = words.getters.pop(caller.arena);
    (void)pop(caller, words, getter);
    caller.wake(getter);
}

// Under the guard, with a place and who waits for it.
void BoundedQueue::servePutter(const Caller& caller, QueueWords& words) const {
    const ActorId putter = words.putters.pop(caller.arena);
    push(caller, words, putter, caller.arena.slot(putter).granted.load(std::memory_order_relaxed));
    caller.wake(putter);
}

// Under the guard. False: it is full, and that is recorded.
bool BoundedQueue::put(const Caller& caller, QueueWords& words, std::int64_t item) const {
    if (levelOf(words) == words.capacity) {
        caller.ring.writeAfter(caller.event(EventKind::queueFull, m_id, 0, words.capacity));
        return false;
    }
    push(caller, words, caller.self, item);
    if (!words.getters.empty()) serveGetter(caller, words);  // it was empty until now: the item goes to who waits
    return true;
}

// Under the guard. False: it is empty, and that is recorded.
bool BoundedQueue::get(const Caller& caller, QueueWords& words, std::int64_t& item) const {
    if (levelOf(words) == 0) {
        caller.ring.writeAfter(caller.event(EventKind::queueEmpty, m_id));
        return false;
    }
    item = pop(caller, words, caller.self);
    if (!words.putters.empty()) servePutter(caller, words);  // it was full until now: the place goes to who waits
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
    words.putters.push(caller.arena, caller.self, m_id, WaitRole::putter);
    caller.recordWaiting(WaitReason::queueFull, m_id.value);
    return false;
}

bool BoundedQueue::getOrQueue(const Caller& caller, std::int64_t& item) const {
    caller.ring.reserve(kMostEvents);
    QueueWords& words = this->words(caller.arena);
    const GuardLock guard{words.guard};
    if (get(caller, words, item)) return true;
    words.getters.push(caller.arena, caller.self, m_id, WaitRole::getter);
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

BoundedQueue BoundedQueue::found(ObjectId id, std::uint32_t at) {
    BoundedQueue queue;
    queue.m_id = id;
    queue.m_at = at;
    return queue;
}

// Who was being served goes on; the list is made anew from those who still wait.
void BoundedQueue::finishSide(const Caller& caller, const Death& dead, const QueueWords& words, WaiterList& waiters, WaitRole role) const {
    const ActorId served = waiters.interruptedHandOver(caller.arena, m_id, role);
    const Event* done = recorded(dead, m_id, words.ticket);
    if (served.exists() && done && done->who() == served) finishHandOver(caller, dead, served, done);
    waiters.rebuild(caller.arena, m_id, role);
}

// The dead was inside the guard, which is ours now.
void BoundedQueue::finishFor(const Caller& caller, const Death& dead, QueueWords& words) const {
    while (const Event* done = recorded(dead, m_id, words.ticket + 1)) {
        const bool isApplied = static_cast<std::int64_t>(levelOf(words)) == done->value;
        if (!isApplied) done->kind == EventKind::queuePut ? oneMore(words) : oneLess(words);
        ++words.ticket;
    }
    withdraw(caller.arena, dead.actor, m_id);
    finishSide(caller, dead, words, words.getters, WaitRole::getter);
    finishSide(caller, dead, words, words.putters, WaitRole::putter);
}

void BoundedQueue::mend(const Caller& caller, const Death& dead, Deaths& deaths) const {
    QueueWords& words = this->words(caller.arena);
    const bool waits = caller.arena.slot(dead.actor).waitingOn.load(std::memory_order_acquire) == m_id.value;
    if (!waits && words.guard.load(std::memory_order_acquire) != dead.tid) return;
    caller.ring.reserve(2 * kMostEvents + kEventsOfAWake);
    const SeizedGuard guard{words.guard, deaths};
    if (guard.interrupted()) finishFor(caller, *guard.interrupted(), words);
    if (!words.getters.remove(caller.arena, dead.actor)) words.putters.remove(caller.arena, dead.actor);
    // What the dead put in and had not passed on yet, or the place that it had made.
    if (levelOf(words) > 0 && !words.getters.empty()) serveGetter(caller, words);
    if (levelOf(words) < words.capacity && !words.putters.empty()) servePutter(caller, words);
}

}  // namespace interleave
