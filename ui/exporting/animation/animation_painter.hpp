// A run at one moment after the other: the timeline growing or its cursor moving, and what happens in words. What does
// not change from frame to frame is worked out once.
#pragma once

#include <memory>

#include <QPainter>

#include "ui/exporting/picture.hpp"

namespace interleave::ui {

class AnimationPainter {
public:
    // Reads `store`, which has to stay as it is.
    AnimationPainter(const Store& store, const Scene& scene, const PictureOptions& options);
    ~AnimationPainter();

    // Into (0, 0) .. `options.size`, its ground included.
    void paint(QPainter& painter, TraceTime moment) const;
    // What the frames go through, from the first to the last.
    TimeRange range() const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

}  // namespace interleave::ui
