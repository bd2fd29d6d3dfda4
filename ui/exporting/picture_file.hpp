// A run as the bytes of a picture file.
#pragma once

#include <QByteArray>
#include <QImage>

#include "core/base/error.hpp"
#include "ui/exporting/picture.hpp"
#include "ui/exporting/progress.hpp"

namespace interleave::ui {

// `format` is png, svg or pdf. Needs a QGuiApplication, for a picture of the window a QApplication.
Expected<QByteArray> pictureFile(const Store& store, const Scene& scene, ExportFormat format,
                                 const PictureOptions& options, const Progress& progress = {});

// The same as pixels.
Expected<QImage> pictureImage(const Store& store, const Scene& scene, const PictureOptions& options);

// The whole of it, as large as `room` lets it be: so that what is to be written need not be painted in full to be seen.
Expected<QImage> previewImage(const Store& store, const Scene& scene, const PictureOptions& options, QSize room);

}  // namespace interleave::ui
