// "Who waits for whom" at the cursor: actors as tokens, what they wait for as boxes, a cycle drawn as one.
#pragma once

#include <vector>

#include "ui/live/model.hpp"
#include "ui/theme/card.hpp"
#include "ui/wait_graph/graph_layout.hpp"

namespace interleave::ui {

class WaitGraphPanel : public Card {
    Q_OBJECT

public:
    explicit WaitGraphPanel(Model& model, QWidget* parent = nullptr);

    // Where a node is painted; empty if it is not. For tests.
    QRectF nodeBox(bool isActor, std::uint32_t id) const;
    // What stands in the header: "a cycle of two".
    static QString cycleText(const WaitForGraph& graph);

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
    QRectF graphArea() const;
    QRectF boxOf(const GraphNode& node) const;
    QString nameOf(const GraphNode& node) const;
    static QString arrowWords(const GraphArrow& arrow);
    const GraphNode* nodeUnder(QPointF position) const;
    bool crowded() const;

    void paintArrow(QPainter& painter, const GraphArrow& arrow) const;
    QPointF labelSide(const GraphArrow& arrow, QPointF control) const;
    void paintArrowLabel(QPainter& painter, const GraphArrow& arrow, QPointF middle, QPointF outward) const;
    void paintNode(QPainter& painter, const GraphNode& node) const;
    void paintLegend(QPainter& painter) const;
    QString footLine() const;

    Model& m_model;
    WaitForGraph m_graph;
    std::vector<GraphNode> m_nodes;
    std::vector<GraphArrow> m_arrows;
    GraphGeometry m_geometry;
    bool m_partial = false;  // the run has more nodes than can be shown
};

}  // namespace interleave::ui
