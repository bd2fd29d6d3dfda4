#include "core/trace/store.hpp"

#include <algorithm>
#include <bit>

#include "core/trace/store_lanes.hpp"

namespace interleave {
namespace {

constexpr std::size_t kMostNotesKept = 100'000;  // what a run says in words; a person reads far fewer

}  // namespace

Store::Store(std::size_t memoryLimit) : m_memoryLimit(memoryLimit), m_lanes(std::make_unique<Lanes>()) {}
Store::~Store() = default;

Store::Store(Store&& other) noexcept = default;
Store& Store::operator=(Store&& other) noexcept = default;

TimeRange Store::span() const {
    const bool wholeRun = m_totals.evicted == 0;
    const TraceTime begin = wholeRun || m_events.empty() ? TraceTime{0} : m_events[m_events.first()].at();
    return {begin, std::max(begin, m_now)};
}

std::size_t Store::eventAfter(TraceTime t) const {
    std::size_t low = m_events.first();
    std::size_t high = m_events.end();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (m_events[middle].at() <= t) low = middle + 1;
        else high = middle;
    }
    return low;
}

std::string_view Store::text(StringId id) const {
    return id.value < m_texts.size() ? std::string_view(m_texts[id.value]) : std::string_view{};
}

StringId Store::addText(std::string_view text) {
    if (const auto known = m_textIds.find(text); known != m_textIds.end()) return {known->second};
    const auto id = static_cast<std::uint32_t>(m_texts.size());
    m_texts.emplace_back(text);
    m_textIds.emplace(std::string(text), id);
    return {id};
}

void Store::append(const Event& given) {
    Event event = given;
    // A lane holds 48 bits of time, 78 hours; what is stamped before the run, or beyond that,
    // would poison all that follows.
    constexpr std::int64_t kMostTime = (std::int64_t{1} << 48) - 1;
    event.time = static_cast<std::uint64_t>(std::clamp<std::int64_t>(event.at().ns, 0, kMostTime));
    if (!m_events.empty()) event.time = std::max(event.time, m_events.back().time);
    const std::uint64_t index = m_totals.events++;
    m_events.push(event);

    if (auto deadlock = m_state.apply(event, index, m_violations)) m_deadlocks.push_back(std::move(*deadlock));
    m_totals.violations = m_state.brokenLaws();

    m_lanes->apply(*this, event);
    switch (event.kind) {
        case EventKind::note:
        case EventKind::textWritten:
            if (m_notes.size() < kMostNotesKept)
                m_notes.push_back(
                    {event.at(), event.who(), event.kind == EventKind::textWritten, std::string(text({event.object}))});
            break;
        case EventKind::result: {
            const bool real = event.as<ResultType>() == ResultType::real;
            m_results.emplace_back(std::string(text({event.object})),
                                   ResultValue{event.as<ResultType>(), real ? 0 : event.value,
                                               real ? std::bit_cast<double>(event.value) : 0.0});
            break;
        }
        case EventKind::kernelSwitchIn:
        case EventKind::kernelSwitchOut:
            ++m_totals.kernelRecords;
            break;
        default:
            break;
    }
}

void Store::advance(TraceTime t, TraceTime seen) {
    m_now = std::max(m_now, t);
    for (; m_deadlocksSeen < m_deadlocks.size(); ++m_deadlocksSeen) {
        Deadlock& deadlock = m_deadlocks[m_deadlocksSeen];
        deadlock.foundAfter = std::max(Duration{0}, seen - deadlock.at);
    }
    evictIfNeeded();
}

std::size_t Store::bytes() const {
    std::size_t sum = m_events.bytes() + m_arrows.bytes();
    for (const ActorRecord& a : m_actors) sum += a.states.bytes() + a.lines.bytes();
    for (const ObjectRecord& o : m_objects) sum += o.owners.bytes() + o.waiters.bytes() + o.levels.bytes();
    for (const CoreRecord& c : m_cores) sum += c.actors.bytes();
    for (const CoreRecord& c : m_kernelCores) sum += c.actors.bytes();
    return sum;
}

void Store::evictIfNeeded() {
    constexpr std::uint64_t kLookEvery = 65'536;  // adding up walks every lane
    if (m_totals.events - m_eventsAtLastLook < kLookEvery) return;
    m_eventsAtLastLook = m_totals.events;

    // An eighth at a time, until it fits: chunks are given back whole, so a lane may follow later than its events.
    constexpr std::size_t kShare = 8;
    std::vector<Violation> alreadyCounted;
    while (bytes() > m_memoryLimit && m_events.size() >= 2 * Events::chunkSize) {
        const std::size_t upTo = m_events.first() + std::max(m_events.size() / kShare, Events::chunkSize);
        const std::size_t cut = upTo / Events::chunkSize * Events::chunkSize;
        for (std::size_t i = m_events.first(); i < cut; ++i) (void)m_checkpoint.apply(m_events[i], i, alreadyCounted);
        m_totals.evicted += m_events.forgetBefore(cut);

        const TraceTime keptFrom = m_events[m_events.first()].at();
        for (ActorRecord& a : m_actors) {
            a.states.forgetBefore(keptFrom);
            a.lines.forgetBefore(keptFrom);
        }
        for (ObjectRecord& o : m_objects) {
            o.owners.forgetBefore(keptFrom);
            o.waiters.forgetBefore(keptFrom);
            o.levels.forgetBefore(keptFrom);
        }
        for (CoreRecord& c : m_cores) c.actors.forgetBefore(keptFrom);
        for (CoreRecord& c : m_kernelCores) c.actors.forgetBefore(keptFrom);
        std::size_t arrow = m_arrows.first();
        while (arrow < m_arrows.end() && m_arrows[arrow].to < keptFrom) ++arrow;
        m_arrows.forgetBefore(arrow);
    }
}

}  // namespace interleave
