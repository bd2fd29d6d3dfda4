// A lane's intervals as what a view of so many pixels can show of them. Pure; the cost follows the pixels, never the
// intervals: an interval wide enough is a bar of its own, everything between two bars is told by columns, one pixel
// wide, of the exact time spent in each class.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/trace/interval_lane.hpp"
#include "core/trace/level_lane.hpp"

namespace interleave::ui {

struct SweepView {
    TimeRange visible;
    int columns = 0;       // pixels of the view's width
    TraceTime now;         // where an open interval ends
    double widestSliver = 3;  // pixels; what is narrower is told by columns
};

struct Piece {
    enum class Kind : std::uint8_t { bar, columns };
    Kind kind{};
    double left = 0;   // pixels from the view's left edge, within it
    double right = 0;
    std::size_t index = 0;    // bar: the lane's interval; columns: the first of them in LaneSweep::columns
    bool begins = true;       // bar: it begins within the view
    bool ends = true;         // bar: it ends within the view
};

struct LaneSweep {
    // From left to right. Columns cover whole pixels, so they reach up to one pixel into the bars beside them.
    std::vector<Piece> pieces;
    std::vector<Shares> columns;  // of all column pieces, one each pixel; ns
};

// Fills `sweep`, whose memory is used again.
void sweepLane(const IntervalLane& lane, const LookTable& looks, const SweepView& view, LaneSweep& sweep);

// Shares as pixel rows of a column `height` pixels high: exact to a pixel, but nothing that was there has none
// as long as there is room. Their sum is `height`, or 0 for a column without time.
using Rows = std::array<std::uint16_t, kLaneClasses>;
Rows stackedRows(const Shares& shares, int height);
// Of many columns.
void stackColumns(std::span<const Shares> columns, int height, std::vector<Rows>& rows);

// A stretch of a level lane that looks the same in each of its pixels.
struct LevelPiece {
    double left = 0;
    double right = 0;
    std::int64_t low = 0;
    std::int64_t high = 0;
    bool steady() const { return low == high; }
};

std::vector<LevelPiece> sweepLevels(const LevelLane& lane, const SweepView& view);

}  // namespace interleave::ui
