// The chart that textbooks draw of a schedule: one strip for each core, a bar for each stretch that a job had it.
// Several charts stand one below the other on one axis,
// so that what was computed and what was measured can be compared by eye.
#pragma once

#include <QPainter>
#include <QString>

#include <optional>
#include <vector>

#include "ui/theme/theme.hpp"

namespace interleave::ui {

struct GanttBar {
    double begin = 0;  // ms
    double end = 0;
    int hue = 0;       // of its job, as everywhere
    QString name;
};

struct GanttStrip {
    QString label;     // "textbook", "measured, core 1"
    std::vector<GanttBar> bars;
};

struct GanttChart {
    std::vector<GanttStrip> strips;
    double length = 0;               // ms that the axis shows
    std::optional<double> cursor;    // ms
};

// Where on the axis ticks stand: 1, 2 or 5 times a power of ten apart, at most `most` of them, from 0 on. Pure.
std::vector<double> ganttTicks(double length, int most);
// How high a chart of so many strips is at best, in desk pixels times `scale`. Pure.
double ganttHeight(std::size_t strips, double scale);
// The strip at a point of `area`; nothing where there is none. Pure.
std::optional<std::size_t> ganttStripAt(const QRectF& area, const GanttChart& chart, QPointF point, double scale);
// One strip across `box`, which is `length` ms wide. A pale one has no names: it stands below the one that has them.
enum class StripLook { full, pale };
void paintStrip(QPainter& painter, const QRectF& box, const GanttStrip& strip, double length, const Theme& theme,
                StripLook look);
// Paints the chart into `area`; labels at the left, the axis below.
void paintGantt(QPainter& painter, const QRectF& area, const GanttChart& chart, const Theme& theme, double scale);

}  // namespace interleave::ui
