// "Future states": pending, and from there done, cancelled or failed; each task and future as a token under the state
// that it is in at the cursor. The task that has the loop is ringed: it runs,
// which for asyncio is pending all the same.
#pragma once

#include "ui/live/model.hpp"
#include "ui/loop/futures_view.hpp"
#include "ui/theme/card.hpp"

namespace interleave::ui {

class FuturesPanel : public Card {
    Q_OBJECT

public:
    explicit FuturesPanel(Model& model, QWidget* parent = nullptr);

    const FutureStates& states() const { return m_states; }
    // The pill of a state; "running" shares that of "pending". For tests.
    QRectF pillOf(FutureState state) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void refresh() override;
    void paintContent(QPainter& painter) override;
    void retranslate() override;

private:
    QString nameOf(FutureState state) const;
    QColor colorOf(FutureState state) const;
    QRectF tokensOf(FutureState state) const;
    void paintPill(QPainter& painter, FutureState state) const;
    void paintArrow(QPainter& painter, FutureState to) const;
    void paintTokens(QPainter& painter, const std::vector<FutureRow>& rows, const QRectF& box) const;
    double paintOne(QPainter& painter, const FutureRow& row, QPointF topLeft) const;
    double widthOf(const FutureRow& row) const;

    Model& m_model;
    FutureStates m_states;
};

}  // namespace interleave::ui
