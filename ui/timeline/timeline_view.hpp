// All that a picture of the timeline depends on, and where things lie in it. Pure.
#pragma once

#include <QPointF>
#include <QRectF>

#include <algorithm>
#include <optional>

#include "core/trace/loop_history.hpp"
#include "ui/theme/theme.hpp"
#include "ui/timeline/lane_layout.hpp"
#include "ui/timeline/time_axis.hpp"
#include "ui/timeline/timeline_style.hpp"

namespace interleave::ui {

struct TimelineGeometry {
    QRectF lanes;        // right of the names, below the axis
    TimeRange visible;
    double scroll = 0;   // how far the lanes are moved up

    double xAt(TraceTime t) const { return lanes.left() + pixelAt(t, visible, lanes.width()); }
    TraceTime timeAt(double x) const { return interleave::ui::timeAt(x - lanes.left(), visible, lanes.width()); }
    double yAt(double layoutY) const { return lanes.top() + layoutY - scroll; }
    QRectF barOf(const Lane& lane) const { return {lanes.left(), yAt(lane.top), lanes.width(), lane.height}; }
    // Time under one pixel.
    Duration resolution() const {
        return Duration{lanes.width() > 0
                            ? static_cast<std::int64_t>(static_cast<double>(visible.length().count()) / lanes.width())
                            : 0};
    }
};

struct TimelineView {
    const Store& store;
    const Theme& theme;
    const LaneLayout& layout;
    const TimelineStyle& style;
    TimelineGeometry geometry;
    std::optional<LongTurn> longTurn = {};  // of an event loop, the longest so far
    TraceTime until = kEndOfTime;           // deadlocks found after it are not told of yet
    // Whether it is worth a mark: where asyncio's debug mode warns.
    bool marksLongTurn() const { return longTurn && longTurn->length >= std::chrono::milliseconds{100}; }
};

// What lies under a point of the lanes.
struct Hit {
    Lane lane;
    TraceTime at;
    std::optional<std::size_t> interval;  // of the lane; none before its beginning and on level lanes
    std::size_t sharing = 1;              // intervals that share this pixel
};

// The intervals of a lane; null for one that shows levels.
const IntervalLane* intervalsOf(const Store& store, const Lane& lane);
// The levels of a queue, semaphore, event or variable; null for other lanes.
const LevelLane* levelsOf(const Store& store, const Lane& lane);

std::optional<Hit> hitAt(const TimelineView& view, QPointF point);

// Width of the column of names: as wide as the longest asks for, in steps, so that it seldom changes.
double namesWidth(const Store& store, const LaneLayout& layout, const TimelineStyle& style);

}  // namespace interleave::ui
