// How each class of a lane is filled: colour, pattern, edge; ready for pixels and for vectors.
#pragma once

#include <QImage>
#include <QList>
#include <QPainterPath>

#include <array>

#include "core/trace/look.hpp"
#include "ui/theme/theme.hpp"

namespace interleave::ui {

struct Fill {
    bool shown = false;          // else the lane's empty track shows
    bool outline = false;        // only an edge, around the panel's colour
    QColor color;
    QColor edge;                 // invalid where the colour needs none to be seen
    Theme::Pattern pattern = Theme::Pattern::solid;
    QColor patternColor;
    QImage tile;                 // colour and pattern in device pixels, square; null for a plain colour

    // For whoever writes pixels: the colour, or the tile's rows one after the other.
    QRgb plain = 0;
    const QRgb* pixels = nullptr;
    int period = 1;
    // The tile's columns, each repeated downwards to kTall rows, one after the other:
    // for whoever writes column by column.
    static constexpr int kTall = 96;
    QList<QRgb> tall;

    void setTile(const QImage& square);  // RGB32
    const QRgb* tallColumn(int x) const { return tall.constData() + static_cast<std::ptrdiff_t>(x % period) * kTall; }
};

struct FillSet {
    std::array<Fill, kLaneClasses> fills;
    std::array<std::uint8_t, kLaneClasses> order{};  // of a stacked column, from the bottom up

    const Fill& operator[](std::size_t laneClass) const { return fills[laneClass]; }
};

// `scale` is device pixels per pixel.
FillSet stateFills(const Theme& theme, double scale);
// Core and ownership lanes: class 0 nobody, then one for each actor's hue; 15 is no actor.
FillSet hueFills(const Theme& theme);
// Class 1: somebody waits for the lock.
FillSet waiterFills(const Theme& theme, double scale);

// The pattern as shapes within `area`, its phase counted from the area's top left corner.
QPainterPath patternPath(Theme::Pattern pattern, const QRectF& area, double scale);

}  // namespace interleave::ui
