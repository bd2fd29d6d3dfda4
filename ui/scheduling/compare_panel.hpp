// "Compare": runs below each other on one axis, and the numbers that they told as bars. A click on a run shows it in
// the timeline; a click on its name, or Space, chooses it. Two that are chosen stand alone, job by job, until Escape.
// Where the scenario's runs form a curve, that stands below them.
#pragma once

#include "ui/live/model.hpp"
#include "ui/scheduling/comparison.hpp"
#include "ui/scheduling/comparison_painter.hpp"
#include "ui/scheduling/curve.hpp"
#include "ui/theme/card.hpp"

namespace interleave::ui {

class ResultCurve;

class ComparePanel : public Card {
    Q_OBJECT

public:
    explicit ComparePanel(Model& model, QWidget* parent = nullptr);

    const Comparison& comparison() const { return m_comparison; }
    // The runs that are shown: the two chosen ones, else all of Model::finished().
    const Runs& runs() const { return m_runs; }
    // Whether only two that were chosen are shown.
    bool showsPair() const { return m_pair.has_value(); }
    // The row of the run that the timeline shows; none while another is under way.
    std::optional<std::size_t> shownRow() const;
    const std::vector<ComparedJob>& jobs() const { return m_jobs; }
    const ComparedCurve& curve() const { return m_curve; }
    void setTheme(const Theme& theme) override;
    void setTextScale(double scale) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public slots:
    // Marks the run in that row, or takes its mark away; the second mark shows the two alone.
    void choose(int row);
    void showAll();

signals:
    // A person wants to see that one of Model::finished() by itself.
    void runChosen(int index);

protected:
    void refresh() override;
    void paintContent(QPainter& painter) override;
    void resizeEvent(QResizeEvent* event) override;
    void retranslate() override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void forget();
    void explain();
    std::size_t indexOf(std::size_t row) const;  // in Model::finished()
    QRectF chartBox() const;
    QRectF curveBox() const;  // empty: there is none, or no room for it
    void layOut();
    void paintJobs(QPainter& painter, const QRectF& area) const;

    Model& m_model;
    Runs m_runs;
    Comparison m_comparison;
    ComparedCurve m_curve;
    ResultCurve* m_plot;
    std::vector<ComparedJob> m_jobs;                           // of the pair
    std::optional<std::size_t> m_marked;                       // in Model::finished(); the first of a pair to come
    std::optional<std::pair<std::size_t, std::size_t>> m_pair; // in Model::finished()
    std::size_t m_current = 0;                                 // row
};

}  // namespace interleave::ui
