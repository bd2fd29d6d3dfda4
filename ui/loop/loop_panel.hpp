// "The loop now": who has the event loop at the cursor, who is ready in the order of the queue, which timers run by due
// time, and which descriptors are waited for. Two arrows, or the left and right keys, go from turn to turn; a click on
// the last line goes to the longest turn.
#pragma once

#include "core/trace/loop_history.hpp"
#include "ui/live/model.hpp"
#include "ui/theme/card.hpp"

namespace interleave::ui {

class LoopPanel : public Card {
    Q_OBJECT

public:
    explicit LoopPanel(Model& model, QWidget* parent = nullptr);

    const LoopNow& now() const { return m_now; }
    const LoopHistory& history() const { return m_history; }
    std::optional<std::size_t> turn() const { return m_turn; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    // Moves the cursor to the beginning of the turn after or before the one at the cursor.
    void goToNextTurn();
    void goToTurnBefore();
    void goToLongestTurn();
    // Where the arrows and the line on the longest turn are painted. For tests.
    QRectF backBox() const;
    QRectF forwardBox() const;
    QRectF longestBox() const;

protected:
    void refresh() override;
    void paintContent(QPainter& painter) override;
    void retranslate() override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Section {
        QString name, hint, empty;
        std::vector<std::pair<ActorId, QString>> rows;  // who, and what stands at the right
        bool inLine = false;                            // side by side, in the order of a queue
        std::size_t more = 0;                           // that are not even listed
    };
    void goTo(std::size_t turn);
    std::vector<Section> sections() const;
    double lineHeight() const;
    double rowHeight() const;
    double labelWidth() const;
    // How many rows each section gets of those that have room.
    std::vector<std::size_t> share(const std::vector<Section>& sections, std::size_t rows) const;
    void paintFirstLine(QPainter& painter) const;
    void paintArrow(QPainter& painter, const QRectF& box, bool back) const;
    void paintSection(QPainter& painter, const Section& section, const QRectF& box) const;
    void paintQueue(QPainter& painter, const Section& section, const QRectF& box) const;
    void paintRows(QPainter& painter, const Section& section, const QRectF& box) const;
    double paintActor(QPainter& painter, ActorId actor, QPointF leftMiddle, double most) const;

    Model& m_model;
    LoopHistory m_history;
    LoopNow m_now;
    std::optional<std::size_t> m_turn;
};

}  // namespace interleave::ui
