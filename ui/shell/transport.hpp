// Below the timeline: whether it is live, back and forth through the run, and how fast.
#pragma once

#include <QWidget>

#include <utility>
#include <vector>

#include "ui/live/model.hpp"
#include "ui/theme/theme.hpp"

class QLabel;
class QToolButton;

namespace interleave::ui {

class Actions;

class Transport : public QWidget {
    Q_OBJECT

public:
    Transport(Model& model, Actions& actions, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    // Takes less height.
    void setLow(bool low);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildBadge();
    QWidget* buildButtons();
    QWidget* buildSpeeds();
    void refresh();

    Model& m_model;
    Actions& m_actions;
    const Theme* m_theme;
    QLabel* m_dot = nullptr;
    QLabel* m_badge = nullptr;
    std::vector<std::pair<double, QToolButton*>> m_speeds;
};

}  // namespace interleave::ui
