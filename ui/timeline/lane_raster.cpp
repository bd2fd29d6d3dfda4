#include "ui/timeline/lane_raster.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

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

constexpr int kBlock = 16;  // columns: a cache line of each row

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
    const int period = fill.period;
    const int firstAt = wrapped(left - phase, period);
    for (int y = m_top; y < m_height; ++y) {
        QRgb* pixels = row(y);
        if (!fill.pixels) {
            std::fill(pixels + left, pixels + right, plain);
            continue;
        }
        const QRgb* tile = fill.pixels + static_cast<std::ptrdiff_t>((y - m_top) % period) * period;
        int at = firstAt;
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

void LaneRaster::columns(int left, int width, std::span<const Rows> rows, const FillSet& fills) {
    const int perBlock = std::max(1, kBlock / width);
    for (std::size_t done = 0; done < rows.size() && left < m_width; done += static_cast<std::size_t>(perBlock)) {
        const auto some = rows.subspan(done, std::min(rows.size() - done, static_cast<std::size_t>(perBlock)));
        const int right = std::min(m_width, left + static_cast<int>(some.size()) * width);
        paintBlock(left, right, width, some, fills);
        left = right;
    }
}

// Stacked in a block that stays in the cache, column by column, then turned into rows: written straight into the image,
// each pixel of a column would be a cache line of its own.
void LaneRaster::paintBlock(int left, int right, int width, std::span<const Rows> rows, const FillSet& fills) {
    const int across = right - left;
    m_block.resize(static_cast<std::size_t>(across) * static_cast<std::size_t>(m_height));
    if (m_over) takeBlock(left, across);
    int x = 0;
    for (const Rows& column : rows) {
        const int end = std::min(across, x + width);
        int bottom = m_height;
        for (const std::uint8_t c : fills.order) {
            if (column[c] == 0) continue;
            const Fill& fill = fills[c];
            const int top = std::max(m_top, bottom - column[c]);
            const int to = std::exchange(bottom, top);
            if (!fill.shown && m_over) continue;
            for (int at = x; at < end; ++at) fillRun(m_block.data() + blockAt(at), top, to, left + at, fill);
        }
        if (!m_over)  // without any time
            for (int at = x; at < end; ++at)
                std::fill(m_block.data() + blockAt(at) + m_top, m_block.data() + blockAt(at) + bottom, m_track);
        x = end;
    }
    putBlock(left, across);
}

// Rows [from, to) of one column, which is pixel column `x` of the lane.
void LaneRaster::fillRun(QRgb* column, int from, int to, int x, const Fill& fill) const {
    if (!fill.shown || !fill.pixels) {
        std::fill(column + from, column + to, fill.shown ? fill.plain : m_track);
        return;
    }
    const QRgb* const tall = fill.tallColumn(x);
    for (int y = from; y < to;) {
        const int phase = (y - m_top) % fill.period;
        const int count = std::min(to - y, Fill::kTall - phase);
        std::copy_n(tall + phase, count, column + y);
        y += count;
    }
}

// What was drawn there before.
void LaneRaster::takeBlock(int left, int across) {
    for (int y = m_top; y < m_height; ++y)
        for (int x = 0; x < across; ++x) m_block[blockAt(x) + static_cast<std::size_t>(y)] = row(y)[left + x];
}

void LaneRaster::putBlock(int left, int across) {
    int y = m_top;
#if defined(__SSE2__)
    for (; y + 4 <= m_height; y += 4) {
        for (int x = 0; x + 4 <= across; x += 4) putSquare(left + x, y, m_block.data() + blockAt(x) + y);
        for (int x = across / 4 * 4; x < across; ++x)
            for (int i = 0; i < 4; ++i) row(y + i)[left + x] = m_block[blockAt(x) + static_cast<std::size_t>(y + i)];
    }
#endif
    for (; y < m_height; ++y)
        for (int x = 0; x < across; ++x) row(y)[left + x] = m_block[blockAt(x) + static_cast<std::size_t>(y)];
}

#if defined(__SSE2__)
// Four rows of four columns that lie m_height apart.
void LaneRaster::putSquare(int x, int y, const QRgb* columns) {
    const auto column = [&](int i) {
        return _mm_loadu_si128(reinterpret_cast<const __m128i*>(columns + static_cast<std::ptrdiff_t>(i) * m_height));
    };
    const auto put = [&](int i, __m128i pixels) {
        _mm_storeu_si128(reinterpret_cast<__m128i*>(row(y + i) + x), pixels);
    };
    const __m128i upper01 = _mm_unpacklo_epi32(column(0), column(1));
    const __m128i upper23 = _mm_unpacklo_epi32(column(2), column(3));
    const __m128i lower01 = _mm_unpackhi_epi32(column(0), column(1));
    const __m128i lower23 = _mm_unpackhi_epi32(column(2), column(3));
    put(0, _mm_unpacklo_epi64(upper01, upper23));
    put(1, _mm_unpackhi_epi64(upper01, upper23));
    put(2, _mm_unpacklo_epi64(lower01, lower23));
    put(3, _mm_unpackhi_epi64(lower01, lower23));
}
#endif

void LaneRaster::clear(int left, int right) {
    if (m_over) return;
    left = std::clamp(left, 0, m_width);
    right = std::clamp(right, left, m_width);
    for (int y = 0; y < m_height; ++y) std::fill(row(y) + left, row(y) + right, m_track);
}

void LaneRaster::roundCorners(int left, int right, int radius, bool leftEnd, bool rightEnd, QRgb over) {
    radius = std::min({radius, (m_height - m_top) / 2, (right - left) / 2});
    if (m_coverageRadius != radius) {
        m_coverageRadius = radius;
        m_coverage.clear();
        for (int y = 0; y < radius; ++y) {
            for (int x = 0; x < radius; ++x) m_coverage.push_back(outside(x, y, radius));
        }
    }
    for (int y = 0; y < radius; ++y) {
        for (int x = 0; x < radius; ++x) {
            const double coverage = m_coverage[static_cast<std::size_t>(y * radius + x)];
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
