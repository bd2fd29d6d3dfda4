#include "ui/states/states_panel.hpp"

#include <QHelpEvent>
#include <QPainter>
#include <QTimer>
#include <QToolTip>

#include <algorithm>

#include "ui/live/duration_text.hpp"
#include "ui/live/words.hpp"
#include "ui/theme/token.hpp"

namespace interleave::ui {
namespace {

constexpr int kFrame = 16;           // ms, while tokens travel
constexpr double kLabelPixels = 14;
constexpr double kArrowPixels = 13;
constexpr double kTokenGap = 4;
constexpr StateNode kNodes[] = {StateNode::fresh, StateNode::ready, StateNode::running,
                                StateNode::waiting, StateNode::ended, StateNode::held};

QPainterPath arrowHead(const QPainterPath& path, double size) {
    const QPointF tip = path.currentPosition();
    const double angle = path.angleAtPercent(1.0);
    const QLineF back = QLineF::fromPolar(size, angle + 180);
    QPainterPath head(tip);
    for (const double side : {24.0, -24.0}) {
        QLineF flank = back.translated(tip);
        flank.setAngle(back.angle() + side);
        head.lineTo(flank.p2());
    }
    head.closeSubpath();
    return head;
}

}  // namespace

StatesPanel::StatesPanel(Model& model, QWidget* parent) : Card(parent), m_model(model), m_frames(new QTimer(this)) {
    m_frames->setInterval(kFrame);
    m_frames->setTimerType(Qt::PreciseTimer);
    m_clock.start();
    connect(m_frames, &QTimer::timeout, this, [this] {
        if (!m_motion.moving(m_clock.elapsed())) m_frames->stop();
        update();
    });
    connect(&m_model, &Model::advanced, this, &StatesPanel::refreshLater);
    connect(&m_model, &Model::traceReplaced, this, &StatesPanel::forgetTrace);
    connect(&m_model.view(), &ViewState::cursorChanged, this, &StatesPanel::refreshLater);
    setMouseTracking(true);
    retranslate();
}

QSize StatesPanel::sizeHint() const { return {fontPx(440), fontPx(300)}; }
QSize StatesPanel::minimumSizeHint() const { return {fontPx(300), fontPx(186)}; }

void StatesPanel::retranslate() {
    setTitle(tr("States now"));
    refreshLater();
}

void StatesPanel::setAnimated(bool animated) {
    m_animated = animated;
    if (!animated) m_snap = true;
    refreshLater();
}

bool StatesPanel::isMoving() const { return m_frames->isActive(); }

QRectF StatesPanel::tokenOf(ActorId actor) const {
    const bool shown = std::any_of(m_shown.begin(), m_shown.end(), [&](const Shown& s) { return s.actor == actor; });
    if (!shown) return {};
    const QPointF centre = m_motion.target(actor);
    return {centre.x() - m_layout.token / 2, centre.y() - m_layout.token / 2, m_layout.token, m_layout.token};
}

void StatesPanel::forgetTrace() {
    m_motion.clear();
    m_lastNode.clear();
    m_snap = true;
    refreshLater();
}

void StatesPanel::resizeEvent(QResizeEvent* event) {
    Card::resizeEvent(event);
    refreshLater();
}

void StatesPanel::refresh() {
    const Store& store = m_model.store();
    const TraceTime cursor = m_model.view().cursor();
    if (content() != m_area) m_snap = true;
    m_area = content();
    m_layout = layoutStates(m_area, textScale());
    m_actors = actorsAt(store, cursor);
    setNote(m_actors.empty() ? QString() : tr("at %1", "a moment").arg(timeText(cursor)));

    const bool forward = cursor >= m_at;
    m_at = cursor;
    m_shown.clear();
    for (const StateNode node : kNodes) arrangeNode(node, forward);
    m_lastNode.clear();
    for (const ActorNow& actor : m_actors) m_lastNode.emplace_back(actor.id, *nodeOf(actor.state()));
    m_snap = !m_animated;
    if (m_motion.moving(m_clock.elapsed()) && !m_frames->isActive()) m_frames->start();
}

void StatesPanel::arrangeNode(StateNode node, bool forward) {
    std::vector<const ActorNow*> here;
    for (const ActorNow& actor : m_actors)
        if (nodeOf(actor.state()) == node) here.push_back(&actor);

    const double label = QFontMetricsF(labelFont()).horizontalAdvance(labelOf(node));
    TokenRow& row = m_rows[static_cast<std::size_t>(node)];
    row = layoutTokens(m_layout.tokenRoom(node, label, textScale()), static_cast<int>(here.size()), m_layout.token,
                       px(kTokenGap));
    for (std::size_t i = 0; i < here.size(); ++i) {
        if (i < row.boxes.size()) {
            moveToken(here[i]->id, node, row.boxes[i], forward);
            m_shown.push_back({here[i]->id, node, here[i]->look});
        } else {
            m_motion.forget(here[i]->id);
        }
    }
}

void StatesPanel::moveToken(ActorId actor, StateNode node, const QRectF& box, bool forward) {
    const QPointF target = box.center();
    if (m_snap || !m_motion.knows(actor)) return m_motion.place(actor, target);
    if (m_motion.target(actor) == target) return;
    const auto last = std::lower_bound(m_lastNode.begin(), m_lastNode.end(), actor,
                                       [](const auto& entry, ActorId id) { return entry.first < id; });
    const StateNode from = last != m_lastNode.end() && last->first == actor ? last->second : node;
    const std::int64_t now = m_clock.elapsed();
    m_motion.send(actor, tokenRoute(m_layout, from, m_motion.at(actor, now), node, target, forward), now);
}

QFont StatesPanel::labelFont() const { return textFont(fontPx(kLabelPixels), QFont::DemiBold); }

// Its place is kept free, so that nothing moves when somebody is held.
bool StatesPanel::isHeldShown() const {
    if (!m_rows[static_cast<std::size_t>(StateNode::held)].boxes.empty()) return true;
    if (m_rows[static_cast<std::size_t>(StateNode::held)].others > 0) return true;
    return !m_actors.empty() && m_model.store().facts().pace != Pace::free;
}

QString StatesPanel::labelOf(StateNode node) const {
    switch (node) {
        case StateNode::fresh: return tr("new");
        case StateNode::ready: return tr("ready");
        case StateNode::running: return tr("running");
        case StateNode::waiting:
            return m_layout.low ? tr("waiting", "a state, where there is little room") : tr("waiting");
        case StateNode::ended: return tr("ended");
        case StateNode::held: return tr("held");
    }
    return {};
}

StateClass StatesPanel::patternOf(StateNode node) const {
    switch (node) {
        case StateNode::fresh: return StateClass::created;
        case StateNode::ready: return StateClass::ready;
        case StateNode::running: return StateClass::running;
        case StateNode::ended: return StateClass::ended;
        case StateNode::held: return StateClass::held;
        case StateNode::waiting: break;
    }
    for (const ActorNow& actor : m_actors)
        if (nodeOf(actor.state()) == StateNode::waiting) return actor.state();
    return StateClass::waitingLock;
}

QString StatesPanel::reasonsOfWaiting() const {
    QStringList reasons;
    for (const ActorNow& actor : m_actors) {
        const QString reason = Words::waitReason(actor.waitReason());
        if (!reason.isEmpty() && !reasons.contains(reason)) reasons << reason;
    }
    return reasons.join(QLatin1Char('\n'));
}

void StatesPanel::paintContent(QPainter& painter) {
    for (std::size_t move = 0; move < kStateMoves; ++move) paintArrow(painter, static_cast<StateMove>(move));
    for (const StateNode node : kNodes)
        if (node != StateNode::held || isHeldShown()) paintNode(painter, node);
    paintTokens(painter);
}

void StatesPanel::paintNode(QPainter& painter, StateNode node) const {
    const QRectF box = m_layout.node(node).adjusted(1, 1, -1, -1);
    const double radius = px(10);
    QPainterPath outline;
    outline.addRoundedRect(box, radius, radius);
    painter.fillPath(outline, theme().panel);

    const StateClass pattern = patternOf(node);
    painter.save();
    painter.setClipPath(outline);
    painter.fillRect(QRectF(box.left(), box.top(), px(10), box.height()),
                     theme().patternBrush(pattern, devicePixelRatioF()));
    painter.restore();
    const QColor edge = node == StateNode::fresh || node == StateNode::held ? theme().muted : theme().state(pattern);
    painter.setPen(QPen(edge, px(2), node == StateNode::held ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(outline);

    painter.setFont(labelFont());
    painter.setPen(theme().ink);
    // By its baseline: fonts differ in what they add above their letters.
    const double x = box.left() + px(m_layout.low ? 16 : 20);
    const double below = m_layout.oneLine(node) ? box.height() / 2 + px(5) : px(m_layout.low ? 16 : 19);
    painter.drawText(QPointF(x, box.top() + below), labelOf(node));

    const TokenRow& row = m_rows[static_cast<std::size_t>(node)];
    if (row.others > 0) paintCountToken(painter, row.count, row.others, !row.boxes.empty(), theme());
}

void StatesPanel::paintArrow(QPainter& painter, StateMove move) const {
    const StateArrow& arrow = m_layout.arrow(move);
    painter.setPen(QPen(theme().muted, px(1.6), Qt::SolidLine, Qt::FlatCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(arrow.path);
    painter.fillPath(arrowHead(arrow.path, px(9)), theme().muted);

    const auto words = [&]() -> QString {
        switch (move) {
            case StateMove::admitted: return tr("admitted", "arrow from new to ready");
            case StateMove::dispatched: return tr("dispatched", "arrow from ready to running");
            case StateMove::preempted: return tr("slice over / preempted", "arrow from running to ready");
            case StateMove::waits: return tr("waits", "arrow from running to waiting");
            case StateMove::woken: return tr("woken", "arrow from waiting to ready");
            case StateMove::ends: return tr("ends", "arrow from running to ended");
        }
        return {};
    };
    painter.setFont(textFont(fontPx(kArrowPixels)));
    painter.setPen(theme().muted);
    const int flags = arrow.alignment | Qt::TextWordWrap | Qt::TextDontClip;
    painter.drawText(arrow.label, flags, words());
    if (move != StateMove::waits) return;
    const QString reasons = reasonsOfWaiting();
    const double line = QFontMetricsF(painter.font()).lineSpacing();
    painter.setPen(theme().ink);
    painter.setFont(textFont(fontPx(kArrowPixels), QFont::Medium));
    painter.drawText(arrow.label.adjusted(0, line, 0, 0), flags, reasons);
}

void StatesPanel::paintTokens(QPainter& painter) const {
    const Store& store = m_model.store();
    const std::int64_t now = m_clock.elapsed();
    const double side = m_layout.token;
    for (const Shown& shown : m_shown) {
        const ActorRecord& actor = store.actor(shown.actor);
        const QPointF centre = m_motion.at(shown.actor, now);
        const QRectF box(centre.x() - side / 2, centre.y() - side / 2, side, side);
        paintToken(painter, box, actor.hue, tokenLetters(QString::fromStdString(actor.name)), theme(),
                   shown.node == StateNode::held ? TokenMark::held : TokenMark::none);
        if (shown.node != StateNode::waiting && shown.look.state() != StateClass::zombie) continue;
        // Beneath it, what it waits for, or that it is a zombie yet, in that state's own colour.
        painter.fillRect(QRectF(box.left() + side * 0.1, box.bottom() + px(1.5), side * 0.8, px(3)),
                         theme().patternBrush(shown.look.state(), devicePixelRatioF()));
    }
}

bool StatesPanel::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return Card::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const Store& store = m_model.store();
    QStringList lines;
    for (const StateNode node : kNodes) {
        if (!m_layout.node(node).contains(help->pos())) continue;
        for (const ActorNow& actor : m_actors) {
            if (nodeOf(actor.state()) != node || lines.size() >= 20) continue;
            lines << tr("%1: %2", "an actor and its state").arg(Words::actor(store, actor.id),
                                                               Words::stateInFull(store, actor.look, m_at));
        }
    }
    if (lines.isEmpty()) QToolTip::hideText();
    else QToolTip::showText(help->globalPos(), lines.join(QLatin1Char('\n')), this);
    return true;
}

}  // namespace interleave::ui
