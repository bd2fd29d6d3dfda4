#include "ui/timeline/overview_rows.hpp"

#include <QPainter>

#include <algorithm>

#include "ui/timeline/lane_layout.hpp"
#include "ui/timeline/lane_raster.hpp"

namespace interleave::ui {
namespace {

constexpr int kLeastRow = 4;     // pixels, the gap included
constexpr int kGap = 2;

// Solid colours: rows this low have no room for patterns.
FillSet plainFills(const Theme& theme) {
    FillSet fills = stateFills(theme, 1);
    for (Fill& fill : fills.fills) fill.setTile({});
    return fills;
}

std::vector<std::uint32_t> actorsInOrder(const Store& store) {
    std::vector<std::uint32_t> actors;
    for (const Lane& lane : layoutLanes(store, Density::dense, 1).lanes) {
        if (lane.kind == LaneKind::actor) actors.push_back(lane.id);
    }
    return actors;
}

}  // namespace

QImage overviewRows(const Store& store, TimeRange range, QSize size, const Theme& theme, int highestRow) {
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    const std::vector<std::uint32_t> actors = actorsInOrder(store);
    if (actors.empty() || size.isEmpty()) return image;

    const int rows = std::min<int>(static_cast<int>(actors.size()), std::max(1, size.height() / kLeastRow));
    const int step = std::min(highestRow, size.height() / rows);
    const int top = (size.height() - step * rows + kGap) / 2;
    const FillSet fills = plainFills(theme);
    // Wider than the view: no interval is a bar of its own, all is told by columns.
    const SweepView view{range, size.width(), store.now(), 2.0 * size.width()};
    LaneRaster raster;
    LaneSweep sweep;
    std::vector<Rows> stacked;
    QPainter painter(&image);
    for (int row = 0; row < rows; ++row) {
        const std::size_t which = static_cast<std::size_t>(row) * actors.size() / static_cast<std::size_t>(rows);
        sweepLane(store.actor({actors[which]}).states, store.looks(), view, sweep);
        raster.begin({size.width(), std::max(1, step - kGap), 1, theme.soft, theme.panel});
        for (const Piece& piece : sweep.pieces) {
            const int left = static_cast<int>(piece.left);
            const auto count = static_cast<std::size_t>(static_cast<int>(piece.right) - left);
            stackColumns(std::span(sweep.columns).subspan(piece.index, count), raster.rows(), stacked);
            raster.columns(left, 1, stacked, fills);
        }
        painter.drawImage(QPoint(0, top + row * step), raster.image());
    }
    return image;
}

}  // namespace interleave::ui
