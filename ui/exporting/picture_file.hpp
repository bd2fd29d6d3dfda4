// A run as the bytes of a picture file.
#pragma once

#include <QByteArray>
#include <QImage>

#include "core/base/error.hpp"
#include "ui/exporting/picture.hpp"

namespace interleave::ui {

// `format` is a picture's. Needs a QGuiApplication, for a picture of the window a QApplication.
Expected<QByteArray> pictureFile(const Store& store, const Scene& scene, ExportFormat format, const PictureOptions& options);

// The same as pixels.
Expected<QImage> pictureImage(const Store& store, const Scene& scene, const PictureOptions& options);

}  // namespace interleave::ui
