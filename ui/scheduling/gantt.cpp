#include "ui/scheduling/gantt.hpp"

#include <algorithm>
#include <cmath>

#include "ui/theme/token.hpp"

namespace interleave::ui {
namespace {

constexpr double kStrip = 30;
constexpr double kGap = 6;
constexpr double kAxis = 22;
constexpr double kTextPixels = 13;
constexpr double kLabelGap = 10;
constexpr double kTextOfPitch = 0.75;  // where strips are low, their names are small
constexpr int kSmallestText = 8;
constexpr double kLeastName = 14;  // a bar narrower than that has no room for a name

double widestLabel(const GanttChart& chart, const QFontMetricsF& metrics) {
    double widest = 0;
    for (const GanttStrip& strip : chart.strips) widest = std::max(widest, metrics.horizontalAdvance(strip.label));
    return widest;
}

QColor paleOf(const QColor& color, const QColor& ground) {
    constexpr float kShare = 0.55F;
    const auto mix = [](float a, float b) { return a * kShare + b * (1 - kShare); };
    return QColor::fromRgbF(mix(color.redF(), ground.redF()), mix(color.greenF(), ground.greenF()),
                            mix(color.blueF(), ground.blueF()));
}

void paintBar(QPainter& painter, const QRectF& box, const GanttBar& bar, const Theme& theme, StripLook look) {
    const bool pale = look == StripLook::pale;
    painter.fillRect(box, pale ? paleOf(theme.actor(bar.hue), theme.panel) : theme.actor(bar.hue));
    // An edge keeps two stretches of one job apart; it never hides a short one.
    if (box.width() > 3) {
        painter.setPen(QPen(theme.panel, 1));
        painter.drawLine(box.topRight(), box.bottomRight());
    }
    if (pale) return;
    const QString letters = tokenLetters(bar.name);
    const QFontMetricsF metrics(painter.font());
    if (box.width() < std::max(kLeastName, metrics.horizontalAdvance(letters) + 4)) return;
    const QString shown = metrics.horizontalAdvance(bar.name) + 6 <= box.width() ? bar.name : letters;
    painter.setPen(theme.onActor(bar.hue));
    painter.drawText(box, Qt::AlignCenter, shown);
}

}  // namespace

std::vector<double> ganttTicks(double length, int most) {
    std::vector<double> ticks;
    if (!(length > 0) || most < 1) return ticks;
    double step = std::pow(10, std::floor(std::log10(length / most)));
    for (const double factor : {2.0, 2.5, 2.0}) {
        if (length / step <= most) break;
        step *= factor;
    }
    for (int i = 0; i * step <= length * (1 + 1e-9); ++i) ticks.push_back(i * step);
    return ticks;
}

double ganttHeight(std::size_t strips, double scale) {
    return (static_cast<double>(strips) * (kStrip + kGap) + kAxis) * scale;
}

std::optional<std::size_t> ganttStripAt(const QRectF& area, const GanttChart& chart, QPointF point, double scale) {
    const double height = area.height() - kAxis * scale;
    const double y = point.y() - area.top();
    if (chart.strips.empty() || !area.contains(point) || y < 0 || y >= height) return std::nullopt;
    return static_cast<std::size_t>(y / height * static_cast<double>(chart.strips.size()));
}

void paintStrip(QPainter& painter, const QRectF& box, const GanttStrip& strip, double length, const Theme& theme,
                StripLook look) {
    painter.fillRect(box, theme.soft);
    const double perMs = box.width() / length;
    for (const GanttBar& bar : strip.bars) {
        const double wide = std::max(1.0, (bar.end - bar.begin) * perMs);
        paintBar(painter, {box.left() + bar.begin * perMs, box.top(), wide, box.height()}, bar, theme, look);
    }
}

void paintGantt(QPainter& painter, const QRectF& area, const GanttChart& chart, const Theme& theme, double scale) {
    if (chart.strips.empty() || !(chart.length > 0)) return;
    painter.save();
    painter.setFont(textFont(static_cast<int>(std::lround(kTextPixels * scale))));
    const QFontMetricsF metrics(painter.font());
    const double labels = std::min(widestLabel(chart, metrics) + kLabelGap * scale, area.width() * 0.35);
    const QRectF plot(area.left() + labels, area.top(), area.width() - labels - 2, area.height() - kAxis * scale);
    const auto x = [&](double ms) { return plot.left() + ms / chart.length * plot.width(); };
    const double pitch = plot.height() / static_cast<double>(chart.strips.size());
    const double high = std::min(kStrip * scale, pitch - 2);
    const QFont stripFont =
        textFont(std::clamp(static_cast<int>(pitch * kTextOfPitch), kSmallestText, painter.font().pixelSize()));

    const int most = std::max(2, static_cast<int>(plot.width() / (56 * scale)));
    const double bottom = plot.bottom();
    for (const double tick : ganttTicks(chart.length, most)) {
        painter.setPen(QPen(theme.hairline, 1));
        painter.drawLine(QPointF(x(tick), plot.top()), QPointF(x(tick), bottom));
        painter.setPen(theme.muted);
        const QRectF place(x(tick) - 40 * scale, bottom, 80 * scale, kAxis * scale);
        painter.drawText(place, Qt::AlignCenter, QString::number(tick, 'g', 6));
    }
    painter.setPen(theme.muted);
    painter.drawText(QRectF(area.left(), bottom, labels - kLabelGap * scale, kAxis * scale),
                     Qt::AlignVCenter | Qt::AlignRight, QStringLiteral("ms"));

    painter.setFont(stripFont);
    for (std::size_t i = 0; i < chart.strips.size(); ++i) {
        const GanttStrip& strip = chart.strips[i];
        const double top = plot.top() + pitch * static_cast<double>(i) + (pitch - high) / 2;
        painter.setPen(theme.ink);
        const QRectF place(area.left(), top, labels - kLabelGap * scale, high);
        painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft,
                         metrics.elidedText(strip.label, Qt::ElideRight, place.width()));
        paintStrip(painter, {plot.left(), top, plot.width(), high}, strip, chart.length, theme, StripLook::full);
    }
    if (chart.cursor && *chart.cursor >= 0 && *chart.cursor <= chart.length) {
        painter.setPen(QPen(theme.ink, 1.5 * scale));
        painter.drawLine(QPointF(x(*chart.cursor), plot.top()), QPointF(x(*chart.cursor), bottom));
    }
    painter.restore();
}

}  // namespace interleave::ui
