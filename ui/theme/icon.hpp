// The program's own line icons, drawn in the colour asked for, so that one file serves both themes.
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

namespace interleave::ui {

// `name` as in resources/icons, without its ending. An empty icon where there is no such file.
QIcon icon(const QString& name, const QColor& color, const QColor& disabled);
QPixmap iconPixmap(const QString& name, const QColor& color, int pixels, double scale);

// In its own colours.
QPixmap logoPixmap(int pixels, double scale);
QIcon windowIcon();

}  // namespace interleave::ui
