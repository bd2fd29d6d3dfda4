#include "ui/stepping/moves_panel.hpp"

#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>

#include <algorithm>
#include <cmath>

#include "ui/live/scenario_text.hpp"
#include "ui/live/words.hpp"
#include "ui/theme/token.hpp"

namespace interleave::ui {
namespace {

constexpr double kTextPixels = 14;
constexpr double kRow = 34;
constexpr double kMoveToken = 22;
constexpr double kFoot = 34;
constexpr int kMostKeys = 9;

bool hasLockedUp(const Store& store) { return !store.deadlocks().empty(); }
bool hasLostOne(const Store& store) { return !store.lostUpdates().empty(); }
bool hasFinished(const Store& store) { return store.complete() && store.facts().ended == Ended::finished; }

}  // namespace

MovesPanel::MovesPanel(Model& model, QWidget* parent) : Card(parent), m_model(model), m_undo(new QPushButton(this)) {
    m_undo->setShortcut(Qt::Key_Backspace);
    m_undo->setFocusPolicy(Qt::TabFocus);
    connect(m_undo, &QPushButton::clicked, &m_model, &Model::undoMove);
    connect(&m_model, &Model::advanced, this, &MovesPanel::refreshLater);
    connect(&m_model, &Model::liveChanged, this, &MovesPanel::refreshLater);
    connect(&m_model, &Model::traceReplaced, this, &MovesPanel::refreshLater);
    retranslate();
}

QSize MovesPanel::sizeHint() const { return {fontPx(440), fontPx(280)}; }
QSize MovesPanel::minimumSizeHint() const { return {fontPx(260), fontPx(160)}; }

void MovesPanel::retranslate() {
    setTitle(tr("Your move"));
    m_undo->setText(tr("Undo the move"));
    m_undo->setToolTip(tr("Runs it from the start again, to the move before  ·  Backspace"));
    refreshLater();
}

std::optional<ActorId> MovesPanel::actorOfKey(const Store& store, int digit) {
    if (digit < 1 || digit > kMostKeys || static_cast<std::size_t>(digit) > store.actors().size()) return std::nullopt;
    return ActorId{static_cast<std::uint32_t>(digit - 1)};
}

bool MovesPanel::goalIsReached() const {
    const Store& store = m_model.store();
    switch (scenarioText(store.facts().scenario).goal.kind) {
        case GoalKind::deadlock: return hasLockedUp(store);
        case GoalKind::lostUpdate: return hasLostOne(store);
        case GoalKind::finish: return hasFinished(store);
        case GoalKind::none: break;
    }
    return false;
}

void MovesPanel::refresh() {
    const Store& store = m_model.store();
    m_rows.clear();
    for (const ActorNow& actor : actorsAt(store, store.now())) {
        if (m_rows.size() == kMostKeys) break;
        m_rows.push_back({actor.id, Words::actor(store, actor.id), Words::stateInFull(store, actor.look, store.now()),
                          store.actor(actor.id).hue, m_model.canMove(actor.id)});
    }
    const Goal& goal = scenarioText(store.facts().scenario).goal;
    m_reached = goal.kind != GoalKind::none && goalIsReached();
    const auto moves = m_model.moves().made().size();
    m_goal = goal.kind == GoalKind::none ? QString()
             : m_reached                 ? tr("Reached in %1 moves: %2").arg(moves).arg(goal.text.shown())
                                         : tr("Goal: %1").arg(goal.text.shown());
    setNote(tr("%1 moves").arg(moves));
    m_undo->setVisible(m_model.moves().canUndo());
}

double MovesPanel::goalHeight() const {
    if (m_goal.isEmpty()) return 0;
    const QFontMetricsF metrics(textFont(fontPx(kTextPixels), QFont::DemiBold));
    return metrics.boundingRect(QRectF(0, 0, content().width(), 1e4), Qt::TextWordWrap, m_goal).height() + px(10);
}

QRectF MovesPanel::rowBox(std::size_t row) const {
    const QRectF area = content();
    return {area.left(), area.top() + goalHeight() + px(kRow) * static_cast<double>(row), area.width(), px(kRow)};
}

void MovesPanel::resizeEvent(QResizeEvent* event) {
    Card::resizeEvent(event);
    const QSize size = m_undo->sizeHint();
    m_undo->setGeometry(QRect(QPoint(static_cast<int>(content().right()) - size.width(),
                                     static_cast<int>(content().bottom()) - size.height()),
                              size));
}

void MovesPanel::paintRow(QPainter& painter, std::size_t index) const {
    const Row& row = m_rows[index];
    const QRectF box = rowBox(index);
    if (box.bottom() > content().bottom() - px(kFoot)) return;
    const QRectF key(box.left(), box.center().y() - px(12), px(24), px(24));
    painter.setPen(QPen(row.canMove ? theme().accent : theme().hairline, px(1.5)));
    painter.setBrush(row.canMove ? theme().panel : theme().soft);
    painter.drawRoundedRect(key, px(5), px(5));
    painter.setFont(textFont(fontPx(kTextPixels), QFont::Bold));
    painter.setPen(row.canMove ? theme().accent : theme().muted);
    painter.drawText(key, Qt::AlignCenter, QString::number(index + 1));
    const QRectF token(key.right() + px(10), box.center().y() - px(12), px(24), px(24));
    paintToken(painter, token, row.hue, tokenLetters(row.name), theme());
    painter.setPen(row.canMove ? theme().ink : theme().muted);
    const QFontMetricsF bold(painter.font());
    const QPointF at(token.right() + px(10), box.center().y() + (bold.ascent() - bold.descent()) / 2);
    painter.drawText(at, row.name);
    const double left = at.x() + bold.horizontalAdvance(row.name) + px(12);
    painter.setFont(textFont(fontPx(kTextPixels)));
    painter.setPen(theme().muted);
    painter.drawText(QPointF(left, at.y()),
                     QFontMetricsF(painter.font()).elidedText(row.doing, Qt::ElideRight, box.right() - left));
}

// The latest ones, as tokens in their order.
void MovesPanel::paintMoves(QPainter& painter) const {
    const auto& moves = m_model.moves().made();
    const double side = px(kMoveToken);
    const double pitch = side + px(4);
    const QRectF area(content().left(), content().bottom() - px(kFoot), content().width(), px(kFoot));
    const double room = area.width() - (m_undo->isVisible() ? m_undo->width() + px(12) : 0);
    const auto fit = static_cast<std::size_t>(std::max(0.0, std::floor(room / pitch)));
    const std::size_t first = moves.size() > fit ? moves.size() - fit : 0;
    for (std::size_t i = first; i < moves.size(); ++i) {
        const ActorRecord& actor = m_model.store().actor(moves[i]);
        const QRectF box(area.left() + pitch * static_cast<double>(i - first), area.bottom() - side - px(4), side,
                         side);
        paintToken(painter, box, actor.hue, tokenLetters(QString::fromStdString(actor.name)), theme());
    }
}

void MovesPanel::paintContent(QPainter& painter) {
    if (m_rows.empty()) {
        painter.setFont(textFont(fontPx(kTextPixels)));
        painter.setPen(theme().muted);
        painter.drawText(
            content(), Qt::AlignCenter | Qt::TextWordWrap,
            tr("In step pace you are the scheduler: press an actor's number, or click its lane, to let it move."));
        return;
    }
    painter.setFont(textFont(fontPx(kTextPixels), QFont::DemiBold));
    painter.setPen(m_reached ? theme().accent : theme().ink);
    painter.drawText(QRectF(content().left(), content().top(), content().width(), goalHeight()), Qt::TextWordWrap,
                     m_goal);
    for (std::size_t row = 0; row < m_rows.size(); ++row) paintRow(painter, row);
    if (std::ranges::all_of(m_model.moves().made(),
                            [this](ActorId a) { return a.value < m_model.store().actors().size(); }))
        paintMoves(painter);
}

void MovesPanel::mousePressEvent(QMouseEvent* event) {
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (!rowBox(row).contains(event->position())) continue;
        m_model.move(m_rows[row].actor);
        return;
    }
    Card::mousePressEvent(event);
}

}  // namespace interleave::ui
