#include "ui/theme/token.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace interleave::ui {
namespace {

constexpr qsizetype kMostLetters = 3;
constexpr int kHuesOfOneShape = 5;

void drawFitting(QPainter& painter, const QRectF& box, const QString& text) {
    // Large tokens need no large letters; small ones give them all the room they have.
    const double pixels = std::min(box.height() * 0.65, 20 + box.height() * 0.1);
    QFont font = textFont(std::max(1, static_cast<int>(std::lround(pixels))), QFont::DemiBold);
    const double room = box.width() * 0.86;
    const double width = QFontMetricsF(font).horizontalAdvance(text);
    if (width > room) font.setPixelSize(std::max(1, static_cast<int>(std::floor(pixels * room / width))));
    painter.setFont(font);
    painter.drawText(box, Qt::AlignCenter, text);
}

}  // namespace

QString tokenLetters(const QString& name) {
    const QString trimmed = name.trimmed();
    if (trimmed.size() <= kMostLetters) return trimmed;
    QString digits;
    for (auto at = trimmed.size(); at > 0 && trimmed[at - 1].isDigit(); --at) digits.prepend(trimmed[at - 1]);
    return trimmed.left(1).toUpper() + digits.right(kMostLetters - 1);
}

QPainterPath tokenShape(const QRectF& box, int hue) {
    QPainterPath path;
    switch (hue / kHuesOfOneShape % 3) {
        case 0: path.addEllipse(box); break;
        case 1: path.addRoundedRect(box.adjusted(1, 1, -1, -1), box.width() * 0.18, box.width() * 0.18); break;
        default: {
            QPolygonF corners;
            for (int i = 0; i < 6; ++i) {
                const double angle = std::numbers::pi / 3 * i;
                corners << box.center() + QPointF(std::cos(angle) * box.width(), std::sin(angle) * box.height()) / 2;
            }
            path.addPolygon(corners);
            path.closeSubpath();
        }
    }
    return path;
}

void paintToken(QPainter& painter, const QRectF& box, int hue, const QString& letters, const Theme& theme,
                TokenMark mark) {
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.actor(hue));
    painter.drawPath(tokenShape(box, hue));
    painter.setPen(theme.onActor(hue));
    const bool held = mark == TokenMark::held;
    const QRectF text = held ? box.adjusted(0, 0, 0, -box.height() * 0.28) : box;
    drawFitting(painter, text, letters);
    if (held) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.onActor(hue));
        const double bar = box.width() * 0.09;
        const double top = box.top() + box.height() * 0.62;
        for (const double x : {-1.6, 0.6})
            painter.drawRect(QRectF(box.center().x() + x * bar, top, bar, box.height() * 0.2));
    }
    painter.restore();
}

void paintCountToken(QPainter& painter, const QRectF& box, int count, bool more, const Theme& theme) {
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.soft);
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
    painter.setPen(theme.ink);
    drawFitting(painter, box, (more ? QStringLiteral("+") : QStringLiteral("×")) + QString::number(count));
    painter.restore();
}

}  // namespace interleave::ui
