// What can be done with the mouse before a class: a small bar that appears when the pointer moves and hides again.
#pragma once

#include <QFrame>

#include <utility>
#include <vector>

#include "ui/presenting/wall_keys.hpp"
#include "ui/theme/theme.hpp"

class QTimer;
class QToolButton;

namespace interleave::ui {

class WallBar : public QFrame {
    Q_OBJECT

public:
    explicit WallBar(QWidget* parent);

    void setTheme(const Theme& theme);
    void retranslate();
    // Shows it at the lower edge of `room`, and hides it once the pointer has rested for a while, but not on the bar.
    void appear(const QRect& room);
    QToolButton* button(WallCommand command) const;

signals:
    void asked(interleave::ui::WallCommand command);
    void vanished();

protected:
    void leaveEvent(QEvent* event) override;

private:
    void vanish();

    std::vector<std::pair<WallCommand, QToolButton*>> m_buttons;
    QTimer* m_rest;  // single shot
};

}  // namespace interleave::ui
