#include "ui/live/view_state.hpp"

#include <algorithm>
#include <cmath>

namespace interleave::ui {

std::optional<LaneKind> laneOf(ObjectKind kind) {
    switch (kind) {
        case ObjectKind::mutex:
        case ObjectKind::readerWriterLock: return LaneKind::lock;
        case ObjectKind::semaphore:
        case ObjectKind::bank:
        case ObjectKind::event:
        case ObjectKind::queue: return LaneKind::queue;
        case ObjectKind::variable: return LaneKind::variable;
        case ObjectKind::frame: return LaneKind::frame;
        default: return std::nullopt;
    }
}

namespace {

constexpr std::int64_t kShortest = 200;                  // ns: below that the clock's own error shows
constexpr std::int64_t kFirstSecond = 1'000'000'000;     // a run that just began is shown on a second's width
constexpr double kHeadroom = 0.06;                       // of the width, free after the end, so the end is seen
constexpr std::size_t kMostUndo = 100;
// In the list of undo steps an empty range stands for "the whole run, however long it is by then".
constexpr TimeRange kWhole{};

std::int64_t share(std::int64_t length, double part) {
    return static_cast<std::int64_t>(std::llround(static_cast<double>(length) * part));
}

// The span with some room after its end; never empty.
TimeRange padded(TimeRange span) {
    const std::int64_t length = std::max<std::int64_t>(span.length().count(), kShortest);
    return {span.begin, {span.begin.ns + length + std::max<std::int64_t>(share(length, kHeadroom), 1)}};
}

}  // namespace

ViewState::ViewState(QObject* parent) : QObject(parent) {}

TimeRange ViewState::clamped(TimeRange range) const {
    TimeRange limits = padded(m_span);
    if (m_follows) limits.end.ns = std::max(limits.end.ns, m_span.begin.ns + kFirstSecond);
    const std::int64_t most = limits.length().count();
    const std::int64_t length = std::clamp<std::int64_t>(range.length().count(), std::min(kShortest, most), most);
    // A range of an unwanted length keeps its middle.
    const std::int64_t middle = range.begin.ns + range.length().count() / 2;
    std::int64_t begin = length == range.length().count() ? range.begin.ns : middle - length / 2;
    begin = std::clamp(begin, limits.begin.ns, limits.end.ns - length);
    return {{begin}, {begin + length}};
}

void ViewState::show(TimeRange range) {
    if (range == m_visible) return;
    m_visible = range;
    emit visibleChanged();
}

void ViewState::setSpan(TimeRange span) {
    if (span.end <= span.begin) span.end = span.begin + Duration{1};
    m_span = span;
    const TraceTime cursor = m_follows ? span.end : std::clamp(m_cursor, span.begin, span.end);
    const bool moved = cursor != m_cursor;
    m_cursor = cursor;

    if (m_fits) {
        TimeRange whole = padded(span);
        if (m_follows) whole.end.ns = std::max(whole.end.ns, span.begin.ns + kFirstSecond);
        show(whole);
    } else if (m_follows) {
        const std::int64_t length = m_visible.length().count();
        const TraceTime end = span.end + Duration{share(length, kHeadroom)};
        show(clamped({end - Duration{length}, end}));
    } else if (m_visible.begin < span.begin) {  // what was looked at has been evicted
        show(clamped(m_visible));
    }
    if (moved) emit cursorChanged();
}

void ViewState::setVisible(TimeRange range, Gesture gesture) {
    const TimeRange wanted = clamped(range);
    if (wanted == m_visible) return;  // at an edge: nothing that could be taken back
    if (gesture == Gesture::begins) remember(m_fits ? kWhole : m_visible);
    m_fits = false;
    show(wanted);
    // Whoever looks at the past would be torn away from it by the next frame.
    if (m_follows && !m_visible.contains(m_span.end)) setFollows(false);
}

void ViewState::remember(TimeRange range) {
    m_undo.push_back(range);
    if (m_undo.size() > kMostUndo) m_undo.erase(m_undo.begin());
}

void ViewState::zoomAt(TraceTime anchor, double factor, Gesture gesture) {
    const auto before = static_cast<double>((anchor - m_visible.begin).count());
    const auto after = static_cast<double>((m_visible.end - anchor).count());
    const std::int64_t begin = anchor.ns - static_cast<std::int64_t>(std::llround(before * factor));
    const std::int64_t end =
        std::max(anchor.ns + static_cast<std::int64_t>(std::llround(after * factor)), begin + kShortest);
    setVisible({{begin}, {end}}, gesture);
}

void ViewState::panBy(Duration by, Gesture gesture) {
    setVisible({m_visible.begin + by, m_visible.end + by}, gesture);
}

void ViewState::fit() {
    if (m_fits) return;
    remember(m_visible);
    m_fits = true;
    setSpan(m_span);
}

void ViewState::undo() {
    if (m_undo.empty()) return;
    const TimeRange range = m_undo.back();
    m_undo.pop_back();
    m_fits = range == kWhole;
    if (m_fits) {
        setSpan(m_span);
    } else {
        show(clamped(range));
        if (m_follows && !m_visible.contains(m_span.end)) setFollows(false);
    }
}

void ViewState::setCursor(TraceTime t) {
    setFollows(false);
    t = std::clamp(t, m_span.begin, m_span.end);
    if (t == m_cursor) return;
    m_cursor = t;
    // A cursor that leaves the view takes it along; that is no step to undo.
    if (!m_visible.contains(t)) {
        const std::int64_t length = m_visible.length().count();
        const Duration margin{share(length, kHeadroom)};
        const TraceTime begin = t < m_visible.begin ? t - margin : t + margin - Duration{length};
        m_fits = false;
        show(clamped({begin, begin + Duration{length}}));
    }
    emit cursorChanged();
}

void ViewState::setFollows(bool follows) {
    if (follows == m_follows) return;
    m_follows = follows;
    emit followsChanged();
    setSpan(m_span);
}

void ViewState::select(std::optional<Selection> selection) {
    if (selection == m_selection) return;
    m_selection = selection;
    emit selectionChanged();
}

void ViewState::setMeasured(std::optional<TimeRange> range) {
    if (range == m_measured) return;
    m_measured = range;
    emit measuredChanged();
}

void ViewState::reset(bool live) {
    m_undo.clear();
    m_span = {{0}, {1}};
    m_fits = true;
    select(std::nullopt);
    setMeasured(std::nullopt);
    const bool changed = m_follows != live;
    m_follows = live;
    m_cursor = {0};
    show({{0}, {kFirstSecond}});
    if (changed) emit followsChanged();
    emit cursorChanged();
}

}  // namespace interleave::ui
