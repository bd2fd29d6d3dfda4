// The overview's arithmetic: what range it shows, where the frame of the visible range lies, what a drag does to it.
// Pure.
#pragma once

#include "core/base/time.hpp"

namespace interleave::ui {

// The whole run with some room after its end, and at least what is visible.
TimeRange overviewRange(TimeRange span, TimeRange visible);

enum class FramePart { outside, inside, leftEdge, rightEdge };

// Pixels within the strip.
struct FrameEdges {
    double left = 0;
    double right = 0;
};

// The frame of `visible`, at least a few pixels wide so that it can be seen and taken.
FrameEdges frameEdges(TimeRange visible, TimeRange whole, double width);
// What is taken by a press at `x`. An edge reaches a few pixels to both sides; a narrow frame keeps an inside.
FramePart framePartAt(double x, FrameEdges frame);

// The range after `part` of the frame has been dragged by `by`: moved, or resized but never turned over.
TimeRange draggedRange(TimeRange visible, FramePart part, Duration by);

}  // namespace interleave::ui
