#include "core/trace/loop_history.hpp"

#include <algorithm>

#include "core/trace/ready_queue.hpp"

namespace interleave {
namespace {

// The loop of the runtime `coroutines` is shown as this core.
constexpr std::int64_t kLoop = 0;
// How many events may lie at the very moment at which a wait begins.
constexpr std::size_t kMostBeside = 256;

// How long an actor that waits since `since` is willing to; nothing: for ever.
std::optional<Duration> limitOf(const Store& store, ActorId actor, TraceTime since) {
    const auto& events = store.events();
    std::size_t i = since.ns == 0 ? events.first() : store.eventAfter(since - Duration{1});
    for (const std::size_t end = std::min(events.end(), i + kMostBeside); i < end && events[i].at() <= since; ++i) {
        const Event& e = events[i];
        if (e.actor == actor.value && e.kind == EventKind::waiting)
            return e.value > 0 ? std::optional{Duration{e.value}} : std::nullopt;
    }
    return std::nullopt;
}

bool isOfTheKernel(EventKind kind) { return kind == EventKind::kernelSwitchIn || kind == EventKind::kernelSwitchOut; }

bool namesDescriptor(const Store& store, const Look& look) {
    return look.state() == StateClass::waitingIo && look.subject < store.objects().size() &&
           store.object(look.object()).kind == ObjectKind::descriptor;
}

}  // namespace

void LoopHistory::follow(const Store& store) {
    const auto& events = store.events();
    for (m_next = std::max(m_next, events.first()); m_next < events.end(); ++m_next) {
        const Event& event = events[m_next];
        switch (event.kind) {
            case EventKind::loopTurned: begin(event); break;
            case EventKind::loopSlept: end(event.at()); break;
            case EventKind::running:
                if (event.value != kLoop) break;
                endStep(event.at());
                m_stepper = event.who();
                m_stepBegun = event.at();
                break;
            default: break;
        }
        if (event.who().exists() && !isOfTheKernel(event.kind)) m_lastDeed = event.at();
    }
    if (store.complete()) end(m_lastDeed);
}

void LoopHistory::begin(const Event& event) {
    end(event.at());
    if (m_turns.empty()) m_firstNumber = event.value;
    m_turns.push_back(
        {.begun = event.at(), .ready = event.ticket, .timers = event.object, .descriptors = event.detail});
    m_now = {};
    m_stepper = {};
    m_stepBegun = event.at();
}

void LoopHistory::endStep(TraceTime at) {
    if (m_stepBegun == kEndOfTime) return;
    if (at - m_stepBegun > m_now.step.end - m_now.step.begin) {
        m_now.actor = m_stepper;
        m_now.step = {m_stepBegun, at};
    }
}

void LoopHistory::end(TraceTime at) {
    if (m_turns.empty() || m_turns.back().ended != kEndOfTime) return;
    endStep(at);
    m_stepBegun = kEndOfTime;
    LoopTurn& turn = m_turns.back();
    turn.ended = at;
    m_now.turn = m_turns.size() - 1;
    m_now.length = at - turn.begun;
    if (!m_longest || m_now.length > m_longest->length) m_longest = m_now;
}

std::optional<std::size_t> LoopHistory::turnAt(TraceTime t) const {
    const auto after = std::ranges::upper_bound(m_turns, t, {}, &LoopTurn::begun);
    if (after == m_turns.begin()) return std::nullopt;
    return static_cast<std::size_t>(after - m_turns.begin()) - 1;
}

LoopNow loopAt(const Store& store, const LoopHistory& history, TraceTime t) {
    LoopNow now;
    const auto turn = history.turnAt(t);
    now.isAsleep = turn && history.turns()[*turn].ended <= t && (!store.complete() || t < store.now());
    for (const ReadyShelf& shelf : readyShelvesAt(store, t))
        for (const QueuedTask& task : shelf.tasks) now.ready.push_back(task.actor);
    TraceTime begun = kEndOfTime;
    for (std::uint32_t i = 0; i < store.actors().size(); ++i) {
        const ActorRecord& actor = store.actors()[i];
        begun = std::min(begun, actor.started);
        if (actor.kind != ActorKind::coroutine) continue;
        const IntervalLane& lane = actor.states;
        const std::size_t index = lane.find(t);
        if (index == IntervalLane::kNone) continue;
        const Look& look = store.looks()[lane.lookOf(index)];
        const StateClass state = look.state();
        if (state == StateClass::running) now.running = {i};
        // A call that is to be made later.
        if (state == StateClass::created && actor.arrival.count() > 0)
            now.timers.push_back({{i}, begun + actor.arrival});
        if (isWaiting(state)) {
            const TraceTime since = lane.beginOf(index);
            if (const auto limit = limitOf(store, {i}, since)) now.timers.push_back({{i}, since + *limit});
            if (namesDescriptor(store, look)) now.descriptors.push_back({{i}, look.object(), false});
        }
        if (state == StateClass::ready && index > lane.first()) {
            const Look& before = store.looks()[lane.lookOf(index - 1)];
            if (namesDescriptor(store, before)) now.descriptors.push_back({{i}, before.object(), true});
        }
    }
    std::ranges::stable_sort(now.timers, {}, &LoopTimer::due);
    return now;
}

}  // namespace interleave
