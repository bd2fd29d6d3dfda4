#include "ui/code/line_gutter.hpp"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

#include "ui/code/code_view.hpp"
#include "ui/theme/token.hpp"

namespace interleave::ui {

LineGutter::LineGutter(CodeView& view) : QWidget(&view), m_view(view) { setMouseTracking(true); }

void LineGutter::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double height = m_view.lineHeight();
    const double side = std::min(height, width() / 2.4);
    const int first = m_view.firstVisibleLine();
    for (const ShownMark& shown : m_view.marks()) {
        const double middle = (shown.mark.line - first + 0.5) * height;
        if (middle < 0 || middle > this->height()) continue;
        // Up to two beside each other; of more, the first and how many others.
        const auto count = shown.tokens.size();
        const std::size_t alone = count <= 2 ? count : 1;
        double x = width() - alone * (side + 1) - (count > 2 ? side * 1.3 : 0);
        for (std::size_t i = 0; i < alone; ++i, x += side + 1)
            paintToken(painter, {x, middle - side / 2, side, side}, shown.tokens[i].hue, shown.tokens[i].letters,
                       *m_view.m_theme);
        if (count > alone)
            paintCountToken(painter, {x, middle - side / 2, side * 1.3, side}, static_cast<int>(count - alone), true,
                            *m_view.m_theme);
    }
}

bool LineGutter::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int line = m_view.firstVisibleLine() + static_cast<int>(help->pos().y() / std::max(1.0, m_view.lineHeight()));
    QStringList names;
    for (const ShownMark& shown : m_view.marks()) {
        if (shown.mark.line != line) continue;
        for (const MarkToken& token : shown.tokens) names << token.name;
    }
    if (names.isEmpty()) QToolTip::hideText();
    else QToolTip::showText(help->globalPos(), names.join(QLatin1Char('\n')), this);
    return true;
}

}  // namespace interleave::ui
