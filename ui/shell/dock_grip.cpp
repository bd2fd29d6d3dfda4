#include "ui/shell/dock_grip.hpp"

#include <QDockWidget>
#include <QPainter>
#include <QToolButton>

#include "ui/theme/icon.hpp"
#include "ui/theme/style_sheet.hpp"

namespace interleave::ui {

namespace {

constexpr int kDocked = 12;    // pixels: with the separator of 6 the gap between cards
constexpr int kFloating = 36;
constexpr int kHandle = 32;    // width of the handle

}  // namespace

DockGrip::DockGrip(QDockWidget* dock) : QWidget(dock), m_dock(dock), m_theme(&Theme::named(ThemeName::light)) {
    const auto button = [this] {
        auto* made = new QToolButton(this);
        made->setProperty("role", "grip");
        made->setFocusPolicy(Qt::TabFocus);
        made->setAutoRaise(true);
        made->hide();
        return made;
    };
    m_float = button();
    m_close = button();
    connect(m_float, &QToolButton::clicked, this, [this] { m_dock->setFloating(!m_dock->isFloating()); });
    connect(m_close, &QToolButton::clicked, this, &DockGrip::closeAsked);
    connect(m_dock, &QDockWidget::topLevelChanged, this, [this] {
        updateGeometry();
        showButtons(m_dock->isFloating());
        update();
    });
}

QSize DockGrip::sizeHint() const { return {80, m_dock->isFloating() ? kFloating : kDocked}; }

void DockGrip::setTheme(const Theme& theme) {
    m_theme = &theme;
    m_float->setIcon(icon("float", theme.muted, theme.muted));
    m_close->setIcon(icon("close", theme.muted, theme.muted));
    m_float->setAccessibleName(tr("Float or dock") + QStringLiteral(": ") + m_dock->windowTitle());
    m_close->setAccessibleName(tr("Hide") + QStringLiteral(": ") + m_dock->windowTitle());
    m_float->setToolTip(tr("Float or dock"));
    m_close->setToolTip(tr("Hide; the View menu brings it back"));
    update();
}

void DockGrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_dock->isFloating()) {
        painter.fillRect(rect(), m_theme->panel);
        painter.setPen(m_theme->ink);
        painter.setFont(textFont(14, QFont::DemiBold));
        painter.drawText(rect().adjusted(16, 0, -72, 0), Qt::AlignVCenter, m_dock->windowTitle());
        painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme->hairline);
    } else if (m_hovered) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(mixed(m_theme->ground, m_theme->muted, 0.6));
        painter.drawRoundedRect(QRectF(width() / 2.0 - kHandle / 2.0, height() / 2.0 - 1.5, kHandle, 3), 1.5, 1.5);
    }
}

void DockGrip::showButtons(bool shown) {
    m_float->setVisible(shown);
    m_close->setVisible(shown);
}

void DockGrip::enterEvent(QEnterEvent*) {
    m_hovered = true;
    showButtons(true);
    update();
}

void DockGrip::leaveEvent(QEvent*) {
    m_hovered = false;
    showButtons(m_dock->isFloating());
    update();
}

void DockGrip::resizeEvent(QResizeEvent*) {
    const int side = m_dock->isFloating() ? 28 : kDocked;
    const int top = (height() - side) / 2;
    m_close->setGeometry(width() - side - 8, top, side, side);
    m_float->setGeometry(width() - 2 * side - 12, top, side, side);
    for (QToolButton* button : {m_float, m_close}) button->setIconSize(QSize(side - 2, side - 2).boundedTo({16, 16}));
}

}  // namespace interleave::ui
