// Sizes and type of the timeline, at one scale: the desk's is 1, a class room's about 1.75.
#pragma once

#include <QColor>
#include <QFont>

#include "ui/theme/theme.hpp"

namespace interleave::ui {

struct TimelineStyle {
    // `lowDesk`: where height is short, what is not lanes takes less of it.
    explicit TimelineStyle(double fontScale, bool lowDesk = false);
    // Before a class: only the lanes that can be read from the last row, and no numbers of threads.
    static TimelineStyle onWall(double fontScale);

    double scale;
    bool low;
    bool wall = false;
    QFont nameFont, detailFont, sectionFont, labelFont, axisFont, plateFont, titleFont, legendFont;

    double axisHeight() const { return (low ? 34 : 40) * scale; }   // tick labels and the cursor's plate
    double headerHeight() const { return (low ? 40 : 52) * scale; } // title and legend
    double edge() const { return 20 * scale; }         // free space left and right
    double radius() const { return 3 * scale; }
};

// On a wall the gaps between bars and the edges around them are as much wider as all else; never less than on a desk.
inline double barScale(const TimelineStyle& style) { return style.wall && style.scale > 1 ? style.scale : 1; }

// Relative luminance's contrast of two colours, 1 to 21 (WCAG 2).
double contrast(const QColor& a, const QColor& b);
// `fill` itself where it stands out 3:1 from `ground`, else a darker or lighter one of its hue that does.
QColor edgeColor(const QColor& fill, const QColor& ground);

}  // namespace interleave::ui
