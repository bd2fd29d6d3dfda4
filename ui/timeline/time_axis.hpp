// Time across pixels: where a moment falls, which moments get a tick, and how times are written. Pure.
#pragma once

#include <QString>

#include <vector>

#include "core/base/time.hpp"

namespace interleave::ui {

// Where `time` falls in a view `width` pixels wide; 0 for an empty range. Not clamped.
constexpr double pixelAt(TraceTime time, TimeRange visible, double width) {
    if (visible.empty()) return 0;
    return static_cast<double>((time - visible.begin).count()) * width / static_cast<double>(visible.length().count());
}

// The moment under `pixel`; the range's beginning for a view without width. Not clamped.
constexpr TraceTime timeAt(double pixel, TimeRange visible, double width) {
    if (width <= 0) return visible.begin;
    const double ns = pixel * static_cast<double>(visible.length().count()) / width;
    return {visible.begin.ns + static_cast<std::int64_t>(ns < 0 ? ns - 0.5 : ns + 0.5)};
}

struct Tick {
    TraceTime at;
    QString label;  // "0.4 s", "250 ms", "20 µs"
};

// The distance between ticks: the smallest of 1, 2, 4, 5 × 10ⁿ ns that leaves `spacing` pixels between them.
Duration tickStep(TimeRange visible, double width, double spacing);
// Ticks at whole multiples of the step within `visible`, both ends included. None for an empty range or width.
std::vector<Tick> placeTicks(TimeRange visible, double width, double spacing);

// As people ask for it, without needless zeros: "1 s", "250 ms", "1.5 s".
QString roundDurationLabel(Duration length);

}  // namespace interleave::ui
