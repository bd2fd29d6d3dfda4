#include "core/trace/moment.hpp"

#include <algorithm>
#include <utility>

#include "core/trace/moment_events.hpp"

namespace interleave {
namespace {

bool comesAfter(const Moment& moment, const std::optional<Moment>& before) {
    if (!before || moment.at != before->at) return !before || moment.at > before->at;
    if (moment.event != Moment::kNoEvent && before->event != Moment::kNoEvent) return moment.event > before->event;
    return moment != *before;  // a state, or a deadlock, that begins with the very event
}

// Keeps what the query asks for out of the moments that it is shown, in the order of time or nearly so.
class MomentSearch {
public:
    MomentSearch(const Store& store, const MomentQuery& query, const TaggedLines& lines,
                 const std::optional<Moment>& before)
        : m_store(store), m_query(query), m_lines(lines) {
        if (query.which == MomentQuery::Which::then) m_before = before;
    }

    std::optional<Moment> run() {
        switch (m_query.kind) {
            case MomentKind::deadlock: seekDeadlocks(); break;
            case MomentKind::lost: seekLostUpdates(); break;
            case MomentKind::note:
            case MomentKind::printed: seekNotes(); break;
            case MomentKind::migrated: seekMigrations(); break;
            case MomentKind::line: seekLines(); break;
            default: isOfLane(m_query.kind) ? seekStates() : seekEvents();
        }
        return chosen();
    }

private:
    bool isOf(ActorId actor) const {
        if (m_query.actor.empty()) return true;
        return actor.value < m_store.actors().size() && m_store.actor(actor).name == m_query.actor;
    }
    bool isOn(std::string_view subject) const { return m_query.object.empty() || subject == m_query.object; }
    std::string_view objectName(ObjectId id) const {
        return id.value < m_store.objects().size() ? std::string_view(m_store.object(id).name) : std::string_view();
    }

    // How many of a row in order of time are wanted of each lane, or of all the events; 0: all of them.
    std::size_t wanted() const {
        switch (m_query.which) {
            case MomentQuery::Which::nth: return m_query.ordinal;
            case MomentQuery::Which::then: return 1;
            default: return 0;
        }
    }
    // Whether the row may go on: nothing later in it can be what is asked for.
    bool add(const Moment& moment, std::size_t& counted) {
        if (!comesAfter(moment, m_before)) return true;
        ++counted;
        if (wanted() == 0 && !m_found.empty()) {
            const bool longer = moment.until - moment.at > m_found[0].until - m_found[0].at;
            const bool replaces = m_query.which == MomentQuery::Which::longest ? longer : moment.at >= m_found[0].at;
            if (replaces) m_found[0] = moment;
        } else {
            m_found.push_back(moment);
        }
        return counted != wanted();
    }

    std::optional<Moment> chosen() {
        const std::size_t place = wanted() == 0 ? 0 : wanted() - 1;
        if (place >= m_found.size()) return std::nullopt;
        std::ranges::stable_sort(m_found, {}, &Moment::at);
        return m_found[place];
    }

    void seekStates() {
        for (std::uint32_t id = 0; id < m_store.actors().size(); ++id) {
            if (!isOf({id})) continue;
            const IntervalLane& lane = m_store.actor({id}).states;
            const std::size_t from = m_before ? lane.find(m_before->at) : lane.first();
            std::size_t counted = 0;
            for (std::size_t i = from == IntervalLane::kNone ? lane.first() : from; i < lane.end(); ++i) {
                const Look& look = m_store.looks()[lane.lookOf(i)];
                if (!matches(m_query.kind, look) || !isOn(subjectOf(look, m_store))) continue;
                const Interval stretch = lane.at(i, m_store.now());
                if (!add({stretch.begin, stretch.end, {id}, waitedFor(look), Moment::kNoEvent}, counted)) break;
            }
        }
    }
    static ObjectId waitedFor(const Look& look) {
        const bool ofObject = isWaiting(look.state()) && look.state() != StateClass::sleeping &&
                              static_cast<WaitReason>(look.detail) != WaitReason::join;
        return ofObject ? look.object() : ObjectId{};
    }

    void seekEvents() {
        std::size_t counted = 0;
        for (std::size_t i = firstEvent(); i < m_store.events().end(); ++i) {
            const Event& event = m_store.events()[i];
            if (!matches(m_query.kind, event, m_store) || !isOf(event.who()) || !isOn(subjectOf(event, m_store)))
                continue;
            if (event.kind == EventKind::objectCreated && m_query.object.empty())
                continue;  // "created" alone is of actors
            if (!add(toldBy(i), counted)) return;
        }
    }
    std::size_t firstEvent() const {
        const auto& events = m_store.events();
        if (!m_before) return events.first();
        if (m_before->event != Moment::kNoEvent) return std::max(events.first(), m_before->event + 1);
        return m_store.eventAfter(m_before->at - Duration{1});
    }
    Moment toldBy(std::size_t index) const {
        const Event& event = m_store.events()[index];
        const ObjectId object = subjectOf(event, m_store).empty() ? ObjectId{} : event.what();
        return {event.at(), event.at(), event.who(), object, index};
    }

    // An actor reaches a line by its first event there after one elsewhere.
    void seekLines() {
        std::vector<std::uint16_t> lineOf(m_store.actors().size(), 0);
        std::size_t counted = 0;
        const auto [begin, end] = m_lines.equal_range(m_query.text);
        for (std::size_t i = m_store.events().first(); i < m_store.events().end(); ++i) {
            const Event& event = m_store.events()[i];
            if (event.line == 0 || event.actor >= lineOf.size()) continue;
            const bool arrives = std::exchange(lineOf[event.actor], event.line) != event.line;
            if ((!arrives && event.kind != EventKind::lineReached) || !isOf(event.who()) ||
                !isOn(subjectOf(event, m_store)))
                continue;
            const bool tagged = std::any_of(begin, end, [&](const auto& line) { return line.second == event.line; });
            if (tagged && !add(toldBy(i), counted)) return;
        }
    }

    void seekDeadlocks() {
        std::size_t counted = 0;
        for (const Deadlock& deadlock : m_store.deadlocks()) {
            for (std::size_t i = 0; i < deadlock.actors.size(); ++i) {
                const ObjectId object = i < deadlock.objects.size() ? deadlock.objects[i] : ObjectId{};
                if (!isOf(deadlock.actors[i]) || !isOn(objectName(object))) continue;
                if (!add({deadlock.at, m_store.now(), deadlock.actors[i], object, Moment::kNoEvent}, counted)) return;
                break;
            }
        }
    }

    void seekLostUpdates() {
        std::size_t counted = 0;
        for (const LostUpdate& lost : m_store.lostUpdates()) {
            if ((!isOf(lost.winner) && !isOf(lost.loser)) || !isOn(objectName(lost.variable))) continue;
            if (!add({lost.at, lost.at, lost.winner, lost.variable, Moment::kNoEvent}, counted)) return;
        }
    }

    void seekNotes() {
        std::size_t counted = 0;
        for (const Note& note : m_store.notes()) {
            if (note.printed != (m_query.kind == MomentKind::printed) || !isOf(note.actor)) continue;
            if (note.text.find(m_query.text) == std::string::npos || !isOn({})) continue;
            if (!add({note.at, note.at, note.actor, {}, Moment::kNoEvent}, counted)) return;
        }
    }

    void seekMigrations() {
        std::size_t counted = 0;
        for (std::size_t i = m_store.arrows().first(); i < m_store.arrows().end(); ++i) {
            const Arrow& arrow = m_store.arrows()[i];
            if (arrow.kind != ArrowKind::migrate || !isOf(arrow.target)) continue;
            if (!isOn(std::to_string(migrationOf(arrow).to))) continue;
            if (!add({arrow.to, arrow.to, arrow.target, {}, Moment::kNoEvent}, counted)) return;
        }
    }

    const Store& m_store;
    const MomentQuery& m_query;
    const TaggedLines& m_lines;
    std::optional<Moment> m_before;
    std::vector<Moment> m_found;
};

}  // namespace

std::optional<Moment> findMoment(const Store& store, const MomentQuery& query, const TaggedLines& lines,
                                 const std::optional<Moment>& before) {
    const TimeRange span = store.span();
    if (query.which == MomentQuery::Which::start) return Moment{span.begin, span.begin, {}, {}, Moment::kNoEvent};
    if (query.which == MomentQuery::Which::end) return Moment{span.end, span.end, {}, {}, Moment::kNoEvent};
    return MomentSearch(store, query, lines, before).run();
}

}  // namespace interleave
