#include "ui/timeline/lane_fill.hpp"

#include <algorithm>
#include <cmath>

#include "ui/timeline/timeline_style.hpp"

namespace interleave::ui {
namespace {

constexpr double kPeriod = 8;  // pixels, as the theme's patterns
constexpr double kLine = 2;

Fill stateFill(const Theme& theme, StateClass state, double scale) {
    Fill fill;
    fill.shown = state != StateClass::absent && state != StateClass::ended;
    if (!fill.shown) return fill;
    fill.pattern = Theme::pattern(state);
    fill.outline = fill.pattern == Theme::Pattern::outline;
    fill.color = fill.outline ? theme.panel : theme.state(state);
    fill.patternColor = theme.patternColor(state);
    // The empty track is the less favourable of the two grounds that a state lies on.
    const QColor edge = edgeColor(theme.state(state), theme.soft);
    if (fill.outline || edge != fill.color) fill.edge = edge;
    if (fill.pattern != Theme::Pattern::solid && !fill.outline)
        fill.setTile(theme.patternBrush(state, scale).textureImage().convertToFormat(QImage::Format_RGB32));
    fill.plain = (fill.outline ? fill.edge : fill.color).rgb();
    return fill;
}

std::array<std::uint8_t, kLaneClasses> plainOrder() {
    std::array<std::uint8_t, kLaneClasses> order{};
    for (std::size_t i = 0; i < kLaneClasses; ++i) order[i] = static_cast<std::uint8_t>((i + 1) % kLaneClasses);
    return order;
}

// The part of `polygon` on the side of the line normal·p >= offset (Sutherland and Hodgman 1974, one edge).
QPolygonF clipped(const QPolygonF& polygon, QPointF normal, double offset) {
    QPolygonF result;
    for (qsizetype i = 0; i < polygon.size(); ++i) {
        const QPointF a = polygon[i];
        const QPointF b = polygon[(i + 1) % polygon.size()];
        const double da = QPointF::dotProduct(a, normal) - offset;
        const double db = QPointF::dotProduct(b, normal) - offset;
        if (da >= 0) result << a;
        if ((da >= 0) != (db >= 0)) result << a + (b - a) * (da / (da - db));
    }
    return result;
}

// Bands across `area`, one period apart along x; `slope` +1 rises to the right, -1 falls.
void addDiagonals(QPainterPath& path, const QRectF& area, double period, double line, double slope) {
    const QPointF normal(1, slope);
    const QPolygonF whole{area.topLeft(), area.topRight(), area.bottomRight(), area.bottomLeft()};
    const double half = line / 2 * std::sqrt(2.0);
    double least = 0;
    double most = 0;
    for (qsizetype i = 0; i < whole.size(); ++i) {
        const double along = QPointF::dotProduct(whole[i], normal);
        least = i == 0 ? along : std::min(least, along);
        most = i == 0 ? along : std::max(most, along);
    }
    for (double at = least; at < most + period; at += period) {
        const QPolygonF band = clipped(clipped(whole, normal, at - half), -normal, -(at + half));
        if (band.size() > 2) {
            path.addPolygon(band);
            path.closeSubpath();
        }
    }
}

void addRects(QPainterPath& path, const QRectF& area, double period, const QRectF& cell) {
    for (double y = 0; y < area.height(); y += cell.height() >= period ? area.height() : period) {
        for (double x = 0; x < area.width(); x += cell.width() >= period ? area.width() : period) {
            QRectF rect = cell.translated(area.topLeft() + QPointF(x, y));
            if (cell.height() >= period) rect.setHeight(area.height());
            if (cell.width() >= period) rect.setWidth(area.width());
            rect = rect.intersected(area);
            if (!rect.isEmpty()) path.addRect(rect);
        }
    }
}

void addDots(QPainterPath& path, const QRectF& area, double period, double radius) {
    for (double y = period / 2; y + radius <= area.height(); y += period) {
        for (double x = period / 2; x + radius <= area.width(); x += period)
            path.addEllipse(area.topLeft() + QPointF(x, y), radius, radius);
    }
}

// The arms of each × lie within its cell.
void addCrosses(QPainterPath& path, const QRectF& area, double period, double line) {
    const double arm = period / 4;
    const double half = line / 2 / std::sqrt(2.0);
    for (double y = period / 2; y + arm + half <= area.height(); y += period) {
        for (double x = period / 2; x + arm + half <= area.width(); x += period) {
            const QPointF middle = area.topLeft() + QPointF(x, y);
            for (const double slope : {1.0, -1.0}) {
                const QPointF end(arm, arm * slope);
                const QPointF side(half, -half * slope);
                path.addPolygon(
                    QPolygonF{middle - end - side, middle - end + side, middle + end + side, middle + end - side});
                path.closeSubpath();
            }
        }
    }
}

}  // namespace

void Fill::setTile(const QImage& square) {
    tile = square;
    pixels = tile.isNull() ? nullptr : reinterpret_cast<const QRgb*>(tile.constBits());
    period = tile.isNull() ? 1 : tile.width();
    tall.clear();
    if (tile.isNull()) return;
    tall.reserve(static_cast<qsizetype>(period) * kTall);
    for (int x = 0; x < period; ++x)
        for (int y = 0; y < kTall; ++y) tall.push_back(pixels[static_cast<std::ptrdiff_t>(y % period) * period + x]);
}

FillSet stateFills(const Theme& theme, double scale) {
    FillSet set;
    for (std::size_t c = 0; c < static_cast<std::size_t>(StateClass::count_); ++c)
        set.fills[c] = stateFill(theme, static_cast<StateClass>(c), scale);
    // Work at the bottom, idle time at the top.
    using enum StateClass;
    constexpr std::array kOrder{running,    ready,        held,      created,      waitingLock,
                                waitingGil, waitingQueue, waitingIo, waitingOther, waitingJoin,
                                sleeping,   suspended,    zombie,    absent,       ended};
    std::transform(kOrder.begin(), kOrder.end(), set.order.begin(),
                   [](StateClass c) { return static_cast<std::uint8_t>(c); });
    set.order[15] = 15;
    return set;
}

FillSet hueFills(const Theme& theme) {
    FillSet set;
    set.order = plainOrder();
    for (std::size_t c = 1; c < kLaneClasses; ++c) {
        set.fills[c].shown = true;
        set.fills[c].color =
            c + 1 == kLaneClasses ? edgeColor(theme.muted, theme.panel) : theme.actor(static_cast<int>(c) - 1);
        set.fills[c].plain = set.fills[c].color.rgb();
    }
    return set;
}

FillSet waiterFills(const Theme& theme, double scale) {
    FillSet set;
    set.order = plainOrder();
    set.fills[1] = stateFill(theme, StateClass::waitingLock, scale);
    return set;
}

QPainterPath patternPath(Theme::Pattern pattern, const QRectF& area, double scale) {
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    const double period = kPeriod * scale;
    const double line = kLine * scale;
    switch (pattern) {
        case Theme::Pattern::dots: addDots(path, area, period, 1.6 * scale); break;
        case Theme::Pattern::diagonal: addDiagonals(path, area, period, line, +1); break;
        case Theme::Pattern::crossed:
            addDiagonals(path, area, period, line, +1);
            addDiagonals(path, area, period, line, -1);
            break;
        case Theme::Pattern::horizontal: addRects(path, area, period, {0, 3 * scale, period, line}); break;
        case Theme::Pattern::vertical: addRects(path, area, period, {3 * scale, 0, line, period}); break;
        case Theme::Pattern::dashes: addRects(path, area, period, {scale, 3 * scale, 5 * scale, line}); break;
        case Theme::Pattern::crosses: addCrosses(path, area, period, 1.5 * scale); break;
        case Theme::Pattern::solid:
        case Theme::Pattern::outline: break;
    }
    return path;
}

}  // namespace interleave::ui
