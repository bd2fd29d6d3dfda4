#include "ui/timeline/level_painter.hpp"

#include <QFontMetricsF>
#include <QPainterPath>

#include <cmath>
#include <optional>

#include "ui/live/duration_text.hpp"
#include "ui/theme/tabular.hpp"
#include "ui/timeline/lane_sweep.hpp"
#include "ui/timeline/timeline_painting.hpp"

namespace interleave::ui {
namespace {

// What a level lane is drawn with.
struct Scale {
    QRectF bar;
    Extremes bounds;
    double headroom;  // pixels above the highest value

    double yOf(std::int64_t value) const {
        const auto range = static_cast<double>(bounds.high - bounds.low);
        return bar.bottom() - static_cast<double>(value - bounds.low) / range * (bar.height() - headroom);
    }
};

QColor mixed(const QColor& a, const QColor& b, double share) {
    const auto mix = [share](int x, int y) { return static_cast<int>(std::lround(x + (y - x) * share)); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

void paintLevels(QPainter& painter, const TimelineView& view, const Scale& scale,
                 const std::vector<LevelPiece>& pieces) {
    const QColor line = view.theme.accent;
    const QColor fill = mixed(view.theme.soft, line, 0.38);
    const QColor band = mixed(view.theme.soft, line, 0.75);
    const double left = scale.bar.left();
    QPainterPath filled;
    QPainterPath bands;
    QPainterPath lines;
    const double thick = 2 * view.style.scale;
    for (const LevelPiece& piece : pieces) {
        const double low = scale.yOf(piece.low);
        const double high = scale.yOf(piece.high);
        const double width = piece.right - piece.left;
        filled.addRect({left + piece.left, low, width, scale.bar.bottom() - low});
        if (piece.steady()) lines.addRect({left + piece.left, low - thick / 2, width, thick});
        else bands.addRect({left + piece.left, high - thick / 2, width, low - high + thick});
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillPath(filled, fill);
    painter.fillPath(bands, band);
    painter.fillPath(lines, line);
    painter.restore();
}

void paintValues(QPainter& painter, const TimelineView& view, const Scale& scale,
                 const std::vector<LevelPiece>& pieces) {
    const QFont& font = view.style.detailFont;
    const QFontMetricsF metrics(font);
    if (scale.bar.height() < metrics.height() + 4) return;
    constexpr double kSayAgain = 240;  // pixels: a value that only flickered is not said anew before that
    std::optional<std::int64_t> said;
    double saidAt = 0;
    for (const LevelPiece& piece : pieces) {
        if (!piece.steady() || (said == piece.low && piece.left - saidAt < kSayAgain * view.style.scale)) continue;
        const QString text = countText(piece.low);
        const double needed = metrics.horizontalAdvance(text) + 18 * view.style.scale;
        if (piece.right - piece.left < needed) continue;
        said = piece.low;
        saidAt = piece.left;
        paintPlate(painter, view, {scale.bar.left() + piece.left + 4 * view.style.scale, scale.bar.center().y()}, text,
                   font);
    }
}

void paintCapacity(QPainter& painter, const TimelineView& view, const Scale& scale, std::int64_t capacity) {
    const double y = scale.yOf(capacity);
    QPen pen(view.theme.ink, 1.5 * view.style.scale, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.drawLine(QPointF(scale.bar.left(), y), QPointF(scale.bar.right(), y));
}

// The write that was destroyed: the last one before.
std::optional<TraceTime> destroyedBy(const LevelLane& writes, const LostUpdate& lost) {
    const std::size_t index = writes.find(lost.at - Duration{1});
    if (index == LevelLane::kNone) return std::nullopt;
    return writes[index].at;
}

void paintCross(QPainter& painter, const TimelineView& view, QPointF middle, double arm) {
    const QLineF strokes[] = {{middle - QPointF(arm, arm), middle + QPointF(arm, arm)},
                              {middle - QPointF(arm, -arm), middle + QPointF(arm, -arm)}};
    painter.setPen(QPen(view.theme.panel, 5.5 * view.style.scale, Qt::SolidLine, Qt::RoundCap));
    painter.drawLines(strokes, 2);
    painter.setPen(QPen(view.theme.danger, 2.5 * view.style.scale, Qt::SolidLine, Qt::RoundCap));
    painter.drawLines(strokes, 2);
}

// A cross over each write that destroyed another, at most one for each few pixels,
// and a line back to the ring over the one destroyed.
void paintLostUpdates(QPainter& painter, const TimelineView& view, const Lane& lane, const QRectF& bar) {
    const double arm = 4.5 * view.style.scale;
    const double y = bar.top() + 1.6 * arm;
    const LevelLane& writes = view.store.object({lane.id}).levels;
    double last = -1e9;
    for (const LostUpdate& lost : view.store.lostUpdates()) {
        if (lost.variable.value != lane.id || !view.geometry.visible.contains(lost.at)) continue;
        const double x = view.geometry.xAt(lost.at);
        if (x - last < 2.5 * arm) continue;
        if (const auto destroyed = destroyedBy(writes, lost)) {
            const double from = std::max(view.geometry.xAt(*destroyed), bar.left());
            if (x - from > 2.5 * arm) {
                painter.setPen(QPen(view.theme.danger, 2 * view.style.scale, Qt::SolidLine, Qt::FlatCap));
                painter.drawLine(QPointF(from + arm, y), QPointF(x - arm, y));
                painter.setBrush(view.theme.panel);
                painter.drawEllipse(QPointF(from, y), arm, arm);
            }
        }
        last = x;
        paintCross(painter, view, {x, y}, arm);
    }
}

// Who touched it: a tick at the foot for a read, one at the head of the step for a write, in the actor's hue. Only
// where they are few enough to be told apart.
void paintAccesses(QPainter& painter, const TimelineView& view, const Lane& lane, const QRectF& bar) {
    constexpr std::size_t kMostEvents = 20'000;  // in view: beyond that no tick could be told from the next
    const auto& events = view.store.events();
    const std::size_t first = view.store.eventAfter(view.geometry.visible.begin - Duration{1});
    const std::size_t last = std::min(events.end(), view.store.eventAfter(view.geometry.visible.end));
    if (last - first > kMostEvents) return;
    const double high = std::min(9 * view.style.scale, bar.height() / 3);
    const double wide = 3 * view.style.scale;
    for (std::size_t i = first; i < last; ++i) {
        const Event& e = events[i];
        const bool writes = e.kind == EventKind::variableWritten;
        if ((!writes && e.kind != EventKind::variableRead) || e.object != lane.id) continue;
        const QRectF tick(view.geometry.xAt(e.at()) - wide / 2, bar.bottom() - high, wide, high);
        const QColor hue = view.theme.actor(view.store.actor(e.who()).hue);
        painter.setPen(QPen(hue, view.style.scale));
        painter.setBrush(writes ? QBrush(hue) : QBrush(view.theme.panel));
        painter.drawRect(tick);
    }
}

}  // namespace

Extremes levelBounds(const ObjectRecord& object, TraceTime now) {
    Extremes bounds{0, 1};
    if (object.kind != ObjectKind::variable) {
        const bool bounded =
            object.kind == ObjectKind::queue || object.kind == ObjectKind::semaphore || object.kind == ObjectKind::bank;
        bounds.high = std::max<std::int64_t>({1, object.maxLevel, bounded ? object.initial : 1});
        return bounds;
    }
    const Extremes seen = object.levels.extremes({{0}, now + Duration{1}}, object.initial);
    bounds.low = std::min<std::int64_t>(seen.low, 0);
    bounds.high = std::max<std::int64_t>(seen.high, bounds.low + 1);
    return bounds;
}

void paintLevelLane(QPainter& painter, const TimelineView& view, const Lane& lane) {
    const ObjectRecord& object = view.store.object({lane.id});
    const QRectF bar = view.geometry.barOf(lane);
    painter.setPen(Qt::NoPen);
    painter.setBrush(view.theme.soft);
    painter.drawRoundedRect(bar, 4, 4);
    const Scale scale{bar, levelBounds(object, view.store.now()), std::min(8.0, bar.height() / 5)};
    const SweepView sweep{view.geometry.visible, static_cast<int>(std::lround(bar.width())), view.store.now(), 1};
    const std::vector<LevelPiece> pieces = sweepLevels(object.levels, sweep);
    paintLevels(painter, view, scale, pieces);
    if ((object.kind == ObjectKind::queue || object.kind == ObjectKind::bank) && object.initial > 0)
        paintCapacity(painter, view, scale, object.initial);
    paintValues(painter, view, scale, pieces);
    if (object.kind != ObjectKind::variable) return;
    paintAccesses(painter, view, lane, bar);
    paintLostUpdates(painter, view, lane, bar);
}

}  // namespace interleave::ui
