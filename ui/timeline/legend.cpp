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
                            waitingJoin, waitingGil, waitingOther, suspended, held,         zombie, created};

Shares timeInStates(const Store& store) {
    constexpr std::size_t kMostLooked = 2'000;  // of a crowd the first ones tell
    Shares sum{};
    const auto& actors = store.actors();
    for (std::size_t i = 0; i < std::min(actors.size(), kMostLooked); ++i) {
        const IntervalLane& lane = actors[i].states;
        if (lane.empty()) continue;
        const Shares shares =
            lane.timeUpTo(std::max(store.now(), lane.beginOf(lane.end() - 1)), lane.end() - 1, store.looks());
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
        const bool mayFlash = state == created || state == zombie;
        if (time > (mayFlash ? store.now().ns / kFlash : 0)) used.push_back(state);
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

namespace {

// In pixels at scale 1.
constexpr double kSwatch = 18;
constexpr double kSwatchHeight = 16;
constexpr double kToLabel = 26;     // from a swatch's left edge to its label
constexpr double kBetween = 28;
constexpr double kLeastBetween = 14;
constexpr double kTitleRoom = 110;

struct LegendLine {
    QString title, truth;  // empty: not shown
    double between = kBetween;
    double titleWidth = 0, truthWidth = 0;
};

double titleWidthOf(const Legend& legend, const QString& title, double air) {
    return title.isEmpty() ? 0
                           : QFontMetricsF(legend.style.titleFont).horizontalAdvance(title) + air * legend.style.scale;
}

double statesWidth(const Legend& legend, double between) {
    const QFontMetricsF labels(legend.style.legendFont);
    double width = 0;
    for (const StateClass state : legend.states)
        width += (kToLabel + between) * legend.style.scale + labels.horizontalAdvance(words::state(state));
    return width;
}

// Every state is named before anything else finds room: first the line's other words are cut, then its title goes. Lost
// events are told in any case.
LegendLine arrange(const Legend& legend, double room) {
    const QFontMetricsF details(legend.style.detailFont);
    const bool lost = legend.store.totals().lost > 0;
    const QString losses = words::eventsLost(legend.store.totals().lost);
    const QString whole = words::kernelTruth(legend.store.facts()) + QStringLiteral("   ·   ") + losses;
    const QString title = legend.title ? QCoreApplication::translate("Timeline", "Timeline") : QString();
    const double airy =
        std::max(titleWidthOf(legend, title, 32), title.isEmpty() ? 0 : kTitleRoom * legend.style.scale);
    const double near = titleWidthOf(legend, title, 20);
    const std::array<LegendLine, 5> tries{{{title, whole, kBetween, airy},
                                           {title, losses, kBetween, airy},
                                           {title, losses, kLeastBetween, near},
                                           {title, lost ? losses : QString(), kLeastBetween, near},
                                           {{}, lost ? losses : QString(), kLeastBetween, 0}}};
    for (LegendLine line : tries) {
        line.truthWidth = line.truth.isEmpty() ? 0 : details.horizontalAdvance(line.truth);
        if (line.titleWidth + statesWidth(legend, line.between) + line.truthWidth <= room) return line;
    }
    LegendLine last = tries.back();
    last.truthWidth = last.truth.isEmpty() ? 0 : details.horizontalAdvance(last.truth);
    return last;
}

}  // namespace

void paintLegend(QPainter& painter, const Legend& legend, const QRectF& area) {
    const TimelineStyle& style = legend.style;
    const double scale = style.scale;
    const LegendLine line = arrange(legend, area.width());
    const QFontMetricsF titles(style.titleFont);
    const QFontMetricsF labels(style.legendFont);
    const double baseline = area.center().y() + (titles.ascent() - titles.descent()) / 2;
    painter.setFont(style.titleFont);
    painter.setPen(legend.theme.ink);
    painter.drawText(QPointF(area.left(), baseline), line.title);
    painter.setFont(style.detailFont);
    painter.setPen(legend.store.totals().lost > 0 ? legend.theme.danger : legend.theme.muted);
    painter.drawText(QPointF(area.right() - line.truthWidth, baseline), line.truth);

    double x = area.left() + line.titleWidth;
    painter.setFont(style.legendFont);
    for (const StateClass state : legend.states) {
        const QString label = words::state(state);
        const double width = kToLabel * scale + labels.horizontalAdvance(label);
        if (x + width > area.right() - line.truthWidth) break;
        paintSwatch(painter, legend.theme, state,
                    {x, area.center().y() - kSwatchHeight / 2 * scale, kSwatch * scale, kSwatchHeight * scale}, scale);
        painter.setPen(legend.theme.muted);
        painter.drawText(QPointF(x + kToLabel * scale, baseline), label);
        x += width + line.between * scale;
    }
}

}  // namespace interleave::ui
