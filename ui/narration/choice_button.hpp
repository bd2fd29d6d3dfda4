// One of the things that may happen in a run, to be chosen before it: its number in a ring,
// its text on two lines at most.
#pragma once

#include <QAbstractButton>

#include "ui/theme/theme.hpp"

namespace interleave::ui {

class ChoiceButton : public QAbstractButton {
    Q_OBJECT

public:
    // `number` from 1: its key.
    ChoiceButton(int number, QWidget* parent);

    void setTheme(const Theme& theme, double scale);
    // Sets the text, for screen readers too.
    void setChoice(const QString& text);
    // Whether all of its text is to be seen in the type that is used.
    bool isWhole() const;

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;

private:
    QRectF textArea() const;
    QFont fittingFont() const;

    int m_number;
    double m_scale = 1.0;
    const Theme* m_theme;  // never null; themes live as long as the program
};

// A step of the lesson, as a numbered dot.
class StepDot : public QAbstractButton {
    Q_OBJECT

public:
    StepDot(int number, QWidget* parent);
    void setTheme(const Theme& theme, double scale);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_number;
    double m_scale = 1.0;
    const Theme* m_theme;
};

}  // namespace interleave::ui
