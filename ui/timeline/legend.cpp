#include "ui/timeline/legend.hpp"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <array>

#include "ui/timeline/lane_fill.hpp"
#include "ui/timeline/timeline_words.hpp"

namespace interleave::ui {
namespace {

using enum StateClass;
constexpr std::array kOrder{running,     ready,      waitingLock, sleeping,  waitingQueue, waitingIo,
                            waitingJoin, waitingGil, waitingOther, suspended, held,         created};

Shares timeInStates(const Store& store) {
    constexpr std::size_t kMostLooked = 2'000;  // of a crowd the first ones tell
    Shares sum{};
    const auto& actors = store.actors();
    for (std::size_t i = 0; i < std::min(actors.size(), kMostLooked); ++i) {
        const IntervalLane& lane = actors[i].states;
        if (lane.empty()) continue;
        const Shares shares = lane.timeUpTo(std::max(store.now(), lane.beginOf(lane.end() - 1)), lane.end() - 1, store.looks());
        for (std::size_t c = 0; c < kLaneClasses; ++c) sum[c] += shares[c];
    }
    return sum;
}

}  // namespace

std::vector<StateClass> usedStates(const Store& store) {
    const Shares times = timeInStates(store);
    constexpr std::int64_t kFlash = 200;  // a two-hundredth of the run
    std::vector<StateClass> used;
    for (const StateClass state : kOrder) {
        const std::int64_t time = times[static_cast<std::size_t>(state)];
        if (time > (state == created ? store.now().ns / kFlash : 0)) used.push_back(state);
    }
    return used;
}

void paintSwatch(QPainter& painter, const Theme& theme, StateClass state, const QRectF& area, double scale) {
    const Fill fill = stateFills(theme, 1)[static_cast<std::size_t>(state)];
    QPainterPath shape;
    shape.addRoundedRect(area, 3 * scale, 3 * scale);
    painter.fillPath(shape, fill.color);
    painter.fillPath(patternPath(fill.pattern, area, scale), fill.patternColor);
    if (fill.edge.isValid()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(fill.edge, (fill.outline ? 1.5 : 1.0) * scale));
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 3 * scale, 3 * scale);
    }
}

void paintLegend(QPainter& painter, const Legend& legend, const QRectF& area) {
    const TimelineStyle& style = legend.style;
    const double scale = style.scale;
    const QFontMetricsF titles(style.titleFont);
    const QFontMetricsF labels(style.legendFont);
    const QFontMetricsF details(style.detailFont);
    const double baseline = area.center().y() + (titles.ascent() - titles.descent()) / 2;
    double x = area.left();
    if (legend.title) {
        const QString title = QCoreApplication::translate("Timeline", "Timeline");
        painter.setFont(style.titleFont);
        painter.setPen(legend.theme.ink);
        painter.drawText(QPointF(x, baseline), title);
        x += std::max(110 * scale, titles.horizontalAdvance(title) + 32 * scale);
    }

    const QString truth = words::kernelTruth(legend.store.facts()) + QStringLiteral("   ·   ")
                          + words::eventsLost(legend.store.totals().lost);
    double right = area.right() - details.horizontalAdvance(truth);
    if (right > x) {
        painter.setFont(style.detailFont);
        painter.setPen(legend.store.totals().lost > 0 ? legend.theme.danger : legend.theme.muted);
        painter.drawText(QPointF(right, baseline), truth);
    } else {
        right = area.right();
    }

    painter.setFont(style.legendFont);
    for (const StateClass state : legend.states) {
        const QString label = words::state(state);
        const double width = 26 * scale + labels.horizontalAdvance(label);
        if (x + width > right - 16 * scale) break;
        const QRectF swatch(x, area.center().y() - 8 * scale, 18 * scale, 16 * scale);
        paintSwatch(painter, legend.theme, state, swatch, scale);
        painter.setPen(legend.theme.muted);
        painter.drawText(QPointF(x + 26 * scale, baseline), label);
        x += width + 28 * scale;
    }
}

}  // namespace interleave::ui
