// A sentence in lines of a width, for any painter.
#pragma once

#include <QFontMetricsF>
#include <QString>

#include <vector>

namespace interleave::ui {

// At most `most` lines (at least one); what is left over is cut with an ellipsis.
// Chinese breaks between its characters.
std::vector<QString> brokenLines(const QString& text, const QFontMetricsF& metrics, double width, int most);

}  // namespace interleave::ui
