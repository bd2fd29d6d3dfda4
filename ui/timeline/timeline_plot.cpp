#include "ui/timeline/timeline_plot.hpp"

#include <QScrollBar>

#include <algorithm>
#include <utility>

#include "ui/timeline/overlay_painter.hpp"
#include "ui/timeline/timeline_layers.hpp"
#include "ui/timeline/timeline_painting.hpp"

namespace interleave::ui {
namespace {

constexpr double kBelow = 8;        // pixels free under the lanes
constexpr int kScrollBarWidth = 12;

}  // namespace

TimelinePlot::TimelinePlot(const Store* store, ViewState& view, QWidget* parent)
    : QCustomPlot(parent), m_store(store), m_view(view), m_theme(&Theme::named(ThemeName::light)), m_style(1.0) {
    buildLayers();
    buildScrollBar();
    connectView();
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(320, 160);
    setAccessibleName(QCoreApplication::translate("Timeline", "Timeline"));
    setTheme(*m_theme);
}

void TimelinePlot::buildLayers() {
    plotLayout()->clear();
    plotLayout()->setMargins({});
    auto* rect = new QCPAxisRect(this, false);
    rect->setAutoMargins(QCP::msNone);
    rect->setMinimumMargins({});
    QCPAxis* time = rect->addAxis(QCPAxis::atBottom);
    QCPAxis* lanes = rect->addAxis(QCPAxis::atLeft);
    for (QCPAxis* axis : {time, lanes}) axis->setVisible(false);
    plotLayout()->addElement(0, 0, rect);
    setInteractions({});
    setBufferDevicePixelRatio(devicePixelRatioF());

    new LanesPlottable(time, lanes, [this](QPainter& painter) {
        if (m_store) paintLanes(painter, look());
    });
    new PaintedLayerable(this, QStringLiteral("grid"), [this](QPainter& painter) {
        if (m_store) paintAxis(painter, look());
    });
    new PaintedLayerable(this, QStringLiteral("axes"), [this](QPainter& painter) {
        if (!m_store) return;
        painter.setClipRect(QRectF(0, lanesArea().top(), width(), lanesArea().height()), Qt::IntersectClip);
        paintNames(painter, look(), m_style.edge());
    });

    // One buffer of its own for all that moves: each more would be cleared and blended over the whole plot.
    m_overlay = layer(QStringLiteral("overlay"));
    new PaintedLayerable(this, m_overlay->name(), [this](QPainter& painter) {
        if (m_store) paintOverlay(painter);
    });
}

void TimelinePlot::paintOverlay(QPainter& painter) const {
    const TimelineView view = look();
    if (const auto measured = m_view.measured()) paintMeasured(painter, view, *measured);
    if (m_view.selection()) paintSelection(painter, view, *m_view.selection());
    paintCursor(painter, view, m_view.cursor());
    if (m_hover && m_drag == Drag::none) paintHover(painter, view, *m_hover, m_pointerAt, QRectF(rect()));
}

void TimelinePlot::buildScrollBar() {
    m_scrollBar = new QScrollBar(Qt::Vertical, this);
    m_scrollBar->hide();
    connect(m_scrollBar, &QScrollBar::valueChanged, this, [this](int value) { scrollTo(value); });
}

void TimelinePlot::connectView() {
    connect(&m_view, &ViewState::visibleChanged, this, [this] {
        m_hover.reset();
        redrawLanes();
    });
    connect(&m_view, &ViewState::cursorChanged, this, &TimelinePlot::redrawOverlay);
    connect(&m_view, &ViewState::selectionChanged, this, &TimelinePlot::redrawOverlay);
    connect(&m_view, &ViewState::measuredChanged, this, &TimelinePlot::redrawOverlay);
}

void TimelinePlot::setStore(const Store* store) {
    m_store = store;
    m_census = {};
    m_loop = {};
    m_layout = {};
    m_hover.reset();
    m_scroll = 0;
    if (m_store) m_loop.follow(*m_store);
    placeLanes();
    redrawLanes();
}

void TimelinePlot::refresh() {
    if (!m_store) return;
    if (const LaneCensus census = laneCensus(*m_store); census != m_census) placeLanes();
    m_loop.follow(*m_store);
    if (m_hover) m_hover = hitAt(look(), m_pointerAt);
    redrawLanes();
}

void TimelinePlot::setTheme(const Theme& theme) {
    m_theme = &Theme::named(theme.name);
    setBackground(QBrush(m_theme->panel));
    placeLanes();
    redrawLanes();
}

void TimelinePlot::setTextScale(double scale, bool lowDesk) { setStyle(TimelineStyle(scale, lowDesk)); }

void TimelinePlot::setStyle(const TimelineStyle& style) {
    m_style = style;
    placeLanes();
    redrawLanes();
}

void TimelinePlot::placeLanes() {
    const double room = height() - m_style.axisHeight() - kBelow;
    if (m_store) {
        m_census = laneCensus(*m_store);
        m_layout = m_style.wall ? layoutLanesOnWall(*m_store, room, m_style.scale)
                                : layoutLanesInto(*m_store, room, m_style.scale);
    }
    m_namesWidth = m_store ? namesWidth(*m_store, m_layout, m_style) : 0;

    const int hidden = static_cast<int>(std::max(0.0, m_layout.height - room));
    m_scroll = std::clamp(m_scroll, 0.0, double(hidden));
    const QSignalBlocker blocker(m_scrollBar);
    m_scrollBar->setRange(0, hidden);
    m_scrollBar->setPageStep(static_cast<int>(std::max(room, 1.0)));
    m_scrollBar->setSingleStep(static_cast<int>(40 * m_style.scale));
    m_scrollBar->setValue(static_cast<int>(m_scroll));
    m_scrollBar->setVisible(hidden > 0);
    m_scrollBar->setGeometry(width() - kScrollBarWidth, static_cast<int>(m_style.axisHeight()), kScrollBarWidth,
                             static_cast<int>(room));

    const QRectF area = lanesArea();
    axisRect()->setMargins({static_cast<int>(area.left()), static_cast<int>(area.top()),
                            static_cast<int>(width() - area.right()), static_cast<int>(height() - area.bottom())});
}

QRectF TimelinePlot::lanesArea() const {
    const double top = std::round(m_style.axisHeight());
    const double left = std::round(m_namesWidth);
    return {left, top, std::max(1.0, width() - left - std::round(m_style.edge())),
            std::max(1.0, height() - top - kBelow)};
}

TimelineGeometry TimelinePlot::geometry() const { return {lanesArea(), m_view.visible(), m_scroll}; }

TimelineView TimelinePlot::look() const {
    return {*m_store, *m_theme, m_layout, m_style, geometry(), m_loop.longest()};
}

void TimelinePlot::redrawLanes() { replot(rpQueuedReplot); }

void TimelinePlot::redrawOverlay() {
    if (std::exchange(m_overlayDue, true)) return;
    QMetaObject::invokeMethod(this, [this] {
        m_overlayDue = false;
        if (!mReplotQueued) m_overlay->replot();  // else they come with everything
    }, Qt::QueuedConnection);
}

void TimelinePlot::scrollTo(double top) {
    top = std::clamp(top, 0.0, double(m_scrollBar->maximum()));
    if (top == m_scroll) return;
    m_scroll = top;
    m_hover.reset();
    const QSignalBlocker blocker(m_scrollBar);
    m_scrollBar->setValue(static_cast<int>(top));
    redrawLanes();
}

void TimelinePlot::scrollToLane(const Lane& lane) {
    const double room = lanesArea().height();
    const double air = 8 * m_style.scale;
    if (lane.top < m_scroll) scrollTo(lane.top - air);
    else if (lane.bottom() > m_scroll + room) scrollTo(lane.bottom() + air - room);
}

void TimelinePlot::resizeEvent(QResizeEvent* event) {
    placeLanes();
    QCustomPlot::resizeEvent(event);
}

void TimelinePlot::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) setTextScale(m_style.scale, m_style.low);  // other fonts, other words
    QCustomPlot::changeEvent(event);
}

}  // namespace interleave::ui
