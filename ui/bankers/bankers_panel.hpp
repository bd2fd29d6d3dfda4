// "Banker": the textbook's tables at the cursor, the row that asked last marked, what it was told, and a safe order as
// a row of tokens. Where there are too many kinds for tables, each row says in words what it has, needs and asks for.
#pragma once

#include "ui/live/bank_view.hpp"
#include "ui/live/model.hpp"
#include "ui/theme/card.hpp"

namespace interleave::ui {

class BankersPanel : public Card {
    Q_OBJECT

public:
    explicit BankersPanel(Model& model, QWidget* parent = nullptr);

    const BankView& view() const { return m_view; }
    // Whether there is room for tables of numbers.
    bool showsTables() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void refresh() override;
    void paintContent(QPainter& painter) override;
    void retranslate() override;

private:
    enum Block { kAllocated, kMaximum, kNeed, kRequest, kBlocks };

    double rowHeight() const;
    double headHeight() const;
    double footHeight() const;
    double nameWidth() const;
    double cellWidth() const;
    double blockLeft(int block) const;
    // Rows from the first on that are shown: around the one that asks, where not all fit.
    std::pair<std::size_t, std::size_t> shownRows() const;
    QRectF rowBox(std::size_t place) const;

    void paintHeads(QPainter& painter) const;
    void paintRow(QPainter& painter, std::size_t row, const QRectF& box) const;
    void paintName(QPainter& painter, const BankRow& row, const QRectF& box) const;
    void paintUnits(QPainter& painter, const std::vector<Units>& units, int block, const QRectF& box) const;
    void paintInWords(QPainter& painter, const BankRow& row, const QRectF& box) const;
    void paintAvailable(QPainter& painter, const QRectF& box) const;
    void paintVerdict(QPainter& painter, const QRectF& box) const;
    void paintOrder(QPainter& painter, const QRectF& box) const;
    QColor verdictColor(const BankRow& row) const;

    Model& m_model;
    BankView m_view;
};

}  // namespace interleave::ui
