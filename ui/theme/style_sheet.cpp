#include "ui/theme/style_sheet.hpp"

#include <QHash>

namespace interleave::ui {

namespace {

// @name stands for a colour of the theme.
constexpr const char* kButtons = R"(
QToolButton, QPushButton {
    background: @panel; color: @ink; border: 1px solid @hairline; border-radius: 8px;
    padding: 7px 14px; font-weight: 500;
}
QToolButton:hover, QPushButton:hover { background: @soft; }
QToolButton:pressed, QPushButton:pressed { background: @hairline; }
QToolButton:focus, QPushButton:focus { border: 1px solid @accent; }
QToolButton:disabled, QPushButton:disabled { color: @faint; background: @panel; border-color: @hairline; }
QToolButton::menu-indicator { image: none; width: 0; }

QToolButton[role="primary"], QPushButton[role="primary"] {
    background: @run; color: @onAccent; border: 1px solid @run; font-weight: 700; padding: 7px 18px 7px 14px;
}
QToolButton[role="primary"]:hover, QPushButton[role="primary"]:hover { background: @runHover; border-color: @runHover; }
QToolButton[role="primary"]:focus, QPushButton[role="primary"]:focus { border: 1px solid @ink; }
QToolButton[role="primary"]:disabled { background: @soft; color: @faint; border-color: @soft; }

QToolButton[role="pill"] {
    border: 1px solid @muted; border-radius: 17px; padding: 7px 14px; font-weight: 600; background: @panel;
}
QToolButton[role="pill"]:hover { background: @soft; }
QToolButton[role="pill"]:focus { border: 1px solid @accent; }

QToolButton[role="quiet"] { border: 1px solid transparent; background: transparent; padding: 6px 8px; color: @muted; font-weight: 400; }
QToolButton[role="quiet"]:hover { background: @soft; color: @ink; }
QToolButton[role="quiet"]:checked { color: @accent; font-weight: 600; }
QToolButton[role="quiet"]:focus { border: 1px solid @accent; }
QToolButton[role="quiet"]:disabled { color: @faint; background: transparent; }

QToolButton[role="transport"] { border: 1px solid transparent; background: @soft; padding: 5px 10px; border-radius: 6px; }
QToolButton[role="transport"]:hover { background: @hairline; }
QToolButton[role="transport"]:focus { border: 1px solid @accent; }

QFrame[role="segments"] { background: @soft; border: none; border-radius: 8px; }
QToolButton[role="segment"] {
    background: transparent; border: 2px solid transparent; border-radius: 6px; padding: 5px 5px; font-weight: 400;
}
QToolButton[role="segment"]:hover { background: @hairline; }
QToolButton[role="segment"]:focus { border: 2px solid @hairlineStrong; }
QToolButton[role="segment"]:checked { background: @panel; color: @accent; border: 2px solid @accent; font-weight: 700; }
QToolButton[role="segment"]:disabled { color: @faint; background: transparent; }
)";

constexpr const char* kFields = R"(
QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox {
    background: @panel; color: @ink; border: 1px solid @hairline; border-radius: 8px; padding: 5px 8px;
    selection-background-color: @accent; selection-color: @onAccent;
}
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus { border: 1px solid @accent; }
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled { color: @faint; }
QLineEdit[wrong="true"] { border: 1px solid @danger; }
QLineEdit[role="search"] { background: @soft; border: 1px solid @soft; padding: 8px 8px; }
QLineEdit[role="search"]:focus { border: 1px solid @accent; background: @panel; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {
    width: 0; border: none;
}
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url(:/icons/chevron-down-@name.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: @panel; color: @ink; border: 1px solid @hairline; selection-background-color: @tint; selection-color: @accent; }
QSlider { min-height: 22px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: @hairline; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: @accent; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -6px 0; border-radius: 8px; background: @panel; border: 2px solid @accent; }
QSlider::handle:horizontal:focus { background: @tint; }
QSlider::groove:horizontal:disabled, QSlider::sub-page:horizontal:disabled { background: @hairline; }
QSlider::handle:horizontal:disabled { border-color: @hairlineStrong; }
QCheckBox { spacing: 8px; }
)";

constexpr const char* kSurfaces = R"(
QMainWindow, QWidget[role="ground"] { background: @ground; }
QWidget { color: @ink; }
QWidget[role="bar"] { background: @panel; }
QWidget[role="side"] { background: @panel; }
QFrame[card="true"] { background: @panel; border: 1px solid @hairline; border-radius: 10px; }
QFrame[role="divider"] { background: @hairline; border: none; }
QFrame[role="alarm"] { background: @dangerGround; border: 1px solid @danger; border-radius: 8px; }
QLabel { background: transparent; }
QLabel[role="muted"] { color: @muted; }
QLabel[role="title"] { font-weight: 700; }
QLabel[role="danger"] { color: @danger; }
QDialog, QMessageBox { background: @panel; }
QStatusBar { background: @panel; border-top: 1px solid @hairline; color: @muted; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: @muted; padding: 0 8px; }
QStatusBar QSizeGrip { width: 0; height: 0; }
QToolTip { background: @ink; color: @panel; border: none; padding: 6px 8px; }
QMainWindow::separator { background: transparent; width: 6px; height: 6px; }
QMainWindow::separator:hover { background: @hairline; }
QTabBar { background: transparent; border: none; font-size: 13px; qproperty-drawBase: 0; qproperty-elideMode: ElideNone; }
QTabBar::tab { background: transparent; color: @muted; border: none; border-bottom: 2px solid transparent; padding: 4px 7px; margin: 0 2px; }
QTabBar::tab:selected { color: @accent; border-bottom: 2px solid @accent; }
QTabBar::tab:hover { color: @ink; }
QTabBar::scroller { width: 40px; }
QTabBar QToolButton { background: @ground; border: none; border-radius: 4px; padding: 0; margin: 2px 0; }
QTabBar QToolButton::left-arrow { image: url(:/icons/chevron-left-@name.svg); width: 14px; height: 14px; }
QTabBar QToolButton::right-arrow { image: url(:/icons/chevron-right-@name.svg); width: 14px; height: 14px; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }
QTreeView { background: transparent; border: none; outline: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @hairlineStrong; border-radius: 4px; margin: 1px; min-height: 24px; min-width: 24px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)";

constexpr const char* kMenus = R"(
QMenuBar { background: @panel; border-bottom: 1px solid @hairline; padding: 2px 12px; }
QMenuBar::item { background: transparent; padding: 4px 10px; border-radius: 6px; }
QMenuBar::item:selected { background: @soft; }
QMenu { background: @panel; border: 1px solid @hairline; border-radius: 8px; padding: 6px; }
QMenu::item { padding: 6px 28px 6px 28px; border-radius: 6px; }
QMenu::item:selected { background: @tint; color: @accent; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @hairline; margin: 6px 8px; }
QMenu::indicator { width: 14px; height: 14px; left: 8px; }
QMenu::indicator:checked { image: url(:/icons/check-@name.svg); }
QMenu::right-arrow { image: url(:/icons/chevron-right-@name.svg); width: 12px; height: 12px; right: 8px; }
)";

}  // namespace

QColor mixed(const QColor& under, const QColor& over, double share) {
    const auto part = [share](int a, int b) { return qRound(a + (b - a) * share); };
    return {part(under.red(), over.red()), part(under.green(), over.green()), part(under.blue(), over.blue())};
}

QString sheetOf(const Theme& theme) {
    const QColor run = theme.state(StateClass::running);
    const QHash<QString, QColor> colors{
        {"ground", theme.ground},
        {"panel", theme.panel},
        {"hairline", theme.hairline},
        {"hairlineStrong", mixed(theme.hairline, theme.muted, 0.35)},
        {"soft", theme.soft},
        {"ink", theme.ink},
        {"muted", theme.muted},
        {"faint", mixed(theme.panel, theme.muted, 0.55)},
        {"accent", theme.accent},
        {"tint", mixed(theme.panel, theme.accent, 0.13)},
        {"onAccent", theme.onAccent},
        {"run", run},
        {"runHover", mixed(run, theme.ink, 0.15)},
        {"danger", theme.danger},
        {"dangerGround", theme.dangerGround},
    };
    QString sheet = QString::fromLatin1(kSurfaces) + kButtons + kFields + kMenus;
    // Longer names first, so that @soft never eats the beginning of another.
    QStringList names = colors.keys();
    std::sort(names.begin(), names.end(), [](const QString& a, const QString& b) { return a.size() > b.size(); });
    for (const QString& name : names) sheet.replace("@" + name, colors[name].name());
    sheet.replace("@name", theme.name == ThemeName::dark ? "dark" : "light");
    return sheet;
}

QPalette paletteOf(const Theme& theme) {
    QPalette palette;
    const QColor faint = mixed(theme.panel, theme.muted, 0.55);
    palette.setColor(QPalette::Window, theme.panel);
    palette.setColor(QPalette::WindowText, theme.ink);
    palette.setColor(QPalette::Base, theme.panel);
    palette.setColor(QPalette::AlternateBase, theme.soft);
    palette.setColor(QPalette::Text, theme.ink);
    palette.setColor(QPalette::PlaceholderText, theme.muted);
    palette.setColor(QPalette::Button, theme.soft);
    palette.setColor(QPalette::ButtonText, theme.ink);
    palette.setColor(QPalette::BrightText, theme.danger);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.onAccent);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::LinkVisited, theme.accent);
    palette.setColor(QPalette::ToolTipBase, theme.ink);
    palette.setColor(QPalette::ToolTipText, theme.panel);
    palette.setColor(QPalette::Light, theme.panel);
    palette.setColor(QPalette::Midlight, theme.soft);
    palette.setColor(QPalette::Mid, theme.hairline);
    palette.setColor(QPalette::Dark, theme.muted);
    palette.setColor(QPalette::Shadow, theme.muted);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, faint);
    }
    return palette;
}

}  // namespace interleave::ui
