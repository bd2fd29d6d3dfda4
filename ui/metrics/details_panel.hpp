// What was clicked, in words and numbers, and what happened to it about then.
#pragma once

#include "ui/live/model.hpp"
#include "ui/metrics/selection_details.hpp"
#include "ui/theme/card.hpp"

namespace interleave::ui {

class DetailsPanel : public Card {
    Q_OBJECT

public:
    explicit DetailsPanel(Model& model, QWidget* parent = nullptr);

    const SelectionDetails& details() const { return m_details; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void refresh() override;
    void paintContent(QPainter& painter) override;
    void retranslate() override;

private:
    double paintTitle(QPainter& painter, QRectF area) const;
    double paintRows(QPainter& painter, QRectF area) const;
    void paintNearby(QPainter& painter, QRectF area) const;

    Model& m_model;
    SelectionDetails m_details;
};

}  // namespace interleave::ui
