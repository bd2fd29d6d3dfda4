// One lane as pixels, written row by row: bars and stacked columns without a path or a clip in sight, so that a lane of
// two thousand columns costs what its pixels cost.
#pragma once

#include <QImage>

#include <vector>

#include "ui/timeline/lane_surface.hpp"

namespace interleave::ui {

class LaneRaster : public LaneSurface {
public:
    void begin(const Track& track) override;  // the memory is used again from lane to lane
    void drawOver(int top) override;
    void bar(const Bar& bar, const Fill& fill) override;
    void columns(int left, int width, std::span<const Rows> rows, const FillSet& fills) override;
    void clear(int left, int right) override;
    int rows() const override { return m_height - m_top; }

    // The lane as drawn so far. Valid until the next begin().
    QImage image() const;

private:
    QRgb* row(int y) { return reinterpret_cast<QRgb*>(m_bits + static_cast<qsizetype>(y) * m_stride); }
    void paintBlock(int left, int right, int width, std::span<const Rows> rows, const FillSet& fills);
    std::size_t blockAt(int x) const { return static_cast<std::size_t>(x) * static_cast<std::size_t>(m_height); }
    void fillRun(QRgb* column, int from, int to, int x, const Fill& fill) const;
    void takeBlock(int left, int across);
    void putBlock(int left, int across);
    void putSquare(int x, int y, const QRgb* columns);
    void fillBar(int left, int right, std::int64_t phase, const Fill& fill);
    void drawEdge(int left, int right, const Bar& bar, QRgb edge);
    void roundCorners(int left, int right, int radius, bool leftEnd, bool rightEnd, QRgb over);

    QImage m_image;
    uchar* m_bits = nullptr;
    qsizetype m_stride = 0;
    int m_width = 0;
    int m_height = 0;
    int m_top = 0;
    bool m_over = false;
    QRgb m_track = 0;
    std::vector<double> m_coverage;  // of a corner's pixels, row by row: the share that lies outside
    int m_coverageRadius = -1;
    std::vector<QRgb> m_block;  // a few columns, one after the other, before they go into the image
};

}  // namespace interleave::ui
