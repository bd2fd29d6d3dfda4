#include "ui/timeline/lane_painter.hpp"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

#include "ui/timeline/side_by_side.hpp"
#include "ui/timeline/timeline_painting.hpp"
#include "ui/timeline/timeline_words.hpp"

namespace interleave::ui {
namespace {

double deviceScale(const QPainter& painter) { return paintsPixels(painter) ? painter.deviceTransform().m11() : 1.0; }

LaneGrid gridOf(const QPainter& painter, const QRectF& lanes) {
    LaneGrid grid;
    if (paintsPixels(painter)) {
        const QTransform device = painter.deviceTransform();
        grid.scale = device.m11();
        grid.origin = {device.dx(), device.dy()};
    }
    grid.left = static_cast<int>(std::lround(lanes.left() * grid.scale + grid.origin.x()));
    grid.width = static_cast<int>(std::lround(lanes.right() * grid.scale + grid.origin.x())) - grid.left;
    return grid;
}

}  // namespace

LanePainter::LanePainter(QPainter& painter, const TimelineView& view)
    : m_painter(painter),
      m_view(view),
      m_pixels(paintsPixels(painter)),
      m_looks{view, gridOf(painter, view.geometry.lanes),
              stateFills(view.theme, deviceScale(painter) * view.style.scale), hueFills(view.theme),
              waiterFills(view.theme, deviceScale(painter) * view.style.scale)} {}

void LanePainter::paint(std::span<const Item> lanes) {
    if (m_pixels) return paintPixels(lanes);
    for (const Item& item : lanes) paintShapes(item);
}

void LanePainter::paintPixels(std::span<const Item> lanes) {
    std::vector<LaneDrawing> drawings(lanes.size(), LaneDrawing(m_looks));
    std::vector<LaneRaster> rasters(lanes.size());
    sideBySide(lanes.size(), [&](std::size_t i) { drawings[i].draw(*lanes[i].lane, *lanes[i].intervals, rasters[i]); });
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        show(rasters[i].image(), m_looks.grid.topOf(m_view.geometry.barOf(*lanes[i].lane)));
        placeLabels(lanes[i], drawings[i].pieces());
    }
}

void LanePainter::paintShapes(const Item& item) {
    LaneVector surface(m_painter, m_view.style.scale);
    surface.setOrigin({double(m_looks.grid.left), double(m_looks.grid.topOf(m_view.geometry.barOf(*item.lane)))});
    LaneDrawing drawing(m_looks);
    drawing.draw(*item.lane, *item.intervals, surface);
    placeLabels(item, drawing.pieces());
}

// In device pixels, so that nothing is scaled or smoothed.
void LanePainter::show(const QImage& image, int top) {
    m_painter.save();
    const double ratio = m_painter.device()->devicePixelRatioF();
    m_painter.setWorldTransform(QTransform::fromScale(1 / ratio, 1 / ratio));
    m_painter.setViewTransformEnabled(false);
    m_painter.drawImage(QPoint(m_looks.grid.left, top), image);
    m_painter.restore();
}

// The plate on whoever blocked the loop says more than a label would.
bool LanePainter::isMarkedOtherwise(const Lane& lane, const Interval& interval) const {
    if (!m_view.marksLongTurn() || lane.kind != LaneKind::actor || lane.id != m_view.longTurn->actor.value)
        return false;
    const TimeRange& step = m_view.longTurn->step;
    return interval.begin < step.end && interval.end > step.begin;
}

void LanePainter::placeLabels(const Item& item, std::span<const Piece> pieces) {
    const Lane& lane = *item.lane;
    const QRectF bar = m_view.geometry.barOf(lane);
    const double scale = m_looks.grid.scale;
    const bool plates = hasStates(lane);
    const TimelineStyle& style = m_view.style;
    const bool low = bar.height() < 30 * style.scale;
    const QFont& font = low ? style.detailFont : style.labelFont;
    const QFontMetricsF metrics(font);
    const double inset = 7 * style.scale;
    const double padding = plates ? 7 * style.scale : 0;
    const double least = 20 * style.scale;  // pixels: no label is narrower
    // A lock's label stands above those who wait for it.
    const bool raised = lane.kind == LaneKind::lock && (!low || style.wall);
    const double middle = bar.top() + bar.height() * (raised ? (1 - LaneDrawing::kWaitersShare) / 2 + 0.03 : 0.5);

    for (const Piece& piece : pieces) {
        const double width = (piece.right - piece.left) / scale;
        if (piece.kind != Piece::Kind::bar || width < least) continue;
        const Interval interval = item.intervals->at(piece.index, m_view.store.now());
        if (isMarkedOtherwise(lane, interval)) continue;
        const Look& look = m_view.store.looks()[interval.look];
        const double room = width - 1.6 * inset - 2 * padding;
        for (const QString& label : words::barLabels(m_view.store, lane, interval)) {
            if (metrics.horizontalAdvance(label) > room) continue;
            const double left = bar.left() + piece.left / scale + inset;
            m_labels.push_back(
                {{left, middle}, label, &font, plates ? QColor() : m_view.theme.onActor(look.laneClass - 1)});
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
