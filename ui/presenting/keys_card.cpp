#include "ui/presenting/keys_card.hpp"

#include <QPainter>

#include <algorithm>

namespace interleave::ui {
namespace {

constexpr double kKeysLine = 58;         // pixels on a screen with 1080 lines
constexpr double kKeysInset = 48;
constexpr double kKeysBetween = 48;
constexpr int kKeysVeil = 150;           // of 255

}  // namespace

KeysCard::KeysCard(QWidget* parent) : QWidget(parent), m_theme(&Theme::named(ThemeName::light)), m_sizes({1920, 1080}) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void KeysCard::setLooks(const Theme& theme, const WallSizes& sizes) {
    m_theme = &Theme::named(theme.name);
    m_sizes = sizes;
    update();
}

std::vector<std::pair<QString, QString>> KeysCard::rows() {
    return {{tr("Page down  →  Space  Enter"), tr("go on: ask, run, each step, the next scenario")},
            {tr("Page up  ←"), tr("go back")},
            {QStringLiteral("1  2  3"), tr("what the class expects")},
            {QStringLiteral("R"), tr("run again")},
            {QStringLiteral("."), tr("pause the run, and let it go on")},
            {tr("L, mouse button"), tr("spotlight on and off")},
            {QStringLiteral("B"), tr("black screen, and back")},
            {QStringLiteral("Ctrl +   Ctrl −   Ctrl 0"), tr("larger, smaller, usual type")},
            {QStringLiteral("F1"), tr("these keys")},
            {tr("F5  Escape"), tr("leave")}};
}

void KeysCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), QColor(0, 0, 0, kKeysVeil));
    const auto shown = rows();
    // However large the type is elsewhere, this list has to fit.
    const double fits = height() / (kKeysLine * (static_cast<double>(shown.size()) + 2) + 2 * kKeysInset);
    const double scale = std::min(m_sizes.text(), fits);
    const QFont keys = textFont(static_cast<int>(28 * scale), QFont::Bold);
    const QFont words = textFont(static_cast<int>(28 * scale));
    double left = 0, right = 0;
    for (const auto& [key, meaning] : shown) {
        left = std::max(left, QFontMetricsF(keys).horizontalAdvance(key));
        right = std::max(right, QFontMetricsF(words).horizontalAdvance(meaning));
    }
    const double lines = kKeysLine * static_cast<double>(shown.size());
    const QSizeF size(left + right + (2 * kKeysInset + kKeysBetween) * scale, (lines + 2 * kKeysInset) * scale);
    const QRectF card(QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size);
    painter.setPen(QPen(m_theme->muted, 1));
    painter.setBrush(m_theme->panel);
    painter.drawRoundedRect(card, 16 * scale, 16 * scale);
    double y = card.top() + kKeysInset * scale;
    painter.setPen(m_theme->ink);
    for (const auto& [key, meaning] : shown) {
        const QRectF line(card.left() + kKeysInset * scale, y, size.width(), kKeysLine * scale);
        painter.setFont(keys);
        painter.drawText(line, Qt::AlignVCenter, key);
        painter.setFont(words);
        painter.drawText(line.adjusted(left + kKeysBetween * scale, 0, 0, 0), Qt::AlignVCenter, meaning);
        y += kKeysLine * scale;
    }
}

}  // namespace interleave::ui
