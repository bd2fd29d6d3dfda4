#include "ui/frames/frame_layout.hpp"

#include <algorithm>
#include <cmath>

namespace interleave::ui {
namespace {

constexpr double kIndent = 18;
constexpr int kDeepest = 4;      // of a longer chain all further cards stand below each other
constexpr double kRest = 20;

double heightOf(CardLines lines, double scale) {
    return (2 * kCardPadding + kCardLine * static_cast<int>(lines)) * scale;
}

std::size_t fitInto(double room, double card, double gap) {
    return static_cast<std::size_t>(std::max(0.0, std::floor((room + gap) / (card + gap))));
}

}  // namespace

const QRectF* FrameLayout::cardOf(std::size_t row) const {
    const auto found = std::ranges::find(rows, row);
    return found == rows.end() ? nullptr : &cards[static_cast<std::size_t>(found - rows.begin())];
}

FrameLayout layoutFrames(const FrameRows& frames, const QRectF& area, double scale) {
    FrameLayout layout;
    const double gap = kCardGap * scale;
    // As large as there is room for all that the trace will ever have, so that none changes its size as others come;
    // where even the smallest are too many, those that matter now are told in two lines.
    layout.lines = CardLines::two;
    for (const CardLines lines : {CardLines::three, CardLines::two, CardLines::one}) {
        if (fitInto(area.height(), heightOf(lines, scale), gap) < frames.most) continue;
        layout.lines = lines;
        break;
    }
    const double height = heightOf(layout.lines, scale);
    std::size_t room = std::max<std::size_t>(1, fitInto(area.height(), height, gap));
    const bool isTooMuch = room < frames.rows.size();
    if (isTooMuch) room = std::max<std::size_t>(1, fitInto(area.height() - kRest * scale, height, gap));
    layout.rows = shownFrames(frames, room);
    double top = area.top();
    for (const std::size_t row : layout.rows) {
        const double indent = kIndent * scale * std::min(frames.rows[row].depth, kDeepest);
        layout.cards.emplace_back(area.left() + indent, top, std::max(0.0, area.width() - indent), height);
        top += height + gap;
    }
    if (isTooMuch) layout.rest = {area.left(), top, area.width(), kRest * scale};
    return layout;
}

QPainterPath delegationEdge(const QRectF& outer, const QRectF& inner, double scale) {
    const double x = std::min(outer.left(), inner.left()) + kIndent * scale / 2;
    QPainterPath path(QPointF(x, outer.bottom()));
    path.lineTo(x, inner.center().y());
    path.lineTo(inner.left(), inner.center().y());
    return path;
}

}  // namespace interleave::ui
