// A run as an animated GIF.
#pragma once

#include <vector>

#include "ui/exporting/animation/gif_writer.hpp"
#include "ui/exporting/picture.hpp"
#include "ui/exporting/progress.hpp"

namespace interleave::ui {

// The moments of the frames: evenly from the first to the last moment of `range`, both among them. Pure.
std::vector<TraceTime> frameMoments(TimeRange range, const AnimationOptions& options);

// Refuses what cannot be an animation: options that no GIF can have, nothing that has run.
Expected<void> checkAnimated(const Store& store, const PictureOptions& options);

// Gives the file to `sink` piece by piece. `options` have been checked. Needs a QGuiApplication.
Expected<void> writeAnimation(const Store& store, const Scene& scene, const PictureOptions& options,
                              const GifWriter::Sink& sink, const Progress& progress);

}  // namespace interleave::ui
