// "States now": the state diagram, every actor as a token in the state it is in at the cursor.
#pragma once

#include <QElapsedTimer>

#include <array>
#include <vector>

#include "ui/live/model.hpp"
#include "ui/live/actors_now.hpp"
#include "ui/states/states_layout.hpp"
#include "ui/states/token_motion.hpp"
#include "ui/theme/card.hpp"

class QTimer;

namespace interleave::ui {

class StatesPanel : public Card {
    Q_OBJECT

public:
    explicit StatesPanel(Model& model, QWidget* parent = nullptr);

    // Tokens travel from state to state, or stand in the new one at once.
    void setAnimated(bool animated);
    bool isMoving() const;  // whether its timer runs

    // Where `actor`'s token stands or is going to; empty if it is but counted. For tests.
    QRectF tokenOf(ActorId actor) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void refresh() override;
    void paintContent(QPainter& painter) override;
    void retranslate() override;
    bool event(QEvent* event) override;

private:
    struct Shown {
        ActorId actor;
        StateNode node;
        Look look;
    };

    void forgetTrace();
    void arrangeNode(StateNode node, bool forward);
    void moveToken(ActorId actor, StateNode node, const QRectF& box, bool forward);
    QFont labelFont() const;
    bool isHeldShown() const;
    QString labelOf(StateNode node) const;
    StateClass patternOf(StateNode node) const;
    QString reasonsOfWaiting() const;

    void paintNode(QPainter& painter, StateNode node) const;
    void paintArrow(QPainter& painter, StateMove move) const;
    void paintTokens(QPainter& painter) const;

    Model& m_model;
    QRectF m_area;
    StatesLayout m_layout;
    std::vector<ActorNow> m_actors;
    std::vector<Shown> m_shown;                            // with a token of their own
    std::array<TokenRow, kStateNodes> m_rows;
    std::vector<std::pair<ActorId, StateNode>> m_lastNode; // by actor id: where each stood when last looked at
    TraceTime m_at;
    TokenMotion m_motion;
    QTimer* m_frames;
    QElapsedTimer m_clock;
    bool m_animated = true;
    bool m_snap = true;  // no travel: the panel is new, has another size or another trace
};

}  // namespace interleave::ui
