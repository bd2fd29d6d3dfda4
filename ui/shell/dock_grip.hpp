// What stands in for a dock's title bar. Docked, the card below shows the title itself, so this is only the gap between
// two cards, with a handle to drag and buttons that appear under the pointer. Floating, it is a title bar.
#pragma once

#include <QWidget>

#include "ui/theme/theme.hpp"

class QDockWidget;
class QToolButton;

namespace interleave::ui {

class DockGrip : public QWidget {
    Q_OBJECT

public:
    explicit DockGrip(QDockWidget* dock);

    void setTheme(const Theme& theme);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void closeAsked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showButtons(bool shown);

    QDockWidget* m_dock;
    const Theme* m_theme;
    QToolButton* m_float = nullptr;
    QToolButton* m_close = nullptr;
    bool m_hovered = false;
};

}  // namespace interleave::ui
