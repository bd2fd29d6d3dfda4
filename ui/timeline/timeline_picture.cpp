#include "ui/timeline/timeline_picture.hpp"

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

void paintTimeline(QPainter& painter, QSizeF size, const Store& store, const TimelinePictureLook& look) {
    const Theme& theme = Theme::named(look.theme);
    const TimelineStyle style(look.fontScale);
    const double top = aroundLanes(style, look) - 8 * style.scale;
    const LaneLayout layout = layoutLanesInto(store, size.height() - aroundLanes(style, look), style.scale);
    const double left = namesWidth(store, layout, style);
    const TimelineGeometry geometry{
        {left, top, size.width() - left - style.edge(), size.height() - top - 8 * style.scale},
        look.visible.empty() ? wholeRun(store) : look.visible, 0};
    LoopHistory loop;
    loop.follow(store);
    const TimelineView view{store, theme, layout, style, geometry, loop.longest()};

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
    if (look.cursor) paintCursor(painter, view, *look.cursor);
    painter.restore();
}

}  // namespace interleave::ui
