// Where the cards of frames lie. Pure: rows and sizes go in, rectangles come out.
#pragma once

#include <QPainterPath>
#include <QRectF>

#include <vector>

#include "ui/frames/frame_rows.hpp"

namespace interleave::ui {

// How much a card says: name and state; its line too; its locals and what went in and out as well.
enum class CardLines { one = 1, two, three };

struct FrameLayout {
    std::vector<std::size_t> rows;       // those that are shown, from the top down
    std::vector<QRectF> cards;           // one for each of them
    CardLines lines = CardLines::three;
    QRectF rest;                         // where the number of those left out stands; empty where none is

    // Null where that row is not shown.
    const QRectF* cardOf(std::size_t row) const;
};

// Heights, in desk pixels.
inline constexpr double kCardPadding = 5;
inline constexpr double kCardLine = 19;
inline constexpr double kCardGap = 6;

FrameLayout layoutFrames(const FrameRows& frames, const QRectF& area, double scale);
// From the card of one that delegates to the left edge of the one that goes on in its place.
QPainterPath delegationEdge(const QRectF& outer, const QRectF& inner, double scale);

}  // namespace interleave::ui
