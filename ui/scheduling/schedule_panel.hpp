// "Schedule": the textbook's chart beside the measured one, bars of waiting, turnaround and response by job, and the
// table of jobs. Of the whole run; the cursor is shown in the chart.
#pragma once

#include <vector>

#include "ui/live/model.hpp"
#include "ui/scheduling/schedule_rows.hpp"
#include "ui/theme/card.hpp"

class QTimer;

namespace interleave::ui {

class ResultBars;

class SchedulePanel : public Card {
    Q_OBJECT

public:
    explicit SchedulePanel(Model& model, QWidget* parent = nullptr);

    void setTheme(const Theme& theme) override;
    const std::vector<QStringList>& rows() const { return m_rows; }
    const GanttChart& chart() const { return m_chart; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void refresh() override;
    void paintContent(QPainter& painter) override;
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fillBars();
    void layOut();
    void paintTable(QPainter& painter, const QRectF& area) const;
    std::vector<qsizetype> columnsFor(double width) const;
    double lineHeight() const;

    Model& m_model;
    ResultBars* m_plot = nullptr;     // waiting, turnaround, response
    QTimer* m_soon = nullptr;         // while a run is live the table is made a few times a second, not each frame
    ScheduleView m_view;
    GanttChart m_chart;
    QStringList m_heading;
    std::vector<QStringList> m_rows;
    QString m_summary, m_deviation;
    QRectF m_chartBox, m_textBox, m_tableBox;
    bool m_tooLong = false;
};

}  // namespace interleave::ui
