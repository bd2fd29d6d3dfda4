// Before the run: the question and what may happen, by number; after it, which of them it was. Paints itself.
#pragma once

#include <QWidget>

#include <optional>
#include <vector>

#include "ui/presenting/wall_sizes.hpp"
#include "ui/theme/theme.hpp"

namespace interleave::ui {

struct WallQuestion {
    QString text;
    std::vector<QString> choices;    // none where the scenario asks for none
    std::optional<int> taken;        // the one that the class chose
    std::optional<int> right;        // once the run has shown it
    QString hint;                    // how to go on

    friend bool operator==(const WallQuestion&, const WallQuestion&) = default;
};

class QuestionPage : public QWidget {
    Q_OBJECT

public:
    explicit QuestionPage(QWidget* parent);

    void setLooks(const Theme& theme, const WallSizes& sizes);
    void ask(const WallQuestion& question);
    const WallQuestion& asked() const { return m_asked; }

    // Where a choice is painted; empty if there is no such one.
    QRectF choiceBox(int index) const;
    // Of the choices, in pixels.
    int choiceTypeSize() const;

signals:
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    QRectF questionBox() const;
    QFont questionFont() const;
    void paintChoice(QPainter& painter, int index) const;
    void paintMark(QPainter& painter, const QRectF& box, int index) const;
    QString verdict(int index) const;

    const Theme* m_theme;
    WallSizes m_sizes;
    WallQuestion m_asked;
};

}  // namespace interleave::ui
