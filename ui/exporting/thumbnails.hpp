// The gallery's small pictures as they are drawn from a run: lanes and nothing else.
#pragma once

#include "ui/live/thumbnail.hpp"

namespace interleave::ui {

QImage drawThumbnail(const Store& store, ThemeName theme);

// Both pictures, into `folder`, as thumbnailName() has it; whether they could be written.
bool writeThumbnails(const Store& store, const QString& folder);
// Into this person's cache, if the run may stand for its scenario; whether they are there now.
bool keepThumbnails(const Store& store);

}  // namespace interleave::ui
