#include "core/runtime/runtime.hpp"

#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>

#include "core/base/futex.hpp"
#include "core/base/require.hpp"
#include "core/base/sentence.hpp"
#include "core/runtime/self.hpp"
#include "core/sync/guard.hpp"

namespace interleave {

thread_local Actor* Runtime::t_current = nullptr;
thread_local RingWriter* Runtime::t_ring = nullptr;

Runtime::Runtime(Arena& arena, const RunnerOrder& order)
    : m_arena(arena), m_gate(arena), m_clock(arena), m_order(order), m_computeName(arena.addString("compute")),
      m_spinName(arena.addString("spin")), m_blockName(arena.addString("blocking call")) {}

RingWriter& Runtime::ring() {
    IL_REQUIRE(t_ring != nullptr);
    return *t_ring;
}

Caller Actor::caller(std::uint16_t line) const { return {id, runtime->arena(), *ring, *runtime, line}; }

namespace {

constexpr std::uint32_t kGivenUp = 1U << 31;  // in liveActors
bool saysGivenUp(std::uint32_t live) { return (live & kGivenUp) != 0; }

// What differs from the usual: whoever reads the trace sees what the scheduler was told.
void recordDeclared(RingWriter& ring, ActorId actor, const SpawnOptions& options) {
    const TaskDeclaration usual;
    const TaskDeclaration& task = options.task;
    const auto tell = [&](Declared what, std::int64_t value) {
        ring.write({.actor = actor.value,
                    .kind = EventKind::declared,
                    .detail = static_cast<std::uint8_t>(what),
                    .value = value});
    };
    if (task.priority != usual.priority) tell(Declared::priority, task.priority);
    if (task.nice != usual.nice) tell(Declared::nice, task.nice);
    if (task.tickets != usual.tickets) tell(Declared::tickets, task.tickets);
    if (task.deadline) tell(Declared::deadline, task.deadline->count());
    if (options.arrival.count() > 0) tell(Declared::arrival, options.arrival.count());
    Duration cpu{};
    for (const Duration burst : task.bursts) cpu += burst;
    if (cpu.count() > 0) tell(Declared::cpu, cpu.count());
}

}  // namespace

Actor& Runtime::spawn(std::string name, std::function<Task(Self)> body, const SpawnOptions& options) {
    if (options.daemon && kind() != ActorKind::thread && kind() != ActorKind::process)
        throw std::logic_error("only a thread or a process can be a daemon");
    auto actor = std::make_unique<Actor>();
    actor->id = m_arena.newActor();
    if (!actor->id.exists())
        throw std::runtime_error(Sentence("Running", "there is no room for more actors in one run (262,144)"));
    // Before its parent stands in its slot: whoever that parent's death makes count it off finds it counted.
    if (!options.daemon) m_arena.gate().liveActors.fetch_add(1, std::memory_order_relaxed);
    actor->name = std::move(name);
    actor->runtime = this;
    actor->body = std::move(body);
    actor->options = options;
    actor->account = TaskAccount{actor->id, options.task};
    const StringId text = m_arena.addString(actor->name);
    m_arena.name(actor->id, text);
    m_arena.slot(actor->id).isDaemon.store(options.daemon ? 1 : 0, std::memory_order_relaxed);
    m_arena.slot(actor->id).forker.store(current() ? current()->id.value : ActorId::kNone, std::memory_order_relaxed);
    const std::int64_t parent = current() ? std::int64_t{current()->id.value} : -1;
    ring().write({.actor = actor->id.value, .object = text.value, .kind = EventKind::actorCreated,
                  .detail = static_cast<std::uint8_t>(kind()), .value = parent});
    recordDeclared(ring(), actor->id, options);
    Actor& spawned = *actor;
    {
        const GuardLock guard{m_spawnGuard};
        m_actors.push_back(std::move(actor));
    }
    if (m_started.load(std::memory_order_acquire)) start(spawned);
    return spawned;
}

void Runtime::runAll() {
    m_arena.gate().sealed.store(1, std::memory_order_release);
    m_begin = m_clock.now();
    startAll();
    // Nobody but this thread spawns before the first actor runs.
    m_started.store(true, std::memory_order_release);
    const std::size_t first = m_actors.size();
    for (std::size_t i = 0; i < first && !m_givenUp.load(std::memory_order_relaxed); ++i) {
        Actor* actor = nullptr;
        {
            const GuardLock guard{m_spawnGuard};
            actor = m_actors[i].get();
        }
        start(*actor);
    }
    awaitEnd();
    // Acquire pairs with giveUp: the reason is whole.
    if (saysGivenUp(m_arena.gate().liveActors.load(std::memory_order_acquire))) throw std::runtime_error(m_whyGivenUp);
}

std::size_t Runtime::activeActors() {
    std::size_t active = 0;
    const std::uint32_t made = std::min(m_arena.header().actorEnd.load(std::memory_order_relaxed), kMostActors);
    for (std::uint32_t i = 0; i < made; ++i) {
        // Acquire pairs with wakeJoiners(): who has been joined is not counted.
        if (m_arena.slot({i}).life.load(std::memory_order_acquire) != ActorLife::ended) ++active;
    }
    return active;
}

void Runtime::liveAs(const FreshStart&, std::function<Task(Self)>) {
    throw std::logic_error("only a process lives in a program of its own");
}

Actor& Runtime::adopt(ActorId id, std::function<Task(Self)> body, Duration begin) {
    auto actor = std::make_unique<Actor>();
    actor->id = id;
    actor->name = m_arena.nameOf(id);
    actor->runtime = this;
    actor->body = std::move(body);
    actor->account = TaskAccount{id, actor->options.task};
    m_begin = begin;
    m_started.store(true, std::memory_order_release);
    m_actors.push_back(std::move(actor));
    return *m_actors.back();
}

void Runtime::waitForDescriptor(Actor&, int, short) {
    throw std::logic_error("this runtime does no real input and output yet");
}

bool Runtime::cancel(const Caller&, ActorId) {
    throw std::logic_error("only coroutines on the event loop can be cancelled");
}

void Runtime::whenDone(Actor&, std::function<void()>) { throw std::logic_error("only the event loop calls back"); }

Actor& Runtime::offload(std::string, std::function<Task(Self)>) {
    throw std::logic_error("only the event loop offloads a call to a thread");
}

void Runtime::joinRun(Duration begin) {
    m_begin = begin;
    m_started.store(true, std::memory_order_release);
    constexpr std::uint64_t kFarFromTheOthers = std::uint64_t{1} << 62;
    countFlowsFrom(kFarFromTheOthers);
}

void Runtime::waitForPoller(Actor& actor, int poller, int) { waitForDescriptor(actor, poller, 0); }

void Runtime::callBlocking(Actor&, const std::function<void()>&) {
    throw std::logic_error("this runtime does no real input and output yet");
}

void Runtime::awaitEnd() {
    const std::atomic<std::uint32_t>& live = m_arena.gate().liveActors;
    // Acquire pairs with finish(): what the actors did is seen by who looks at the end.
    for (std::uint32_t left = live.load(std::memory_order_acquire); left != 0 && !saysGivenUp(left);
         left = live.load(std::memory_order_acquire)) {
        futexWait(live, left);
    }
}

void Runtime::giveUp(std::string why) {
    // Relaxed: only who comes first writes, and nobody reads before the flag below.
    if (m_givenUp.exchange(true, std::memory_order_relaxed)) return;
    m_whyGivenUp = std::move(why);
    std::atomic<std::uint32_t>& live = m_arena.gate().liveActors;
    // Release: the reason before the flag. In the word itself, so that no wake-up can be missed.
    live.fetch_or(kGivenUp, std::memory_order_release);
    futexWake(live);
}

void Runtime::recordStarted(Actor& actor, RingWriter& ring) {
    m_arena.slot(actor.id).life.store(ActorLife::live, std::memory_order_relaxed);
    m_arena.slot(actor.id).tid.store(ownTid(), std::memory_order_relaxed);
    // In virtual time nothing runs that a kernel would know of; and the same run leaves the same bytes.
    const bool isReal = !isVirtual();
    ring.write({.actor = actor.id.value, .object = isReal ? static_cast<std::uint32_t>(::getpid()) : 0,
                .kind = EventKind::actorStarted, .value = isReal ? ownTid() : 0});
}

bool Runtime::drive(Actor& actor) {
    if (actor.pending) actor.step = actor.pending->advance(actor);
    else if (!actor.next) {  // the first time
        actor.program = actor.body(Self{actor});
        actor.program.begin(actor);
    }
    while (!actor.pending || actor.step.kind == Step::Kind::done) {
        actor.pending = nullptr;
        if (actor.program.done()) return true;
        actor.next.resume();
    }
    return false;
}

EndReason Runtime::outcomeOf(const Actor& actor) {
    if (!actor.program.exists()) return EndReason::cancelled;  // before it had begun
    const auto failure = actor.program.failure();
    if (!failure) return actor.isCancelled ? EndReason::cancelled : EndReason::returned;
    try {
        std::rethrow_exception(failure);
    } catch (const Cancelled&) {
        return EndReason::cancelled;
    } catch (const std::exception& error) {
        actor.ring->writeText({.actor = actor.id.value, .kind = EventKind::note}, error.what());
    } catch (...) {
        actor.ring->writeText({.actor = actor.id.value, .kind = EventKind::note},
                              "something was thrown that is no std::exception");
    }
    return EndReason::failed;
}

void Runtime::finish(Actor& actor) {
    const EndReason reason = outcomeOf(actor);
    actor.outcome = reason;
    const Caller caller = actor.caller(0);
    ActorSlot& slot = m_arena.slot(actor.id);
    caller.ring.write(
        {.actor = actor.id.value, .kind = EventKind::actorEnded, .detail = static_cast<std::uint8_t>(reason)});
    wakeJoiners(caller, slot);
    m_gate.ends(actor.id);
    actor.program = Task{};
    if (actor.options.daemon) return;
    // Release pairs with runAll(): the last one makes everything seen.
    if (m_arena.gate().liveActors.fetch_sub(1, std::memory_order_release) == 1) futexWake(m_arena.gate().liveActors);
}

Caller PendingOperation::caller(const Actor& actor) const {
    Caller caller = actor.caller(m_line);
    if (m_limit) caller.limitNs = std::max<std::int64_t>(0, m_limit->count());
    return caller;
}

Step PendingOperation::tried(bool gotIt, const Caller& caller, WaitReason reason, std::uint32_t object) {
    m_gaveUp = !gotIt;
    if (m_gaveUp) caller.recordTimedOut(reason, object);
    return Step::done();
}

Step PendingOperation::park(const Actor& actor) const {
    return m_limit ? Step::parkUntil(actor.runtime->clock().now() + *m_limit) : Step::park();
}

bool PendingOperation::expire(const Actor& actor, RingWriter& ring) {
    m_gaveUp = giveUp({actor.id, actor.runtime->arena(), ring, *actor.runtime, m_line, m_limit ? m_limit->count() : 0});
    return m_gaveUp;
}

bool PendingOperation::cancel(const Actor& actor, RingWriter& ring) {
    Caller by{actor.id, actor.runtime->arena(), ring, *actor.runtime, m_line};
    by.isCancelled = true;
    if (!giveUp(by)) return false;
    callOff();
    return true;
}

void PendingOperation::callOff() {
    m_gaveUp = true;
    fail(std::make_exception_ptr(Cancelled{}));
}

// Whoever drives an actor that waited, or was held, is no place for what its operation throws: its await is.
Step PendingOperation::attempt(Actor& actor, Step (PendingOperation::*part)(Actor&)) {
    try {
        return (this->*part)(actor);
    } catch (...) {
        fail(std::current_exception());
        return Step::done();
    }
}

Step PendingOperation::advance(Actor& actor) {
    if (m_passed) {
        const Step step = attempt(actor, &PendingOperation::resumed);
        if (step.kind == Step::Kind::done) actor.runtime->gate().finished(actor.id);
        return step;
    }
    Gate& gate = actor.runtime->gate();
    if (!gate.pass(actor.id, m_operation, m_object)) {
        // Where a wait blocks its thread, that looks itself whether the gate is open, and has said that it runs since.
        const RuntimeKind kind = actor.runtime->order().runtime;
        if (!m_heldRecorded || kind == RuntimeKind::threads || kind == RuntimeKind::processes) {
            actor.ring->write({.actor = actor.id.value, .line = m_line, .kind = EventKind::held,
                               .detail = static_cast<std::uint8_t>(gate.reason(actor.id))});
            m_heldRecorded = true;
        }
        return Step::held();
    }
    m_passed = true;
    const Step step = attempt(actor, &PendingOperation::begin);
    if (step.kind == Step::Kind::done) gate.finished(actor.id);
    return step;
}

}  // namespace interleave
