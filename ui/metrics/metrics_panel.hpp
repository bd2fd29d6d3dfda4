// The row of numbers below the timeline, at the cursor; each actor's own in a table when pointed at.
#pragma once

#include <vector>

#include "ui/live/model.hpp"
#include "ui/metrics/metric_tiles.hpp"
#include "ui/theme/card.hpp"

namespace interleave::ui {

class MetricsPanel : public Card {
    Q_OBJECT

public:
    explicit MetricsPanel(Model& model, QWidget* parent = nullptr);

    const std::vector<MetricTile>& tiles() const { return m_tiles; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void refresh() override;
    void paintContent(QPainter& painter) override;
    void retranslate() override;
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    std::vector<double> wantedWidths() const;

    Model& m_model;
    std::vector<MetricTile> m_tiles;
    std::vector<double> m_lefts;  // of those that fit
};

}  // namespace interleave::ui
