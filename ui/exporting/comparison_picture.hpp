// Runs side by side as a picture: what they are runs of above, their charts and numbers below, the caption at the foot.
#pragma once

#include <functional>

#include <QPainter>

#include "core/base/error.hpp"
#include "ui/exporting/picture.hpp"

namespace interleave::ui {

// What paints `scene.compared` into (0, 0) .. `options.size`, its ground included. Refused where there are fewer than
// two runs. It keeps the runs alive.
Expected<std::function<void(QPainter&)>> comparisonPicture(const Scene& scene, const PictureOptions& options);

}  // namespace interleave::ui
