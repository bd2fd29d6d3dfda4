#include "core/runtime/workers_runtime.hpp"

#include <pthread.h>
#include <sched.h>

#include <algorithm>

#include "core/base/futex.hpp"
#include "core/base/require.hpp"

namespace interleave {
namespace {

// Words of ActorSlot::park.
constexpr std::uint32_t kNothing = 0;
constexpr std::uint32_t kPermit = 1;
constexpr std::uint32_t kParked = 2;

thread_local void* t_worker = nullptr;

// The cores that this process may use, in order.
std::vector<std::uint32_t> allowedCores() {
    cpu_set_t set;
    CPU_ZERO(&set);
    std::vector<std::uint32_t> cores;
    if (::sched_getaffinity(0, sizeof set, &set) == 0) {
        for (std::uint32_t i = 0; i < CPU_SETSIZE; ++i) {
            if (CPU_ISSET(i, &set)) cores.push_back(i);
        }
    }
    if (cores.empty()) cores.push_back(0);
    return cores;
}

void pinTo(std::uint32_t core) {
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(core, &set);
    (void)::pthread_setaffinity_np(::pthread_self(), sizeof set, &set);  // refused in some sandboxes: then the kernel chooses
}

void recordReady(RingWriter& ring, const Actor& actor, ReadyReason why) {
    ring.write({.actor = actor.id.value, .kind = EventKind::ready, .detail = static_cast<std::uint8_t>(why), .value = -1});
}

}  // namespace

WorkersRuntime::WorkersRuntime(Arena& arena, const RunnerOrder& order, std::unique_ptr<Policy> policy)
    : Runtime(arena, order), m_policy(std::move(policy)) {
    const std::vector<std::uint32_t> cores = allowedCores();
    const std::size_t count = std::clamp<std::size_t>(order.cores, 1, cores.size());
    for (std::size_t i = 0; i < count; ++i) m_workers.emplace_back().core = {cores[i]};
}

WorkersRuntime::~WorkersRuntime() {
    m_over.store(true, std::memory_order_seq_cst);
    m_news.fetch_add(1, std::memory_order_seq_cst);
    futexWake(m_news);
}

void WorkersRuntime::startAll() {
    // Held until every task that is there at the start is queued: the policy chooses among all of them.
    const std::scoped_lock lock{m_mutex};
    for (Worker& worker : m_workers) {
        m_threads.emplace_back([this, &worker] {
            pinTo(worker.core.value);
            RingWriter ring{arena()};
            useRing(&ring);
            t_worker = &worker;
            work(worker, ring);
        });
    }
}

void WorkersRuntime::start(Actor& actor) {
    RingWriter& ring = Runtime::ring();
    recordStarted(actor, ring);
    const bool later = actor.arrival.count() > 0;
    if (!later) recordReady(ring, actor, ReadyReason::created);
    {
        const std::scoped_lock lock{m_mutex};
        if (actor.id.value >= m_byId.size()) m_byId.resize(actor.id.value + 1);
        m_byId[actor.id.value] = &actor;
        if (later) {
            m_timers.push({clock().now() - sinceStart() + actor.arrival, m_timersSet++, &actor, ReadyReason::created});
            m_mustLook.store(true, std::memory_order_relaxed);
        } else {
            makeReady(actor);
        }
    }
    news();
}

bool WorkersRuntime::perform(Actor& actor, PendingOperation& operation) {
    // A program that never computes gives its core up too when its slice is over.
    const auto why = shouldYield(actor);
    actor.step = why ? Step::yield(*why) : operation.advance(actor);
    if (actor.step.kind == Step::Kind::done) return true;
    actor.pending = &operation;
    return false;
}

void WorkersRuntime::unpark(ActorId target) noexcept {
    std::atomic<std::uint32_t>& word = arena().slot(target).park;
    // Acquire and release: what was done for the target is seen when it goes on, on whichever core.
    if (word.exchange(kPermit, std::memory_order_acq_rel) != kParked) return;
    word.store(kNothing, std::memory_order_relaxed);
    {
        const std::scoped_lock lock{m_mutex};
        makeReady(*m_byId[target.value]);
    }
    news();
}

void WorkersRuntime::makeReady(Actor& actor) {
    m_policy->makeReady(view(actor), sinceStart());
    m_ready.store(m_policy->readyCount(), std::memory_order_relaxed);
    preemptFor(actor);
}

// Where every core is taken, the one whose task the newcomer beats by most gives way.
void WorkersRuntime::preemptFor(Actor& actor) {
    Worker* weakest = nullptr;
    for (Worker& worker : m_workers) {
        if (!worker.running) return;  // somebody is free to take it
        if (worker.preempted.load(std::memory_order_relaxed) || !m_policy->preempts(view(actor), view(*worker.running))) continue;
        if (!weakest || worker.running->priority > weakest->running->priority) weakest = &worker;
    }
    if (weakest) weakest->preempted.store(true, std::memory_order_relaxed);
}

void WorkersRuntime::work(Worker& worker, RingWriter& ring) {
    while (!m_over.load(std::memory_order_seq_cst)) {
        Actor* actor = takeNext(worker, ring);
        if (!actor) {
            idle();
            continue;
        }
        actor->ring = &ring;
        setCurrent(actor);
        const bool ended = drive(*actor);
        setCurrent(nullptr);
        if (ended) {
            {
                const std::scoped_lock lock{m_mutex};
                worker.running = nullptr;
            }
            finish(*actor);
        } else {
            settle(worker, ring, *actor);
        }
    }
}

Actor* WorkersRuntime::takeNext(Worker& worker, RingWriter& ring) {
    constexpr std::uint32_t kMostAtOnce = 1024;  // events written under the lock: a full ring is waited for before it
    ring.reserve(kMostAtOnce + 1);
    const std::scoped_lock lock{m_mutex};
    if (m_mustLook.load(std::memory_order_relaxed)) {
        expireTimers(ring);
        releaseHeld(ring);
        m_mustLook.store(!m_timers.empty() || !m_held.empty(), std::memory_order_relaxed);
    }
    const auto decision = m_policy->takeNext(worker.core, sinceStart());
    m_ready.store(m_policy->readyCount(), std::memory_order_relaxed);
    if (!decision) return nullptr;
    Actor& actor = *m_byId[decision->task.value];
    dispatch(worker, ring, actor, *decision);
    return &actor;
}

void WorkersRuntime::dispatch(Worker& worker, RingWriter& ring, Actor& actor, const Decision& decision) {
    worker.running = &actor;
    worker.preempted.store(false, std::memory_order_relaxed);
    worker.slice = decision.slice;
    if (worker.slice.count() > 0) worker.sliceEnds = clock().now() + worker.slice;
    arena().slot(actor.id).life.store(ActorLife::live, std::memory_order_relaxed);
    ring.writeAfter({.actor = actor.id.value, .ticket = static_cast<std::uint32_t>(decision.number), .kind = EventKind::running,
                     .detail = static_cast<std::uint8_t>(decision.reason), .value = worker.core.value});
}

// What the actor asked for as it gave the worker back.
void WorkersRuntime::settle(Worker& worker, RingWriter& ring, Actor& actor) {
    ActorSlot& slot = arena().slot(actor.id);
    const Step step = actor.step;
    if (step.kind == Step::Kind::yield) {
        // Recorded while the worker is still taken: nobody else can record for the actor.
        recordReady(ring, actor, step.why);
    }
    const bool parks = step.kind == Step::Kind::park;
    if (parks || step.kind == Step::Kind::sleep) gate().parks(actor.id);
    if (parks) slot.life.store(ActorLife::parked, std::memory_order_release);
    {
        const std::scoped_lock lock{m_mutex};
        worker.running = nullptr;
        switch (step.kind) {
            case Step::Kind::sleep:
                m_timers.push({step.until, m_timersSet++, &actor, ReadyReason::woken});
                m_mustLook.store(true, std::memory_order_relaxed);
                break;
            case Step::Kind::held:
                m_held.push_back(&actor);
                m_mustLook.store(true, std::memory_order_relaxed);
                break;
            case Step::Kind::yield:
                makeReady(actor);
                break;
            default:
                break;
        }
    }
    // From here on another worker may run it. Acquire and release as in unpark.
    if (parks && slot.park.exchange(kParked, std::memory_order_acq_rel) == kPermit) {
        slot.park.store(kNothing, std::memory_order_relaxed);
        const std::scoped_lock lock{m_mutex};
        makeReady(actor);
    }
}

std::optional<ReadyReason> WorkersRuntime::shouldYield(Actor&) {
    Worker& worker = *static_cast<Worker*>(t_worker);
    if (m_mustLook.load(std::memory_order_relaxed)) {  // timers go off although every worker is busy
        RingWriter& ring = Runtime::ring();
        constexpr std::uint32_t kMostAtOnce = 1024;
        ring.reserve(kMostAtOnce);
        const std::scoped_lock lock{m_mutex};
        expireTimers(ring);
        releaseHeld(ring);
        if (m_ready.load(std::memory_order_relaxed) > 0) news();
    }
    if (worker.preempted.load(std::memory_order_relaxed)) return ReadyReason::preempted;
    if (worker.slice.count() == 0 || clock().now() < worker.sliceEnds) return std::nullopt;
    if (m_ready.load(std::memory_order_relaxed) > 0) return ReadyReason::sliceOver;
    worker.sliceEnds = clock().now() + worker.slice;  // alone: another slice, and no switch
    return std::nullopt;
}

void WorkersRuntime::expireTimers(RingWriter& ring) {
    constexpr int kMostAtOnce = 512;
    const Duration now = clock().now();
    for (int i = 0; i < kMostAtOnce && !m_timers.empty() && m_timers.top().due <= now; ++i) {
        const Timer timer = m_timers.top();
        m_timers.pop();
        recordReady(ring, *timer.actor, timer.why);
        makeReady(*timer.actor);
    }
}

void WorkersRuntime::releaseHeld(RingWriter& ring) {
    constexpr std::size_t kMostAtOnce = 512;
    std::size_t released = 0;
    std::erase_if(m_held, [&](Actor* actor) {
        const PendingOperation& operation = *actor->pending;
        const bool goes = operation.passed() ? !gate().holdsMidway(actor->id)
                                             : gate().wouldPass(actor->id, operation.operation(), operation.object());
        if (!goes || released == kMostAtOnce) return false;
        ++released;
        recordReady(ring, *actor, ReadyReason::woken);
        makeReady(*actor);
        return true;
    });
    if (!m_held.empty() && released == 0 && m_ready.load(std::memory_order_relaxed) == 0) gate().skipHopelessStep();
}

void WorkersRuntime::news() noexcept {
    m_news.fetch_add(1, std::memory_order_seq_cst);
    // Sequentially consistent on both sides: either the idler sees the news, or we see the idler.
    if (m_idlers.load(std::memory_order_seq_cst) > 0) futexWake(m_news, 1);
}

void WorkersRuntime::idle() {
    const std::uint32_t seen = m_news.load(std::memory_order_seq_cst);
    m_idlers.fetch_add(1, std::memory_order_seq_cst);
    if (m_ready.load(std::memory_order_relaxed) == 0) {
        // The clock's rate and the gate may change without news: look again soon where that matters.
        constexpr Duration kSoon = std::chrono::milliseconds{5};
        constexpr Duration kLate = std::chrono::milliseconds{200};
        Duration atMost = kLate;
        if (m_mustLook.load(std::memory_order_relaxed)) {
            const std::scoped_lock lock{m_mutex};
            atMost = kSoon;
            if (!m_timers.empty()) atMost = std::min(atMost, clock().realTimeUntil(m_timers.top().due).value_or(kSoon));
        }
        futexWait(m_news, seen, atMost);
    }
    m_idlers.fetch_sub(1, std::memory_order_seq_cst);
}

Expected<std::unique_ptr<Runtime>> makeWorkersRuntime(Arena& arena, const RunnerOrder& order, const Scheduling& scheduling) {
    auto policy = makePolicy(scheduling.policy, {.quantum = scheduling.quantum});
    if (!policy) return tl::unexpected(policy.error());
    return std::make_unique<WorkersRuntime>(arena, order, std::move(*policy));
}

}  // namespace interleave
