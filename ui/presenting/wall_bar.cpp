#include "ui/presenting/wall_bar.hpp"

#include <QHBoxLayout>
#include <QTimer>
#include <QToolButton>

namespace interleave::ui {
namespace {

constexpr int kShown = 2500;         // ms after the pointer came to rest
constexpr int kAboveEdge = 20;

constexpr WallCommand kCommands[] = {
    WallCommand::previous, WallCommand::next,   WallCommand::run,   WallCommand::pause, WallCommand::spotlight,
    WallCommand::smaller,  WallCommand::larger, WallCommand::blank, WallCommand::keys,  WallCommand::leave};

}  // namespace

WallBar::WallBar(QWidget* parent) : QFrame(parent), m_rest(new QTimer(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 8, 10, 8);
    row->setSpacing(6);
    for (const WallCommand command : kCommands) {
        auto* button = new QToolButton(this);
        button->setFocusPolicy(Qt::NoFocus);  // keys belong to the whole
        button->setMinimumHeight(40);
        connect(button, &QToolButton::clicked, this, [this, command] { emit asked(command); });
        row->addWidget(button);
        m_buttons.emplace_back(command, button);
    }
    m_rest->setSingleShot(true);
    m_rest->setInterval(kShown);
    connect(m_rest, &QTimer::timeout, this, &WallBar::vanish);
    retranslate();
    hide();
}

void WallBar::retranslate() {
    const auto name = [this](WallCommand command, const QString& text, const QString& keys) {
        button(command)->setText(text);
        button(command)->setToolTip(text + "  ·  " + keys);
    };
    name(WallCommand::previous, tr("Back"), tr("Page up"));
    name(WallCommand::next, tr("Next"), tr("Page down"));
    name(WallCommand::run, tr("Run again"), QStringLiteral("R"));
    name(WallCommand::pause, tr("Pause"), QStringLiteral("."));
    name(WallCommand::spotlight, tr("Spotlight"), QStringLiteral("L"));
    name(WallCommand::smaller, tr("Smaller"), QStringLiteral("Ctrl+−"));
    name(WallCommand::larger, tr("Larger"), QStringLiteral("Ctrl++"));
    name(WallCommand::blank, tr("Blank"), QStringLiteral("B"));
    name(WallCommand::keys, tr("Keys"), QStringLiteral("F1"));
    name(WallCommand::leave, tr("Leave"), QStringLiteral("F5"));
    adjustSize();
}

void WallBar::setTheme(const Theme& theme) {
    setStyleSheet(
        QStringLiteral("interleave--ui--WallBar { background: %1; border: 1px solid %2; border-radius: 14px; }"
                       "QToolButton { background: transparent; border: none; border-radius: 8px; padding: 6px 12px; }"
                       "QToolButton { color: %3; }"
                       "QToolButton:hover { background: %4; }")
            .arg(theme.panel.name(), theme.muted.name(), theme.ink.name(), theme.soft.name()));
}

QToolButton* WallBar::button(WallCommand command) const {
    for (const auto& [each, button] : m_buttons)
        if (each == command) return button;
    return nullptr;
}

void WallBar::appear(const QRect& room) {
    for (const int pixels : {16, 14, 12, 10}) {
        for (const auto& [command, button] : m_buttons) button->setFont(textFont(pixels, QFont::DemiBold));
        adjustSize();
        if (width() <= room.width()) break;
    }
    move(room.center().x() - width() / 2, room.bottom() - height() - kAboveEdge);
    show();
    raise();
    m_rest->start();
}

void WallBar::leaveEvent(QEvent* event) {
    m_rest->start();
    QFrame::leaveEvent(event);
}

void WallBar::vanish() {
    if (underMouse()) return;  // leaving it starts the rest
    hide();
    emit vanished();
}

}  // namespace interleave::ui
