// The whole window as a picture, drawn by a window of its own that nobody sees: of any size, in any theme, without
// touching the one on the screen.
#pragma once

#include <functional>

#include "core/base/error.hpp"
#include "ui/exporting/picture.hpp"

namespace interleave::ui {

// What paints it, as often as wanted. Needs a QApplication.
Expected<std::function<void(QPainter&)>> windowPicture(const Store& store, const Scene& scene,
                                                       const PictureOptions& options);

}  // namespace interleave::ui
