// Figures of one width: a number that counts up does not tremble. Inter's figures are proportional, and
// Qt 6.4 cannot ask a font for its tabular ones.
#pragma once

#include <QFontMetricsF>
#include <QPainter>
#include <QString>

namespace interleave::ui {

// Width of `text` with every digit as wide as the widest one.
double tabularWidth(const QFontMetricsF& metrics, const QString& text);

// Draws `text` with the painter's font and pen, its baseline beginning at `at`.
void drawTabular(QPainter& painter, QPointF at, const QString& text);

}  // namespace interleave::ui
