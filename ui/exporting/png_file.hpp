// An image as the bytes of a PNG, written by libpng itself. Qt's writer lets libpng try all five filters on every row,
// which takes as long as painting and compressing together; pictures of flat colours need but one of them.
#pragma once

#include <QByteArray>
#include <QImage>

#include <utility>
#include <vector>

#include "core/base/error.hpp"
#include "ui/exporting/progress.hpp"

namespace interleave::ui {

// Keyword (ASCII, at most 79 characters) and text, in any language.
using PngTexts = std::vector<std::pair<QByteArray, QString>>;

// Opaque: alpha is left out. `progress` hears shares from `from` on.
Expected<QByteArray> pngFile(const QImage& image, int dotsPerMeter, const PngTexts& texts, const Progress& progress,
                             double from = 0);

}  // namespace interleave::ui
