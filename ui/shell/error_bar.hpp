// One sentence about what went wrong, in a bar that blocks nothing and stays until it is closed or something new
// is begun.
#pragma once

#include <QFrame>

#include "ui/theme/theme.hpp"

class QLabel;
class QToolButton;

namespace interleave::ui {

class ErrorBar : public QFrame {
    Q_OBJECT

public:
    explicit ErrorBar(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void say(const QString& sentence);
    QString sentence() const;

private:
    QLabel* m_sign = nullptr;
    QLabel* m_text = nullptr;
    QToolButton* m_close = nullptr;
};

}  // namespace interleave::ui
