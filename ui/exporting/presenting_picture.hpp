// What a class sees, as a picture: drawn by a wall of its own that nobody sees.
#pragma once

#include <functional>

#include "core/base/error.hpp"
#include "ui/exporting/picture.hpp"

namespace interleave::ui {

// The last step, or the one that `options` names: 0 is the question, with its answer. Refuses a step that the scenario
// does not have. Needs a QApplication.
Expected<std::function<void(QPainter&)>> presentingPicture(const Store& store, const Scene& scene,
                                                           const PictureOptions& options);

}  // namespace interleave::ui
