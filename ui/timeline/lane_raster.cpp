#include "ui/timeline/lane_raster.hpp"

#include <algorithm>
#include <cmath>

namespace interleave::ui {
namespace {

QRgb mixed(QRgb under, QRgb over, double coverage) {
    const auto mix = [&](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * coverage)); };
    return qRgb(mix(qRed(under), qRed(over)), mix(qGreen(under), qGreen(over)), mix(qBlue(under), qBlue(over)));
}

// How much of the pixel (x, y) of a corner with `radius` lies outside its circle.
double outside(int x, int y, int radius) {
    const double distance = std::hypot(radius - (x + 0.5), radius - (y + 0.5));
    return std::clamp(distance - radius + 0.5, 0.0, 1.0);
}

int wrapped(std::int64_t value, int period) {
    const auto rest = static_cast<int>(value % period);
    return rest < 0 ? rest + period : rest;
}

const QRgb* tileRow(const QImage& tile, int y) {
    return reinterpret_cast<const QRgb*>(tile.constScanLine(y % tile.height()));
}

}  // namespace

void LaneRaster::begin(const Track& track) {
    if (m_image.width() < track.width || m_image.height() < track.height) {
        m_image = QImage(std::max(track.width, m_image.width()), std::max(track.height, m_image.height()),
                         QImage::Format_RGB32);
        m_bits = m_image.bits();
        m_stride = m_image.bytesPerLine();
    }
    m_width = track.width;
    m_height = track.height;
    m_top = 0;
    m_over = false;
    m_track = track.color.rgb();
    for (int y = 0; y < m_height; ++y) std::fill_n(row(y), m_width, m_track);
    roundCorners(0, m_width, track.radius, true, true, track.ground.rgb());
}

void LaneRaster::drawOver(int top) {
    m_top = std::clamp(top, 0, m_height);
    m_over = true;
}

void LaneRaster::bar(const Bar& bar, const Fill& fill) {
    const int left = std::clamp(bar.left, 0, m_width);
    const int right = std::clamp(bar.right, left, m_width);
    if (left == right || !fill.shown) return;
    fillBar(left, right, bar.phase, fill);
    if (fill.edge.isValid() && right - left > 3 * bar.edge) drawEdge(left, right, bar, fill.edge.rgb());
    if (right - left >= 2 * bar.radius) roundCorners(left, right, bar.radius, bar.begins, bar.ends, m_track);
}

void LaneRaster::fillBar(int left, int right, std::int64_t phase, const Fill& fill) {
    const QRgb plain = fill.color.rgb();
    for (int y = m_top; y < m_height; ++y) {
        QRgb* pixels = row(y);
        if (fill.tile.isNull()) {
            std::fill(pixels + left, pixels + right, plain);
            continue;
        }
        const int period = fill.tile.width();
        const QRgb* tile = tileRow(fill.tile, y - m_top);
        int at = wrapped(left - phase, period);
        for (int x = left; x < right; ++x) {
            pixels[x] = tile[at];
            if (++at == period) at = 0;
        }
    }
}

void LaneRaster::drawEdge(int left, int right, const Bar& bar, QRgb edge) {
    for (int y = m_top; y < m_height; ++y) {
        QRgb* pixels = row(y);
        if (y < m_top + bar.edge || y >= m_height - bar.edge) {
            std::fill(pixels + left, pixels + right, edge);
            continue;
        }
        if (bar.begins) std::fill_n(pixels + left, bar.edge, edge);
        if (bar.ends) std::fill_n(pixels + right - bar.edge, bar.edge, edge);
    }
}

void LaneRaster::column(int left, int width, const Rows& rows, const FillSet& fills) {
    const int right = std::clamp(left + width, 0, m_width);
    left = std::clamp(left, 0, right);
    int bottom = m_height;
    for (const std::uint8_t c : fills.order) {
        if (rows[c] == 0) continue;
        const Fill& fill = fills[c];
        const int top = std::max(m_top, bottom - rows[c]);
        if (fill.shown && !fill.tile.isNull()) {
            const int period = fill.tile.width();
            for (int y = top; y < bottom; ++y) {
                const QRgb* tile = tileRow(fill.tile, y - m_top);
                QRgb* pixels = row(y);
                for (int x = left; x < right; ++x) pixels[x] = tile[x % period];
            }
        } else if (fill.shown || !m_over) {
            const QRgb plain = !fill.shown ? m_track : fill.outline ? fill.edge.rgb() : fill.color.rgb();
            for (int y = top; y < bottom; ++y) std::fill(row(y) + left, row(y) + right, plain);
        }
        bottom = top;
    }
}

void LaneRaster::clear(int left, int right) {
    if (m_over) return;
    left = std::clamp(left, 0, m_width);
    right = std::clamp(right, left, m_width);
    for (int y = 0; y < m_height; ++y) std::fill(row(y) + left, row(y) + right, m_track);
}

void LaneRaster::roundCorners(int left, int right, int radius, bool leftEnd, bool rightEnd, QRgb over) {
    radius = std::min({radius, (m_height - m_top) / 2, (right - left) / 2});
    for (int y = 0; y < radius; ++y) {
        for (int x = 0; x < radius; ++x) {
            const double coverage = outside(x, y, radius);
            if (coverage <= 0) break;
            for (QRgb* pixels : {row(m_top + y), row(m_height - 1 - y)}) {
                if (leftEnd) pixels[left + x] = mixed(pixels[left + x], over, coverage);
                if (rightEnd) pixels[right - 1 - x] = mixed(pixels[right - 1 - x], over, coverage);
            }
        }
    }
}

QImage LaneRaster::image() const {
    return QImage(m_bits, m_width, m_height, m_stride, QImage::Format_RGB32);
}

}  // namespace interleave::ui
