// "Ready queue": who waits for a core, in the order in which they will be served, who has one, and why the last one was
// picked. At the cursor.
#pragma once

#include <optional>
#include <vector>

#include "ui/live/model.hpp"
#include "ui/scheduling/ready_rows.hpp"
#include "ui/theme/card.hpp"

namespace interleave::ui {

class ReadyPanel : public Card {
    Q_OBJECT

public:
    explicit ReadyPanel(Model& model, QWidget* parent = nullptr);

    const std::vector<ReadyRow>& rows() const { return m_rows; }
    const QString& sentence() const { return m_sentence; }
    // Where the token in place `index` of row `row` is painted; empty where there is no room for it. For tests.
    QRectF tokenBox(std::size_t row, std::size_t index) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void refresh() override;
    void paintContent(QPainter& painter) override;
    void retranslate() override;
    bool event(QEvent* event) override;

private:
    double rowHeight() const;
    double stretch() const;
    double tokenSide() const;
    double labelWidth() const;
    double sentenceHeight() const;
    QRectF rowBox(std::size_t row) const;
    std::size_t placesIn(std::size_t row) const;
    void paintCores(QPainter& painter) const;
    void paintRow(QPainter& painter, std::size_t row) const;
    void paintTokenOf(QPainter& painter, const QRectF& box, ActorId actor) const;

    Model& m_model;
    std::vector<ReadyRow> m_rows;
    std::vector<ActorId> m_running;
    QString m_sentence;
};

}  // namespace interleave::ui
