#include "ui/timeline/overview_strip.hpp"

#include <QCoreApplication>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>
#include <utility>

#include "ui/live/model.hpp"
#include "ui/timeline/overview_rows.hpp"
#include "ui/timeline/timeline_view.hpp"

namespace interleave::ui {
namespace {

// Pixels: the frame; rows lie within it.
double stripHeight(const TimelineStyle& style) { return (style.low ? 26 : 36) * style.scale; }

constexpr double kInset = 4;

}  // namespace

OverviewStrip::OverviewStrip(Model& model, QWidget* parent) : OverviewStrip(&model.store(), model.view(), parent) {
    connect(&model, &Model::advanced, this, &OverviewStrip::refresh);
    connect(&model, &Model::traceReplaced, this, [this, &model] { setStore(&model.store()); });
}

OverviewStrip::OverviewStrip(const Store* store, ViewState& view, QWidget* parent)
    : QWidget(parent), m_store(store), m_view(view), m_theme(&Theme::named(ThemeName::light)), m_style(1.0) {
    setMouseTracking(true);
    setTextScale(1.0);
    connect(&m_view, &ViewState::visibleChanged, this, QOverload<>::of(&QWidget::update));
    connect(&m_view, &ViewState::cursorChanged, this, QOverload<>::of(&QWidget::update));
    setStore(store);
}

void OverviewStrip::setStore(const Store* store) {
    m_store = store;
    placeNames();
    refresh();
}

void OverviewStrip::refresh() {
    if (m_store && laneCensus(*m_store) != m_census) placeNames();
    m_stale = true;
    update();
}

void OverviewStrip::setTheme(const Theme& theme) {
    m_theme = &Theme::named(theme.name);
    refresh();
}

void OverviewStrip::setTextScale(double scale, bool lowDesk) {
    m_style = TimelineStyle(scale, lowDesk);
    setFixedHeight(static_cast<int>(std::lround(stripHeight(m_style) + 4 * scale)));
    placeNames();
    refresh();
}

// As wide as the timeline's, so that the two axes stand above each other.
void OverviewStrip::placeNames() {
    m_census = m_store ? laneCensus(*m_store) : LaneCensus{};
    m_namesWidth = m_store ? namesWidth(*m_store, layoutLanes(*m_store, Density::dense, m_style.scale), m_style) : 0;
}

QRectF OverviewStrip::rowsArea() const {
    const double left = std::round(m_namesWidth);
    const double height = stripHeight(m_style);
    return {left, (this->height() - height) / 2, std::max(1.0, width() - left - std::round(m_style.edge())), height};
}

TimeRange OverviewStrip::whole() const { return overviewRange(m_view.span(), m_view.visible()); }

TraceTime OverviewStrip::timeUnder(double x) const {
    const QRectF area = rowsArea();
    return timeAt(x - area.left(), m_dragged != FramePart::outside ? m_pressedWhole : whole(), area.width());
}

void OverviewStrip::drawRows() {
    const QRectF area = rowsArea();
    const double ratio = devicePixelRatioF();
    const QSize size(static_cast<int>(std::lround(area.width() * ratio)),
                     static_cast<int>(std::lround((area.height() - 2 * kInset * m_style.scale) * ratio)));
    m_drawnRange = whole();
    m_rows = overviewRows(*m_store, m_drawnRange, size, *m_theme);
    m_rows.setDevicePixelRatio(ratio);
    m_stale = false;
}

void OverviewStrip::paintEvent(QPaintEvent*) {
    if (!m_store) return;
    if (m_stale || m_drawnRange != whole()) drawRows();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = rowsArea();
    painter.setFont(m_style.titleFont);
    painter.setPen(m_theme->ink);
    painter.drawText(QRectF(m_style.edge(), area.top(), area.left() - m_style.edge(), area.height()),
                     Qt::AlignVCenter | Qt::AlignLeft, QCoreApplication::translate("Timeline", "Overview"));
    painter.drawImage(QPointF(area.left(), area.top() + kInset * m_style.scale), m_rows);
    paintFrame(painter, area);
}

void OverviewStrip::paintFrame(QPainter& painter, const QRectF& area) const {
    const auto xAt = [&](TraceTime t) { return area.left() + pixelAt(t, whole(), area.width()); };
    for (const Deadlock& deadlock : m_store->deadlocks()) {
        painter.setPen(QPen(m_theme->danger, 2 * m_style.scale));
        painter.drawLine(QPointF(xAt(deadlock.at), area.top() + 2), QPointF(xAt(deadlock.at), area.bottom() - 2));
    }
    const FrameEdges edges = frameEdges(m_view.visible(), whole(), area.width());
    const QRectF frame(area.left() + edges.left, area.top(), edges.right - edges.left, area.height());
    // What is not visible above is veiled.
    QColor veil = m_theme->panel;
    veil.setAlphaF(0.55F);
    painter.fillRect(QRectF(area.topLeft(), QPointF(frame.left(), area.bottom())), veil);
    painter.fillRect(QRectF(QPointF(frame.right(), area.top()), area.bottomRight()), veil);
    painter.setPen(QPen(m_theme->ink, 1.5 * m_style.scale));
    const double cursor = xAt(m_view.cursor());
    painter.drawLine(QPointF(cursor, area.top() + 2), QPointF(cursor, area.bottom() - 2));
    painter.setPen(QPen(m_theme->accent, 2 * m_style.scale));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), 4 * m_style.scale, 4 * m_style.scale);
}

void OverviewStrip::resizeEvent(QResizeEvent* event) {
    m_stale = true;
    QWidget::resizeEvent(event);
}

void OverviewStrip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) setTextScale(m_style.scale, m_style.low);
    QWidget::changeEvent(event);
}

void OverviewStrip::mousePressEvent(QMouseEvent* event) {
    if (!m_store || event->button() != Qt::LeftButton) return;
    const QRectF area = rowsArea();
    if (event->position().x() < area.left() - kInset) return;
    m_pressedWhole = whole();
    m_pressedTime = timeUnder(event->position().x());
    m_dragged =
        framePartAt(event->position().x() - area.left(), frameEdges(m_view.visible(), m_pressedWhole, area.width()));
    m_moved = false;
    if (m_dragged == FramePart::outside) {  // the frame comes to where it is wanted, and can be dragged on from there
        m_view.panBy(m_pressedTime - (m_view.visible().begin + m_view.visible().length() / 2));
        m_dragged = FramePart::inside;
        m_moved = true;
    }
    m_draggedFrom = m_view.visible();
    showPointer(m_dragged);
}

void OverviewStrip::mouseMoveEvent(QMouseEvent* event) {
    const QRectF area = rowsArea();
    if (m_dragged == FramePart::outside) {
        if (m_store)
            showPointer(
                framePartAt(event->position().x() - area.left(), frameEdges(m_view.visible(), whole(), area.width())));
        return;
    }
    const Duration by = timeUnder(event->position().x()) - m_pressedTime;
    if (!m_moved && by.count() == 0) return;
    m_view.setVisible(draggedRange(m_draggedFrom, m_dragged, by),
                      std::exchange(m_moved, true) ? ViewState::Gesture::continues : ViewState::Gesture::begins);
}

void OverviewStrip::mouseReleaseEvent(QMouseEvent*) { m_dragged = FramePart::outside; }

void OverviewStrip::mouseDoubleClickEvent(QMouseEvent*) { m_view.fit(); }

void OverviewStrip::wheelEvent(QWheelEvent* event) {
    constexpr double kNotch = 120;
    event->accept();
    if (m_store)
        m_view.zoomAt(m_view.visible().begin + m_view.visible().length() / 2,
                      std::pow(0.8, event->angleDelta().y() / kNotch));
}

void OverviewStrip::showPointer(FramePart part) {
    if (part == FramePart::leftEdge || part == FramePart::rightEdge) setCursor(Qt::SizeHorCursor);
    else if (part == FramePart::inside) setCursor(Qt::OpenHandCursor);
    else unsetCursor();
}

}  // namespace interleave::ui
