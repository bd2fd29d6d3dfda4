#include "ui/timeline/lane_drawing.hpp"

#include <algorithm>
#include <cmath>

namespace interleave::ui {
namespace {

constexpr double kSliver = 3;         // pixels: what is narrower is told by columns, and drawn this wide where alone
constexpr double kGap = 2;            // between two bars
constexpr double kNarrow = 8;         // a bar this narrow cannot spare the whole gap
constexpr double kTrackRadius = 4;

bool anythingShown(const Shares& shares, const FillSet& fills) {
    for (std::size_t c = 0; c < kLaneClasses; ++c) {
        if (shares[c] > 0 && fills[c].shown) return true;
    }
    return false;
}

}  // namespace

int LaneGrid::unit(double pixels) const {
    return std::max(1, static_cast<int>(std::lround(pixels * scale)));
}

int LaneGrid::topOf(const QRectF& bar) const {
    return static_cast<int>(std::lround(bar.top() * scale + origin.y()));
}

void LaneDrawing::draw(const Lane& lane, const IntervalLane& intervals, LaneSurface& surface) {
    const auto& [view, grid, states, hues, waiters] = *m_looks;
    const int height = grid.unit(view.geometry.barOf(lane).height());
    surface.begin({grid.width, height, grid.unit(kTrackRadius), view.theme.soft, view.theme.panel});
    drawIntervals(intervals, hasStates(lane) ? states : hues, m_sweep, surface);
    if (lane.kind == LaneKind::lock) {
        surface.drawOver(height - static_cast<int>(std::lround(height * kWaitersShare)));
        drawIntervals(view.store.object({lane.id}).waiters, waiters, m_waitersSweep, surface);
    }
}

void LaneDrawing::drawIntervals(const IntervalLane& intervals, const FillSet& fills, LaneSweep& sweep,
                                LaneSurface& surface) {
    const TimelineView& view = m_looks->view;
    const LaneGrid& grid = m_looks->grid;
    const double sliver = kSliver * barScale(view.style) * grid.scale;
    sweepLane(intervals, view.store.looks(), {view.geometry.visible, grid.width, view.store.now(), sliver}, sweep);
    for (const Piece& piece : sweep.pieces) {
        if (piece.kind == Piece::Kind::bar) drawBar(piece, intervals, fills, surface);
    }
    // Over the bars, so that nothing short is hidden.
    for (std::size_t p = 0; p < sweep.pieces.size(); ++p) {
        if (sweep.pieces[p].kind == Piece::Kind::columns) drawColumns(sweep, p, fills, surface);
    }
    surface.finish();
}

void LaneDrawing::drawBar(const Piece& piece, const IntervalLane& intervals, const FillSet& fills,
                          LaneSurface& surface) const {
    const TimelineView& view = m_looks->view;
    const LaneGrid& grid = m_looks->grid;
    const TimeRange& visible = view.geometry.visible;
    const Fill& fill = fills[view.store.looks()[intervals.lookOf(piece.index)].laneClass];
    if (!fill.shown) return;
    const double wider = barScale(view.style);
    const bool narrow = piece.right - piece.left < kNarrow * wider * grid.scale;
    const int inset = grid.unit(kGap / 2 * wider);
    const double perNs = grid.width / static_cast<double>(visible.length().count());
    const double trueLeft = static_cast<double>((intervals.beginOf(piece.index) - visible.begin).count()) * perNs;
    surface.bar({.left = static_cast<int>(std::lround(piece.left)) + (piece.begins && !narrow ? inset : 0),
                 .right = static_cast<int>(std::lround(piece.right)) - (piece.ends ? inset : 0),
                 .radius = grid.unit(view.style.radius()),
                 .edge = grid.unit((fill.outline ? 1.5 : 1.0) * wider),
                 .begins = piece.begins,
                 .ends = piece.ends,
                 .phase = std::llround(trueLeft)},
                fill);
}

void LaneDrawing::drawColumns(const LaneSweep& sweep, std::size_t p, const FillSet& fills, LaneSurface& surface) {
    const Piece& piece = sweep.pieces[p];
    const int left = static_cast<int>(piece.left);
    const int count = static_cast<int>(piece.right) - left;
    const double wider = barScale(m_looks->view.style);
    if (count < m_looks->grid.unit(kSliver * wider)) return drawSliver(sweep, p, fills, surface);
    const int gap = m_looks->grid.unit(kGap / 2 * wider);
    const std::span shares(&sweep.columns[piece.index], static_cast<std::size_t>(count));
    if (p > 0 && anythingShown(shares.front(), fills)) surface.clear(left - gap, left);
    if (p + 1 < sweep.pieces.size() && anythingShown(shares.back(), fills))
        surface.clear(left + count, left + count + gap);
    stackColumns(shares, surface.rows(), m_rows);
    surface.columns(left, 1, m_rows, fills);
}

// What is narrower than a sliver is drawn as wide as one.
void LaneDrawing::drawSliver(const LaneSweep& sweep, std::size_t p, const FillSet& fills, LaneSurface& surface) const {
    const Piece& piece = sweep.pieces[p];
    const int left = static_cast<int>(piece.left);
    const int count = static_cast<int>(piece.right) - left;
    Shares sum{};
    for (int c = 0; c < count; ++c) {
        const Shares& column = sweep.columns[piece.index + static_cast<std::size_t>(c)];
        for (std::size_t k = 0; k < kLaneClasses; ++k) sum[k] += column[k];
    }
    if (!anythingShown(sum, fills)) return;
    const double wider = barScale(m_looks->view.style);
    const int gap = m_looks->grid.unit(kGap / 2 * wider);
    const int right = std::min(left + m_looks->grid.unit(kSliver * wider), m_looks->grid.width);
    surface.clear(p > 0 ? left - gap : left, p + 1 < sweep.pieces.size() ? right + gap : right);
    const Rows rows = stackedRows(sum, surface.rows());
    surface.columns(left, right - left, {&rows, 1}, fills);
}

}  // namespace interleave::ui
