#include "core/sync/bounded_queue.hpp"

#include <new>
#include <stdexcept>

#include <fmt/format.h>

#include "core/base/require.hpp"
#include "core/sync/guard.hpp"

namespace interleave {
namespace {

constexpr std::uint32_t kMostEvents = 2 + kEventsOfAWake;  // put and got, with whoever waited

std::string overfull(const Arena& arena, ObjectId queue) {
    constexpr const char* kSentence =
        "there is no room for more in {}: it has no limit of its own, but a run keeps no more than {} "
        "items in a queue";
    return fmt::format(kSentence, arena.nameOf(queue), kMostQueueItems);
}

}  // namespace

BoundedQueue BoundedQueue::make(Arena& arena, ObjectId id, const QueueKind& kind) {
    IL_REQUIRE(kind.capacity >= 0 && kind.capacity <= kMostQueueItems);
    const bool isBounded = kind.capacity > 0;
    const std::uint32_t places = isBounded ? static_cast<std::uint32_t>(kind.capacity) : kMostQueueItems;
    BoundedQueue queue;
    queue.m_id = id;
    queue.m_at = arena.allocate(sizeof(QueueWords) + places * sizeof(std::int64_t));
    arena.place(id, ObjectKind::queue, queue.m_at);
    if (queue.m_at == ObjectId::kNone) return queue;
    auto* const words = new (arena.heap(queue.m_at)) QueueWords;
    words->places = places;
    words->isBounded = isBounded;
    words->order = kind.order;
    return queue;
}

void BoundedQueue::record(const Caller& caller, EventKind kind, QueueWords& words, ActorId by,
                          const QueueChange& change) const {
    Event event = caller.event(kind, m_id, words.ticket + 1, change.packed());
    if (by != caller.self) event.line = 0;
    event.actor = by.value;
    caller.ring.writeAfter(event);
}

// Under the guard, with room. `by` is the actor whose item it is.
void BoundedQueue::push(const Caller& caller, QueueWords& words, ActorId by, std::int64_t item) const {
    QueueItems items = this->items(caller.arena);
    items.place(item);
    record(caller, EventKind::queuePut, words, by, {std::int64_t{items.level()} + 1, item});
    items.count();
    countRecorded(words.ticket);
    items.settleLast();
}

// Under the guard, not when empty. For another than the caller, the item lies in its slot before that is on record.
std::int64_t BoundedQueue::pop(const Caller& caller, QueueWords& words, ActorId by) const {
    QueueItems items = this->items(caller.arena);
    const std::int64_t item = items.next();
    if (by != caller.self) caller.arena.slot(by).granted.store(item, std::memory_order_relaxed);
    record(caller, EventKind::queueGot, words, by, {std::int64_t{items.level()} - 1, item});
    items.takeNext();
    countRecorded(words.ticket);
    items.settleFirst();
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
    if (items(caller.arena).full()) {
        if (!words.isBounded) throw std::length_error(overfull(caller.arena, m_id));
        caller.ring.writeAfter(caller.event(EventKind::queueFull, m_id, 0, words.places));
        return false;
    }
    push(caller, words, caller.self, item);
    if (!words.getters.empty()) serveGetter(caller, words);  // it was empty until now: the item goes to who waits
    return true;
}

// Under the guard. False: it is empty, and that is recorded.
bool BoundedQueue::get(const Caller& caller, QueueWords& words, std::int64_t& item) const {
    if (items(caller.arena).empty()) {
        caller.ring.writeAfter(caller.event(EventKind::queueEmpty, m_id));
        return false;
    }
    item = pop(caller, words, caller.self);
    if (!words.putters.empty()) servePutter(caller, words);  // it was full until now: the place goes to who waits
    return true;
}

std::int64_t BoundedQueue::ask(const Caller& caller, QueueQuestion question) const {
    caller.ring.reserve(1);
    QueueWords& words = this->words(caller.arena);
    const GuardLock guard{words.guard};
    const QueueItems items = this->items(caller.arena);
    Event asked = caller.event(EventKind::queueAsked, m_id, 0, items.level());
    asked.detail = static_cast<std::uint8_t>(question);
    caller.ring.writeAfter(asked);
    switch (question) {
        case QueueQuestion::size: break;
        case QueueQuestion::full: return words.isBounded && items.full() ? 1 : 0;
        case QueueQuestion::empty: return items.empty() ? 1 : 0;
    }
    return items.level();
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
void BoundedQueue::finishSide(const Caller& caller, const Death& dead, const QueueWords& words, WaiterList& waiters,
                              WaitRole role) const {
    const ActorId served = waiters.interruptedHandOver(caller.arena, m_id, role);
    const Event* done = recorded(dead, m_id, words.ticket);
    if (served.exists() && done && done->who() == served) finishHandOver(caller, dead, served, done);
    waiters.rebuild(caller.arena, m_id, role);
}

// The dead was inside the guard, which is ours now.
void BoundedQueue::finishFor(const Caller& caller, const Death& dead, QueueWords& words) const {
    QueueItems items = this->items(caller.arena);
    items.fillHole();
    while (const Event* done = recorded(dead, m_id, words.ticket + 1)) {
        const bool isApplied = std::int64_t{items.level()} == QueueChange::from(done->value).level;
        if (!isApplied) done->kind == EventKind::queuePut ? items.count() : items.takeNext();
        ++words.ticket;
    }
    items.reorder();
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
    const QueueItems items = this->items(caller.arena);
    if (!items.empty() && !words.getters.empty()) serveGetter(caller, words);
    if (!items.full() && !words.putters.empty()) servePutter(caller, words);
}

}  // namespace interleave
