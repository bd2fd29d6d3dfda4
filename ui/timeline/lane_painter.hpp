// Paints lanes of intervals: cores, actors, locks. One for a whole picture; its memory is used from lane to lane.
#pragma once

#include <QPainter>

#include <vector>

#include "ui/timeline/lane_raster.hpp"
#include "ui/timeline/lane_vector.hpp"
#include "ui/timeline/timeline_view.hpp"

namespace interleave::ui {

class LanePainter {
public:
    LanePainter(QPainter& painter, const TimelineView& view);

    void paint(const Lane& lane) { paint(lane, *intervalsOf(m_view.store, lane)); }
    // The same with intervals that are not the store's own; their looks are.
    void paint(const Lane& lane, const IntervalLane& intervals);
    // Of all lanes painted so far; last of all, so that no line runs through a word.
    void paintLabels();

private:
    // The lanes' grid of whole units, device pixels or pixels.
    struct Grid {
        double scale = 1;      // units in a pixel
        QPointF origin;        // of the device, in units
        int left = 0, width = 0;
    };

    struct Label {
        QPointF leftMiddle;
        QString text;
        const QFont* font;
        QColor ink;   // of text that stands on the bar itself; invalid: on a plate
    };

    void placeGrid();
    int unit(double pixels) const;
    void drawIntervals(const IntervalLane& intervals, const FillSet& fills);
    void drawColumns(std::size_t piece, const FillSet& fills);
    void show(int top);
    bool isMarkedOtherwise(const Lane& lane, const Interval& interval) const;
    void placeLabels(const Lane& lane, const IntervalLane& intervals, const QRectF& bar);

    QPainter& m_painter;
    const TimelineView& m_view;
    const bool m_pixels;
    Grid m_grid;
    LaneRaster m_raster;
    LaneVector m_vector;
    LaneSurface& m_surface;
    FillSet m_states, m_hues, m_waiters;
    LaneSweep m_sweep;
    std::vector<Rows> m_rows;
    std::vector<Label> m_labels;
};

}  // namespace interleave::ui
