#include "core/runtime/workers_runtime.hpp"

#include <algorithm>
#include <climits>
#include <system_error>
#include <utility>

#include "core/base/futex.hpp"
#include "core/base/require.hpp"
#include "core/base/sentence.hpp"
#include "core/runtime/park_words.hpp"
#include "core/runtime/pinning.hpp"
#include "core/runtime/prefetch.hpp"

namespace interleave {
namespace {

constexpr int kEverybody = INT_MAX;
// Written under the lock: a full ring is waited for before it.
constexpr std::uint32_t kEventsOfTaking = 2;

thread_local void* t_worker = nullptr;

void recordReady(RingWriter& ring, const Actor& actor, ReadyReason why, Placement placed) {
    ring.write({.actor = actor.id.value, .object = placed.shelf, .ticket = placed.rank, .kind = EventKind::ready,
                .detail = static_cast<std::uint8_t>(why), .value = -1});
}

}  // namespace

std::uint32_t WorkersRuntime::workersFor(const RunnerOrder& order) {
    return std::clamp<std::uint32_t>(order.cores, 1, static_cast<std::uint32_t>(allowedCores().size()));
}

WorkersRuntime::WorkersRuntime(Arena& arena, const RunnerOrder& order, RunQueues queues)
    : Runtime(arena, order), m_queues(std::move(queues)) {
    const std::vector<std::uint32_t> cores = allowedCores();
    for (std::uint32_t i = 0; i < workersFor(order); ++i) {
        Worker& worker = m_workers.emplace_back();
        worker.index = i;
        worker.core = {cores[i]};
    }
}

WorkersRuntime::~WorkersRuntime() {
    m_over.store(true, std::memory_order_seq_cst);
    m_news.fetch_add(1, std::memory_order_seq_cst);
    futexWake(m_news);
}

void WorkersRuntime::startAll() {
    // Held until every task that is there at the start is queued: the policy chooses among all of them.
    const std::scoped_lock lock{m_mutex};
    for (Worker& worker : m_workers) startWorker(worker);
}

void WorkersRuntime::startWorker(Worker& worker) {
    try {
        m_threads.emplace_back([this, &worker] {
            pinTo(worker.core.value);
            RingWriter ring{arena()};
            useRing(&ring);
            t_worker = &worker;
            work(worker, ring);
        });
    } catch (const std::system_error& refusal) {
        giveUp(Sentence("Running", "the system refuses a thread for the worker of core {}: {}")
                   .of(worker.core.value, systemReason(refusal.code().value())));
    }
}

void WorkersRuntime::start(Actor& actor) {
    RingWriter& ring = Runtime::ring();
    recordStarted(actor, ring);
    ring.reserve(1);
    {
        const std::scoped_lock lock{m_mutex};
        if (actor.id.value >= m_byId.size()) m_byId.resize(actor.id.value + 1);
        m_byId[actor.id.value] = &actor;
        if (actor.options.arrival.count() > 0) {
            setTimer(clock().now() - sinceStart() + actor.options.arrival, actor, ReadyReason::created);
        } else {
            recordAndMakeReady(ring, actor, ReadyReason::created, sinceStart());
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

std::optional<Placement> WorkersRuntime::unpark(ActorId target) noexcept {
    std::atomic<std::uint32_t>& word = arena().slot(target).park;
    // Acquire and release: what was done for the target is seen when it goes on, on whichever core.
    if (word.exchange(kPermit, std::memory_order_acq_rel) != kParked) return std::nullopt;
    word.store(kNothing, std::memory_order_relaxed);
    Placement placed;
    {
        const std::scoped_lock lock{m_mutex};
        placed = makeReady(*m_byId[target.value], ReadyReason::woken, sinceStart());
    }
    news();
    return placed;
}

Placement WorkersRuntime::makeReady(Actor& actor, ReadyReason why, Duration now) {
    if (why == ReadyReason::timedOut) why = ReadyReason::woken;  // for a policy it is the same how a wait ended
    if (why == ReadyReason::created) actor.account.arrive(now);
    if (why == ReadyReason::woken) actor.account.woke();
    const Placement placed =
        m_queues.makeReady(actor.account.view(why), {actor.account.declared().core, actor.lastCore}, now);
    m_ready.store(m_queues.readyCount(), std::memory_order_relaxed);
    if (why == ReadyReason::created || why == ReadyReason::woken) preemptFor(actor, placed, now);
    lookForChallenges(now);
    return placed;
}

// One event, written while nobody can take the actor: it is ready, and this is its place.
void WorkersRuntime::recordAndMakeReady(RingWriter& ring, Actor& actor, ReadyReason why, Duration now) {
    recordReady(ring, actor, why, makeReady(actor, why, now));
}

TaskView WorkersRuntime::runningView(const Worker& worker, Duration now) const {
    TaskView view = worker.running->account.view();
    const Duration ran = now - worker.since;
    view.used += ran;
    view.remaining = std::max(Duration{0}, view.remaining - ran);
    return view;
}

// Where every core that may take the newcomer is taken, the one whose task has the weakest claim of those it beats
// gives way.
void WorkersRuntime::preemptFor(const Actor& actor, Placement placed, Duration now) {
    const TaskView newcomer = actor.account.view();
    Worker* weakest = nullptr;
    for (Worker& worker : m_workers) {
        if (m_queues.hasQueueForEachCore() && placed.queue() != worker.index + 1) continue;
        if (!worker.running) return;  // somebody is free to take it
        if (worker.preempted.load(std::memory_order_relaxed)) continue;
        const TaskView running = runningView(worker, now);
        if (!m_queues.preempts(worker.index, newcomer, running, now)) continue;
        if (!weakest || m_queues.preempts(worker.index, runningView(*weakest, now), running, now)) weakest = &worker;
    }
    if (weakest) weakest->preempted.store(true, std::memory_order_relaxed);
}

void WorkersRuntime::lookForChallenges(Duration now) {
    if (!m_queues.challenges()) return;
    for (Worker& worker : m_workers) {
        const auto at =
            worker.running ? m_queues.challengesAt(worker.index, runningView(worker, now), now) : std::nullopt;
        worker.challengedAt.store(at ? at->count() : kNever, std::memory_order_relaxed);
    }
}

void WorkersRuntime::work(Worker& worker, RingWriter& ring) {
    Actor* next = nullptr;
    while (!m_over.load(std::memory_order_seq_cst)) {
        Actor* const actor = next ? next : begin(worker, ring);
        next = nullptr;
        if (!actor) {
            idle(worker);
            continue;
        }
        actor->ring = &ring;
        setCurrent(actor);
        const bool ended = drive(*actor);
        setCurrent(nullptr);
        if (ended) {
            {
                const std::scoped_lock lock{m_mutex};
                leave(worker, *actor, sinceStart());
            }
            finish(*actor);
        } else {
            next = settle(worker, ring, *actor);
        }
    }
}

Actor* WorkersRuntime::begin(Worker& worker, RingWriter& ring) {
    if (m_mustLook.load(std::memory_order_relaxed)) lookAtTheClock(ring);
    ring.reserve(kEventsOfTaking);
    const std::scoped_lock lock{m_mutex};
    return takeNext(worker, ring, sinceStart());
}

Actor* WorkersRuntime::takeNext(Worker& worker, RingWriter& ring, Duration now) {
    const auto taken = m_queues.takeNext(worker.index, now);
    m_ready.store(m_queues.readyCount(), std::memory_order_relaxed);
    tellBoost(ring);
    if (!taken) return nullptr;
    Actor& actor = *m_byId[taken->decision.task.value];
    // Fetched in two steps, now and when this one gives the worker back, so that nobody waits for memory at the switch.
    worker.likelyNext = taken->likelyNext ? m_byId[taken->likelyNext->value] : nullptr;
    if (worker.likelyNext) fetch(worker.likelyNext, arena().slot(*taken->likelyNext));
    dispatch(worker, ring, actor, *taken, now);
    return &actor;
}

void WorkersRuntime::dispatch(Worker& worker, RingWriter& ring, Actor& actor, const RunQueues::Taken& taken,
                              Duration now) {
    const Decision& decision = taken.decision;
    worker.running = &actor;
    worker.since = now;
    worker.preempted.store(false, std::memory_order_relaxed);
    worker.slice = decision.slice;
    worker.sliceEnds = now + worker.slice;
    actor.lastCore = worker.index;
    lookForChallenges(now);
    arena().slot(actor.id).life.store(ActorLife::live, std::memory_order_relaxed);
    ring.writeAfter({.actor = actor.id.value,
                     .object = static_cast<std::uint32_t>(decision.tie) | (taken.stolen ? kStolen : 0),
                     .ticket = static_cast<std::uint32_t>(decision.number),
                     .kind = EventKind::running,
                     .detail = static_cast<std::uint8_t>(decision.reason),
                     .value = worker.core.value});
}

// The worker is free; what its task ran is its own. Under m_mutex.
void WorkersRuntime::leave(Worker& worker, Actor& actor, Duration now) {
    actor.account.ran(now - worker.since);
    worker.running = nullptr;
    worker.challengedAt.store(kNever, std::memory_order_relaxed);
}

void WorkersRuntime::tellBoost(RingWriter& ring) {
    if (!m_queues.boosts()) return;
    const auto boost = m_queues.lastBoost();
    if (boost == m_boostTold) return;
    m_boostTold = boost;
    ring.write({.kind = EventKind::queuesBoosted});
}

Actor* WorkersRuntime::settle(Worker& worker, RingWriter& ring, Actor& actor) {
    ActorSlot& slot = arena().slot(actor.id);
    const Step step = actor.step;
    ring.reserve(1 + kEventsOfTaking);
    const bool parks = step.kind == Step::Kind::park;
    if (parks || step.kind == Step::Kind::sleep) gate().parks(actor.id);
    // With a limit it comes back by itself: a script may wait for that.
    if (parks && !step.hasLimit()) slot.life.store(ActorLife::parked, std::memory_order_release);
    const Duration now = sinceStart();
    const std::scoped_lock lock{m_mutex};
    leave(worker, actor, now);
    // Another worker may have taken it meanwhile; then where it stands is that one's to say.
    const auto runsIt = [&](const Worker& other) { return other.running == worker.likelyNext; };
    if (worker.likelyNext && std::ranges::none_of(m_workers, runsIt)) fetchProgram(worker.likelyNext);
    switch (step.kind) {
        case Step::Kind::sleep:
            setTimer(step.until, actor, ReadyReason::woken);
            break;
        case Step::Kind::park:
            parkTask(actor, step.until, now);
            break;
        case Step::Kind::held:
            m_held.push_back(&actor);
            m_mustLook.store(true, std::memory_order_relaxed);
            break;
        case Step::Kind::yield:
            recordAndMakeReady(ring, actor, step.why, now);
            break;
        default:
            break;
    }
    return m_mustLook.load(std::memory_order_relaxed) ? nullptr : takeNext(worker, ring, now);
}

std::optional<ReadyReason> WorkersRuntime::shouldYield(Actor& actor) {
    Worker& worker = *static_cast<Worker*>(t_worker);
    if (m_mustLook.load(std::memory_order_relaxed)) {  // timers go off although every worker is busy
        lookAtTheClock(Runtime::ring());
        if (m_ready.load(std::memory_order_relaxed) > 0) news();
    }
    if (worker.preempted.load(std::memory_order_relaxed)) return ReadyReason::preempted;
    const std::int64_t challengedAt = worker.challengedAt.load(std::memory_order_relaxed);
    if (worker.slice.count() == 0 && challengedAt == kNever) return std::nullopt;
    const Duration now = sinceStart();
    if (now.count() >= challengedAt) return ReadyReason::preempted;
    if (worker.slice.count() == 0 || now < worker.sliceEnds) return std::nullopt;
    return endSlice(worker, actor);
}

// A fiftieth of the slice: what counts as made good is far less than what a switch disturbs.
Duration WorkersRuntime::grace(const Actor&) const {
    constexpr int kShare = 50;
    return static_cast<const Worker*>(t_worker)->slice / kShare;
}

std::optional<ReadyReason> WorkersRuntime::endSlice(Worker& worker, Actor& actor) {
    const std::scoped_lock lock{m_mutex};
    if (m_queues.readyFor(worker.index) > 0) return ReadyReason::sliceOver;
    // Alone: another slice, and no switch. The policy is told all the same:
    // it may think less of a task that never waits.
    const Duration now = sinceStart();
    actor.account.ran(now - worker.since);
    worker.since = now;
    worker.slice = m_queues.renew(worker.index, actor.account.view(ReadyReason::sliceOver), now).slice;
    worker.sliceEnds = now + worker.slice;
    return std::nullopt;
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
        // Told as woken; for the policy no new burst begins.
        recordReady(ring, *actor, ReadyReason::woken, makeReady(*actor, ReadyReason::yielded, sinceStart()));
        return true;
    });
    if (!m_held.empty() && released == 0 && m_ready.load(std::memory_order_relaxed) == 0) gate().skipHopelessStep();
}

void WorkersRuntime::news() noexcept {
    m_news.fetch_add(1, std::memory_order_seq_cst);
    // Sequentially consistent on both sides: either the idler sees the news, or we see the idler.
    // Where each core has a queue, only one of the idlers may be able to help, and it is not known which.
    if (m_idlers.load(std::memory_order_seq_cst) > 0)
        futexWake(m_news, m_queues.hasQueueForEachCore() ? kEverybody : 1);
}

bool WorkersRuntime::nothingFor(const Worker& worker) {
    if (m_ready.load(std::memory_order_relaxed) == 0) return true;
    if (!m_queues.hasQueueForEachCore()) return false;
    const std::scoped_lock lock{m_mutex};
    return m_queues.readyFor(worker.index) == 0;
}

void WorkersRuntime::idle(const Worker& worker) {
    const std::uint32_t seen = m_news.load(std::memory_order_seq_cst);
    // After it: the end sets this first and then tells the news, so whoever has not seen the end has not seen that news
    // either, and does not fall asleep on it.
    if (m_over.load(std::memory_order_seq_cst)) return;
    m_idlers.fetch_add(1, std::memory_order_seq_cst);
    if (nothingFor(worker)) {
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

Expected<std::unique_ptr<Runtime>> makeWorkersRuntime(Arena& arena, const RunnerOrder& order,
                                                      const Scheduling& scheduling) {
    auto queues = RunQueues::make(scheduling.policy, scheduling.queues, WorkersRuntime::workersFor(order));
    if (!queues) return tl::unexpected(queues.error());
    return std::make_unique<WorkersRuntime>(arena, order, std::move(*queues));
}

}  // namespace interleave
