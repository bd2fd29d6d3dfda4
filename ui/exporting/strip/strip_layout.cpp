#include "ui/exporting/strip/strip_layout.hpp"

namespace interleave::ui {

QRectF StripGrid::cellOf(int index, QPointF topLeft) const {
    const int column = index % columns, row = index / columns;
    return {topLeft + QPointF(column * (cell.width() + gap), row * (cell.height() + gap)), cell};
}

StripGrid gridOf(int count, int columns, QSizeF room, double gap) {
    const int rows = (count + columns - 1) / columns;
    return {columns,
            rows,
            {(room.width() - (columns - 1) * gap) / columns, (room.height() - (rows - 1) * gap) / rows},
            gap};
}

StripGrid bestGrid(int count, QSizeF room, double gap, const std::function<double(QSizeF)>& worth) {
    const auto worthOf = [&](const StripGrid& grid) { return worth(grid.cell) * count / (grid.columns * grid.rows); };
    StripGrid best = gridOf(count, 1, room, gap);
    double bestWorth = worthOf(best);
    for (int columns = 2; columns <= count; ++columns) {
        const StripGrid grid = gridOf(count, columns, room, gap);
        const double itsWorth = worthOf(grid);
        if (itsWorth <= bestWorth) continue;
        best = grid;
        bestWorth = itsWorth;
    }
    return best;
}

}  // namespace interleave::ui
