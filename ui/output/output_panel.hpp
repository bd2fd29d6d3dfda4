// "Output": what the actors print, as in a terminal, each line with its writer's token and its time. What comes after
// the cursor is grey. A line that a program overwrites stands below them, with a bar where it tells how much is done.
// A click goes to that moment.
#pragma once

#include "ui/live/model.hpp"
#include "ui/output/printed_lines.hpp"
#include "ui/theme/card.hpp"

namespace interleave::ui {

class OutputPanel : public Card {
    Q_OBJECT

public:
    explicit OutputPanel(Model& model, QWidget* parent = nullptr);

    const PrintedLines& shown() const { return m_shown; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void refresh() override;
    void paintContent(QPainter& painter) override;
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    double rowHeight() const { return px(24); }
    std::size_t rowsThatFit() const;
    QRectF rowBox(std::size_t row) const;
    void paintLine(QPainter& painter, std::size_t row) const;
    // A line that is overwritten again and again, and, where it tells how much is done, a bar.
    // In a row below all lines.
    void paintStatus(QPainter& painter, std::size_t number) const;

    Model& m_model;
    PrintedLines m_shown;
};

}  // namespace interleave::ui
