#include "core/trace/merge.hpp"

#include <algorithm>
#include <string>

#include "core/trace/frame_value.hpp"

namespace interleave {
namespace {

// A predecessor later than this is lost: its writer dropped it, or was killed before it wrote.
constexpr Duration kPatience = std::chrono::seconds(2);
// A thread runs a little before it can say which actor it is; one that stays silent for longer is none.
constexpr Duration kIntroduction = std::chrono::milliseconds(30);

bool isKernels(EventKind kind) { return kind == EventKind::kernelSwitchIn || kind == EventKind::kernelSwitchOut; }

}  // namespace

Merge::Merge(const Arena& arena, Staging& staging, ClockMap clock)
    : m_arena(arena), m_staging(staging), m_clock(std::move(clock)) {}

Merge::~Merge() {
    for (Stream& stream : m_streams)
        for (const EventRun& run : stream.runs) m_staging.giveBack(run.slab);
}

bool Merge::refill() {
    if (!m_caughtUp || m_batch.final) return false;
    // What is held here waits for a later watermark; without one, more of the same would only cost memory.
    if (m_heldBytes > m_staging.limit() && m_staging.watermark() == m_batch.watermark) return false;
    if (!m_staging.take(m_batch)) return false;

    for (const ThreadStart& start : m_batch.starts) m_threads.started(start.tid, start.actor);
    for (const EventRun& run : m_batch.runs) {
        if (run.stream >= m_streams.size()) m_streams.resize(run.stream + 1);
        Stream& stream = m_streams[run.stream];
        const bool wasEmpty = stream.empty();
        stream.runs.push_back(run);
        m_heldBytes += run.count * sizeof(Event);
        if (!wasEmpty) continue;
        stream.enterFirstRun();
        enterTurn(run.stream);
    }
    m_batch.runs.clear();
    m_caughtUp = false;
    return true;
}

std::size_t Merge::appendTo(Store& store, std::size_t most) {
    std::size_t appended = 0;
    m_waitsAt = 0;
    while (appended < most) {
        if (!m_turns.empty() && m_turns.front().at < limit() && m_waitsAt == 0) {
            appended += follow(store, most - appended);
        } else if (m_waitsAt != 0 || !giveUpOldestGap()) {
            m_caughtUp = true;
            break;
        }
    }
    return appended;
}

TraceTime Merge::completeUpTo() const {
    const TraceTime last{static_cast<std::int64_t>(m_lastTime)};
    if (!m_caughtUp || m_batch.final) return last;
    Ticks until = m_batch.watermark;
    if (m_waitsAt != 0) until = std::min(until, m_waitsAt);
    // The reader's watermark lies a tick beyond virtual time, which stands still.
    if (m_arena.header().tickSource == TickSource::virtualTime && until > 0) --until;
    for (const std::uint32_t held : m_held) until = std::min(until, m_streams[held].front().time);
    return std::max(last, m_clock.timeAt(until));
}

Ticks Merge::limit() const noexcept { return m_batch.final ? ~Ticks{0} : m_batch.watermark; }

Duration Merge::ageOf(const Event& event) const {
    return m_clock.timeAt(m_batch.watermark) - m_clock.timeAt(event.time);
}

// Appends from the earliest stream for as long as it is the earliest. Stamps are compared one by one, not searched:
// text slots lie between them.
std::size_t Merge::follow(Store& store, std::size_t most) {
    const std::uint32_t index = m_turns.front().stream;
    Stream& stream = m_streams[index];
    const Ticks until = std::min(secondTurn(), limit() - 1);
    std::size_t appended = 0;
    m_mayRelease = false;
    for (;;) {
        const Outcome outcome = takeOne(store, stream);
        if (outcome == Outcome::appended) ++appended;
        if (outcome == Outcome::heldBack) m_held.push_back(index);
        if (outcome == Outcome::heldBack || stream.empty()) {
            leaveTurn();
            break;
        }
        const Ticks next = stream.front().time;
        const bool stays = outcome == Outcome::appended && next <= until && appended < most && !m_mayRelease;
        if (stays) continue;
        if (outcome == Outcome::notYet) m_waitsAt = std::max<Ticks>(next, 1);
        m_turns.front().at = next;
        sinkTop();
        break;
    }
    if (m_mayRelease) releaseHeld();
    return appended;
}

Merge::Outcome Merge::takeOne(Store& store, Stream& stream) {
    Event event = stream.front();
    if (isTicketed(event.kind)) {
        if (!predecessorCame(event)) return Outcome::heldBack;
        countTicket(event);
        pop(stream);
    } else if (event.kind == EventKind::textFollows) {
        event = takeText(store, stream);
    } else if (isKernels(event.kind)) {
        if (!resolveThread(event)) return Outcome::notYet;
        pop(stream);
    } else {
        translate(store, event);
        pop(stream);
    }
    append(store, event);
    return Outcome::appended;
}

void Merge::append(Store& store, Event& event) {
    const TraceTime at = m_clock.timeAt(event.time);
    m_lastTime = std::max(m_lastTime, static_cast<std::uint64_t>(std::max<std::int64_t>(at.ns, 0)));
    event.time = m_lastTime;
    store.append(event);
}

void Merge::pop(Stream& stream) {
    m_heldBytes -= sizeof(Event);
    if (++stream.next != stream.end) [[likely]]
        return;
    m_staging.giveBack(stream.runs.front().slab);
    stream.runs.pop_front();
    stream.enterFirstRun();
}

Event Merge::takeText(Store& store, Stream& stream) {
    Event event = stream.front();
    pop(stream);
    std::string text;
    // All slots of one text were published, and so drained, together; a shorter stream is damage.
    for (std::size_t slots = textSlots(event); slots > 0 && !stream.empty(); --slots) {
        text.append(reinterpret_cast<const char*>(&stream.front()), sizeof(Event));
        pop(stream);
    }
    text.resize(std::min(text.size(), static_cast<std::size_t>(event.value)));
    event.kind = event.detail < static_cast<std::uint8_t>(EventKind::count_) ? event.as<EventKind>() : EventKind::note;
    event.detail = 0;
    event.value = 0;
    event.object = store.addText(text).value;
    return event;
}

// The kinds that carry a string of the arena, by the table in event.hpp.
void Merge::translate(Store& store, Event& event) {
    switch (event.kind) {
        case EventKind::actorCreated:
            m_threads.created(event.who(), event.as<ActorKind>());
            event.object = textOf(store, event.object);
            break;
        case EventKind::actorStarted: m_threads.started(static_cast<std::uint32_t>(event.value), event.who()); break;
        case EventKind::result:
        case EventKind::callBegun:
        case EventKind::note:
        case EventKind::textWritten: event.object = textOf(store, event.object); break;
        case EventKind::objectCreated:
        case EventKind::bankKind: event.ticket = textOf(store, event.ticket); break;
        case EventKind::frameLocal: event.ticket = textOf(store, event.ticket); [[fallthrough]];
        case EventKind::frameResumed:
        case EventKind::frameYielded:
        case EventKind::frameReturned:
        case EventKind::frameFailed:
        case EventKind::frameSwitched:
            if (isFrameText(event)) event.value = textOf(store, static_cast<std::uint32_t>(event.value));
            break;
        default: break;
    }
}

std::uint32_t Merge::textOf(Store& store, std::uint32_t id) {
    if (id == StringId::kNone) return id;
    const auto [known, isNew] = m_texts.try_emplace(id, 0);
    if (isNew) known->second = store.addText(m_arena.string({id})).value;
    return known->second;
}

bool Merge::predecessorCame(const Event& event) const noexcept {
    if (event.ticket == 0 || event.object >= kMostObjects) return true;
    const std::uint32_t last = event.object < m_tickets.size() ? m_tickets[event.object] : 0;
    return static_cast<std::int32_t>(event.ticket - last) <= 1;  // signed: tickets may wrap around
}

void Merge::countTicket(const Event& event) {
    if (event.ticket == 0 || event.object >= kMostObjects) return;
    if (event.object >= m_tickets.size()) m_tickets.resize(event.object + 1, 0);
    m_tickets[event.object] = event.ticket;
    for (const std::uint32_t held : m_held)
        m_mayRelease = m_mayRelease || m_streams[held].front().object == event.object;
}

void Merge::releaseHeld() {
    std::erase_if(m_held, [this](std::uint32_t held) {
        if (!predecessorCame(m_streams[held].front())) return false;
        enterTurn(held);
        return true;
    });
}

// The oldest of what is held, or of the same object what should have come before it.
bool Merge::giveUpOldestGap() {
    if (m_held.empty()) return false;
    const auto front = [this](std::uint32_t held) -> const Event& { return m_streams[held].front(); };
    const auto oldest =
        *std::min_element(m_held.begin(), m_held.end(), [&](auto a, auto b) { return front(a).time < front(b).time; });
    if (!m_batch.final && ageOf(front(oldest)) < kPatience) return false;

    const Event* first = &front(oldest);
    for (const std::uint32_t held : m_held) {
        const Event& other = front(held);
        if (other.object == first->object && static_cast<std::int32_t>(other.ticket - first->ticket) < 0)
            first = &other;
    }
    if (first->object >= m_tickets.size()) m_tickets.resize(first->object + 1, 0);
    m_tickets[first->object] = first->ticket - 1;
    ++m_gaps;
    releaseHeld();
    return true;
}

bool Merge::resolveThread(Event& event) {
    const std::uint32_t tid = event.object;
    if (!m_threads.knows(tid)) {
        if (!m_batch.final && ageOf(event) < kIntroduction) return false;
        m_threads.markAsStranger(tid);
    }
    event.actor = m_threads.find(tid).value;
    return true;
}

// --- the heap of turns: a binary heap by hand, because the top is changed in place far more often than it leaves

void Merge::enterTurn(std::uint32_t stream) {
    m_turns.push_back({m_streams[stream].front().time, stream});
    std::size_t i = m_turns.size() - 1;
    for (; i > 0 && m_turns[i] < m_turns[(i - 1) / 2]; i = (i - 1) / 2) std::swap(m_turns[i], m_turns[(i - 1) / 2]);
}

void Merge::leaveTurn() {
    m_turns.front() = m_turns.back();
    m_turns.pop_back();
    if (!m_turns.empty()) sinkTop();
}

void Merge::sinkTop() {
    const std::size_t size = m_turns.size();
    const Turn sinking = m_turns.front();
    std::size_t hole = 0;
    for (std::size_t child = 1; child < size; child = 2 * hole + 1) {
        if (child + 1 < size) child += m_turns[child + 1] < m_turns[child] ? 1 : 0;
        if (!(m_turns[child] < sinking)) break;
        m_turns[hole] = m_turns[child];
        hole = child;
    }
    m_turns[hole] = sinking;
}

Ticks Merge::secondTurn() const noexcept {
    Ticks second = ~Ticks{0};
    if (m_turns.size() > 1) second = m_turns[1].at;
    if (m_turns.size() > 2) second = std::min(second, m_turns[2].at);
    return second;
}

}  // namespace interleave
