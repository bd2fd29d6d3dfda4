#include "ui/exporting/picture.hpp"

#include <algorithm>
#include <cmath>

#include "ui/exporting/caption.hpp"
#include "ui/exporting/caption_painter.hpp"
#include "ui/timeline/timeline_picture.hpp"

namespace interleave::ui {
namespace {

constexpr double kEdge = 20;          // beside and below the caption
constexpr double kAboveCaption = 10;
constexpr double kCaptionFits = 1480;  // pixels: at this width the caption's type is as on a desk
constexpr double kLargestFont = 2.0;
constexpr double kSmallestFont = 0.5;
constexpr double kFontStep = 0.125;   // so that neighbouring sizes look alike
// Fewer desk pixels than these leave the time axis too short beside the names.
constexpr double kLeastDeskWidth = 900;

TimelinePictureLook lookFor(double fontScale) {
    TimelinePictureLook look;
    look.fontScale = fontScale;
    return look;
}

}  // namespace

double fontScaleFor(const Store& store, QSizeF room) {
    const double widest = std::min(kLargestFont, room.width() / kLeastDeskWidth);
    for (double scale = kLargestFont; scale > 1.0; scale -= kFontStep)
        if (scale <= widest && wantedTimelineHeight(store, lookFor(scale)) <= room.height()) return scale;
    double scale = 1.0;
    while (scale > kSmallestFont && leastTimelineHeight(store, lookFor(scale)) > room.height()) scale -= kFontStep;
    return scale;
}

void paintPicture(QPainter& painter, const Store& store, const Scene& scene, const PictureOptions& options) {
    const Theme& theme = Theme::named(options.theme);
    const QSizeF size = options.size;
    painter.fillRect(QRectF({0, 0}, size), theme.panel);

    const double captionScale = std::clamp(size.width() / kCaptionFits, 0.85, 3.0);
    const double edge = kEdge * captionScale;
    const double width = size.width() - 2 * edge;
    const CaptionPainter caption(captionParts(store), width, captionScale);
    const double captionRoom = options.caption ? kAboveCaption * captionScale + caption.height() + edge : 0;

    const QSizeF room(size.width(), size.height() - captionRoom);
    TimelinePictureLook look = lookFor(fontScaleFor(store, room));
    look.theme = options.theme;
    look.visible = scene.visible;
    look.cursor = scene.cursor.value_or(store.span().end);
    paintTimeline(painter, room, store, look);

    if (!options.caption) return;
    painter.fillRect(QRectF(edge, room.height(), width, captionScale), theme.hairline);
    caption.paint(painter, {edge, room.height() + kAboveCaption * captionScale}, theme);
}

}  // namespace interleave::ui
