// What lies over the lanes: arrows between them, and deadlocks through them.
#pragma once

#include <QPainter>

#include "ui/timeline/timeline_view.hpp"

namespace interleave::ui {

// As many as can be read; of more, where they arrive.
void paintArrows(QPainter& painter, const TimelineView& view);
// A dashed line where each deadlock closed, and a plate beside it that names it.
void paintDeadlockLines(QPainter& painter, const TimelineView& view);
void paintDeadlockPlates(QPainter& painter, const TimelineView& view);
// A frame around the step in which somebody blocked the event loop for longest, and a plate that says so. Nothing where
// no turn was long enough to be noticed.
void paintBlockedLoop(QPainter& painter, const TimelineView& view);

}  // namespace interleave::ui
