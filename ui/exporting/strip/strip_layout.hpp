// Where the moments of a strip stand on its page. Pure.
#pragma once

#include <QRectF>

#include <functional>
#include <vector>

namespace interleave::ui {

struct StripGrid {
    int columns = 1, rows = 1;
    QSizeF cell;   // the same of each
    double gap = 0;

    QRectF cellOf(int index, QPointF topLeft) const;
};

// `count` cells in `room`, `gap` apart, in `columns` columns.
StripGrid gridOf(int count, int columns, QSizeF room, double gap);

// The number of columns whose cells are worth most, less for places that stay empty; of several the fewest: what stands
// below each other is compared
// by looking straight down.
StripGrid bestGrid(int count, QSizeF room, double gap, const std::function<double(QSizeF)>& worth);

}  // namespace interleave::ui
