// One lane of intervals, drawn onto a surface. It reads the store and writes to itself and its surface only: several
// lanes can be drawn at once by as many threads while nobody changes the store.
#pragma once

#include <vector>

#include "ui/timeline/lane_surface.hpp"
#include "ui/timeline/timeline_view.hpp"

namespace interleave::ui {

// The lanes' grid of whole units, device pixels or pixels.
struct LaneGrid {
    double scale = 1;      // units in a pixel
    QPointF origin;        // of the device, in units
    int left = 0, width = 0;

    int unit(double pixels) const;  // at least one
    int topOf(const QRectF& bar) const;
};

// What all lanes of a picture share.
struct LaneLooks {
    const TimelineView& view;
    LaneGrid grid;
    FillSet states, hues, waiters;
};

class LaneDrawing {
public:
    explicit LaneDrawing(const LaneLooks& looks) : m_looks(&looks) {}

    void draw(const Lane& lane, const IntervalLane& intervals, LaneSurface& surface);
    // The bars and columns that were drawn; of a lock those of its owners, not of who waits.
    const std::vector<Piece>& pieces() const { return m_sweep.pieces; }

    static constexpr double kWaitersShare = 0.36;  // of a lock's bar, for those who wait

private:
    void drawIntervals(const IntervalLane& intervals, const FillSet& fills, LaneSweep& sweep, LaneSurface& surface);
    void drawBar(const Piece& piece, const IntervalLane& intervals, const FillSet& fills, LaneSurface& surface) const;
    void drawColumns(const LaneSweep& sweep, std::size_t piece, const FillSet& fills, LaneSurface& surface);
    void drawSliver(const LaneSweep& sweep, std::size_t piece, const FillSet& fills, LaneSurface& surface) const;

    const LaneLooks* m_looks;
    // Of the lane, and of those who wait where it is a lock's: their memory is used again.
    LaneSweep m_sweep, m_waitersSweep;
    std::vector<Rows> m_rows;
};

}  // namespace interleave::ui
