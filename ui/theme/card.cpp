#include "ui/theme/card.hpp"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/theme/tabular.hpp"

namespace interleave::ui {
namespace {

constexpr double kMargin = 16;
constexpr double kHeader = 44;
constexpr double kRadius = 10;
constexpr double kTitlePixels = 15;
constexpr double kNotePixels = 13;

}  // namespace

Card::Card(QWidget* parent) : QWidget(parent), m_theme(&Theme::named(ThemeName::light)) {}

void Card::setTheme(const Theme& theme) {
    m_theme = &Theme::named(theme.name);
    refreshLater();
}

void Card::setTextScale(double scale) {
    m_scale = scale;
    refreshLater();
}

void Card::setHeaderShown(bool shown) {
    m_headerShown = shown;
    update();
}

void Card::setTitle(const QString& title) {
    m_title = title;
    setWindowTitle(title);
    setAccessibleName(title);
    update();
    emit headerChanged();
}

void Card::setNote(const QString& note) {
    if (note == m_note) return;
    m_note = note;
    if (!m_refreshing) update();
    emit headerChanged();
}

int Card::fontPx(double deskPixels) const { return std::max(1, static_cast<int>(std::lround(px(deskPixels)))); }

double Card::headerHeight() const {
    const bool something = (m_headerShown && !m_title.isEmpty()) || !m_note.isEmpty();
    return something ? px(kHeader) : 0;
}

QRectF Card::content() const {
    const double margin = px(kMargin);
    const double top = headerHeight() > 0 ? headerHeight() : margin;
    return QRectF(rect()).adjusted(margin, top, -margin, -margin);
}

void Card::refreshLater() {
    m_stale = true;
    update();
}

void Card::paintEvent(QPaintEvent*) {
    if (std::exchange(m_stale, false)) {
        m_refreshing = true;
        refresh();
        m_refreshing = false;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(edgeColor(), 1));
    painter.setBrush(groundColor());
    const double radius = px(kRadius);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    paintHeader(painter);
    paintContent(painter);
}

void Card::paintHeader(QPainter& painter) const {
    const double margin = px(kMargin);
    const QRectF line(margin, 0, width() - 2 * margin - m_headerRoom, px(kHeader));
    double titleEnd = line.left();
    if (m_headerShown && !m_title.isEmpty()) {
        painter.setFont(textFont(fontPx(kTitlePixels), QFont::DemiBold));
        painter.setPen(m_theme->ink);
        const double wide = QFontMetricsF(painter.font()).horizontalAdvance(m_title);
        // Half a word says less than none.
        if (wide <= line.width()) painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, m_title);
        titleEnd += wide + px(12);
    }
    if (m_note.isEmpty()) return;
    painter.setFont(textFont(fontPx(kNotePixels)));
    painter.setPen(m_theme->muted);
    const QFontMetricsF metrics(painter.font());
    const QString note = metrics.elidedText(m_note, Qt::ElideRight, std::max(0.0, line.right() - titleEnd));
    const double baseline = line.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    drawTabular(painter, {line.right() - tabularWidth(metrics, note), baseline}, note);
}

void Card::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace interleave::ui
