// Several moments of one run on one page, each with its time and its sentence: what comes after it is pale.
#pragma once

#include <functional>

#include <QPainter>

#include "core/base/error.hpp"
#include "ui/exporting/picture.hpp"

namespace interleave::ui {

// What paints it into (0, 0) .. `options.size`, its ground included. It reads `store`, which has to stay.
Expected<std::function<void(QPainter&)>> stripPicture(const Store& store, const Scene& scene,
                                                      const PictureOptions& options);

}  // namespace interleave::ui
