#include "ui/exporting/picture.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

#include "ui/exporting/caption.hpp"
#include "ui/exporting/caption_painter.hpp"
#include "ui/timeline/lane_layout.hpp"
#include "ui/timeline/timeline_picture.hpp"

namespace interleave::ui {
namespace {

struct Picture {
    Q_DECLARE_TR_FUNCTIONS(Picture)
};

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

std::size_t lanesLeftOut(const Store& store, QSizeF room, double fontScale) {
    const LaneLayout layout = layoutLanes(store, Density::dense, fontScale);
    const double around = leastTimelineHeight(store, lookFor(fontScale)) - layout.height;
    const double bottom = room.height() - around;
    return static_cast<std::size_t>(std::count_if(layout.lanes.begin(), layout.lanes.end(),
                                                  [bottom](const Lane& lane) { return lane.bottom() > bottom + 1; }));
}

void paintPicture(QPainter& painter, const Store& store, const Scene& scene, const PictureOptions& options) {
    const Theme& theme = Theme::named(options.theme);
    const QSizeF size = options.size;
    painter.fillRect(QRectF({0, 0}, size), theme.panel);

    const double captionScale = std::clamp(size.width() / kCaptionFits, 0.85, 3.0);
    const double edge = kEdge * captionScale;
    const double width = size.width() - 2 * edge;
    const auto roomFor = [&](const CaptionPainter& caption) {
        const double below = options.caption ? kAboveCaption * captionScale + caption.height() + edge : 0;
        return QSizeF(size.width(), size.height() - below);
    };
    QStringList parts = captionParts(store);
    const QSizeF firstRoom = roomFor(CaptionPainter(parts, width, captionScale));
    const double fontScale = fontScaleFor(store, firstRoom);
    if (const std::size_t leftOut = lanesLeftOut(store, firstRoom, fontScale); leftOut > 0)
        parts.insert(1, Picture::tr("%1 lanes do not fit").arg(leftOut));
    const CaptionPainter caption(parts, width, captionScale);

    const QSizeF room = roomFor(caption);
    TimelinePictureLook look = lookFor(fontScale);
    look.theme = options.theme;
    look.visible = scene.visible;
    look.cursor = scene.cursor.value_or(store.span().end);
    paintTimeline(painter, room, store, look);

    if (!options.caption) return;
    painter.fillRect(QRectF(edge, room.height(), width, captionScale), theme.hairline);
    caption.paint(painter, {edge, room.height() + kAboveCaption * captionScale}, theme);
}

}  // namespace interleave::ui
