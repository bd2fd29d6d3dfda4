// How runs side by side look: a row for each, its name at the left, its charts on one axis, its numbers as bars at the
// right. For a panel and for a picture alike. Pure.
#pragma once

#include <QPainter>

#include <optional>
#include <vector>

#include "ui/scheduling/comparison.hpp"
#include "ui/theme/theme.hpp"

namespace interleave::ui {

// Where the parts lie. Rows are as high as there is room, up to what looks well.
struct ComparisonPlaces {
    // All rows of each. `bars` is empty where no number was told; `charts` where there are numbers, but no room for both.
    QRectF names, charts, bars;
    double rowHeight = 0;
    std::size_t numbers = 0;  // of each run that there is room for
    bool header = false;      // that one number's label stands above all rows, not in each

    QRectF row(std::size_t index) const;                     // from the left edge to the right one
    std::optional<std::size_t> rowAt(QPointF point, std::size_t rows) const;
};

ComparisonPlaces placeComparison(const QRectF& area, const Comparison& comparison, double scale);
// How high it is at best.
double comparisonHeight(std::size_t runs, double scale);

struct ComparisonMarks {
    std::vector<std::size_t> chosen;       // rows that a person chose to see alone
    std::optional<std::size_t> current;    // the row that keys go to
    std::optional<std::size_t> shown;      // the row of the run that the timeline shows
};

void paintComparison(QPainter& painter, const QRectF& area, const Comparison& comparison, const Theme& theme,
                     double scale, const ComparisonMarks& marks = {});

}  // namespace interleave::ui
