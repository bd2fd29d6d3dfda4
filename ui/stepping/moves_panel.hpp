// "Your move": a person is the scheduler. The goal above; a row for each actor with the key that moves it and what it
// does now; below, the moves made so far, the last of which can be taken back.
#pragma once

#include "ui/live/model.hpp"
#include "ui/theme/card.hpp"

class QPushButton;

namespace interleave::ui {

class MovesPanel : public Card {
    Q_OBJECT

public:
    explicit MovesPanel(Model& model, QWidget* parent = nullptr);

    // The actor that a digit key moves: 1 the first of those created, up to 9. None where there is none.
    static std::optional<ActorId> actorOfKey(const Store& store, int digit);
    // How the goal stands, in a sentence; empty where the scenario has none.
    const QString& goalShown() const { return m_goal; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void refresh() override;
    void paintContent(QPainter& painter) override;
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    struct Row {
        ActorId actor;
        QString name, doing;
        int hue = 0;
        bool canMove = false;
    };
    QRectF rowBox(std::size_t row) const;
    double goalHeight() const;
    void paintRow(QPainter& painter, std::size_t row) const;
    void paintMoves(QPainter& painter) const;
    bool goalIsReached() const;

    Model& m_model;
    QPushButton* m_undo = nullptr;
    QString m_goal;
    bool m_reached = false;
    std::vector<Row> m_rows;
};

}  // namespace interleave::ui
