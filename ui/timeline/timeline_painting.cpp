#include "ui/timeline/timeline_painting.hpp"

#include <QFontMetricsF>
#include <QHash>
#include <QImage>
#include <QPaintEngine>

#include <cmath>

#include "ui/live/duration_text.hpp"
#include "ui/theme/tabular.hpp"
#include "ui/timeline/lane_painter.hpp"
#include "ui/timeline/level_painter.hpp"
#include "ui/timeline/mark_painter.hpp"
#include "ui/timeline/timeline_words.hpp"

namespace interleave::ui {
namespace {

double baselineFor(const QFontMetricsF& metrics, double middle) {
    return middle + (metrics.ascent() - metrics.descent()) / 2;
}

void paintName(QPainter& painter, const TimelineView& view, const Lane& lane, double left) {
    const TimelineStyle& style = view.style;
    const QRectF bar = view.geometry.barOf(lane);
    const double room = bar.left() - left - 22 * style.scale;
    // Nobody in a class asks for a thread's number.
    const QString detail = style.wall && lane.kind == LaneKind::actor ? QString() : words::laneDetail(view.store, lane);
    const bool low = bar.height() < 24 * style.scale;
    const QFont nameFont = low ? textFont(style.detailFont.pixelSize(), QFont::Bold) : style.nameFont;
    const QFontMetricsF names(nameFont);
    const QFontMetricsF details(style.detailFont);
    const bool both = !detail.isEmpty() && bar.height() >= 0.9 * (names.height() + details.height());

    painter.setFont(nameFont);
    painter.setPen(view.theme.ink);
    const double middle = both ? bar.center().y() - details.height() / 2 + 1 : bar.center().y();
    const QString name = names.elidedText(words::laneName(view.store, lane), Qt::ElideRight, room);
    painter.drawText(QPointF(left, baselineFor(names, middle)), name);
    if (both) {
        painter.setFont(style.detailFont);
        painter.setPen(view.theme.muted);
        painter.drawText(QPointF(left, baselineFor(details, bar.center().y() + names.height() / 2)),
                         details.elidedText(detail, Qt::ElideRight, room));
    }
    if (lane.kind == LaneKind::actor) {
        const QRectF mark(bar.left() - 10 * style.scale, bar.top(), 5 * style.scale, bar.height());
        painter.setPen(Qt::NoPen);
        painter.setBrush(view.theme.actor(view.store.actor({lane.id}).hue));
        painter.drawRoundedRect(mark, 2, 2);
    }
}

void drawPlate(QPainter& painter, const TimelineView& view, const QRectF& plate, const QString& text,
               const QFont& font) {
    const QFontMetricsF metrics(font);
    QColor ground = view.theme.panel;
    ground.setAlphaF(0.95F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(plate, 5 * view.style.scale, 5 * view.style.scale);
    painter.setPen(view.theme.ink);
    painter.setFont(font);
    painter.drawText(QPointF(plate.left() + 7 * view.style.scale, baselineFor(metrics, plate.center().y())), text);
}

// The same few words stand on many bars, in every frame: drawn once, then copied.
QImage plateImage(const QPainter& painter, const TimelineView& view, const QString& text, const QFont& font,
                  QSizeF size) {
    constexpr qsizetype kMostKept = 512;
    thread_local QHash<QString, QImage> kept;
    const double scale = painter.deviceTransform().m11();
    const QString key = QStringLiteral("%1/%2/%3/%4/%5")
                            .arg(text, font.key())
                            .arg(int(view.theme.name))
                            .arg(scale)
                            .arg(view.style.scale);
    if (const auto found = kept.constFind(key); found != kept.constEnd()) return *found;
    if (kept.size() >= kMostKept) kept.clear();

    QImage image((size * scale).toSize() + QSize(1, 1), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(Qt::transparent);
    QPainter inner(&image);
    inner.setRenderHints(painter.renderHints());
    drawPlate(inner, view, QRectF({0, 0}, size), text, font);
    inner.end();
    kept.insert(key, image);
    return image;
}

// Moved onto whole device pixels, so that a copied picture stays sharp.
QPointF snapped(const QPainter& painter, QPointF point) {
    const QTransform device = painter.deviceTransform();
    const QPointF there = device.map(point);
    return device.inverted().map(QPointF(std::round(there.x()), std::round(there.y())));
}

std::vector<Tick> ticksOf(const TimelineView& view) {
    const QFontMetricsF metrics(view.style.axisFont);
    const double scale = view.style.scale;
    const double spacing = std::max(96 * scale, metrics.horizontalAdvance(QStringLiteral("0000.00 ms")) + 24 * scale);
    return placeTicks(view.geometry.visible, view.geometry.lanes.width(), spacing);
}

// A tick's label that the cursor's plate would leave half read is taken away whole.
void hideLabelsUnder(QPainter& painter, const TimelineView& view, const QRectF& plate) {
    const QFontMetricsF metrics(view.style.axisFont);
    for (const Tick& tick : ticksOf(view)) {
        const double width = tabularWidth(metrics, tick.label) + 4;
        const QRectF label(view.geometry.xAt(tick.at) - width / 2, plate.center().y() - metrics.height() / 2, width,
                           metrics.height());
        if (label.intersects(plate)) painter.drawRect(label);
    }
}

}  // namespace

bool paintsPixels(const QPainter& painter) {
    const QPaintEngine* engine = painter.paintEngine();
    const QTransform device = painter.deviceTransform();
    const bool straight =
        device.type() <= QTransform::TxScale && device.m11() > 0 && qFuzzyCompare(device.m11(), device.m22());
    return engine && engine->type() == QPaintEngine::Raster && straight;
}

void paintAxis(QPainter& painter, const TimelineView& view) {
    const QRectF& lanes = view.geometry.lanes;
    const TimelineStyle& style = view.style;
    const QFontMetricsF metrics(style.axisFont);
    const double baseline = baselineFor(metrics, lanes.top() - style.axisHeight() * 0.45);
    painter.setFont(style.axisFont);
    for (const Tick& tick : ticksOf(view)) {
        const double x = std::round(view.geometry.xAt(tick.at)) + 0.5;
        painter.setPen(QPen(view.theme.hairline, 1));
        painter.drawLine(QPointF(x, lanes.top() - 4 * style.scale), QPointF(x, lanes.bottom()));
        painter.setPen(view.theme.muted);
        const double width = tabularWidth(metrics, tick.label);
        drawTabular(painter, {x - width / 2, baseline}, tick.label);
    }
}

void paintLanes(QPainter& painter, const TimelineView& view) {
    const TimelineGeometry& geometry = view.geometry;
    const auto [first, last] = view.layout.between(geometry.scroll, geometry.scroll + geometry.lanes.height());
    LanePainter lanes(painter, view);
    std::vector<LanePainter::Item> ofIntervals;
    for (std::size_t i = first; i < last; ++i) {
        const Lane& lane = view.layout.lanes[i];
        if (levelsOf(view.store, lane)) paintLevelLane(painter, view, lane);
        else ofIntervals.push_back({&lane, intervalsOf(view.store, lane)});
    }
    lanes.paint(ofIntervals);
    paintDeadlockLines(painter, view);
    paintArrows(painter, view);
    lanes.paintLabels();
    paintBlockedLoop(painter, view);
    paintDeadlockPlates(painter, view);
}

void paintNames(QPainter& painter, const TimelineView& view, double left) {
    const TimelineGeometry& geometry = view.geometry;
    const QFontMetricsF metrics(view.style.sectionFont);
    painter.setFont(view.style.sectionFont);
    painter.setPen(view.theme.muted);
    for (const SectionTitle& title : view.layout.titles) {
        const double y = geometry.yAt(title.top);
        if (y + title.height < geometry.lanes.top() || y > geometry.lanes.bottom()) continue;
        painter.drawText(QPointF(left, y + title.height - 8 * view.style.scale - metrics.descent() / 2),
                         words::section(title.kind));
    }
    const auto [first, last] = view.layout.between(geometry.scroll, geometry.scroll + geometry.lanes.height());
    for (std::size_t i = first; i < last; ++i) paintName(painter, view, view.layout.lanes[i], left);
    if (view.layout.leftOut == 0) return;
    painter.setFont(view.style.detailFont);
    painter.setPen(view.theme.muted);
    painter.drawText(QPointF(left, geometry.yAt(view.layout.height) + metrics.ascent()),
                     words::lanesLeftOut(view.layout.leftOut));
}

void paintCursor(QPainter& painter, const TimelineView& view, TraceTime cursor) {
    const TimelineGeometry& geometry = view.geometry;
    const TimelineStyle& style = view.style;
    const QRectF& lanes = geometry.lanes;
    const double x = geometry.xAt(cursor);
    if (x < lanes.left() - 1 || x > lanes.right() + 1) return;
    if (view.store.actors().empty()) return;  // nothing to point at
    painter.setPen(QPen(view.theme.ink, 2 * style.scale));
    const double top = lanes.top() - style.axisHeight();
    painter.drawLine(QPointF(x, top + 14 * style.scale), QPointF(x, lanes.bottom()));
    paintDeadlockPlates(painter, view);  // once more: the line must not strike their words out

    const QFontMetricsF metrics(style.plateFont);
    // Nanoseconds are for a desk.
    constexpr Duration kMillisecond{1'000'000};
    const Duration exact = geometry.resolution();
    const QString text = timeText(cursor, style.wall ? std::max(exact, std::min(32 * exact, kMillisecond)) : exact);
    const QSizeF size(tabularWidth(metrics, text) + 30 * style.scale, (style.low ? 26 : 28) * style.scale);
    QRectF plate(QPointF(x - size.width() / 2, lanes.top() - style.axisHeight() * 0.45 - size.height() / 2), size);
    plate.moveRight(std::min(plate.right(), lanes.right() + style.edge() - 4 * style.scale));
    painter.setPen(Qt::NoPen);
    painter.setBrush(view.theme.panel);
    hideLabelsUnder(painter, view, plate.adjusted(-3, 0, 3, 0));
    painter.setBrush(view.theme.ink);
    painter.drawRoundedRect(plate, size.height() / 2, size.height() / 2);
    painter.setPen(view.theme.panel);
    painter.setFont(style.plateFont);
    drawTabular(painter, {plate.left() + 15 * style.scale, baselineFor(metrics, plate.center().y())}, text);
}

QRectF paintPlate(QPainter& painter, const TimelineView& view, QPointF leftMiddle, const QString& text,
                  const QFont& font) {
    const QFontMetricsF metrics(font);
    const double padding = 7 * view.style.scale;
    const QSizeF size(metrics.horizontalAdvance(text) + 2 * padding,
                      metrics.height() + (view.style.wall ? 2 : 6) * view.style.scale);
    const QRectF plate(leftMiddle - QPointF(0, size.height() / 2), size);
    if (paintsPixels(painter))
        painter.drawImage(snapped(painter, plate.topLeft()), plateImage(painter, view, text, font, size));
    else drawPlate(painter, view, plate, text, font);
    return plate;
}

QRectF paintPill(QPainter& painter, const QRectF& within, QPointF topLeft, const QString& text, const QFont& font,
                 const QColor& fill, const QColor& ink) {
    const QFontMetricsF metrics(font);
    const double height = metrics.height() + 8;
    QRectF pill(topLeft, QSizeF(metrics.horizontalAdvance(text) + height, height));
    if (pill.right() > within.right()) pill.moveRight(within.right());
    if (pill.left() < within.left()) pill.moveLeft(within.left());
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(pill, height / 2, height / 2);
    painter.setPen(ink);
    painter.setFont(font);
    painter.drawText(QPointF(pill.left() + height / 2, baselineFor(metrics, pill.center().y())), text);
    return pill;
}

}  // namespace interleave::ui
