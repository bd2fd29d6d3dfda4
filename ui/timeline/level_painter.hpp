// Paints lanes of numbers: fill levels against their capacity, permits, values with their lost updates.
#pragma once

#include <QPainter>

#include "ui/timeline/timeline_view.hpp"

namespace interleave::ui {

void paintLevelLane(QPainter& painter, const TimelineView& view, const Lane& lane);

// Which values are at the bottom and the top of the lane: from 0 to the capacity where there is one, else to the
// highest value of the run so far. Never empty.
Extremes levelBounds(const ObjectRecord& object, TraceTime now);

}  // namespace interleave::ui
