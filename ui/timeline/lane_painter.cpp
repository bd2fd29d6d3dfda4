#include "ui/timeline/lane_painter.hpp"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

#include "ui/timeline/timeline_painting.hpp"
#include "ui/timeline/timeline_words.hpp"

namespace interleave::ui {
namespace {

constexpr double kSliver = 3;         // pixels: what is narrower is told by columns, and drawn this wide where alone
constexpr double kGap = 2;            // between two bars
constexpr double kNarrow = 8;         // a bar this narrow cannot spare the whole gap
constexpr double kTrackRadius = 4;
constexpr double kWaitersShare = 0.36;  // of a lock's bar, for those who wait

double deviceScale(const QPainter& painter) { return paintsPixels(painter) ? painter.deviceTransform().m11() : 1.0; }

bool anythingShown(const Shares& shares, const FillSet& fills) {
    for (std::size_t c = 0; c < kLaneClasses; ++c) {
        if (shares[c] > 0 && fills[c].shown) return true;
    }
    return false;
}

}  // namespace

LanePainter::LanePainter(QPainter& painter, const TimelineView& view)
    : m_painter(painter), m_view(view), m_pixels(paintsPixels(painter)), m_vector(painter, view.style.scale),
      m_surface(m_pixels ? static_cast<LaneSurface&>(m_raster) : m_vector),
      m_states(stateFills(view.theme, deviceScale(painter) * view.style.scale)), m_hues(hueFills(view.theme)),
      m_waiters(waiterFills(view.theme, deviceScale(painter) * view.style.scale)) {
    placeGrid();
}

void LanePainter::placeGrid() {
    const QRectF& lanes = m_view.geometry.lanes;
    if (m_pixels) {
        const QTransform device = m_painter.deviceTransform();
        m_grid.scale = device.m11();
        m_grid.origin = {device.dx(), device.dy()};
    }
    m_grid.left = static_cast<int>(std::lround(lanes.left() * m_grid.scale + m_grid.origin.x()));
    m_grid.width = static_cast<int>(std::lround(lanes.right() * m_grid.scale + m_grid.origin.x())) - m_grid.left;
}

int LanePainter::unit(double pixels) const {
    return std::max(1, static_cast<int>(std::lround(pixels * m_grid.scale)));
}

void LanePainter::paint(const Lane& lane, const IntervalLane& intervals) {
    const QRectF bar = m_view.geometry.barOf(lane);
    const int top = static_cast<int>(std::lround(bar.top() * m_grid.scale + m_grid.origin.y()));
    const int height = unit(bar.height());
    if (!m_pixels) m_vector.setOrigin({double(m_grid.left), double(top)});
    m_surface.begin({m_grid.width, height, unit(kTrackRadius), m_view.theme.soft, m_view.theme.panel});

    drawIntervals(intervals, hasStates(lane) ? m_states : m_hues);
    if (lane.kind == LaneKind::lock) {
        const LaneSweep owners = m_sweep;  // for the labels
        m_surface.drawOver(height - static_cast<int>(std::lround(height * kWaitersShare)));
        drawIntervals(m_view.store.object({lane.id}).waiters, m_waiters);
        m_sweep = owners;
    }
    show(top);
    placeLabels(lane, intervals, bar);
}

void LanePainter::drawIntervals(const IntervalLane& intervals, const FillSet& fills) {
    const SweepView view{m_view.geometry.visible, m_grid.width, m_view.store.now(), kSliver * m_grid.scale};
    sweepLane(intervals, m_view.store.looks(), view, m_sweep);
    const double perNs = m_grid.width / static_cast<double>(view.visible.length().count());
    for (const Piece& piece : m_sweep.pieces) {
        if (piece.kind != Piece::Kind::bar) continue;
        const Fill& fill = fills[m_view.store.looks()[intervals.lookOf(piece.index)].laneClass];
        if (!fill.shown) continue;
        const bool narrow = piece.right - piece.left < kNarrow * m_grid.scale;
        const int inset = unit(kGap / 2);
        const double trueLeft = static_cast<double>((intervals.beginOf(piece.index) - view.visible.begin).count()) * perNs;
        m_surface.bar({.left = static_cast<int>(std::lround(piece.left)) + (piece.begins && !narrow ? inset : 0),
                       .right = static_cast<int>(std::lround(piece.right)) - (piece.ends ? inset : 0),
                       .radius = unit(m_view.style.radius()),
                       .edge = unit(fill.outline ? 1.5 : 1.0),
                       .begins = piece.begins,
                       .ends = piece.ends,
                       .phase = std::llround(trueLeft)},
                      fill);
    }
    for (std::size_t p = 0; p < m_sweep.pieces.size(); ++p) {
        if (m_sweep.pieces[p].kind == Piece::Kind::columns) drawColumns(p, fills);
    }
    if (!m_pixels) m_vector.finish();
}

// Over the bars, so that nothing short is hidden: what is narrower than a sliver is drawn as wide as one.
void LanePainter::drawColumns(std::size_t p, const FillSet& fills) {
    const Piece& piece = m_sweep.pieces[p];
    const int left = static_cast<int>(piece.left);
    const int count = static_cast<int>(piece.right) - left;
    const int sliver = unit(kSliver);
    const int gap = unit(kGap / 2);
    const Shares* shares = &m_sweep.columns[piece.index];
    const bool afterBar = p > 0;
    const bool beforeBar = p + 1 < m_sweep.pieces.size();
    if (count >= sliver) {
        if (afterBar && anythingShown(shares[0], fills)) m_surface.clear(left - gap, left);
        if (beforeBar && anythingShown(shares[count - 1], fills)) m_surface.clear(left + count, left + count + gap);
        m_rows.clear();
        for (int c = 0; c < count; ++c) m_rows.push_back(stackedRows(shares[c], m_surface.rows()));
        m_surface.columns(left, 1, m_rows, fills);
        return;
    }
    Shares sum{};
    for (int c = 0; c < count; ++c) {
        for (std::size_t k = 0; k < kLaneClasses; ++k) sum[k] += shares[c][k];
    }
    if (!anythingShown(sum, fills)) return;
    const int right = std::min(left + sliver, m_grid.width);
    m_surface.clear(afterBar ? left - gap : left, beforeBar ? right + gap : right);
    const Rows rows = stackedRows(sum, m_surface.rows());
    m_surface.columns(left, right - left, {&rows, 1}, fills);
}

void LanePainter::show(int top) {
    if (!m_pixels) return m_vector.finish();
    // In device pixels, so that nothing is scaled or smoothed.
    m_painter.save();
    const double ratio = m_painter.device()->devicePixelRatioF();
    m_painter.setWorldTransform(QTransform::fromScale(1 / ratio, 1 / ratio));
    m_painter.setViewTransformEnabled(false);
    m_painter.drawImage(QPoint(m_grid.left, top), m_raster.image());
    m_painter.restore();
}

// The plate on whoever blocked the loop says more than a label would.
bool LanePainter::isMarkedOtherwise(const Lane& lane, const Interval& interval) const {
    if (!m_view.marksLongTurn() || lane.kind != LaneKind::actor || lane.id != m_view.longTurn->actor.value) return false;
    const TimeRange& step = m_view.longTurn->step;
    return interval.begin < step.end && interval.end > step.begin;
}

void LanePainter::placeLabels(const Lane& lane, const IntervalLane& intervals, const QRectF& bar) {
    const bool plates = hasStates(lane);
    const TimelineStyle& style = m_view.style;
    const bool low = bar.height() < 30 * style.scale;
    const QFont& font = low ? style.detailFont : style.labelFont;
    const QFontMetricsF metrics(font);
    const double inset = 7 * style.scale;
    const double padding = plates ? 7 * style.scale : 0;
    const double least = 20 * style.scale;  // pixels: no label is narrower
    // A lock's label stands above those who wait for it.
    const bool raised = lane.kind == LaneKind::lock && !low;
    const double middle = bar.top() + bar.height() * (raised ? (1 - kWaitersShare) / 2 + 0.03 : 0.5);

    for (const Piece& piece : m_sweep.pieces) {
        const double width = (piece.right - piece.left) / m_grid.scale;
        if (piece.kind != Piece::Kind::bar || width < least) continue;
        const Interval interval = intervals.at(piece.index, m_view.store.now());
        if (isMarkedOtherwise(lane, interval)) continue;
        const Look& look = m_view.store.looks()[interval.look];
        const double room = width - 1.6 * inset - 2 * padding;
        for (const QString& label : words::barLabels(m_view.store, lane, interval)) {
            if (metrics.horizontalAdvance(label) > room) continue;
            const double left = bar.left() + piece.left / m_grid.scale + inset;
            m_labels.push_back({{left, middle}, label, &font, plates ? QColor() : m_view.theme.onActor(look.laneClass - 1)});
            break;
        }
    }
}

void LanePainter::paintLabels() {
    for (const Label& label : m_labels) {
        if (!label.ink.isValid()) {
            paintPlate(m_painter, m_view, label.leftMiddle, label.text, *label.font);
            continue;
        }
        const QFontMetricsF metrics(*label.font);
        m_painter.setFont(*label.font);
        m_painter.setPen(label.ink);
        m_painter.drawText(label.leftMiddle + QPointF(0, (metrics.ascent() - metrics.descent()) / 2), label.text);
    }
    m_labels.clear();
}

}  // namespace interleave::ui
