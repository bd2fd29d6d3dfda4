#include "ui/timeline/timeline_view.hpp"

#include <QFontMetricsF>

#include <cmath>

#include "ui/timeline/timeline_words.hpp"

namespace interleave::ui {

const IntervalLane* intervalsOf(const Store& store, const Lane& lane) {
    switch (lane.kind) {
        case LaneKind::core: return &store.cores()[lane.id].actors;
        case LaneKind::kernelCore: return &store.kernelCores()[lane.id].actors;
        case LaneKind::actor: return &store.actor({lane.id}).states;
        case LaneKind::lock:
        case LaneKind::frame: return &store.object({lane.id}).owners;
        default: return nullptr;
    }
}

const LevelLane* levelsOf(const Store& store, const Lane& lane) {
    const bool levels = lane.kind == LaneKind::queue || lane.kind == LaneKind::variable;
    return levels ? &store.object({lane.id}).levels : nullptr;
}

std::optional<Hit> hitAt(const TimelineView& view, QPointF point) {
    const TimelineGeometry& geometry = view.geometry;
    if (!geometry.lanes.contains(point)) return std::nullopt;
    const Lane* lane = view.layout.laneAt(point.y() - geometry.lanes.top() + geometry.scroll);
    if (!lane) return std::nullopt;

    Hit hit{*lane, geometry.timeAt(point.x()), std::nullopt, 1};
    const IntervalLane* intervals = intervalsOf(view.store, *lane);
    if (!intervals || intervals->empty() || hit.at > view.store.now()) return hit;
    const TraceTime from = geometry.timeAt(std::floor(point.x()));
    const TraceTime to = std::min(geometry.timeAt(std::floor(point.x()) + 1), view.store.now());
    const std::size_t index = intervals->find(hit.at);
    if (index == IntervalLane::kNone) return hit;
    hit.interval = index;
    const std::size_t first = intervals->find(from);
    const std::size_t last = intervals->findFrom(index, to);
    hit.sharing = last - (first == IntervalLane::kNone ? intervals->first() : first) + 1;
    return hit;
}

double namesWidth(const Store& store, const LaneLayout& layout, const TimelineStyle& style) {
    constexpr double kLeast = 124;
    constexpr double kMost = 240;
    constexpr double kStep = 16;
    constexpr double kEdgeMark = 26;       // the actor's hue, and air
    constexpr std::size_t kMostLooked = 200;  // names beyond that are cut where too long
    const QFontMetricsF names(style.nameFont);
    const QFontMetricsF details(style.detailFont);
    double widest = 0;
    for (std::size_t i = 0; i < std::min(layout.lanes.size(), kMostLooked); ++i) {
        widest = std::max({widest, names.horizontalAdvance(words::laneName(store, layout.lanes[i])),
                           details.horizontalAdvance(words::laneDetail(store, layout.lanes[i]))});
    }
    const double wanted = (widest + (style.edge() + kEdgeMark * style.scale)) / style.scale;
    return std::clamp(std::ceil(wanted / kStep) * kStep, kLeast, kMost) * style.scale;
}

}  // namespace interleave::ui
