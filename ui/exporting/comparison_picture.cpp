#include "ui/exporting/comparison_picture.hpp"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

#include "ui/exporting/caption.hpp"
#include "ui/exporting/caption_painter.hpp"
#include "ui/live/scenario_text.hpp"
#include "ui/scheduling/comparison_painter.hpp"
#include "ui/scheduling/result_curve.hpp"

namespace interleave::ui {
namespace {

constexpr double kDeskWidth = 1400;   // layout pixels in which type has the desk's size
constexpr double kLargest = 2.0;
constexpr double kSmallest = 0.8;
constexpr double kEdge = 24;
constexpr double kTitle = 20;
constexpr double kNote = 14;
constexpr double kCurveText = 13;
constexpr double kCurveShare = 0.42;  // of the height below the title

double typeScale(const Comparison& comparison, QSize size) {
    const double fits = (size.height() - 120) / comparisonHeight(comparison.runs.size(), 1.0);
    return std::clamp(std::min(size.width() / kDeskWidth, std::max(fits * 1.6, kSmallest)), kSmallest, kLargest);
}

// What all runs had in common: a parameter that differs says nothing of the picture as a whole.
QStringList commonCaption(const Runs& runs) {
    QStringList parts = captionParts(*runs.front());
    for (const auto& run : runs) {
        const QStringList own = captionParts(*run);
        parts.removeIf([&](const QString& part) { return !own.contains(part); });
    }
    return parts;
}

void paintHead(QPainter& painter, const Runs& runs, const QString& legend, const QRectF& line, const Theme& theme,
               double scale) {
    const ScenarioText& text = scenarioText(runs.front()->facts().scenario);
    painter.setFont(textFont(static_cast<int>(std::lround(kTitle * scale)), QFont::Bold));
    painter.setPen(theme.ink);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, text.title.shown());
    painter.setFont(textFont(static_cast<int>(std::lround(kNote * scale))));
    painter.setPen(theme.muted);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, legend);
}

}  // namespace

Expected<std::function<void(QPainter&)>> comparisonPicture(const Scene& scene, const PictureOptions& options) {
    if (scene.compared.size() < 2)
        return refused(Sentence("Exporting",
                                            "there are no runs to compare: a picture of a comparison needs a scenario "
                                            "that compares, or two runs"));
    return [runs = scene.compared, comparison = Comparison::of(scene.compared),
            curve = ComparedCurve::of(scene.compared), options](QPainter& painter) {
        const Theme& theme = Theme::named(options.theme);
        const double scale = typeScale(comparison, options.size);
        const double edge = kEdge * scale;
        const QRectF all({0, 0}, QSizeF(options.size));
        painter.fillRect(all, theme.panel);
        const CaptionPainter caption(commonCaption(runs), all.width() - 2 * edge, scale);
        const double foot = options.caption ? caption.height() + edge : 0;
        const QRectF head(edge, edge * 0.6, all.width() - 2 * edge, kTitle * scale * 1.6);
        QRectF body(edge, head.bottom() + edge * 0.5, head.width(), all.height() - head.bottom() - edge * 1.3 - foot);
        if (!curve.empty()) {
            const double height = body.height() * kCurveShare;
            const QRectF below(body.left(), body.bottom() - height, body.width(), height);
            paintCurve(painter, below, curve, theme, static_cast<int>(std::lround(kCurveText * scale)));
            body.setBottom(below.top() - edge * 0.5);
        }
        const bool charts = !placeComparison(body, comparison, scale).charts.isEmpty();
        paintHead(painter, runs, comparison.legend(charts), head, theme, scale);
        paintComparison(painter, body, comparison, theme, scale);
        if (options.caption) caption.paint(painter, {edge, all.height() - foot}, theme);
    };
}

}  // namespace interleave::ui
