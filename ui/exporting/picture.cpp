#include "ui/exporting/picture.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

#include "ui/exporting/caption.hpp"
#include "ui/exporting/caption_foot.hpp"
#include "ui/timeline/lane_layout.hpp"
#include "ui/timeline/timeline_picture.hpp"

namespace interleave::ui {
namespace {

struct Picture {
    Q_DECLARE_TR_FUNCTIONS(Picture)
};

constexpr double kAirBelowLanesUpright = 1.06;  // times the height that the lanes want
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

    const auto roomAbove = [&](const CaptionFoot& foot) { return QSizeF(size.width(), size.height() - foot.height()); };
    QStringList parts = captionParts(store);
    const QSizeF firstRoom = roomAbove(CaptionFoot(parts, size, options.caption));
    const double fontScale = fontScaleFor(store, firstRoom);
    if (const std::size_t leftOut = lanesLeftOut(store, firstRoom, fontScale); leftOut > 0)
        parts.insert(1, Picture::tr("%1 lanes do not fit").arg(leftOut));
    const CaptionFoot foot(parts, size, options.caption);

    TimelinePictureLook look = lookFor(fontScale);
    look.theme = options.theme;
    look.visible = scene.visible;
    look.cursor = scene.cursor.value_or(store.span().end);
    QSizeF room = roomAbove(foot);
    // On an upright page the lanes would else stand above long empty lines.
    if (size.height() > size.width())
        room.setHeight(std::min(room.height(), wantedTimelineHeight(store, look) * kAirBelowLanesUpright));
    paintTimeline(painter, room, store, look);
    foot.paint(painter, theme);
}

}  // namespace interleave::ui
