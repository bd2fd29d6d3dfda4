// The timeline as it is seen, for pasting: as pixels, and as SVG for programs that take it.
#pragma once

#include "ui/live/view_state.hpp"
#include "ui/exporting/picture.hpp"

namespace interleave::ui {

// What a view shows now: its range and its cursor.
Scene sceneOf(const ViewState& view);

// Nothing is copied where it is refused. GUI thread only.
Expected<void> copyTimelineToClipboard(const Store& store, const ViewState& view, const Theme& theme);
Expected<void> copyToClipboard(const Store& store, const Scene& scene, const PictureOptions& options);

}  // namespace interleave::ui
