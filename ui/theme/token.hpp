// An actor as a small sign of its own: its hue, its shape, a letter or two. The same in every panel.
#pragma once

#include <QPainter>
#include <QPainterPath>
#include <QString>

#include "ui/theme/theme.hpp"

namespace interleave::ui {

// What fits on a token: "T1" for "T1", "P2" for "producer 2", "M" for "main". At most three characters. Pure.
QString tokenLetters(const QString& name);

// The outline within `box`: hues 0–4 are circles, 5–9 squares, 10–14 hexagons. Pure.
QPainterPath tokenShape(const QRectF& box, int hue);

enum class TokenMark { none, held };

// `held` puts two bars under the letters, as on a pause button.
void paintToken(QPainter& painter, const QRectF& box, int hue, const QString& letters, const Theme& theme,
                TokenMark mark = TokenMark::none);

// "+7": those for whom there was no room.
void paintCountToken(QPainter& painter, const QRectF& box, int count, bool more, const Theme& theme);

}  // namespace interleave::ui
