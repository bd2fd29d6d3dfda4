#include "ui/timeline/overlay_painter.hpp"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>

#include "ui/live/duration_text.hpp"
#include "ui/theme/tabular.hpp"
#include "ui/timeline/timeline_painting.hpp"
#include "ui/timeline/timeline_words.hpp"

namespace interleave::ui {
namespace {

void addLevel(HoverText& text, const TimelineView& view, const Hit& hit) {
    const ObjectRecord& object = view.store.object({hit.lane.id});
    const LevelLane& levels = object.levels;
    const QString name = words::laneName(view.store, hit.lane);
    const QString value = countText(levels.valueAt(hit.at, object.initial));
    if (object.kind == ObjectKind::queue && object.initial > 0)
        text.title = QCoreApplication::translate("Timeline", "%1: %2 of %3", "a queue, its items, its capacity")
                         .arg(name, value, countText(object.initial));
    else text.title = QCoreApplication::translate("Timeline", "%1: %2", "an actor and its state").arg(name, value);
    const std::size_t index = levels.find(hit.at);
    if (index == LevelLane::kNone) return;
    const Duration resolution = view.geometry.resolution();
    text.rows.emplace_back(QCoreApplication::translate("Timeline", "since"), timeText(levels[index].at, resolution));
    if (index + 1 < levels.end())
        text.rows.emplace_back(QCoreApplication::translate("Timeline", "until"),
                               timeText(levels[index + 1].at, resolution));
}

void addInterval(HoverText& text, const TimelineView& view, const Hit& hit) {
    const IntervalLane& lane = *intervalsOf(view.store, hit.lane);
    const Interval interval = lane.at(*hit.interval, view.store.now());
    const bool open = *hit.interval + 1 == lane.end() && !view.store.complete();
    text.title = words::title(view.store, hit.lane, interval);
    if (const QString why = words::reason(view.store, hit.lane, interval); !why.isEmpty())
        text.rows.emplace_back(QCoreApplication::translate("Timeline", "reason"), why);
    const Duration resolution = std::min(view.geometry.resolution(), std::max(interval.length() / 100, Duration{1}));
    text.rows.emplace_back(QCoreApplication::translate("Timeline", "from"), timeText(interval.begin, resolution));
    text.rows.emplace_back(
        QCoreApplication::translate("Timeline", "to"),
        open ? QCoreApplication::translate("Timeline", "still going on") : timeText(interval.end, resolution));
    text.rows.emplace_back(QCoreApplication::translate("Timeline", "length"), durationText(interval.length()));
    if (hit.sharing > 1)
        text.rows.emplace_back(QCoreApplication::translate("Timeline", "in this pixel"),
                               QCoreApplication::translate("Timeline", "%1 intervals; zoom in")
                                   .arg(countText(static_cast<std::int64_t>(hit.sharing))));
}

// Beside the pointer, wherever there is room.
QRectF cardPlace(QSizeF size, QPointF pointer, const QRectF& within, double scale) {
    const double gap = 16 * scale;
    QRectF place(pointer + QPointF(gap, gap), size);
    if (place.right() > within.right()) place.moveRight(pointer.x() - gap);
    if (place.bottom() > within.bottom()) place.moveBottom(pointer.y() - gap);
    if (place.left() < within.left()) place.moveLeft(within.left());
    if (place.top() < within.top()) place.moveTop(within.top());
    return place;
}

void paintCard(QPainter& painter, const TimelineView& view, const HoverText& text, QPointF pointer,
               const QRectF& within) {
    const TimelineStyle& style = view.style;
    const QFontMetricsF titles(style.labelFont);
    const QFontMetricsF details(style.legendFont);
    const double padding = 12 * style.scale;
    const double line = details.height() + 3 * style.scale;
    double names = 0;
    double values = 0;
    for (const auto& [name, value] : text.rows) {
        names = std::max(names, details.horizontalAdvance(name));
        values = std::max(values, tabularWidth(details, value));
    }
    names += 14 * style.scale;
    const QSizeF size(std::max(titles.horizontalAdvance(text.title), names + values) + 2 * padding,
                      titles.height() + static_cast<double>(text.rows.size()) * line + 2 * padding - 2 * style.scale);
    const QRectF card = cardPlace(size, pointer, within, style.scale);
    painter.setPen(QPen(view.theme.muted, 1));
    painter.setBrush(view.theme.panel);
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 8 * style.scale, 8 * style.scale);
    painter.setPen(view.theme.ink);
    painter.setFont(style.labelFont);
    double y = card.top() + padding - 2 * style.scale + titles.ascent();
    painter.drawText(QPointF(card.left() + padding, y), text.title);
    painter.setFont(style.legendFont);
    y += titles.descent() + 2 * style.scale;
    for (const auto& [name, value] : text.rows) {
        y += line;
        painter.setPen(view.theme.muted);
        painter.drawText(QPointF(card.left() + padding, y - details.descent()), name);
        painter.setPen(view.theme.ink);
        drawTabular(painter, {card.left() + padding + names, y - details.descent()}, value);
    }
}

void paintOutline(QPainter& painter, const QRectF& outline, const QColor& ink, const QColor& halo, double scale) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(halo, 5 * scale));
    painter.drawRoundedRect(outline, 4 * scale, 4 * scale);
    painter.setPen(QPen(ink, 2.5 * scale));
    painter.drawRoundedRect(outline, 4 * scale, 4 * scale);
}

std::optional<TimeRange> stretchAt(const TimelineView& view, const Lane& lane, TraceTime at) {
    const TraceTime now = view.store.now();
    if (const IntervalLane* intervals = intervalsOf(view.store, lane)) {
        const std::size_t index = intervals->find(at);
        if (index == IntervalLane::kNone || at > now) return std::nullopt;
        const Interval interval = intervals->at(index, now);
        return TimeRange{interval.begin, interval.end};
    }
    const LevelLane& levels = *levelsOf(view.store, lane);
    const std::size_t index = levels.find(at);
    if (index == LevelLane::kNone || at > now) return std::nullopt;
    return TimeRange{levels[index].at, index + 1 < levels.end() ? levels[index + 1].at : now};
}

}  // namespace

QRectF outlineOf(const TimelineView& view, const Lane& lane, TimeRange interval) {
    const QRectF bar = view.geometry.barOf(lane);
    const double left = std::max(view.geometry.xAt(interval.begin), bar.left() - 8);
    const double right = std::min(view.geometry.xAt(interval.end), bar.right() + 8);
    constexpr double kLeast = 4;
    return {left, bar.top(), std::max(right - left, kLeast), bar.height()};
}

HoverText hoverText(const TimelineView& view, const Hit& hit) {
    HoverText text;
    if (levelsOf(view.store, hit.lane)) addLevel(text, view, hit);
    else if (hit.interval) addInterval(text, view, hit);
    else text.title = words::laneName(view.store, hit.lane);
    return text;
}

void paintHover(QPainter& painter, const TimelineView& view, const Hit& hit, QPointF pointer, const QRectF& within) {
    if (const auto stretch = stretchAt(view, hit.lane, hit.at)) {
        painter.save();
        painter.setClipRect(view.geometry.lanes.adjusted(-2, -2, 2, 2), Qt::IntersectClip);
        paintOutline(painter, outlineOf(view, hit.lane, *stretch), view.theme.ink, view.theme.panel,
                     view.style.scale * 0.7);
        painter.restore();
    }
    if (hit.at <= view.store.now()) paintCard(painter, view, hoverText(view, hit), pointer, within);
}

void paintSelection(QPainter& painter, const TimelineView& view, const Selection& selection) {
    const Lane* lane = view.layout.find(selection.lane, selection.id);
    if (!lane) return;
    painter.save();
    painter.setClipRect(view.geometry.lanes.adjusted(-2, 0, 2, 0), Qt::IntersectClip);
    const auto stretch = stretchAt(view, *lane, selection.at);
    if (stretch)
        paintOutline(painter, outlineOf(view, *lane, *stretch), view.theme.accent, view.theme.panel, view.style.scale);
    painter.restore();
}

void paintMeasured(QPainter& painter, const TimelineView& view, TimeRange measured) {
    const QRectF& lanes = view.geometry.lanes;
    const double left = std::clamp(view.geometry.xAt(measured.begin), lanes.left(), lanes.right());
    const double right = std::clamp(view.geometry.xAt(measured.end), lanes.left(), lanes.right());
    QColor veil = view.theme.accent;
    veil.setAlphaF(0.16F);
    const QRectF area(left, lanes.top(), right - left, lanes.height());
    painter.fillRect(area, veil);
    painter.setPen(QPen(view.theme.accent, 2 * view.style.scale));
    painter.drawLine(area.topLeft(), area.bottomLeft());
    painter.drawLine(area.topRight(), area.bottomRight());
    const QString text = durationText(measured.length());
    const QFontMetricsF metrics(view.style.plateFont);
    const QPointF at(area.center().x() - (metrics.horizontalAdvance(text) + metrics.height() + 8) / 2,
                     lanes.bottom() - metrics.height() - 16 * view.style.scale);
    const QColor ink = view.theme.name == ThemeName::dark ? view.theme.ground : view.theme.panel;
    paintPill(painter, lanes, at, text, view.style.plateFont, view.theme.accent, ink);
}

}  // namespace interleave::ui
