// One style sheet and one palette for all ordinary widgets, made from a Theme.
#pragma once

#include <QPalette>
#include <QString>

#include "ui/theme/theme.hpp"

namespace interleave::ui {

// Widgets say what they are by a property: card (a rounded panel), role = primary, plain, pill, segment, quiet, link,
// title, muted, figure.
QString sheetOf(const Theme& theme);

QPalette paletteOf(const Theme& theme);

// `over` laid on `under` with `share` of it showing: tints without transparency.
QColor mixed(const QColor& under, const QColor& over, double share);

}  // namespace interleave::ui
