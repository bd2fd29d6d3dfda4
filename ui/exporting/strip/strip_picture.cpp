#include "ui/exporting/strip/strip_picture.hpp"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <memory>

#include "ui/exporting/broken_lines.hpp"
#include "ui/exporting/caption.hpp"
#include "ui/exporting/caption_foot.hpp"
#include "ui/exporting/strip/moments.hpp"
#include "ui/exporting/strip/strip_layout.hpp"
#include "ui/live/duration_text.hpp"
#include "ui/live/scenario_text.hpp"
#include "ui/theme/tabular.hpp"
#include "ui/timeline/legend.hpp"
#include "ui/timeline/timeline_picture.hpp"

namespace interleave::ui {
namespace {

// Layout pixels on a page of kDeskPage, and with it wider and narrower.
constexpr double kDeskPage = 1480;
constexpr double kPageEdge = 20;
constexpr double kPageTitle = 22;
constexpr double kSentence = 18;
constexpr double kBadge = 30;
constexpr double kBetweenCells = 20;
constexpr double kLineHeight = 1.4;
constexpr double kLowestTimeline = 60;  // pixels: an axis and a lane
constexpr int kMostLines = 2;          // of a sentence
constexpr double kAirBelowLanes = 1.06;  // times the height that they want
constexpr double kGoodCellWidth = 900;  // narrower, the names leave little of the time axis

class StripPainter {
public:
    StripPainter(const Store& store, const Scene& scene, const PictureOptions& options,
                 std::vector<StripMoment> moments)
        : m_store(store),
          m_options(options),
          m_theme(Theme::named(options.theme)),
          m_moments(std::move(moments)),
          m_visible(scene.visible.empty() ? wholeRun(store) : scene.visible),
          m_scale(std::clamp(options.size.width() / kDeskPage, 0.8, 3.0)),
          m_foot(captionParts(store), options.size, options.caption) {
        const double edge = kPageEdge * m_scale;
        const double top = edge + headHeight();
        const double bottom =
            options.caption ? m_options.size.height() - m_foot.height() - edge * 0.4 : options.size.height() - edge;
        m_room = QRectF(edge, top, options.size.width() - 2 * edge, bottom - top);
        m_grid = grid();
        for (const StripMoment& moment : m_moments) m_lines = std::max(m_lines, linesOf(moment).size());
        m_fontScale = fontScaleFor(m_store, timelineRoom(m_grid.cell));
        // Where a page is higher than the lanes need, the cells end below them.
        const double surplus = timelineRoom(m_grid.cell).height() - wantedHeight(m_fontScale) * kAirBelowLanes;
        if (surplus > 0) m_grid.cell.rheight() -= surplus;
    }

    // Whether there is room for lanes below each sentence.
    bool isReadable() const {
        return timelineRoom(m_grid.cell).height() >= kLowestTimeline &&
               timelineRoom(m_grid.cell).width() >= kLowestTimeline;
    }

    void paint(QPainter& painter) const {
        painter.fillRect(QRectF({0, 0}, QSizeF(m_options.size)), m_theme.ground);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        paintHead(painter);
        const TimelinePicture timeline(timelineRoom(m_grid.cell), m_store, look());
        for (std::size_t i = 0; i < m_moments.size(); ++i) {
            const QRectF cell = m_grid.cellOf(static_cast<int>(i), m_room.topLeft());
            paintCard(painter, cell);
            paintSentence(painter, cell, i);
            painter.save();
            painter.translate(std::round(cell.left() + pad()), std::round(cell.top() + sentenceHeight()));
            timeline.paint(painter, m_moments[i].at);
            painter.restore();
        }
        m_foot.paint(painter, m_theme);
    }

private:
    double pad() const { return 4 * m_scale; }
    double headHeight() const { return kPageTitle * 2 * m_scale; }
    QFont sentenceFont(bool bold) const {
        return textFont(static_cast<int>(std::lround(kSentence * m_scale)), bold ? QFont::DemiBold : QFont::Normal);
    }
    // All cells alike, so that their axes stand in line.
    double sentenceHeight() const { return (kSentence * kLineHeight * static_cast<double>(m_lines) + 12) * m_scale; }
    QString timeOf(const StripMoment& moment) const { return timeText(moment.at, m_visible.length() / 1000); }
    // From the cell's left edge to the time, and on to the sentence.
    double timeLeft() const { return (14 + kBadge + 12) * m_scale; }
    double textLeft(const StripMoment& moment) const {
        return timeLeft() + tabularWidth(QFontMetricsF(sentenceFont(true)), timeOf(moment)) + 18 * m_scale;
    }
    std::vector<QString> linesOf(const StripMoment& moment) const {
        const double width = m_grid.cell.width() - textLeft(moment) - 14 * m_scale;
        return brokenLines(moment.sentence, QFontMetricsF(sentenceFont(moment.alarm)), width, kMostLines);
    }
    QSizeF timelineRoom(QSizeF cell) const { return cell - QSizeF(2 * pad(), sentenceHeight() + 2 * pad()); }

    // How many lines a sentence takes in a cell so wide, as far as that is known before the cells are.
    int linesIn(double cellWidth) const { return cellWidth > 1000 * m_scale ? 1 : kMostLines; }

    // Large type, no empty room below the lanes, and a time axis that is long enough:
    // twice as long is not twice as good.
    double worthOf(QSizeF cell) const {
        const QSizeF room(cell.width(),
                          cell.height() - (kSentence * kLineHeight * linesIn(cell.width()) + 12) * m_scale);
        if (room.height() <= 0) return 0;
        const double fontScale = fontScaleFor(m_store, room);
        const double shown = lanesLeftOut(m_store, room, fontScale) > 0 ? 0.5 : 1.0;
        const double filled = std::min(1.0, wantedHeight(fontScale) / room.height());
        const double axis = std::min(1.5, cell.width() / (kGoodCellWidth * fontScale));
        // Type smaller than the desk's is worth less than it is large.
        return shown * fontScale * std::sqrt(std::min(1.0, fontScale) * axis * filled);
    }

    double wantedHeight(double fontScale) const {
        TimelinePictureLook look;
        look.fontScale = fontScale;
        look.header = false;
        return wantedTimelineHeight(m_store, look);
    }

    StripGrid grid() const {
        const int count = static_cast<int>(m_moments.size());
        const double gap = kBetweenCells * m_scale;
        if (m_options.moments.columns > 0)
            return gridOf(count, std::min(count, m_options.moments.columns), m_room.size(), gap);
        return bestGrid(count, m_room.size(), gap, [this](QSizeF cell) { return worthOf(cell); });
    }

    TimelinePictureLook look() const {
        TimelinePictureLook look;
        look.theme = m_options.theme;
        look.visible = m_visible;
        look.fontScale = m_fontScale;
        look.header = false;
        look.future = Future::faded;
        return look;
    }

    void paintHead(QPainter& painter) const {
        const QRectF line(m_room.left(), kPageEdge * m_scale * 0.5, m_room.width(), headHeight());
        painter.setFont(textFont(static_cast<int>(std::lround(kPageTitle * m_scale)), QFont::Bold));
        painter.setPen(m_theme.ink);
        const QString title = captionParts(m_store).value(0);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, title);
        const double used = painter.fontMetrics().horizontalAdvance(title) + 40 * m_scale;
        const TimelineStyle style(std::min(m_scale, 1.25));
        if (line.width() - used > 200 * m_scale)
            paintLegend(painter, {m_store, m_theme, style, usedStates(m_store), false}, line.adjusted(used, 0, 0, 0));
    }

    void paintCard(QPainter& painter, const QRectF& cell) const {
        painter.setPen(QPen(m_theme.hairline, m_scale));
        painter.setBrush(m_theme.panel);
        painter.drawRoundedRect(cell, 10 * m_scale, 10 * m_scale);
    }

    // A number, the time, and what happens.
    void paintSentence(QPainter& painter, const QRectF& cell, std::size_t index) const {
        const StripMoment& moment = m_moments[index];
        const double badge = kBadge * m_scale;
        const double middle = cell.top() + (9 + kSentence * kLineHeight / 2) * m_scale;
        const QRectF circle(cell.left() + 14 * m_scale, middle - badge / 2, badge, badge);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.ink);
        painter.drawEllipse(circle);
        painter.setPen(m_theme.panel);
        painter.setFont(sentenceFont(true));
        painter.drawText(circle, Qt::AlignCenter, QString::number(index + 1));

        const QFontMetricsF bold(sentenceFont(true));
        painter.setPen(m_theme.muted);
        drawTabular(painter, {cell.left() + timeLeft(), middle + (bold.ascent() - bold.descent()) / 2}, timeOf(moment));
        paintWrapped(painter, {cell.left() + textLeft(moment), cell.top() + 9 * m_scale}, moment);
    }

    void paintWrapped(QPainter& painter, QPointF topLeft, const StripMoment& moment) const {
        const QFont font = sentenceFont(moment.alarm);
        const QFontMetricsF metrics(font);
        painter.setFont(font);
        painter.setPen(moment.alarm ? m_theme.danger : m_theme.ink);
        const double line = kSentence * kLineHeight * m_scale;
        const double firstBaseline = topLeft.y() + (line + metrics.ascent() - metrics.descent()) / 2;
        const auto lines = linesOf(moment);
        for (std::size_t i = 0; i < lines.size(); ++i)
            painter.drawText(QPointF(topLeft.x(), firstBaseline + static_cast<double>(i) * line), lines[i]);
    }

    const Store& m_store;
    PictureOptions m_options;
    const Theme& m_theme;
    std::vector<StripMoment> m_moments;
    TimeRange m_visible;
    double m_scale;
    CaptionFoot m_foot;
    QRectF m_room;
    StripGrid m_grid;
    std::size_t m_lines = 1;  // of the longest sentence
    double m_fontScale = 1;
};

}  // namespace

Expected<std::function<void(QPainter&)>> stripPicture(const Store& store, const Scene& scene,
                                                      const PictureOptions& options) {
    auto moments = stripMoments(store, options.moments, scene.visible);
    if (!moments) return tl::unexpected(std::move(moments.error()));
    const std::size_t count = moments->size();
    auto strip = std::make_shared<StripPainter>(store, scene, options, std::move(*moments));
    if (!strip->isReadable())
        return refused(
            Sentence(
                "Exporting",
                "{} moments do not fit on a page of {} × {}: choose fewer, more columns, or a larger page")
                .of(count, options.size.width(), options.size.height()));
    return [strip](QPainter& painter) { strip->paint(painter); };
}

}  // namespace interleave::ui
