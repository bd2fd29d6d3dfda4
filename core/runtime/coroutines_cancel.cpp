// Cancelling on the event loop, callbacks at an actor's end, and calls that are offloaded to threads.
#include <stdexcept>
#include <unordered_set>

#include "core/runtime/coroutines_runtime.hpp"
#include "core/runtime/park_words.hpp"

namespace interleave {

bool CoroutinesRuntime::hasEnded(const Actor& actor) {
    // Acquire pairs with wakeJoiners(): a thread's result is seen by who sees that it has ended.
    return arena().slot(actor.id).life.load(std::memory_order_acquire) == ActorLife::ended;
}

// Relaxed: who takes it out of that does it by an exchange.
bool CoroutinesRuntime::isParked(const Actor& actor) {
    return actor.pending && arena().slot(actor.id).park.load(std::memory_order_relaxed) == kParked;
}

bool CoroutinesRuntime::cancel(const Caller& by, ActorId whom) {
    std::deque<ActorId> asked{whom};
    std::unordered_set<std::uint32_t> seen;  // two that wait for each other are a circle
    bool any = false;
    for (; !asked.empty(); asked.pop_front()) {
        const ActorId each = asked.front();
        // A thread cannot be cancelled: who waits for one goes on without it.
        Actor* const target = each.value < m_byId.size() ? m_byId[each.value] : nullptr;
        if (!target || hasEnded(*target)) continue;
        any = true;
        ring().write({.actor = each.value, .line = by.line, .kind = EventKind::cancelAsked,
                      .value = by.self.exists() ? std::int64_t{by.self.value} : -1});
        if (seen.insert(each.value).second && isParked(*target)) {
            const std::vector<ActorId> instead = target->pending->cancelledInstead(*target);
            asked.insert(asked.end(), instead.begin(), instead.end());
            if (!instead.empty() || target->pending->cancelsInstead(*target)) continue;
        }
        target->isCancelled = true;
        interrupt(*target, by.self);
    }
    return any;
}

// Where it stands, if it waits. One that is ready or runs finds out by itself.
void CoroutinesRuntime::interrupt(Actor& actor, ActorId by) {
    const std::int64_t who = by.exists() ? std::int64_t{by.value} : -1;
    if (actor.isAsleep) {
        actor.isAsleep = false;
        ++actor.parks;  // its timer means nothing any more
        if (!actor.pending) return makeReady(actor.id, ReadyReason::created, who);
        actor.isCancelled = !actor.pending->cancel(actor, ring());
        return makeReady(actor.id, ReadyReason::woken, who);
    }
    std::uint32_t parked = kParked;
    // Acquire and release as in unpark.
    const bool isOurs = actor.pending != nullptr &&
        arena().slot(actor.id).park.compare_exchange_strong(parked, kNothing, std::memory_order_acq_rel);
    if (!isOurs) return;
    actor.isCancelled = !actor.pending->cancel(actor, ring());
    if (actor.isCancelled)
        return park(actor, Step::kForEver);  // it was woken before, or waits for what cannot be called off
    ++actor.parks;
    makeReady(actor.id, ReadyReason::woken, who);
}

void CoroutinesRuntime::whenDone(Actor& actor, std::function<void()> callback) {
    // Relaxed: written before the thread begins, by this one.
    if (arena().slot(actor.id).isOffloaded.load(std::memory_order_relaxed) != 0)
        throw std::logic_error("a thread calls nobody back: gather tasks that await one (toThread)");
    if (hasEnded(actor)) return callSoon(std::move(callback));
    actor.whenDone.push_back(std::move(callback));
}

Actor& CoroutinesRuntime::offload(std::string name, std::function<Task(Self)> body) {
    if (!m_threads) {
        RunnerOrder beside = order();
        beside.runtime = RuntimeKind::threads;
        m_threads = makeThreadsBeside(arena(), beside, *this);
        m_threads->joinRun(begin());
    }
    return m_threads->spawn(std::move(name), std::move(body));
}

}  // namespace interleave
