#include "ui/processes/process_layout.hpp"

#include <algorithm>
#include <cmath>

namespace interleave::ui {
namespace {

// In pixels at scale 1.
constexpr double kTwoLines = 42;
constexpr double kHighestLine = 28;
constexpr double kLowestLine = 22;
constexpr double kGap = 6;
constexpr double kLineGap = 4;
constexpr double kIndent = 18;
constexpr double kRest = 18;
constexpr double kArcs = 26;
constexpr double kTrunk = 9;      // from a plate's left edge to the line down to its children

}  // namespace

const QRectF* ProcessLayout::plateOf(std::size_t row) const {
    const auto found = std::lower_bound(rows.begin(), rows.end(), row);
    return found == rows.end() || *found != row ? nullptr : &plates[static_cast<std::size_t>(found - rows.begin())];
}

ProcessLayout layoutProcesses(const ProcessTree& tree, const ProcessRoom& room) {
    const double scale = room.scale;
    const double height = room.area.height();
    const auto count = static_cast<double>(std::max(room.processes, tree.rows.size()));
    ProcessLayout layout;
    layout.arcs = room.arcs ? kArcs * scale : 0;
    layout.twoLines = count * (kTwoLines + kGap) * scale - kGap * scale <= height;
    const double gap = (layout.twoLines ? kGap : kLineGap) * scale;
    const double fair = count > 0 ? (height + gap) / count - gap : height;
    const double plate =
        layout.twoLines ? kTwoLines * scale : std::clamp(fair, kLowestLine * scale, kHighestLine * scale);

    const auto fit = [&](double free) {
        return static_cast<std::size_t>(std::max(0.0, std::floor((free + gap) / (plate + gap) + 1e-6)));
    };
    const bool allFit = tree.rows.size() <= fit(height);
    layout.rows =
        shownProcesses(tree, allFit ? tree.rows.size() : std::max<std::size_t>(1, fit(height - kRest * scale)));
    double top = room.area.top();
    for (const std::size_t row : layout.rows) {
        const double left = room.area.left() + tree.rows[row].depth * kIndent * scale;
        layout.plates.emplace_back(left, top, std::max(0.0, room.area.right() - layout.arcs - left), plate);
        top += plate + gap;
    }
    if (!allFit) layout.rest = {room.area.left(), top, room.area.width(), kRest * scale};
    return layout;
}

QPainterPath forkEdge(const QRectF& parent, const QRectF& child, double scale) {
    const double x = parent.left() + kTrunk * scale;
    const double y = child.center().y();
    const double bend = std::min({5 * scale, std::max(0.0, child.left() - x), std::max(0.0, y - parent.bottom())});
    QPainterPath path(QPointF(x, parent.bottom()));
    path.lineTo(x, y - bend);
    path.quadTo(QPointF(x, y), QPointF(x + bend, y));
    path.lineTo(child.left(), y);
    return path;
}

QPainterPath sideEdge(const QRectF& from, const QRectF& to, double bulge, double scale) {
    const bool down = to.top() > from.top();
    // A little off the middle, so that what comes and what goes are told apart.
    const double off = 3 * scale;
    const QPointF begin(from.right(), from.center().y() + (down ? off : -off));
    const QPointF end(to.right() + 2 * scale, to.center().y() + (down ? -off : off));
    const double x = std::max(begin.x(), end.x()) + bulge;
    QPainterPath path(begin);
    path.cubicTo(QPointF(x, begin.y()), QPointF(x, end.y()), end);
    return path;
}

}  // namespace interleave::ui
