// Above everything: which scenario, on which runtime, at which pace and tempo, and the buttons that run it.
#pragma once

#include <QWidget>

#include "ui/live/model.hpp"
#include "ui/theme/theme.hpp"

class QHBoxLayout;
class QLabel;
class QMenu;
class QToolButton;

namespace interleave::ui {

class Actions;
class ElidedLabel;
class Segments;

class TopBar : public QWidget {
    Q_OBJECT

public:
    // `mainMenu` opens from the button at the left, `exportMenu` from the one at the right.
    TopBar(Model& model, Actions& actions, QMenu* mainMenu, QMenu* exportMenu, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    QWidget* runButton() const { return m_run; }

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildTitle(QMenu* mainMenu);
    QWidget* buildConditions();
    QWidget* buildButtons(QMenu* exportMenu);
    void retranslate();
    void refresh();
    void refreshTitle();
    void refreshRuntimes();
    void fillPaces();
    void fillTempos();
    void setPace(Pace pace);
    // Closes up where there is little room: fewer words, the same buttons.
    void setNarrow(bool narrow);

    Model& m_model;
    Actions& m_actions;
    const Theme* m_theme;
    QHBoxLayout* m_row = nullptr;
    QToolButton* m_menu = nullptr;
    QLabel* m_logo = nullptr;
    QLabel* m_name = nullptr;
    ElidedLabel* m_chapter = nullptr;
    ElidedLabel* m_title = nullptr;
    Segments* m_runtimes = nullptr;
    QToolButton* m_pace = nullptr;
    QToolButton* m_tempo = nullptr;
    QToolButton* m_run = nullptr;
    QToolButton* m_step = nullptr;
    QToolButton* m_stop = nullptr;
    QToolButton* m_export = nullptr;
    bool m_narrow = false;
    QMenu* m_paces = nullptr;
    QMenu* m_tempos = nullptr;
};

}  // namespace interleave::ui
