#include "ui/scheduling/comparison_painter.hpp"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace interleave::ui {
namespace {

// In pixels at scale 1.
constexpr double kAxis = 24;
constexpr double kHighestRow = 112;
constexpr double kTextPixels = 15;
constexpr double kSmallPixels = 13;
constexpr double kSmallestPixels = 10;
constexpr double kColumnGap = 24;
constexpr double kBarsWidth = 300;
constexpr double kBarLine = 19;          // of one number in a row
constexpr double kLeastBarLine = 13;
constexpr double kLeastForBoth = 560;    // of the area: in less, numbers alone can be read
constexpr double kShownMark = 4;
constexpr double kTextbookShare = 0.62;  // of a row's charts, where there are both

QFont sized(double pixels, double scale, QFont::Weight weight = QFont::Normal) {
    return textFont(std::max(1, static_cast<int>(std::lround(pixels * scale))), weight);
}

double widestName(const Comparison& comparison, const QFont& font) {
    const QFontMetricsF metrics(font);
    double widest = 0;
    for (const ComparedRun& run : comparison.runs) widest = std::max(widest, metrics.horizontalAdvance(run.name));
    return widest;
}

QString numberText(double value, const QString& unit) {
    const double hundredths = std::abs(value) < 1 ? std::round(value * 100) / 100 : value;
    const QString digits = value >= 1000 ? QString::number(value, 'f', 0) : QString::number(hundredths, 'g', 4);
    return unit.isEmpty() ? digits : digits + QChar(0x00A0) + unit;
}

class Painting {
public:
    Painting(QPainter& painter, const QRectF& area, const Comparison& comparison, const Theme& theme, double scale)
        : m_painter(painter), m_comparison(comparison), m_theme(theme), m_scale(scale),
          m_places(placeComparison(area, comparison, scale)) {}

    bool hasHeader() const { return m_places.header; }

    void paintAxis() const {
        const QRectF& charts = m_places.charts;
        if (charts.isEmpty()) return;
        const int most = std::max(2, static_cast<int>(charts.width() / (72 * m_scale)));
        m_painter.setFont(sized(kSmallPixels, m_scale));
        for (const double tick : ganttTicks(m_comparison.length, most)) {
            const double x = charts.left() + tick / m_comparison.length * charts.width();
            m_painter.setPen(QPen(m_theme.hairline, 1));
            m_painter.drawLine(QPointF(x, charts.top()), QPointF(x, charts.bottom()));
            m_painter.setPen(m_theme.muted);
            const QRectF place(x - 48 * m_scale, charts.top() - kAxis * m_scale, 96 * m_scale, kAxis * m_scale);
            m_painter.drawText(place, Qt::AlignHCenter | Qt::AlignTop, numberText(tick, QStringLiteral("ms")));
        }
    }

    void paintHeader() const {
        const QRectF& bars = m_places.bars;
        const QRectF box(bars.left(), bars.top() - kAxis * m_scale, bars.width(), kAxis * m_scale);
        m_painter.setFont(sized(kSmallPixels, m_scale));
        m_painter.setPen(m_theme.muted);
        m_painter.drawText(box, Qt::AlignLeft | Qt::AlignTop,
                           QFontMetricsF(m_painter.font())
                               .elidedText(m_comparison.numbers.front().label, Qt::ElideRight, box.width()));
    }

    void paintRow(std::size_t index, const ComparisonMarks& marks) const {
        const ComparedRun& run = m_comparison.runs[index];
        const QRectF row = m_places.row(index);
        const bool chosen = std::ranges::find(marks.chosen, index) != marks.chosen.end();
        if (chosen || marks.current == index) {
            m_painter.setPen(marks.current == index ? QPen(m_theme.accent, 1.5 * m_scale) : QPen(Qt::NoPen));
            m_painter.setBrush(chosen ? QBrush(m_theme.soft) : QBrush(Qt::NoBrush));
            m_painter.drawRoundedRect(row.adjusted(-6 * m_scale, 1, 0, -1), 6 * m_scale, 6 * m_scale);
        }
        if (marks.shown == index) {
            const double inset = row.height() * 0.2;
            m_painter.fillRect(QRectF(row.left() - 10 * m_scale, row.top() + inset, kShownMark * m_scale,
                                      row.height() - 2 * inset),
                               m_theme.accent);
        }
        const double pixels = std::clamp(row.height() / m_scale * 0.7, kSmallestPixels, kTextPixels);
        m_painter.setFont(sized(pixels, m_scale, QFont::DemiBold));
        m_painter.setPen(m_theme.ink);
        const QRectF name(m_places.names.left(), row.top(), m_places.names.width() - kColumnGap * m_scale / 2,
                          row.height());
        const QString text = chosen ? QStringLiteral("✓ ") + run.name : run.name;
        m_painter.drawText(name, Qt::AlignVCenter | Qt::AlignLeft,
                           QFontMetricsF(m_painter.font()).elidedText(text, Qt::ElideRight, name.width()));
        if (!m_places.charts.isEmpty())
            paintStrips(run, {m_places.charts.left(), row.top(), m_places.charts.width(), row.height()});
        if (!m_places.bars.isEmpty())
            paintNumbers(index, {m_places.bars.left(), row.top(), m_places.bars.width(), row.height()});
    }

private:
    void paintStrips(const ComparedRun& run, const QRectF& box) const {
        const double air = std::min(8 * m_scale, box.height() * 0.12);
        const QRectF inner = box.adjusted(0, air, 0, -air);
        const bool both = !run.textbook.empty();
        const double upper = both ? inner.height() * kTextbookShare : 0;
        if (both) paintKind(run.textbook, {inner.left(), inner.top(), inner.width(), upper - 1}, StripLook::full);
        paintKind(run.measured,
                  {inner.left(), inner.top() + upper + (both ? 1 : 0), inner.width(), inner.height() - upper},
                  both ? StripLook::pale : StripLook::full);
    }

    // Its cores below each other.
    void paintKind(const std::vector<GanttStrip>& strips, const QRectF& box, StripLook look) const {
        if (strips.empty() || !(m_comparison.length > 0)) return;
        const double pitch = box.height() / static_cast<double>(strips.size());
        m_painter.setFont(
            sized(std::clamp(pitch / m_scale * 0.7, kSmallestPixels - 2, kSmallPixels), m_scale, QFont::DemiBold));
        for (std::size_t i = 0; i < strips.size(); ++i) {
            const QRectF strip(box.left(), box.top() + pitch * static_cast<double>(i), box.width(),
                               std::max(2.0, pitch - 1));
            paintStrip(m_painter, strip, strips[i], m_comparison.length, m_theme, look);
        }
    }

    // A share of the widest bar.
    double shareOf(const ComparedNumber& number, double value) const {
        double most = 0;
        double least = 0;
        const auto look = [&](const ComparedNumber& each) {
            for (const double v : each.values) {
                most = std::max(most, v);
                if (v > 0) least = least == 0 ? v : std::min(least, v);
            }
        };
        if (m_comparison.hasOneUnit()) std::ranges::for_each(m_comparison.numbers, look);
        else look(number);
        if (most <= 0 || value <= 0) return 0;
        if (!m_comparison.needsPowersOfTen()) return value / most;
        const double base = std::floor(std::log10(least));
        return (std::log10(value) - base) / std::max(1e-9, std::log10(most) - base);
    }

    void paintNumbers(std::size_t index, const QRectF& box) const {
        const auto& numbers = m_comparison.numbers;
        const double room = box.height() / m_scale;
        const std::size_t shown = m_places.numbers;
        const double line = std::min(kBarLine, room / static_cast<double>(shown)) * m_scale;
        const QFont font = sized(std::clamp(line / m_scale * 0.74, kSmallestPixels, kSmallPixels), m_scale);
        const QFont bold =
            sized(std::clamp(line / m_scale * 0.74, kSmallestPixels, kSmallPixels), m_scale, QFont::DemiBold);
        const QFontMetricsF metrics(font);
        double labels = 0, values = 0;
        for (std::size_t n = 0; n < shown; ++n) {
            if (!m_places.header) labels = std::max(labels, metrics.horizontalAdvance(numbers[n].label) + 10 * m_scale);
            for (const double value : numbers[n].values)
                values = std::max(
                    values, QFontMetricsF(bold).horizontalAdvance(numberText(value, numbers[n].unit)) + 8 * m_scale);
        }
        labels = std::min(labels, box.width() * 0.5);
        const double widest = std::max(8.0, box.width() - labels - values);
        double y = box.center().y() - line * static_cast<double>(shown) / 2;
        for (std::size_t n = 0; n < shown; ++n, y += line) {
            const double value = numbers[n].values[index];
            m_painter.setFont(font);
            m_painter.setPen(m_theme.muted);
            if (!m_places.header)
                m_painter.drawText(QRectF(box.left(), y, labels - 6 * m_scale, line), Qt::AlignVCenter | Qt::AlignLeft,
                                   metrics.elidedText(numbers[n].label, Qt::ElideRight, labels - 6 * m_scale));
            const QRectF bar(box.left() + labels, y + line * 0.18, std::max(2.0, widest * shareOf(numbers[n], value)),
                             line * 0.64);
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(n == 0 ? m_theme.accent : m_theme.muted);
            m_painter.drawRoundedRect(bar, 2 * m_scale, 2 * m_scale);
            m_painter.setFont(bold);
            m_painter.setPen(m_theme.ink);
            m_painter.drawText(QRectF(bar.right() + 6 * m_scale, y, values, line), Qt::AlignVCenter | Qt::AlignLeft,
                               numberText(value, numbers[n].unit));
        }
    }

    QPainter& m_painter;
    const Comparison& m_comparison;
    const Theme& m_theme;
    double m_scale;
    ComparisonPlaces m_places;
};

}  // namespace

QRectF ComparisonPlaces::row(std::size_t index) const {
    const double right = bars.isEmpty() ? charts.right() : bars.right();
    return {names.left(), names.top() + rowHeight * static_cast<double>(index), right - names.left(), rowHeight};
}

std::optional<std::size_t> ComparisonPlaces::rowAt(QPointF point, std::size_t rows) const {
    for (std::size_t i = 0; i < rows; ++i) {
        if (row(i).contains(point)) return i;
    }
    return std::nullopt;
}

double comparisonHeight(std::size_t runs, double scale) {
    return (static_cast<double>(runs) * kHighestRow + kAxis) * scale;
}

ComparisonPlaces placeComparison(const QRectF& area, const Comparison& comparison, double scale) {
    ComparisonPlaces places;
    if (comparison.runs.empty()) return places;
    const double gap = kColumnGap * scale;
    const QFont bold = sized(kTextPixels, scale, QFont::DemiBold);
    const double tick = QFontMetricsF(bold).horizontalAdvance(QStringLiteral("✓ "));
    const double bars = comparison.numbers.empty() ? 0 : std::min(kBarsWidth * scale, area.width() * 0.34);
    const bool hasRoom = bars <= 0 || area.width() >= kLeastForBoth * scale;
    const bool charts = comparison.length > 0 && hasRoom;
    const double names = std::min(widestName(comparison, bold) + tick + gap, area.width() * (hasRoom ? 0.28 : 0.48));
    const double rows = static_cast<double>(comparison.runs.size());
    // Where type is large for the room, what there is no room for at full size is left out.
    const double fullRow = (area.height() / scale - kAxis) / rows;
    const std::size_t most = comparison.numbers.size();
    places.numbers = static_cast<std::size_t>(std::max(1.0, fullRow / (hasRoom ? kLeastBarLine : kBarLine)));
    places.numbers = std::min(places.numbers, most);
    places.header = !hasRoom && places.numbers == 1;
    const double top = area.top() + (charts || places.header ? kAxis * scale : 0);
    places.rowHeight = std::min((area.bottom() - top) / rows, kHighestRow * scale);
    const double height = places.rowHeight * rows;
    places.names = {area.left(), top, names, height};
    const double right = bars > 0 ? area.right() - bars : area.right();
    if (bars > 0) places.bars = {right, top, bars, height};
    if (charts || bars <= 0)
        places.charts = {area.left() + names, top, std::max(1.0, right - (bars > 0 ? gap : 0) - area.left() - names),
                         height};
    else
        places.bars.setLeft(area.left() + names);  // numbers alone have all the room
    return places;
}

void paintComparison(QPainter& painter, const QRectF& area, const Comparison& comparison, const Theme& theme,
                     double scale, const ComparisonMarks& marks) {
    if (comparison.runs.empty()) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const Painting painting(painter, area, comparison, theme, scale);
    if (comparison.length > 0) painting.paintAxis();
    if (painting.hasHeader()) painting.paintHeader();
    for (std::size_t i = 0; i < comparison.runs.size(); ++i) painting.paintRow(i, marks);
    painter.restore();
}

}  // namespace interleave::ui
