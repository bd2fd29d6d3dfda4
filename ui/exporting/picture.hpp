// What a picture shows, and where: the timeline above, the caption below. For any painter.
#pragma once

#include <QPainter>

#include <memory>
#include <optional>
#include <vector>

#include "core/trace/store.hpp"
#include "ui/exporting/export_options.hpp"

namespace interleave::ui {

// The part of a run that is shown. As it stands: the whole run, a little room after it, the cursor at its end.
struct Scene {
    TimeRange visible{};              // empty: the whole run
    std::optional<TraceTime> cursor;  // none: at the end
    std::vector<std::shared_ptr<const Store>> compared;  // runs beside this one, for a picture of a comparison
};

// Paints into (0, 0) .. `options.size` of the painter, its ground included.
void paintPicture(QPainter& painter, const Store& store, const Scene& scene, const PictureOptions& options);

// How large type and rows are in a picture whose timeline has so much room: as large as lets every lane keep
// all its room, up to twice the desk's; smaller than the desk's only where lanes would be left out.
double fontScaleFor(const Store& store, QSizeF room);

// Lanes for which there is no room however low they are; the caption owns up to them.
std::size_t lanesLeftOut(const Store& store, QSizeF room, double fontScale);

}  // namespace interleave::ui
