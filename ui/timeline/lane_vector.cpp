#include "ui/timeline/lane_vector.hpp"

#include <algorithm>

namespace interleave::ui {
namespace {

// Corners only where the bar truly begins or ends; an end that goes on outside the view stays straight.
QPainterPath barPath(const QRectF& area, double radius, bool begins, bool ends) {
    QPainterPath path;
    radius = std::min({radius, area.width() / 2, area.height() / 2});
    const double left = begins ? radius : 0;
    const double right = ends ? radius : 0;
    path.moveTo(area.left() + left, area.top());
    path.lineTo(area.right() - right, area.top());
    if (right > 0) path.quadTo(area.topRight(), {area.right(), area.top() + right});
    path.lineTo(area.right(), area.bottom() - right);
    if (right > 0) path.quadTo(area.bottomRight(), {area.right() - right, area.bottom()});
    path.lineTo(area.left() + left, area.bottom());
    if (left > 0) path.quadTo(area.bottomLeft(), {area.left(), area.bottom() - left});
    path.lineTo(area.left(), area.top() + left);
    if (left > 0) path.quadTo(area.topLeft(), {area.left() + left, area.top()});
    path.closeSubpath();
    return path;
}

}  // namespace

void LaneVector::begin(const Track& track) {
    finish();
    m_width = track.width;
    m_height = track.height;
    m_top = 0;
    m_over = false;
    m_track = track.color;
    m_painter.fillPath(barPath(area(0, m_width, 0, m_height), track.radius, true, true), m_track);
}

void LaneVector::drawOver(int top) {
    finish();
    m_top = std::clamp(top, 0, m_height);
    m_over = true;
}

void LaneVector::bar(const Bar& bar, const Fill& fill) {
    finish();
    if (!fill.shown || bar.right <= bar.left) return;
    const QRectF whole = area(bar.left, bar.right, m_top, m_height);
    const bool edged = fill.edge.isValid() && bar.right - bar.left > 3 * bar.edge;
    const double inset = edged ? bar.edge / 2.0 : 0;
    const QPainterPath shape = barPath(whole.adjusted(inset, inset, -inset, -inset), bar.radius, bar.begins, bar.ends);
    m_painter.fillPath(shape, fill.color);
    if (fill.pattern != Theme::Pattern::solid && !fill.outline)
        m_painter.fillPath(patternPath(fill.pattern, whole.adjusted(inset, inset, -inset, -inset), m_scale),
                           fill.patternColor);
    if (edged) m_painter.strokePath(shape, QPen(fill.edge, bar.edge));
}

void LaneVector::columns(int left, int width, std::span<const Rows> rows, const FillSet& fills) {
    for (const Rows& column : rows) {
        const bool joins = m_pendingFills == &fills && m_pendingRight == left && m_pending == column;
        if (!joins) {
            finish();
            m_pending = column;
            m_pendingFills = &fills;
            m_pendingLeft = left;
        }
        left = std::min(left + width, m_width);
        m_pendingRight = left;
    }
}

void LaneVector::finish() {
    if (!m_pendingFills) return;
    int bottom = m_height;
    for (const std::uint8_t c : m_pendingFills->order) {
        const int top = std::max(m_top, bottom - m_pending[c]);
        const Fill& fill = (*m_pendingFills)[c];
        if (top < bottom && fill.shown)
            m_painter.fillRect(area(m_pendingLeft, m_pendingRight, top, bottom), fill.outline ? fill.edge : fill.color);
        bottom = top;
    }
    m_pendingFills = nullptr;
}

void LaneVector::clear(int left, int right) {
    finish();
    left = std::clamp(left, 0, m_width);
    right = std::clamp(right, left, m_width);
    if (!m_over && left < right) m_painter.fillRect(area(left, right, 0, m_height), m_track);
}

}  // namespace interleave::ui
