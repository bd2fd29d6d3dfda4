// "Process tree" at the cursor: a plate for each process below its parent's, with its state as /proc told it, its
// numbers, threads and memory; lines for fork, for waits and for signals.
// A process whose parent ended stands below its new one.
#pragma once

#include <QPen>

#include "ui/live/model.hpp"
#include "ui/processes/process_layout.hpp"
#include "ui/processes/process_tree.hpp"
#include "ui/theme/card.hpp"

namespace interleave::ui {

class ProcessesPanel : public Card {
    Q_OBJECT

public:
    explicit ProcessesPanel(Model& model, QWidget* parent = nullptr);

    // What is painted, and where. For tests.
    const ProcessTree& tree() const { return m_tree; }
    const ProcessLayout& layoutShown() const { return m_layout; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void refresh() override;
    void paintContent(QPainter& painter) override;
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    bool needsArcs() const;
    const ProcessNode* nodeUnder(QPointF position) const;

    QPen forkPen() const;
    QPen waitPen() const;
    QPen orphanPen() const;
    QPen signalPen() const;
    void paintForks(QPainter& painter) const;
    void paintArcs(QPainter& painter) const;
    void paintEdge(QPainter& painter, const QPainterPath& path, const QPen& pen) const;
    void paintPlate(QPainter& painter, const ProcessNode& node, const QRectF& box) const;
    void paintGround(QPainter& painter, const ProcessNode& node, const QRectF& box) const;
    double nameWidth(const ProcessNode& node) const;
    // The state at the right end of `line`; what is left of it.
    QRectF paintState(QPainter& painter, const ProcessNode& node, const QRectF& line) const;
    // Token and name at the left end; what is left.
    QRectF paintName(QPainter& painter, const ProcessNode& node, const QRectF& line) const;
    void paintNumbers(QPainter& painter, const ProcessNode& node, const QRectF& room) const;
    void paintFacts(QPainter& painter, const ProcessNode& node, const QRectF& room) const;
    void paintOneLine(QPainter& painter, const ProcessNode& node, const QRectF& room) const;
    QColor remarkColor(const ProcessNode& node) const;
    void paintMemory(QPainter& painter, const ProcessNode& node, const QRectF& box) const;
    void paintLegend(QPainter& painter) const;

    Model& m_model;
    ProcessHistory m_history;
    ProcessTree m_tree;
    ProcessLayout m_layout;
    TraceTime m_at;
};

}  // namespace interleave::ui
