// "Compare": runs below each other on one axis, and the numbers that they told as bars. A click on a run's chart shows that
// run in the timeline.
#pragma once

#include "ui/live/model.hpp"
#include "ui/scheduling/comparison.hpp"
#include "ui/theme/card.hpp"

namespace interleave::ui {

class ResultBars;

class ComparePanel : public Card {
    Q_OBJECT

public:
    explicit ComparePanel(Model& model, QWidget* parent = nullptr);

    void setTheme(const Theme& theme) override;
    const GanttChart& chart() const { return m_chart; }
    const std::vector<ComparedNumber>& numbers() const { return m_numbers; }

signals:
    // A person wants to see that one of Model::finished() by itself.
    void runChosen(int index);

public:
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void refresh() override;
    void paintContent(QPainter& painter) override;
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void layOut();
    void fillBars();

    Model& m_model;
    ResultBars* m_bars = nullptr;
    GanttChart m_chart;
    std::vector<std::size_t> m_runOfStrip;
    std::vector<ComparedNumber> m_numbers;
    QRectF m_chartBox;
};

}  // namespace interleave::ui
