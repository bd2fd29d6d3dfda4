// Mouse, wheel and keys of the timeline.
#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMetaMethod>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/timeline/cursor_steps.hpp"
#include "ui/timeline/timeline_plot.hpp"

namespace interleave::ui {
namespace {

constexpr double kZoomStep = 0.8;          // of the range, for a notch of the wheel
constexpr double kKeyZoom = 0.7;
constexpr double kKeyPan = 0.1;            // of the range
constexpr double kNotch = 120;             // an eighth of a degree each, as Qt counts
constexpr double kPanNotch = 0.08;         // of the range
constexpr double kScrollNotch = 60;        // pixels
constexpr double kStillClick = 4;          // pixels that a hand moves while it clicks

Duration share(TimeRange range, double part) {
    return Duration{std::llround(static_cast<double>(range.length().count()) * part)};
}

}  // namespace

TraceTime TimelinePlot::timeUnder(QPointF point) const { return geometry().timeAt(point.x()); }

// Zooms at the pointer; Shift, or a wheel that goes sideways, pans; Ctrl, or the names under the pointer,
// scrolls the lanes.
void TimelinePlot::wheelEvent(QWheelEvent* event) {
    const QPointF notches = QPointF(event->angleDelta()) / kNotch;
    const bool overNames = event->position().x() < lanesArea().left();
    const bool overflows = m_scrollBar->maximum() > 0;
    event->accept();
    constexpr quint64 kSameGesture = 400;  // ms between notches that are undone together
    const bool goesOn = event->timestamp() - m_wheeledAt < kSameGesture;
    m_wheeledAt = event->timestamp();
    const auto gesture = goesOn ? ViewState::Gesture::continues : ViewState::Gesture::begins;
    if (overflows && (overNames || (event->modifiers() & Qt::ControlModifier))) {
        scrollTo(m_scroll - notches.y() * kScrollNotch * m_style.scale);
        return;
    }
    const bool sideways = std::abs(notches.x()) > std::abs(notches.y());
    if (sideways || (event->modifiers() & (Qt::ShiftModifier | Qt::AltModifier))) {
        const double by = sideways ? notches.x() : notches.y();
        m_view.panBy(share(m_view.visible(), -by * kPanNotch), gesture);
        return;
    }
    if (notches.y() != 0) m_view.zoomAt(timeUnder(event->position()), std::pow(kZoomStep, notches.y()), gesture);
}

void TimelinePlot::mousePressEvent(QMouseEvent* event) {
    setFocus(Qt::MouseFocusReason);
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton) return;
    m_pressedAt = m_draggedTo = event->position();
    m_pressedTime = timeUnder(m_pressedAt);
    const bool measures = event->button() == Qt::LeftButton && (event->modifiers() & Qt::ShiftModifier);
    m_drag = measures ? Drag::measuring : Drag::maybe;
    if (measures) m_view.setMeasured(std::nullopt);
}

void TimelinePlot::mouseMoveEvent(QMouseEvent* event) {
    if (m_drag == Drag::none) return hoverAt(event->position());
    dragTo(event->position());
}

void TimelinePlot::dragTo(QPointF point) {
    if (m_drag == Drag::measuring) {
        const TraceTime to = timeUnder(point);
        m_view.setMeasured(TimeRange{std::min(m_pressedTime, to), std::max(m_pressedTime, to)});
        return;
    }
    const bool begins = m_drag == Drag::maybe;
    if (begins && (point - m_pressedAt).manhattanLength() < kStillClick) return;
    if (begins) {
        m_drag = Drag::panning;
        m_hover.reset();
        setCursor(Qt::ClosedHandCursor);
    }
    const Duration by = timeUnder(m_draggedTo) - timeUnder(point);
    scrollTo(m_scroll + m_draggedTo.y() - point.y());
    m_draggedTo = point;
    m_view.panBy(by, begins ? ViewState::Gesture::begins : ViewState::Gesture::continues);
}

void TimelinePlot::mouseReleaseEvent(QMouseEvent* event) {
    const Drag was = m_drag;
    m_drag = Drag::none;
    if (was == Drag::panning) unsetCursor();
    if (was == Drag::maybe && event->button() == Qt::LeftButton) clickAt(event->position());
    hoverAt(event->position());
}

void TimelinePlot::clickAt(QPointF point) {
    if (!m_store) return;
    const TraceTime at = std::clamp(timeUnder(point), m_view.span().begin, m_view.span().end);
    const auto hit = hitAt(look(), point);
    m_view.setMeasured(std::nullopt);
    if (point.x() >= lanesArea().left()) m_view.setCursor(at);
    m_view.select(hit ? std::optional(Selection{hit->lane.kind, hit->lane.id, at}) : std::nullopt);
    if (hit) emit laneClicked({hit->lane.kind, hit->lane.id, at});
}

// Onto the interval, with a little of what is around it.
void TimelinePlot::mouseDoubleClickEvent(QMouseEvent* event) {
    const auto hit = m_store ? hitAt(look(), event->position()) : std::nullopt;
    if (!hit || !hit->interval) return;
    const Interval interval = intervalsOf(*m_store, hit->lane)->at(*hit->interval, m_store->now());
    const Duration air = interval.length() / 8 + Duration{1};
    m_view.setVisible({interval.begin - air, interval.end + air});
}

void TimelinePlot::hoverAt(QPointF point) {
    m_pointerAt = point;
    const bool had = m_hover.has_value();
    m_hover = m_store ? hitAt(look(), point) : std::nullopt;
    if (had || m_hover) redrawOverlay();
}

void TimelinePlot::leaveEvent(QEvent* event) {
    if (std::exchange(m_hover, std::nullopt)) redrawOverlay();
    QCustomPlot::leaveEvent(event);
}

void TimelinePlot::keyPressEvent(QKeyEvent* event) {
    if (!pressKey(event->key(), event->modifiers(), event->nativeScanCode(), event->isAutoRepeat())) event->ignore();
}

bool TimelinePlot::pressKey(int key, Qt::KeyboardModifiers modifiers, quint32 scanCode, bool repeats) {
    const KeyAction action = keyAction(key, modifiers, scanCode);
    if (action == KeyAction::none || !m_store) return false;
    // Left to the window where it has a use of its own for them.
    if (action == KeyAction::playOrPause &&
        !isSignalConnected(QMetaMethod::fromSignal(&TimelinePlot::playOrPauseRequested)))
        return false;
    if (action == KeyAction::cancel && !m_view.measured() && !m_view.selection()) return false;
    doKey(action, modifiers & Qt::ShiftModifier, repeats ? ViewState::Gesture::continues : ViewState::Gesture::begins);
    return true;
}

void TimelinePlot::doKey(KeyAction action, bool further, ViewState::Gesture gesture) {
    const double factor = further ? kKeyZoom * kKeyZoom : kKeyZoom;
    const Duration pan = share(m_view.visible(), further ? 4 * kKeyPan : kKeyPan);
    switch (action) {
        case KeyAction::zoomIn: return m_view.zoomAt(zoomAnchor(), factor, gesture);
        case KeyAction::zoomOut: return m_view.zoomAt(zoomAnchor(), 1 / factor, gesture);
        case KeyAction::panLeft: return m_view.panBy(-pan, gesture);
        case KeyAction::panRight: return m_view.panBy(pan, gesture);
        case KeyAction::pageLeft: return m_view.panBy(-share(m_view.visible(), 0.9), gesture);
        case KeyAction::pageRight: return m_view.panBy(share(m_view.visible(), 0.9), gesture);
        case KeyAction::cursorBack: return stepCursor(false);
        case KeyAction::cursorForward: return stepCursor(true);
        case KeyAction::laneUp: return stepLane(-1);
        case KeyAction::laneDown: return stepLane(+1);
        case KeyAction::toBegin: return m_view.setCursor(m_view.span().begin);
        case KeyAction::toEnd:
            return m_store->complete() ? m_view.setCursor(m_view.span().end) : m_view.setFollows(true);
        case KeyAction::playOrPause: emit playOrPauseRequested(); return;
        case KeyAction::fit: return m_view.fit();
        case KeyAction::undo: return m_view.undo();
        case KeyAction::cancel:
            m_view.setMeasured(std::nullopt);
            return m_view.select(std::nullopt);
        case KeyAction::none: return;
    }
}

// The pointer's moment while it is over the lanes, else the cursor's, else the middle.
TraceTime TimelinePlot::zoomAnchor() const {
    if (underMouse() && lanesArea().contains(m_pointerAt)) return timeUnder(m_pointerAt);
    const TimeRange visible = m_view.visible();
    return visible.contains(m_view.cursor()) ? m_view.cursor() : visible.begin + visible.length() / 2;
}

// To the change before or after on the selected lane; without one, to the event before or after.
void TimelinePlot::stepCursor(bool forward) {
    const auto& selection = m_view.selection();
    const Lane* lane = selection ? m_layout.find(selection->lane, selection->id) : nullptr;
    const TraceTime from = m_view.cursor();
    const auto to = lane ? (forward ? changeAfter(*m_store, *lane, from) : changeBefore(*m_store, *lane, from))
                         : (forward ? eventMomentAfter(*m_store, from) : eventMomentBefore(*m_store, from));
    if (!to) return;
    m_view.setCursor(*to);
    if (lane) m_view.select(Selection{selection->lane, selection->id, *to});
}

void TimelinePlot::stepLane(int by) {
    if (m_layout.lanes.empty()) return;
    const auto& selection = m_view.selection();
    const Lane* lane = selection ? m_layout.find(selection->lane, selection->id) : nullptr;
    const auto last = static_cast<std::ptrdiff_t>(m_layout.lanes.size()) - 1;
    const std::ptrdiff_t next =
        lane ? std::clamp<std::ptrdiff_t>(lane - m_layout.lanes.data() + by, 0, last) : (by > 0 ? 0 : last);
    const Lane& chosen = m_layout.lanes[static_cast<std::size_t>(next)];
    m_view.select(Selection{chosen.kind, chosen.id, m_view.cursor()});
    scrollToLane(chosen);
}

void TimelinePlot::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu(this);
    const auto add = [&](const QString& text, auto action) { menu.addAction(text, this, action); };
    add(QCoreApplication::translate("Timeline", "Show the whole run"), [this] { m_view.fit(); });
    if (const auto measured = m_view.measured())
        add(QCoreApplication::translate("Timeline", "Zoom to what is measured"),
            [this, measured] { m_view.setVisible(*measured); });
    if (m_view.canUndo()) add(QCoreApplication::translate("Timeline", "Undo the last move"), [this] { m_view.undo(); });
    menu.addSeparator();
    add(QCoreApplication::translate("Timeline", "Copy picture"), [this] { emit copyPictureRequested(); });
    add(QCoreApplication::translate("Timeline", "Export…"), [this] { emit exportRequested(); });
    menu.exec(event->globalPos());
}

}  // namespace interleave::ui
