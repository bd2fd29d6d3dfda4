// Pieces of SVG text. Pure.
#pragma once

#include <QByteArray>
#include <QColor>
#include <QFont>
#include <QPainterPath>
#include <QPen>
#include <QTransform>

namespace interleave::ui::svg {

// At most three decimals, "." whatever the locale: a thousandth of a pixel is nothing that can be seen.
QByteArray number(double value);
QByteArray escaped(const QString& text);

// ` name="#rrggbb"` and, where it is not opaque, ` name-opacity="…"`.
QByteArray colorAttributes(const char* name, const QColor& color, double opacity);
// Colour, width, dashes, caps and joins; ` stroke="none"` for no pen. Widths are multiplied by `scale`.
QByteArray strokeAttributes(const QPen& pen, double opacity, double scale);
// Every family that the font would try, so that a viewer without the first still finds one.
QByteArray fontAttributes(const QFont& font);
// Empty for the identity.
QByteArray transformAttribute(const QTransform& transform);

// The content of a `d` attribute.
QByteArray pathData(const QPainterPath& path);

}  // namespace interleave::ui::svg
