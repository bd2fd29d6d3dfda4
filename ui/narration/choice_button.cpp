#include "ui/narration/choice_button.hpp"

#include <QPainter>

#include <cmath>

namespace interleave::ui {
namespace {

constexpr double kRing = 20;
constexpr double kPad = 8;
constexpr double kChoiceText = 15;
constexpr double kSmallestChoiceText = 13;
constexpr double kDot = 24;

int rounded(double pixels) { return static_cast<int>(std::lround(pixels)); }

void paintRing(QPainter& painter, const QRectF& ring, const QString& text, bool full, const QColor& colour,
               const QColor& onColour) {
    painter.setPen(QPen(colour, 1.5));
    painter.setBrush(full ? QBrush(colour) : QBrush(Qt::NoBrush));
    painter.drawEllipse(ring);
    painter.setPen(full ? onColour : colour);
    painter.drawText(ring, Qt::AlignCenter, text);
}

}  // namespace

ChoiceButton::ChoiceButton(int number, QWidget* parent)
    : QAbstractButton(parent), m_number(number), m_theme(&Theme::named(ThemeName::light)) {
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);  // a click leaves the keys to the run
    setCursor(Qt::PointingHandCursor);
}

void ChoiceButton::setTheme(const Theme& theme, double scale) {
    m_theme = &theme;
    m_scale = scale;
    update();
}

void ChoiceButton::setChoice(const QString& text) {
    setText(text);
    setAccessibleName(text);
    update();
}

QSize ChoiceButton::sizeHint() const { return {rounded(220 * m_scale), rounded(40 * m_scale)}; }

QRectF ChoiceButton::textArea() const {
    return QRectF(rect()).adjusted((kPad * 2 + kRing) * m_scale, 1, -kPad * m_scale, -1);
}

QFont ChoiceButton::fittingFont() const {
    const QRectF area = textArea();
    for (double pixels = kChoiceText;; pixels -= 1) {
        const QFont font = textFont(rounded(pixels * m_scale), isChecked() ? QFont::DemiBold : QFont::Normal);
        const QRectF bounds =
            QFontMetricsF(font).boundingRect(QRectF(0, 0, area.width(), 1e6), Qt::TextWordWrap, text());
        if (pixels <= kSmallestChoiceText || (bounds.height() <= area.height() && bounds.width() <= area.width()))
            return font;
    }
}

bool ChoiceButton::isWhole() const {
    const QRectF area = textArea();
    const QRectF bounds =
        QFontMetricsF(fittingFont()).boundingRect(QRectF(0, 0, area.width(), 1e6), Qt::TextWordWrap, text());
    return bounds.height() <= area.height() + 1 && bounds.width() <= area.width() + 1;
}

void ChoiceButton::enterEvent(QEnterEvent* event) {
    QAbstractButton::enterEvent(event);
    update();
}

void ChoiceButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool strong = isChecked() || hasFocus() || underMouse();
    painter.setPen(QPen(strong ? m_theme->accent : m_theme->hairline, isChecked() || hasFocus() ? 2 : 1));
    painter.setBrush(m_theme->soft);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8 * m_scale, 8 * m_scale);

    const double ring = kRing * m_scale;
    const QFont font = fittingFont();
    painter.setFont(textFont(rounded(13 * m_scale), QFont::DemiBold));
    paintRing(painter, {kPad * m_scale, (height() - ring) / 2, ring, ring}, QString::number(m_number), isChecked(),
              isChecked() ? m_theme->accent : m_theme->muted, m_theme->panel);
    painter.setPen(m_theme->ink);
    painter.setFont(font);
    painter.drawText(textArea(), Qt::TextWordWrap | Qt::AlignVCenter, text());
}

StepDot::StepDot(int number, QWidget* parent)
    : QAbstractButton(parent), m_number(number), m_theme(&Theme::named(ThemeName::light)) {
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
}

void StepDot::setTheme(const Theme& theme, double scale) {
    m_theme = &theme;
    m_scale = scale;
    update();
}

QSize StepDot::sizeHint() const { return {rounded(kDot * m_scale), rounded(kDot * m_scale)}; }

void StepDot::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = isChecked() || hasFocus() ? m_theme->accent
                          : isEnabled()             ? m_theme->muted
                                                    : m_theme->hairline;
    painter.setFont(textFont(rounded(13 * m_scale), QFont::DemiBold));
    paintRing(painter, QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), QString::number(m_number), isChecked(), colour,
              m_theme->panel);
}

}  // namespace interleave::ui
