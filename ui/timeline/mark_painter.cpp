#include "ui/timeline/mark_painter.hpp"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/timeline/arrow_choice.hpp"
#include "ui/timeline/timeline_painting.hpp"
#include "ui/timeline/timeline_words.hpp"

namespace interleave::ui {
namespace {

void paintHead(QPainter& painter, QPointF tip, QPointF direction, double size, const QColor& color) {
    const QPointF side(-direction.y(), direction.x());
    const QPolygonF head{tip, tip - direction * size + side * size * 0.55, tip - direction * size - side * size * 0.55};
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(head);
}

// How heavy an arrow is: between low lanes a heavy one would hide what they say.
struct ArrowWeight {
    double shaft, halo, dot, head, inset;  // pixels at scale 1; no halo and no dot where 0
};
constexpr ArrowWeight kFull{.shaft = 1.8, .halo = 4.5, .dot = 2.4, .head = 10, .inset = 7};
constexpr ArrowWeight kLight{.shaft = 1.2, .halo = 2.4, .dot = 0, .head = 6, .inset = 3};
constexpr double kLowLane = 28;  // pixels

// From the edge of one bar to the edge of the other, in ink over a panel-coloured halo.
void paintArrow(QPainter& painter, const TimelineView& view, const Arrow& arrow, const Lane& source,
                const Lane& target) {
    const TimelineGeometry& geometry = view.geometry;
    const double scale = view.style.scale;
    const QRectF from = geometry.barOf(source);
    const QRectF to = geometry.barOf(target);
    const ArrowWeight& weight = std::min(from.height(), to.height()) < kLowLane * scale ? kLight : kFull;
    const bool down = to.top() > from.top();
    const double inset = weight.inset * scale;
    const QPointF start(std::max(geometry.xAt(arrow.from), geometry.lanes.left()),
                        down ? from.bottom() - inset : from.top() + inset);
    const QPointF end(geometry.xAt(arrow.to), down ? to.top() : to.bottom());
    const QPointF way = end - start;
    const double length = std::hypot(way.x(), way.y());
    if (length < 4) return;
    const QPointF direction = way / length;
    const double head = weight.head * scale;
    const QLineF shaft(start, end - direction * (head - 2));

    painter.setPen(QPen(view.theme.panel, weight.halo * scale, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(shaft);
    // What is lent is dashed: nobody is woken by it. What was between a parent and its orphan is dotted: it is no more.
    const bool orphan = arrow.kind == ArrowKind::orphan;
    const Qt::PenStyle line = orphan ? Qt::DotLine : arrow.kind == ArrowKind::inherit ? Qt::DashLine : Qt::SolidLine;
    painter.setPen(
        QPen(view.theme.ink, weight.shaft * scale, line, line == Qt::SolidLine ? Qt::RoundCap : Qt::FlatCap));
    painter.drawLine(shaft);
    if (weight.dot > 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(view.theme.panel);
        painter.drawEllipse(start, (weight.dot + 1) * scale, (weight.dot + 1) * scale);
        painter.setBrush(view.theme.ink);
        painter.drawEllipse(start, weight.dot * scale, weight.dot * scale);
    }
    paintHead(painter, end + direction * 1.5, direction, head + 3, view.theme.panel);
    paintHead(painter, end, direction, head, view.theme.ink);
}

// The lanes that an arrow joins: those of two actors, or of the cores between which one actor moved.
// Null where one is not shown.
std::pair<const Lane*, const Lane*> endsOf(const TimelineView& view, const Arrow& arrow) {
    if (arrow.kind == ArrowKind::frameSwitch) {
        const auto frameOrProgram = [&](std::uint32_t frame) {
            if (frame != ObjectId::kNone) return view.layout.find(LaneKind::frame, frame);
            const IntervalLane& states = view.store.object(arrow.object).owners;
            return view.layout.find(LaneKind::actor, view.store.looks()[states.lookAt(arrow.to)].subject);
        };
        return {frameOrProgram(arrow.source.value), frameOrProgram(arrow.target.value)};
    }
    if (arrow.kind != ArrowKind::migrate)
        return {view.layout.find(LaneKind::actor, arrow.source.value),
                view.layout.find(LaneKind::actor, arrow.target.value)};
    const Migration move = migrationOf(arrow);
    return {view.layout.find(LaneKind::core, move.from), view.layout.find(LaneKind::core, move.to)};
}

// Where one of many arrives: a small triangle on the lane's upper edge.
void paintMark(QPainter& painter, const TimelineView& view, const Arrow& arrow, const Lane& target) {
    const QPointF at(view.geometry.xAt(arrow.to), view.geometry.barOf(target).top() + 1);
    paintHead(painter, at, {0, 1}, 5 * view.style.scale, view.theme.ink);
}

// Deadlocks in view; each next plate stands a line lower.
template <class Each>
void forEachDeadlock(const TimelineView& view, Each each) {
    const double step = QFontMetricsF(view.style.plateFont).height() + 12;
    double top = view.geometry.lanes.top() + 2;
    for (const Deadlock& deadlock : view.store.deadlocks()) {
        if (!view.geometry.visible.contains(deadlock.at) || deadlock.at > view.until) continue;
        each(deadlock, view.geometry.xAt(deadlock.at), top);
        top += step;
    }
}

}  // namespace

void paintArrows(QPainter& painter, const TimelineView& view) {
    const TimelineGeometry& geometry = view.geometry;
    const double width = geometry.lanes.width();
    const auto most = std::min(kMostArrows, static_cast<std::size_t>(width / (kArrowSpacing * view.style.scale)));
    const ArrowChoice choice = chooseArrows(view.store.arrows(), geometry.visible, width, most);
    for (const Arrow& arrow : choice.arrows) {
        const auto [source, target] = endsOf(view, arrow);
        if (source && target && source != target) paintArrow(painter, view, arrow, *source, *target);
    }
    for (const Arrow& arrow : choice.marks) {
        if (const Lane* target = endsOf(view, arrow).second) paintMark(painter, view, arrow, *target);
    }
}

void paintDeadlockLines(QPainter& painter, const TimelineView& view) {
    const double bottom = std::min(view.geometry.lanes.bottom(), view.geometry.yAt(view.layout.height));
    const double scale = view.style.scale;
    forEachDeadlock(view, [&](const Deadlock&, double x, double) {
        const QLineF line(x, view.geometry.lanes.top(), x, bottom);
        painter.setPen(QPen(view.theme.panel, 4.5 * scale, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(line);
        QPen dashed(view.theme.danger, 2.5 * scale, Qt::CustomDashLine, Qt::FlatCap);
        dashed.setDashPattern({2.8, 1.4});
        painter.setPen(dashed);
        painter.drawLine(line);
    });
}

void paintDeadlockPlates(QPainter& painter, const TimelineView& view) {
    const QColor ink = view.theme.name == ThemeName::dark ? view.theme.ground : view.theme.panel;
    forEachDeadlock(view, [&](const Deadlock& deadlock, double x, double top) {
        paintPill(painter, view.geometry.lanes, {x + 8 * view.style.scale, top}, words::deadlock(view.store, deadlock),
                  view.style.plateFont, view.theme.danger, ink);
    });
}

void paintBlockedLoop(QPainter& painter, const TimelineView& view) {
    if (!view.marksLongTurn()) return;
    const LongTurn& turn = *view.longTurn;
    const Lane* lane = view.layout.find(LaneKind::actor, turn.actor.value);
    const TimeRange& visible = view.geometry.visible;
    if (lane == nullptr || turn.step.end < visible.begin || turn.step.begin >= visible.end) return;
    const QRectF bar = view.geometry.barOf(*lane);
    const double left = std::max(view.geometry.xAt(turn.step.begin), view.geometry.lanes.left());
    const double right = std::min(view.geometry.xAt(turn.step.end), view.geometry.lanes.right());
    const double scale = view.style.scale;
    painter.setPen(QPen(view.theme.danger, 2.5 * scale));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(left, bar.top(), std::max(right - left, 3.0), bar.height()), 3 * scale, 3 * scale);
    const QColor ink = view.theme.name == ThemeName::dark ? view.theme.ground : view.theme.panel;
    paintPill(painter, view.geometry.lanes, {left + 4 * scale, bar.top() + 4 * scale}, words::blockedLoop(turn),
              view.style.plateFont, view.theme.danger, ink);
}

}  // namespace interleave::ui
