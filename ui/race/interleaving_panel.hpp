// "Interleaving": a column for each actor, a row for each read and write of the variable, the one at the cursor marked,
// and a bracket in the colour of danger around the two writes of which the second destroyed the first.
// A click goes to that moment.
#pragma once

#include "ui/live/model.hpp"
#include "ui/race/interleaving.hpp"
#include "ui/theme/card.hpp"

namespace interleave::ui {

class InterleavingPanel : public Card {
    Q_OBJECT

public:
    explicit InterleavingPanel(Model& model, QWidget* parent = nullptr);

    const Interleaving& table() const { return m_table; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void refresh() override;
    void paintContent(QPainter& painter) override;
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    std::size_t rowsThatFit() const;
    double rowHeight() const { return px(24); }
    QRectF rowBox(std::size_t row) const;
    // Where the time, the actors' columns and the value after it begin.
    double timeWidth() const;
    double columnWidth() const;
    void paintHead(QPainter& painter) const;
    void paintRow(QPainter& painter, std::size_t row) const;
    void paintBrackets(QPainter& painter) const;

    Model& m_model;
    Interleaving m_table;
};

}  // namespace interleave::ui
