#include "ui/timeline/timeline_picture.hpp"

#include <algorithm>

#include "ui/timeline/legend.hpp"
#include "ui/timeline/timeline_painting.hpp"

namespace interleave::ui {
namespace {

double aroundLanes(const TimelineStyle& style, const TimelinePictureLook& look) {
    return (look.header ? style.headerHeight() : 8 * style.scale) + style.axisHeight() + 8 * style.scale;
}

}  // namespace

TimeRange wholeRun(const Store& store) {
    constexpr std::int64_t kRoom = 16;  // a sixteenth of it, so that the end is seen
    const TimeRange span = store.span();
    const std::int64_t length = std::max<std::int64_t>(span.length().count(), 1'000);
    return {span.begin, {span.begin.ns + length + length / kRoom}};
}

double wantedTimelineHeight(const Store& store, const TimelinePictureLook& look) {
    const TimelineStyle style(look.fontScale);
    return layoutLanes(store, Density::roomy, style.scale).height + aroundLanes(style, look);
}

double leastTimelineHeight(const Store& store, const TimelinePictureLook& look) {
    const TimelineStyle style(look.fontScale);
    return layoutLanes(store, Density::dense, style.scale).height + aroundLanes(style, look);
}

struct TimelinePicture::Parts {
    Parts(QSizeF pictureSize, const Store& run, const TimelinePictureLook& wanted)
        : size(pictureSize),
          store(run),
          look(wanted),
          style(wanted.fontScale),
          layout(layoutLanesInto(run, size.height() - aroundLanes(style, look), style.scale)) {
        const double top = aroundLanes(style, look) - 8 * style.scale;
        const double left = namesWidth(store, layout, style);
        geometry = {{left, top, size.width() - left - style.edge(), size.height() - top - 8 * style.scale},
                    look.visible.empty() ? wholeRun(store) : look.visible, 0};
        loop.follow(store);
    }

    QSizeF size;
    const Store& store;
    TimelinePictureLook look;
    TimelineStyle style;
    LaneLayout layout;
    TimelineGeometry geometry;
    LoopHistory loop;
};

namespace {

// Everything right of the cursor, from the lanes' top down.
void veilFuture(QPainter& painter, const TimelineView& view, TraceTime cursor, Future future) {
    constexpr int kFaded = 205;  // of 255: shapes are still made out, and nobody takes them for the present
    const QRectF& lanes = view.geometry.lanes;
    const double x = std::clamp(view.geometry.xAt(cursor), lanes.left(), lanes.right());
    QColor veil = view.theme.panel;
    if (future == Future::faded) veil.setAlpha(kFaded);
    // A little more to the right and below, where plates may hang over.
    const QRectF after(QPointF(x, lanes.top()), lanes.bottomRight() + QPointF(view.style.edge(), 1));
    painter.fillRect(after, veil);
    painter.save();
    painter.setClipRect(after, Qt::IntersectClip);
    paintAxis(painter, view);
    painter.restore();
}

}  // namespace

TimelinePicture::TimelinePicture(QSizeF size, const Store& store, const TimelinePictureLook& look)
    : m_parts(std::make_unique<Parts>(size, store, look)) {}

TimelinePicture::~TimelinePicture() = default;

void TimelinePicture::paint(QPainter& painter, std::optional<TraceTime> cursor) const {
    const auto& [size, store, look, style, layout, geometry, loop] = *m_parts;
    const bool veiled = cursor && look.future != Future::shown;
    const Theme& theme = Theme::named(look.theme);
    TimelineView view{store, theme, layout, style, geometry, loop.longest()};
    if (veiled) view.until = *cursor;

    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.fillRect(QRectF({0, 0}, size), theme.panel);
    if (look.header) {
        const QRectF line(style.edge(), 0, size.width() - 2 * style.edge(), style.headerHeight());
        paintLegend(painter, {store, theme, style, usedStates(store)}, line);
    }
    paintAxis(painter, view);
    paintNames(painter, view, style.edge());
    painter.save();
    painter.setClipRect(geometry.lanes, Qt::IntersectClip);
    paintLanes(painter, view);
    painter.restore();
    if (veiled) veilFuture(painter, view, *cursor, look.future);
    if (cursor) paintCursor(painter, view, *cursor);
    painter.restore();
}

void paintTimeline(QPainter& painter, QSizeF size, const Store& store, const TimelinePictureLook& look) {
    TimelinePicture(size, store, look).paint(painter, look.cursor);
}

}  // namespace interleave::ui
