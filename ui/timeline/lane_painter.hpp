// Paints lanes of intervals: cores, actors, locks. One for a whole picture.
#pragma once

#include <QPainter>

#include <span>
#include <vector>

#include "ui/timeline/lane_drawing.hpp"
#include "ui/timeline/lane_raster.hpp"
#include "ui/timeline/lane_vector.hpp"
#include "ui/timeline/timeline_view.hpp"

namespace interleave::ui {

class LanePainter {
public:
    LanePainter(QPainter& painter, const TimelineView& view);

    struct Item {
        const Lane* lane;
        const IntervalLane* intervals;
    };
    // Where pixels are painted, several lanes are drawn at once.
    void paint(std::span<const Item> lanes);
    // Of all lanes painted so far; last of all, so that no line runs through a word.
    void paintLabels();

private:
    struct Label {
        QPointF leftMiddle;
        QString text;
        const QFont* font;
        QColor ink;   // of text that stands on the bar itself; invalid: on a plate
    };

    void paintPixels(std::span<const Item> lanes);
    void paintShapes(const Item& item);
    void show(const QImage& image, int top);
    bool isMarkedOtherwise(const Lane& lane, const Interval& interval) const;
    void placeLabels(const Item& item, std::span<const Piece> pieces);

    QPainter& m_painter;
    const TimelineView& m_view;
    const bool m_pixels;
    const LaneLooks m_looks;
    std::vector<Label> m_labels;
};

}  // namespace interleave::ui
