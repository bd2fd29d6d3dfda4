#include "core/session/session.hpp"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "core/base/clock.hpp"
#include "core/session/drain.hpp"
#include "core/session/machine.hpp"
#include "core/session/remote.hpp"
#include "core/session/runner_process.hpp"
#include "core/session/standstill.hpp"
#include "core/trace/merge.hpp"

namespace interleave {
namespace {

using namespace std::chrono_literals;

// About 1 ms of merging: how far a pull may overshoot its budget.
constexpr std::size_t kSlice = 16'384;
constexpr Duration kBetweenStandstillLooks = 20ms;
// The counter's rate is known to a few millionths at once, and better from look to look.
constexpr Duration kFirstCalibration = 50ms;
constexpr Duration kBetweenCalibrations = 1s;

RunnerOrder orderFor(const RunRequest& request) {
    return {request.scenario, request.runtime, request.pace,  request.seed,
            request.cores,    request.tempo,   request.params};
}

ClockMap clockOf(const ArenaHeader& header) {
    if (header.tickSource == TickSource::virtualTime) return {ClockPair{}, 1.0};  // its ticks are ns already
    constexpr Duration kEnough = 5ms;
    const ClockPair base{header.baseTicks, header.baseMonotonic, 0};
    const ClockPair now = readBothClocks(header.tickSource);
    const std::int64_t span = now.monotonic - base.monotonic;
    if (span < kEnough.count() || now.ticks <= base.ticks) return {base, measureNsPerTick(header.tickSource, kEnough)};
    return {base, static_cast<double>(span) / static_cast<double>(now.ticks - base.ticks)};
}

void fillFacts(RunFacts& facts, const RunRequest& request) {
    facts = RunFacts{};
    facts.scenario = request.scenario;
    facts.variant = request.variant;
    facts.runtime = request.runtime;
    facts.pace = request.pace;
    facts.seed = request.seed;
    facts.cores = request.cores;
    facts.tempo = request.tempo;
    facts.params = request.params;
    if (request.runtime == RuntimeKind::virtualTime) return;  // the same wherever and whenever it is run
    facts.startedAt = wallClockNow();
    facts.machine = machineName();
}

// What the arena had no room for, in a sentence; empty where it had.
std::string exhaustionOf(const ArenaHeader& header) {
    const std::uint32_t bits = header.exhausted.load(std::memory_order_relaxed);
    const auto ran = [bits](Exhausted what) { return (bits & static_cast<std::uint32_t>(what)) != 0; };
    if (ran(Exhausted::actors))
        return Sentence("Sessions", "the run made more actors than a trace has room for ({})").of(kMostActors);
    if (ran(Exhausted::objects))
        return Sentence("Sessions", "the run made more objects than a trace has room for ({})").of(kMostObjects);
    if (ran(Exhausted::rings))
        return Sentence("Sessions", "the run had more threads at once than a trace has room for ({})").of(kMostRings);
    if (ran(Exhausted::strings))
        return Sentence("Sessions", "the run made more names and texts than a trace has room for (16 MiB)");
    if (ran(Exhausted::heap))
        return Sentence("Sessions", "the run's queues and variables need more shared memory than there is");
    return {};
}

// Names the tier and says how to get the next one.
std::optional<KernelTrace> attachKernel(const RunRequest& request, pid_t runner, RunFacts& facts) {
    if (request.runtime == RuntimeKind::virtualTime) {
        facts.tierReason = Sentence(
            "Sessions", "in virtual time nothing runs on a core: there is nothing that the kernel could tell");
        return std::nullopt;
    }
    if (!request.kernelRecords) {
        facts.tierReason = Sentence("Sessions", "context-switch records were turned off for this run");
        return std::nullopt;
    }
    auto kernel = KernelTrace::attach(runner);
    if (!kernel) {
        facts.tierReason = kernel.error().what;
        return std::nullopt;
    }
    facts.tier = KernelTier::switchRecords;
    facts.tierReason = Sentence(
        "Sessions",
        "context switches are the kernel's own records; its wake-ups (tracepoints, root only) are not recorded");
    return std::move(*kernel);
}

}  // namespace

class Session::Parts {
public:
    Parts(RunRequest request, Arena arena, std::size_t stagingLimit)
        : m_request(std::move(request)), m_arena(std::move(arena)), m_staging(stagingLimit), m_remote(m_arena) {}
    ~Parts() {
        if (m_drain) m_drain->abandon();
        if (m_runner) m_runner->kill();
    }
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;

    Expected<void> begin(const std::string& runnerPath, RunFacts& facts);
    bool pull(Store& store, Duration budget);

    RunRequest m_request;
    Arena m_arena;
    Staging m_staging;
    Remote m_remote;
    std::optional<RunnerProcess> m_runner;
    std::optional<Merge> m_merge;
    std::optional<Drain> m_drain;  // its thread uses all of the above but the merge
    bool m_over = false;

    void endAs(Ended ended) {
        if (m_verdict) return;
        m_verdict = ended;
        m_remote.stop();
        m_drain->stopKernelRecords();
        m_runner->kill();  // whatever was published stays in the arena
    }

private:
    bool isVirtual() const { return m_request.runtime == RuntimeKind::virtualTime; }
    TraceTime traceTimeNow() const {
        return isVirtual() ? m_merge->completeUpTo() : TraceTime{monotonicNs() - m_arena.header().baseMonotonic};
    }
    Duration sinceGo() const { return Duration{monotonicNs() - m_goAt}; }
    bool mergeFor(Store& store, Duration budget);
    void calibrate();
    void countLosses(Store& store);
    void lookForTheEnd(const Store& store);
    void complete(Store& store);
    void endTheLiving(Store& store, const ProcessEnd& end);

    std::int64_t m_goAt = 0;
    std::optional<Ended> m_verdict;  // why this session ended the run; nothing while it runs or ended by itself
    StandstillWatch m_standstill;
    Duration m_nextStandstillLook{};
    Duration m_nextCalibration{};
    Duration m_clockUncertainty{};
    std::uint64_t m_lostTold = 0;
};

Expected<void> Session::Parts::begin(const std::string& runnerPath, RunFacts& facts) {
    auto runner = RunnerProcess::start(runnerPath, m_arena, orderFor(m_request));
    if (!runner) return tl::unexpected(runner.error());
    m_runner.emplace(std::move(*runner));
    fillFacts(facts, m_request);
    facts.runnerPid = isVirtual() ? 0 : m_runner->pid();
    auto kernel = attachKernel(m_request, m_runner->pid(), facts);

    m_merge.emplace(m_arena, m_staging, clockOf(m_arena.header()));
    m_remote.prepare(m_request.pace, m_request.tempo);
    m_goAt = monotonicNs();
    if (auto gone = m_runner->go(); !gone) return gone;
    m_drain.emplace(m_arena, m_staging, *m_runner, std::move(kernel));
    return {};
}

bool Session::Parts::pull(Store& store, Duration budget) {
    if (m_over) return false;
    m_remote.tend();
    calibrate();
    const TraceTime before = store.now();
    bool changed = mergeFor(store, budget);
    changed = changed || store.now() != before;
    countLosses(store);
    if (m_merge->done()) {
        complete(store);
        return true;
    }
    lookForTheEnd(store);
    return changed;
}

bool Session::Parts::mergeFor(Store& store, Duration budget) {
    const std::int64_t until = monotonicNs() + budget.count();
    bool changed = false;
    do {
        m_merge->refill();
        const std::size_t appended = m_merge->appendTo(store, kSlice);
        store.advance(m_merge->completeUpTo(), traceTimeNow());
        changed = changed || appended > 0;
        if (appended == 0 && m_merge->caughtUp()) break;
    } while (monotonicNs() < until);
    return changed;
}

void Session::Parts::calibrate() {
    if (isVirtual()) return;
    const Duration now = sinceGo();
    if (now < m_nextCalibration) return;
    const ClockPair pair = readBothClocks(m_arena.header().tickSource);
    m_merge->clock().calibrate(pair);
    m_clockUncertainty = std::max(m_clockUncertainty, Duration{pair.uncertainty});
    m_nextCalibration = now + std::clamp(now, kFirstCalibration, kBetweenCalibrations);
}

void Session::Parts::countLosses(Store& store) {
    const std::uint64_t lost = m_drain->lost();
    store.addLost(lost - m_lostTold);
    m_lostTold = lost;
    store.setRecorderWait(m_drain->recorderWait());
}

void Session::Parts::lookForTheEnd(const Store& store) {
    if (m_verdict) return;
    const Duration now = sinceGo();
    if (m_request.timeout && now >= *m_request.timeout) return endAs(Ended::timeout);
    // Whoever is held by a person is no standstill; a proved deadlock is one however it was reached.
    if (m_remote.isPaused() && standstillOf(store) != Standstill::deadlocked) return m_standstill.reset();
    if (now < m_nextStandstillLook) return;
    m_nextStandstillLook = now + kBetweenStandstillLooks;
    // A trace that is not read to its end says nothing of the present.
    if (!m_merge->caughtUp()) return m_standstill.reset();
    if (const auto ended = m_standstill.look(standstillOf(store), now)) endAs(*ended);
}

// The end of a process is the end of everybody in it: of daemons when all others have ended, of all when a signal
// came. Nobody was left to record it.
void Session::Parts::endTheLiving(Store& store, const ProcessEnd& end) {
    const auto at = std::max(store.now(), TraceTime{m_drain->endedAt() - m_arena.header().baseMonotonic});
    for (std::uint32_t i = 0; i < store.actors().size(); ++i) {
        const Phase phase = store.state().actor({i}).phase;
        if (phase == Phase::unknown || phase == Phase::ended) continue;
        store.append({.time = static_cast<std::uint64_t>(at.ns), .actor = i, .kind = EventKind::actorEnded,
                      .detail = static_cast<std::uint8_t>(EndReason::killed), .value = end.bySignal ? -end.number : 0});
        store.advance(at, at);
    }
}

void Session::Parts::complete(Store& store) {
    const ProcessEnd& end = *m_drain->end();
    RunFacts& facts = store.facts();
    if (!isVirtual() && !m_verdict) endTheLiving(store, end);
    facts.wall = isVirtual() ? store.now() - TraceTime{} : Duration{m_drain->endedAt() - m_goAt};
    facts.clockError = m_merge->clock().worstError() + m_clockUncertainty;
    if (end.wasClean()) {
        facts.ended = Ended::finished;
    } else if (m_verdict) {
        facts.ended = *m_verdict;
    } else {
        const bool onPurpose = end.bySignal && findScenario(m_request.scenario)->mayBeKilled;
        facts.ended = onPurpose ? Ended::killed : Ended::crashed;
        facts.endedWhy = end.sentence();
    }
    if (const std::string full = exhaustionOf(m_arena.header()); !full.empty()) {
        facts.ended = Ended::crashed;  // what followed was not recorded: nothing can be said of it
        facts.endedWhy = full;
    }
    if (facts.ended == Ended::stalled)
        facts.endedWhy =
            Sentence("Sessions", "everybody waits for somebody who waits, but no cycle of owners proves a deadlock");
    m_over = true;
}

Expected<std::unique_ptr<Session>> Session::start(const RunRequest& wish, Store& store,
                                                  const SessionSettings& settings) {
    auto request = checkedRequest(wish);
    if (!request) return tl::unexpected(request.error());
    const auto runner = findRunner(settings.runnerPath);
    if (!runner) return tl::unexpected(runner.error());
    const bool isVirtual = request->runtime == RuntimeKind::virtualTime;
    auto arena = isVirtual ? Arena::create(TickSource::virtualTime) : Arena::create();
    if (!arena) return tl::unexpected(arena.error());

    auto parts = std::make_unique<Parts>(std::move(*request), std::move(*arena), settings.stagingLimit);
    if (auto begun = parts->begin(*runner, store.facts()); !begun) return tl::unexpected(begun.error());
    return std::unique_ptr<Session>(new Session(std::move(parts)));
}

Session::Session(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
Session::~Session() = default;

bool Session::pull(Store& store, Duration budget) { return m_parts->pull(store, budget); }

void Session::waitForNews(Duration atMost) {
    if (!m_parts->m_over) m_parts->m_staging.wait(atMost);
}

SessionState Session::state() const {
    if (m_parts->m_over) return SessionState::over;
    return m_parts->m_remote.isPaused() ? SessionState::paused : SessionState::running;
}

const RunRequest& Session::request() const { return m_parts->m_request; }
std::int64_t Session::runnerPid() const { return m_parts->m_runner->pid(); }
void Session::pause() { m_parts->m_remote.pause(); }
void Session::resume() { m_parts->m_remote.resume(); }
void Session::step(std::optional<ActorId> actor) { m_parts->m_remote.step(actor); }
void Session::setTempo(double tempo) { m_parts->m_remote.setTempo(tempo); }
void Session::stop() { m_parts->endAs(Ended::stopped); }

}  // namespace interleave
