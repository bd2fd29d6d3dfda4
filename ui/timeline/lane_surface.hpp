// Where one lane is drawn: as pixels (lane_raster) or as shapes (lane_vector). Coordinates are whole units from the
// lane's top left corner: device pixels there, pixels here.
#pragma once

#include <QColor>

#include <span>

#include "ui/timeline/lane_fill.hpp"
#include "ui/timeline/lane_sweep.hpp"

namespace interleave::ui {

class LaneSurface {
public:
    virtual ~LaneSurface() = default;

    struct Track {
        int width, height;
        int radius;            // of its corners
        QColor color, ground;  // ground: what lies behind the corners
    };
    // Begins a lane with its empty track.
    virtual void begin(const Track& track) = 0;
    // From here on only rows from `top` on are drawn, over what is there: classes that are not shown leave it alone.
    virtual void drawOver(int top) = 0;

    struct Bar {
        int left, right;         // right is outside
        int radius, edge;        // of its corners; width of its edge, where the fill has one
        bool begins, ends;       // its ends are true ones, so they have corners
        std::int64_t phase;      // where the pattern begins: the bar's true left end
    };
    virtual void bar(const Bar& bar, const Fill& fill) = 0;
    // Columns of stacked rows, `width` units wide each, from the bottom up in the set's order.
    virtual void columns(int left, int width, std::span<const Rows> rows, const FillSet& fills) = 0;
    // Track again: the gap beside what is drawn next.
    virtual void clear(int left, int right) = 0;

    // Draws what is still held back to be joined with what follows.
    virtual void finish() {}

    // Height of what is drawn now: of the track, or of the rows drawn over it.
    virtual int rows() const = 0;
};

}  // namespace interleave::ui
