#include "core/runtime/coroutines_runtime.hpp"

#include <algorithm>
#include <utility>

#include "core/base/clock.hpp"
#include "core/runtime/park_words.hpp"

namespace interleave {
namespace {

// The runtime whose loop this thread is.
thread_local const CoroutinesRuntime* t_loop = nullptr;

}  // namespace

bool CoroutinesRuntime::isOnLoop() const { return t_loop == this; }

bool CoroutinesRuntime::perform(Actor& actor, PendingOperation& operation) {
    actor.step = operation.advance(actor);
    if (actor.step.kind == Step::Kind::done) return true;
    actor.pending = &operation;
    return false;
}

std::optional<Placement> CoroutinesRuntime::unpark(ActorId target) noexcept {
    // Relaxed: written before the thread begins, by this one.
    if (arena().slot(target).isOffloaded.load(std::memory_order_relaxed) != 0) return m_threads->unpark(target);
    std::atomic<std::uint32_t>& word = arena().slot(target).park;
    // Acquire and release: what another thread did for the target is seen when it goes on.
    if (word.exchange(kPermit, std::memory_order_acq_rel) != kParked) return std::nullopt;
    // Relaxed: the target does not run before it is taken off a queue, which orders this.
    word.store(kNothing, std::memory_order_relaxed);
    if (isOnLoop()) return enqueue(target);
    {
        const std::scoped_lock lock{m_outsideMutex};
        m_wokenOutside.push_back(target);
        // Relaxed: a loop that sleeps is woken below, and the wake-up orders this; one that does not will find the
        // wake-up waiting when it tries to sleep.
        m_anyWokenOutside.store(true, std::memory_order_relaxed);
    }
    m_selector.wake();
    return std::nullopt;
}

void CoroutinesRuntime::startAll() { t_loop = this; }

void CoroutinesRuntime::start(Actor& actor) {
    if (!isOnLoop()) throw std::logic_error("a thread beside the loop makes no coroutine");
    if (actor.id.value >= m_byId.size()) m_byId.resize(actor.id.value + 1);
    m_byId[actor.id.value] = &actor;
    recordStarted(actor, ring());
    if (actor.options.arrival.count() > 0) {
        actor.isAsleep = true;
        m_timers.set(actor.id, clock().now() - sinceStart() + actor.options.arrival);
    } else {
        makeReady(actor.id, ReadyReason::created);
    }
}

void CoroutinesRuntime::awaitEnd() {
    // Acquire pairs with finish(): what threads did is seen by who looks at the end.
    while (arena().gate().liveActors.load(std::memory_order_acquire) != 0) turn();
    m_threads.reset();
    t_loop = nullptr;
}

void CoroutinesRuntime::turn() {
    const std::size_t descriptors = m_selector.isUsed() ? takeReadyDescriptors() : 0;
    // After that, which may take a wake-up away: whoever gave it had set this first, and the kernel's call orders the
    // two. Relaxed: one that comes later still is seen a turn later, as its wake-up ends the sleep before that.
    if (m_anyWokenOutside.load(std::memory_order_relaxed)) takeWokenOutside();
    const std::uint32_t due = m_timers.empty() ? 0 : expireTimers();
    if (!m_held.empty()) releaseHeld();
    if (m_ready.empty()) return sleep();
    m_isIdle = false;
    constexpr std::size_t kMostTold = 255;
    ring().write({.object = due, .ticket = static_cast<std::uint32_t>(m_ready.size()), .kind = EventKind::loopTurned,
                  .detail = static_cast<std::uint8_t>(std::min(descriptors, kMostTold)), .value = ++m_turns});
    m_accountedUpTo = monotonicNs();
    for (std::size_t left = m_ready.size(); left > 0; --left) {
        const ActorId next = m_ready.front();
        m_ready.pop_front();
        if (next.exists()) run(*m_byId[next.value]);
        else callNext();
    }
}

void CoroutinesRuntime::callNext() {
    const std::function<void()> callback = std::move(m_callbacks.front());
    m_callbacks.pop_front();
    callback();
}

void CoroutinesRuntime::sleep() {
    // The clock's rate and the gate may change without news: look again soon where that matters.
    constexpr Duration kSoon = std::chrono::milliseconds{5};
    std::optional<Duration> atMost;
    if (!m_held.empty() || !m_timers.empty()) atMost = kSoon;
    if (!m_timers.empty()) atMost = std::min(kSoon, clock().realTimeUntil(m_timers.nextDue()).value_or(kSoon));
    if (!std::exchange(m_isIdle, true)) {
        const Duration left =
            m_timers.empty() ? Duration{-1} : std::max(Duration{0}, m_timers.nextDue() - clock().now());
        ring().write({.kind = EventKind::loopSlept, .value = left.count()});
    }
    m_selector.wait(atMost);
}

// Until it has to wait or has ended.
void CoroutinesRuntime::run(Actor& actor) {
    const std::size_t others = m_ready.size();
    const RunReason reason = others == 0 ? RunReason::onlyOne : RunReason::nextInTurn;
    ActorSlot& slot = arena().slot(actor.id);
    slot.life.store(ActorLife::live, std::memory_order_relaxed);
    ring().write({.actor = actor.id.value, .object = static_cast<std::uint32_t>(TieBreak::none),
                  .ticket = static_cast<std::uint32_t>(others + 1), .kind = EventKind::running,
                  .detail = static_cast<std::uint8_t>(reason), .value = kLoop});
    actor.ring = &ring();
    setCurrent(&actor);
    const bool isOver = actor.isCancelled && !actor.next;  // before it had begun
    if (actor.isCancelled && actor.pending && actor.pending->passed() && actor.pending->tookNothing()) {
        actor.isCancelled = false;
        actor.pending->cancelLate();
    }
    const bool ended = isOver || drive(actor);
    setCurrent(nullptr);
    // By the clock, not by what the kernel says of this thread: that would cost more than the switch.
    const std::int64_t now = monotonicNs();
    const auto ran = static_cast<std::uint64_t>(now - std::exchange(m_accountedUpTo, now));
    slot.cpuNs.fetch_add(ran, std::memory_order_relaxed);
    if (!ended) return settle(actor);
    finish(actor);
    for (auto& callback : std::exchange(actor.whenDone, {})) callSoon(std::move(callback));
}

bool CoroutinesRuntime::watchDescriptor(Actor& actor, int fd, short events) {
    m_selector.watch(fd, events, actor.id);
    actor.isWatching = true;
    return true;
}

void CoroutinesRuntime::forgetDescriptor(Actor& actor, int fd) {
    m_selector.forget(fd, actor.id);
    actor.isWatching = false;
}

// What the actor asked for as it gave the loop back.
void CoroutinesRuntime::settle(Actor& actor) {
    ActorSlot& slot = arena().slot(actor.id);
    switch (actor.step.kind) {
        case Step::Kind::sleep:
            gate().parks(actor.id);
            actor.isAsleep = true;
            m_timers.set(actor.id, actor.step.until, ++actor.parks);
            break;
        case Step::Kind::held:
            m_held.push_back(&actor);
            break;
        case Step::Kind::yield:
            makeReady(actor.id, actor.step.why);
            break;
        default:
            gate().parks(actor.id);
            // With a limit it comes back by itself: a script may wait for that.
            // So does one that waits for a descriptor.
            if (!actor.step.hasLimit() && !actor.isWatching)
                slot.life.store(ActorLife::parked, std::memory_order_release);
            park(actor, actor.step.until);
            break;
    }
    // Asked for while it ran, or where it could not be called off: now it waits.
    const bool waits = actor.step.kind == Step::Kind::sleep || actor.step.kind == Step::Kind::park;
    if (actor.isCancelled && waits) {
        actor.isCancelled = false;
        cancel({{}, arena(), ring(), *this}, actor.id);
    }
}

void CoroutinesRuntime::park(Actor& actor, Duration until) {
    std::atomic<std::uint32_t>& word = arena().slot(actor.id).park;
    ++actor.parks;  // limits of waits before this one mean nothing from now on
    // Acquire and release as in unpark.
    if (word.exchange(kParked, std::memory_order_acq_rel) == kPermit) {
        word.store(kNothing, std::memory_order_relaxed);
        enqueue(actor.id);
    } else if (until != Step::kForEver) {
        m_timers.set(actor.id, until, actor.parks);
    }
}

// Its limit is over. It goes on, unless it was woken and its permit is still to come from another thread.
void CoroutinesRuntime::endWait(Actor& actor) {
    // Whoever takes it out of being parked has it to itself. Acquire and release as in unpark.
    std::uint32_t parked = kParked;
    if (!arena().slot(actor.id).park.compare_exchange_strong(parked, kNothing, std::memory_order_acq_rel)) return;
    if (actor.pending->expire(actor, ring())) makeReady(actor.id, ReadyReason::timedOut);
    else park(actor, Step::kForEver);
}

Placement CoroutinesRuntime::enqueue(ActorId actor) {
    m_ready.push_back(actor);
    return {.shelf = 0, .rank = m_came++};
}

void CoroutinesRuntime::callSoon(std::function<void()> callback) {
    m_callbacks.push_back(std::move(callback));
    m_ready.push_back({});
}

void CoroutinesRuntime::makeReady(ActorId actor, ReadyReason why, std::int64_t by) {
    const Placement placed = enqueue(actor);
    ring().write({.actor = actor.value, .object = placed.shelf, .ticket = placed.rank, .kind = EventKind::ready,
                  .detail = static_cast<std::uint8_t>(why), .value = by});
}

// Whoever woke them has recorded that they are ready.
void CoroutinesRuntime::takeWokenOutside() {
    std::vector<ActorId> woken;
    {
        const std::scoped_lock lock{m_outsideMutex};
        woken.swap(m_wokenOutside);
        m_anyWokenOutside.store(false, std::memory_order_relaxed);
    }
    for (const ActorId actor : woken) enqueue(actor);
}

// How many there were.
std::uint32_t CoroutinesRuntime::expireTimers() {
    std::uint32_t expired = 0;
    const Duration now = clock().now();
    m_timers.forgetDead([this](const TimerHeap::Due& due) { return due.wait != m_byId[due.whom.value]->parks; });
    while (const auto due = m_timers.takeDue(now)) {
        Actor& actor = *m_byId[due->whom.value];
        if (due->wait != actor.parks) continue;  // that wait was over long ago
        ++expired;
        if (!std::exchange(actor.isAsleep, false)) {
            endWait(actor);
            continue;
        }
        // One that has no frame yet waited for its arrival.
        makeReady(due->whom, actor.next ? ReadyReason::woken : ReadyReason::created);
    }
    return expired;
}

std::size_t CoroutinesRuntime::takeReadyDescriptors() {
    m_selector.wait(Duration{0});
    const std::vector<ActorId> ready = m_selector.takeReady();
    for (const ActorId who : ready) {
        // Relaxed: a descriptor is waited for, and let go, on this thread.
        arena().slot(who).park.store(kNothing, std::memory_order_relaxed);
        Actor& actor = *m_byId[who.value];
        actor.isWatching = false;
        ++actor.parks;  // a limit of this wait means nothing from now on
        makeReady(who, ReadyReason::woken);
    }
    return ready.size();
}

void CoroutinesRuntime::releaseHeld() {
    const std::size_t before = m_held.size();
    std::erase_if(m_held, [this](const Actor* actor) {
        if (isHeld(*actor)) return false;
        makeReady(actor->id, ReadyReason::woken);
        return true;
    });
    if (m_held.size() == before && m_ready.empty()) gate().skipHopelessStep();
}

bool CoroutinesRuntime::isHeld(const Actor& actor) {
    const PendingOperation& operation = *actor.pending;
    return operation.passed() ? gate().holdsMidway(actor.id)
                              : !gate().wouldPass(actor.id, operation.operation(), operation.object());
}

std::unique_ptr<Runtime> makeCoroutinesRuntime(Arena& arena, const RunnerOrder& order) {
    return std::make_unique<CoroutinesRuntime>(arena, order);
}

}  // namespace interleave
