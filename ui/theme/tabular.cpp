#include "ui/theme/tabular.hpp"

#include <algorithm>

namespace interleave::ui {
namespace {

double digitWidth(const QFontMetricsF& metrics) {
    double widest = 0;
    for (char digit = '0'; digit <= '9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QLatin1Char(digit)));
    return widest;
}

// Calls `each(piece, width, inset)`: digits one by one, what lies between them in whole pieces.
template <class Each>
void forEachPiece(const QFontMetricsF& metrics, const QString& text, Each each) {
    const double cell = digitWidth(metrics);
    for (qsizetype i = 0; i < text.size();) {
        if (text[i].isDigit()) {
            const QString digit(text[i++]);
            each(digit, cell, (cell - metrics.horizontalAdvance(digit)) / 2);
            continue;
        }
        qsizetype end = i;
        while (end < text.size() && !text[end].isDigit()) ++end;
        const QString piece = text.mid(i, end - i);
        each(piece, metrics.horizontalAdvance(piece), 0.0);
        i = end;
    }
}

}  // namespace

double tabularWidth(const QFontMetricsF& metrics, const QString& text) {
    double sum = 0;
    forEachPiece(metrics, text, [&](const QString&, double width, double) { sum += width; });
    return sum;
}

void drawTabular(QPainter& painter, QPointF at, const QString& text) {
    const QFontMetricsF metrics(painter.font());
    forEachPiece(metrics, text, [&](const QString& piece, double width, double inset) {
        painter.drawText(at + QPointF(inset, 0), piece);
        at.rx() += width;
    });
}

}  // namespace interleave::ui
