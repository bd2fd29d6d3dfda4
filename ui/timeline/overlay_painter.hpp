// What moves over the timeline without redrawing it: hover, selection, a measured duration.
#pragma once

#include <QPainter>
#include <QStringList>

#include <optional>

#include "ui/live/view_state.hpp"
#include "ui/timeline/timeline_view.hpp"

namespace interleave::ui {

// An outline around the interval hit, and a card beside the pointer that tells all about it.
void paintHover(QPainter& painter, const TimelineView& view, const Hit& hit, QPointF pointer, const QRectF& within);
void paintSelection(QPainter& painter, const TimelineView& view, const Selection& selection);
void paintMeasured(QPainter& painter, const TimelineView& view, TimeRange measured);

// The card's words: a title, then pairs of what and how much. Pure.
struct HoverText {
    QString title;
    std::vector<std::pair<QString, QString>> rows;
};
HoverText hoverText(const TimelineView& view, const Hit& hit);

// The interval hit as it is drawn: a sliver is as wide as it is drawn, not as it is long.
QRectF outlineOf(const TimelineView& view, const Lane& lane, TimeRange interval);

}  // namespace interleave::ui
