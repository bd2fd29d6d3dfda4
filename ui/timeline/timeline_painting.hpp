// Paints a view of the timeline, part by part: on the screen, into a picture, into SVG and PDF, by the same code.
// Pixels are written as such where the painter's device has any; else everything stays shapes.
#pragma once

#include <QPainter>

#include <optional>

#include "ui/timeline/timeline_view.hpp"

namespace interleave::ui {

// Vertical lines at the ticks, and the ticks' labels above the lanes.
void paintAxis(QPainter& painter, const TimelineView& view);
// All lanes that can be seen: states, owners, levels; over them arrows, deadlocks, and last of all their words.
void paintLanes(QPainter& painter, const TimelineView& view);
// Left of the lanes: titles of the sections, names, the actors' hues. From `left` on.
void paintNames(QPainter& painter, const TimelineView& view, double left);
// A line through all lanes and a plate that tells the moment.
void paintCursor(QPainter& painter, const TimelineView& view, TraceTime cursor);

// A panel-coloured plate with text that reads on it at 7:1, its left edge at `left`, centred on `middle`.
// Returns its place.
QRectF paintPlate(QPainter& painter, const TimelineView& view, QPointF leftMiddle, const QString& text,
                  const QFont& font);
// A pill: `fill` with text in `ink`; `topLeft` is moved so that it stays within `within`.
QRectF paintPill(QPainter& painter, const QRectF& within, QPointF topLeft, const QString& text, const QFont& font,
                 const QColor& fill, const QColor& ink);

// Whether the painter's device is made of pixels.
bool paintsPixels(const QPainter& painter);

}  // namespace interleave::ui
