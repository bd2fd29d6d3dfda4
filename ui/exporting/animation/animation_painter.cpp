#include "ui/exporting/animation/animation_painter.hpp"

#include <algorithm>
#include <cmath>

#include "ui/exporting/broken_lines.hpp"
#include "ui/exporting/caption.hpp"
#include "ui/exporting/caption_foot.hpp"
#include "ui/narration/narrator.hpp"
#include "ui/timeline/timeline_picture.hpp"

namespace interleave::ui {
namespace {

constexpr double kFrameFits = 1480;    // pixels: at this width type is as on a desk
constexpr double kFrameSentence = 22;
constexpr double kSentenceRoom = 52;
constexpr double kFrameEdge = 20;

TimeRange rangeOf(const Store& store, const Scene& scene, const PictureOptions& options) {
    const TimeRange span = store.span();
    if (const auto& asked = options.animation.range)
        return {std::clamp(TraceTime{} + asked->first, span.begin, span.end),
                std::clamp(TraceTime{} + asked->second, span.begin, span.end)};
    if (scene.visible.empty()) return span;
    return {std::max(scene.visible.begin, span.begin), std::min(scene.visible.end, span.end)};
}

TimelinePictureLook frameLook(const PictureOptions& options, TimeRange range, bool part, double fontScale) {
    TimelinePictureLook look;
    look.theme = options.theme;
    look.fontScale = fontScale;
    look.future = options.animation.grows ? Future::hidden : Future::shown;
    // A little beyond its end, so that the cursor's time has room there.
    if (part && !range.empty()) look.visible = {range.begin, range.end + range.length() / 32};
    return look;
}

}  // namespace

struct AnimationPainter::Parts {
    Parts(const Store& run, const Scene& scene, const PictureOptions& wanted)
        : store(run),
          options(wanted),
          range(rangeOf(run, scene, wanted)),
          scale(std::clamp(wanted.size.width() / kFrameFits, 0.6, 3.0)),
          foot(captionParts(run), wanted.size, wanted.caption),
          room(wanted.size.width(), wanted.size.height() - foot.height() - kSentenceRoom * scale),
          timeline(
              room, run,
              frameLook(wanted, range, wanted.animation.range || !scene.visible.empty(), fontScaleFor(run, room))) {}

    const Store& store;
    PictureOptions options;
    TimeRange range;
    double scale;
    CaptionFoot foot;
    QSizeF room;
    TimelinePicture timeline;
};

AnimationPainter::AnimationPainter(const Store& store, const Scene& scene, const PictureOptions& options)
    : m_parts(std::make_unique<Parts>(store, scene, options)) {}

AnimationPainter::~AnimationPainter() = default;

TimeRange AnimationPainter::range() const { return m_parts->range; }

void AnimationPainter::paint(QPainter& painter, TraceTime moment) const {
    const Parts& parts = *m_parts;
    const Theme& theme = Theme::named(parts.options.theme);
    painter.fillRect(QRectF({0, 0}, QSizeF(parts.options.size)), theme.panel);
    parts.timeline.paint(painter, moment);

    const Narration narration = Narrator(parts.store, moment).narrateMoving();
    const bool alarm = narration.severity == Severity::alarm;
    const QFont font =
        textFont(static_cast<int>(std::lround(kFrameSentence * parts.scale)), alarm ? QFont::DemiBold : QFont::Normal);
    const QFontMetricsF metrics(font);
    const double edge = kFrameEdge * parts.scale;
    const QRectF line(edge, parts.room.height(), parts.room.width() - 2 * edge, kSentenceRoom * parts.scale);
    painter.setRenderHint(QPainter::TextAntialiasing);
    painter.setFont(font);
    painter.setPen(alarm ? theme.danger : theme.ink);
    const auto words = brokenLines(narration.headline, metrics, line.width(), 1);
    if (!words.empty())
        painter.drawText(QPointF(line.left(), line.center().y() + (metrics.ascent() - metrics.descent()) / 2),
                         words.front());
    parts.foot.paint(painter, theme);
}

}  // namespace interleave::ui
