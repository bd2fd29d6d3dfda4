// "Queues": each queue as a pipe, its items as tokens in the order in which they will come out, the next one at the
// right; empty places as outlines; whoever waits for a place at the left, whoever waits for an item at the right.
#pragma once

#include "ui/live/model.hpp"
#include "ui/live/queue_view.hpp"
#include "ui/queues/queue_cells.hpp"
#include "ui/theme/card.hpp"

namespace interleave::ui {

class QueuePanel : public Card {
    Q_OBJECT

public:
    explicit QueuePanel(Model& model, QWidget* parent = nullptr);

    const std::vector<QueueRow>& rows() const { return m_rows; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void refresh() override;
    void paintContent(QPainter& painter) override;
    void retranslate() override;

private:
    QString orderWords(QueueOrder order) const;
    QString levelWords(const QueueRow& row) const;
    QString waitWords(const QueueRow& row) const;
    double stretch() const;
    double cellWidth(const QueueRow& row, double stretch) const;
    void paintRow(QPainter& painter, const QueueRow& row, const QRectF& box) const;
    void paintHead(QPainter& painter, const QueueRow& row, const QRectF& box) const;
    // Where the cells lie: no wider than a queue's places need.
    QRectF pipeOf(const QueueRow& row, const QRectF& room) const;
    void paintWaiting(QPainter& painter, const std::vector<ActorId>& actors, const QRectF& box,
                      Qt::AlignmentFlag end) const;
    void paintCells(QPainter& painter, const QueueRow& row, const QRectF& box) const;
    void paintCell(QPainter& painter, const QueueCell& cell, const QRectF& box) const;

    Model& m_model;
    QueueView m_view;
    std::vector<QueueRow> m_rows;
    double m_stretch = 1;  // of pipes and tokens, as they are painted now
};

}  // namespace interleave::ui
