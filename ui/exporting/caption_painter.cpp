#include "ui/exporting/caption_painter.hpp"

#include <QFontMetricsF>

#include <cmath>

namespace interleave::ui {
namespace {

constexpr double kPixels = 15;
constexpr double kBetween = 22;  // room for the dot between two parts
constexpr double kLineHeight = 1.5;

}  // namespace

std::vector<std::size_t> breakCaption(const std::vector<double>& widths, double between, double width) {
    std::vector<std::size_t> lines;
    double used = 0;
    for (const double part : widths) {
        if (!lines.empty() && used + between + part <= width) {
            ++lines.back();
            used += between + part;
        } else {
            lines.push_back(1);
            used = part;
        }
    }
    return lines;
}

CaptionPainter::CaptionPainter(QStringList parts, double width, double scale)
    : m_parts(std::move(parts)), m_scale(scale) {
    // A part that is longer than a line, as a list of jobs may be, is cut:
    // the rest of the line still tells the conditions.
    for (qsizetype i = 0; i < m_parts.size(); ++i)
        m_parts[i] = QFontMetricsF(fontOf(static_cast<std::size_t>(i))).elidedText(m_parts[i], Qt::ElideRight, width);
    std::vector<double> widths;
    for (std::size_t i = 0; i < static_cast<std::size_t>(m_parts.size()); ++i) widths.push_back(widthOf(i));
    m_lines = breakCaption(widths, kBetween * m_scale, width);
}

QFont CaptionPainter::fontOf(std::size_t part) const {
    return textFont(static_cast<int>(std::lround(kPixels * m_scale)), part == 0 ? QFont::DemiBold : QFont::Normal);
}

double CaptionPainter::widthOf(std::size_t part) const {
    return QFontMetricsF(fontOf(part)).horizontalAdvance(m_parts[static_cast<qsizetype>(part)]);
}

double CaptionPainter::lineHeight() const { return kPixels * kLineHeight * m_scale; }

double CaptionPainter::height() const { return lineHeight() * static_cast<double>(m_lines.size()); }

void CaptionPainter::paint(QPainter& painter, QPointF topLeft, const Theme& theme) const {
    const QFontMetricsF metrics(fontOf(1));
    double baseline = topLeft.y() + (lineHeight() + metrics.ascent() - metrics.descent()) / 2;
    std::size_t part = 0;
    for (const std::size_t inLine : m_lines) {
        double x = topLeft.x();
        for (std::size_t i = 0; i < inLine; ++i, ++part) {
            if (i > 0) {
                painter.setPen(Qt::NoPen);
                painter.setBrush(theme.muted);
                const double radius = 1.5 * m_scale;
                painter.drawEllipse(QPointF(x + kBetween * m_scale / 2, baseline - metrics.xHeight() / 2), radius,
                                    radius);
                x += kBetween * m_scale;
            }
            painter.setFont(fontOf(part));
            painter.setPen(part == 0 ? theme.ink : theme.muted);
            painter.drawText(QPointF(x, baseline), m_parts[static_cast<qsizetype>(part)]);
            x += widthOf(part);
        }
        baseline += lineHeight();
    }
}

}  // namespace interleave::ui
