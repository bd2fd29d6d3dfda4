// One lane as shapes, for SVG and PDF: rounded bars, patterns as paths (a texture would become a bitmap, or nothing),
// neighbouring columns that look alike as one.
#pragma once

#include <QPainter>
#include <QPainterPath>

#include "ui/timeline/lane_surface.hpp"

namespace interleave::ui {

class LaneVector : public LaneSurface {
public:
    // `origin` is the lane's top left corner; `scale` that of the patterns.
    LaneVector(QPainter& painter, double scale) : m_painter(painter), m_scale(scale) {}

    void setOrigin(QPointF origin) { m_origin = origin; }
    void begin(const Track& track) override;
    void drawOver(int top) override;
    void bar(const Bar& bar, const Fill& fill) override;
    void columns(int left, int width, std::span<const Rows> rows, const FillSet& fills) override;
    void clear(int left, int right) override;
    int rows() const override { return m_height - m_top; }
    void finish() override;

private:
    QRectF area(int left, int right, int top, int bottom) const {
        return {m_origin.x() + left, m_origin.y() + top, double(right - left), double(bottom - top)};
    }

    QPainter& m_painter;
    double m_scale;
    QPointF m_origin;
    int m_width = 0;
    int m_height = 0;
    int m_top = 0;
    bool m_over = false;
    QColor m_track;

    Rows m_pending{};             // columns [m_pendingLeft, m_pendingRight) all look like this
    const FillSet* m_pendingFills = nullptr;
    int m_pendingLeft = 0;
    int m_pendingRight = 0;
};

}  // namespace interleave::ui
