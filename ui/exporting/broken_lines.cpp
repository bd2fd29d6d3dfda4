#include "ui/exporting/broken_lines.hpp"

#include <QTextBoundaryFinder>

namespace interleave::ui {

std::vector<QString> brokenLines(const QString& text, const QFontMetricsF& metrics, double width, int most) {
    std::vector<QString> lines;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, text);
    qsizetype begun = 0;
    while (begun < text.size()) {
        const QString rest = text.mid(begun);
        if (static_cast<int>(lines.size()) + 1 >= most || metrics.horizontalAdvance(rest) <= width) {
            lines.push_back(metrics.elidedText(rest, Qt::ElideRight, width));
            return lines;
        }
        qsizetype fits = begun;
        finder.setPosition(begun);
        for (qsizetype next = finder.toNextBoundary(); next >= 0; next = finder.toNextBoundary()) {
            if (metrics.horizontalAdvance(text.mid(begun, next - begun).trimmed()) > width) break;
            fits = next;
        }
        if (fits == begun) {  // one word longer than the line
            lines.push_back(metrics.elidedText(rest, Qt::ElideRight, width));
            return lines;
        }
        lines.push_back(text.mid(begun, fits - begun).trimmed());
        begun = fits;
    }
    return lines;
}

}  // namespace interleave::ui
