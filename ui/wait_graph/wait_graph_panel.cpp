#include "ui/wait_graph/wait_graph_panel.hpp"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <cmath>

#include "ui/live/words.hpp"
#include "ui/live/actors_now.hpp"
#include "ui/theme/token.hpp"

namespace interleave::ui {
namespace {

constexpr double kLabelPixels = 13;
constexpr std::size_t kMostLabelled = 7;  // arrows; above that a legend says what their colours mean

QPointF unit(QPointF v) {
    const double length = std::hypot(v.x(), v.y());
    return length > 0 ? v / length : QPointF(0, -1);
}

// Where the ray from the middle of `box` along `direction` leaves it.
QPointF leavesBox(const QRectF& box, QPointF direction) {
    const double x = direction.x() == 0 ? 1e9 : box.width() / 2 / std::abs(direction.x());
    const double y = direction.y() == 0 ? 1e9 : box.height() / 2 / std::abs(direction.y());
    return box.center() + direction * std::min(x, y);
}

QPointF leaves(const QRectF& box, bool round, QPointF direction) {
    return round ? box.center() + direction * (box.width() / 2) : leavesBox(box, direction);
}

}  // namespace

WaitGraphPanel::WaitGraphPanel(Model& model, QWidget* parent) : Card(parent), m_model(model) {
    connect(&m_model, &Model::advanced, this, &WaitGraphPanel::refreshLater);
    connect(&m_model, &Model::traceReplaced, this, &WaitGraphPanel::refreshLater);
    connect(&m_model.view(), &ViewState::cursorChanged, this, &WaitGraphPanel::refreshLater);
    setMouseTracking(true);
    retranslate();
}

QSize WaitGraphPanel::sizeHint() const { return {fontPx(440), fontPx(268)}; }
QSize WaitGraphPanel::minimumSizeHint() const { return {fontPx(280), fontPx(170)}; }

void WaitGraphPanel::retranslate() {
    setTitle(tr("Who waits for whom"));
    refreshLater();
}

QString WaitGraphPanel::cycleText(const WaitForGraph& graph) {
    if (graph.cycles.empty()) return {};
    // In a cycle everybody waits for an owner; without one, declared partners have proved it.
    const auto& waits = graph.waits;
    if (std::ranges::any_of(waits, [](const WaitEdge& wait) { return wait.inCycle && !wait.owner.exists(); }))
        return tr("nobody can end it");
    if (graph.cycles.size() > 1) return tr("%n cycles", nullptr, static_cast<int>(graph.cycles.size()));
    switch (graph.cycles.front().size()) {
        case 1: return tr("waits for itself");
        case 2: return tr("a cycle of two");
        case 3: return tr("a cycle of three");
        case 4: return tr("a cycle of four");
        case 5: return tr("a cycle of five");
        default: return tr("a cycle of %n", nullptr, static_cast<int>(graph.cycles.front().size()));
    }
}

void WaitGraphPanel::refresh() {
    const Store& store = m_model.store();
    m_graph = waitForGraphAt(store, m_model.view().cursor());
    m_nodes = graphNodes(store, m_graph);
    m_arrows = graphArrows(m_graph, m_nodes);
    m_partial = store.actors().size() > kMostGraphNodes;
    m_geometry = graphGeometry(graphArea(), m_nodes.size(), textScale());
    setNote(cycleText(m_graph));
}

// Places are found anew for another size.
void WaitGraphPanel::resizeEvent(QResizeEvent* event) {
    Card::resizeEvent(event);
    refreshLater();
}

bool WaitGraphPanel::crowded() const { return m_arrows.size() > kMostLabelled; }

// The lowest line is always kept for the legend or the quiet sentence, so that nodes keep their places.
QRectF WaitGraphPanel::graphArea() const { return content().adjusted(0, 0, 0, -px(20)); }

QString WaitGraphPanel::nameOf(const GraphNode& node) const {
    return node.isActor ? Words::actor(m_model.store(), node.actor()) : Words::object(m_model.store(), node.object());
}

QRectF WaitGraphPanel::boxOf(const GraphNode& node) const {
    const QPointF centre = m_geometry.at(node);
    const double half = m_geometry.node;
    if (node.isActor) return {centre.x() - half, centre.y() - half, 2 * half, 2 * half};
    const QFontMetricsF metrics(textFont(fontPx(kLabelPixels + 2), QFont::DemiBold));
    const double wanted = metrics.horizontalAdvance(nameOf(node)) / 2 + px(8);
    // On a crowded ring it leaves room for the arrows to its neighbours; inside the ring there is more.
    const double widest = node.inside ? half * 2.2 : std::min(half * 1.5 + px(4), m_geometry.spacing * 0.34);
    const double halfWidth = std::clamp(wanted, half * 0.9, std::max(half * 0.9, widest));
    return {centre.x() - halfWidth, centre.y() - half * 0.85, 2 * halfWidth, half * 1.7};
}

QRectF WaitGraphPanel::nodeBox(bool isActor, std::uint32_t id) const {
    for (const GraphNode& node : m_nodes)
        if (node.isActor == isActor && node.id == id) return boxOf(node);
    return {};
}

const GraphNode* WaitGraphPanel::nodeUnder(QPointF position) const {
    for (const GraphNode& node : m_nodes)
        if (boxOf(node).contains(position)) return &node;
    return nullptr;
}

void WaitGraphPanel::paintContent(QPainter& painter) {
    for (const bool cycle : {false, true})  // what matters most lies on top
        for (const GraphArrow& arrow : m_arrows)
            if (arrow.inCycle == cycle) paintArrow(painter, arrow);
    for (const GraphNode& node : m_nodes) paintNode(painter, node);
    if (crowded()) return paintLegend(painter);
    painter.setFont(textFont(fontPx(kLabelPixels)));
    painter.setPen(theme().muted);
    const QString line = footLine();
    if (m_nodes.empty()) painter.drawText(content(), Qt::AlignCenter | Qt::TextWordWrap, line);
    else painter.drawText(content(), Qt::AlignHCenter | Qt::AlignBottom, line);
}

QString WaitGraphPanel::footLine() const {
    if (m_model.store().actors().empty()) return tr("Locks and those who wait for them appear here during a run.");
    if (m_partial && !m_nodes.empty()) return tr("Too many to show all: these wait now.");
    if (m_graph.waits.empty()) return tr("Nobody waits for anybody.");
    return {};
}

void WaitGraphPanel::paintArrow(QPainter& painter, const GraphArrow& arrow) const {
    const GraphNode& from = m_nodes[arrow.from];
    const GraphNode& to = m_nodes[arrow.to];
    const QPointF straight = unit(m_geometry.at(to) - m_geometry.at(from));
    const QPointF aside = QPointF(-straight.y(), straight.x()) * (arrow.both ? m_geometry.node * 0.4 : 0);
    const QPointF control = arrowControl(m_geometry, m_nodes, arrow) + aside;
    const QPointF setsOut = unit(control - aside - m_geometry.at(from));
    const QPointF arrives = unit(m_geometry.at(to) - control + aside);
    const QPointF begin = leaves(boxOf(from), from.isActor, setsOut) + aside;
    const QPointF end = leaves(boxOf(to), to.isActor, -arrives) - arrives * px(2) + aside;

    const bool alarm = arrow.inCycle && arrow.kind != GraphArrowKind::heldBy;
    const bool waits = arrow.kind != GraphArrowKind::heldBy;
    const QColor color = alarm ? theme().danger : waits ? theme().state(StateClass::waitingLock) : theme().muted;
    const double head = std::min(px(alarm ? 14 : 11), m_geometry.node * 0.7);
    painter.setPen(QPen(color, alarm ? px(3) : px(2),
                        arrow.kind == GraphArrowKind::joins && !alarm ? Qt::DashLine : Qt::SolidLine, Qt::FlatCap));
    painter.setBrush(Qt::NoBrush);
    QPainterPath line(begin);
    line.quadTo(control, end - arrives * head * 0.8);
    painter.drawPath(line);
    const QPointF across(-arrives.y() * head * 0.45, arrives.x() * head * 0.45);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF{end, end - arrives * head + across, end - arrives * head - across});
    if (crowded() && (!alarm || m_arrows.size() > 2 * kMostLabelled)) return;
    paintArrowLabel(painter, arrow, (begin + 2 * control + end) / 4, labelSide(arrow, control));
}

// Which way from its line an arrow's word stands: out of the ring, or, where the line bends inwards, with the bend.
QPointF WaitGraphPanel::labelSide(const GraphArrow& arrow, QPointF control) const {
    const QPointF from = m_geometry.at(m_nodes[arrow.from]);
    const QPointF to = m_geometry.at(m_nodes[arrow.to]);
    const QPointF direction = unit(to - from);
    const QPointF across(-direction.y(), direction.x());
    const double bend = QPointF::dotProduct(across, control - (from + to) / 2);
    const double outwards = QPointF::dotProduct(across, (from + to) / 2 - m_geometry.centre);
    const double side = std::abs(bend) > 1 ? bend : outwards;
    return side < 0 ? -across : across;
}

QString WaitGraphPanel::arrowWords(const GraphArrow& arrow) {
    switch (arrow.reason) {
        case WaitReason::none: return tr("held by", "arrow from a lock to its owner");
        case WaitReason::join: return tr("waits for its end", "arrow from actor to actor");
        case WaitReason::lock: return tr("wants", "arrow from an actor to a lock");
        case WaitReason::queueFull: return tr("waits: full", "arrow from an actor to a queue");
        case WaitReason::queueEmpty: return tr("waits: empty", "arrow from an actor to a queue");
        default: return tr("waits for", "arrow from an actor to a semaphore, a condition, an event");
    }
}

void WaitGraphPanel::paintArrowLabel(QPainter& painter, const GraphArrow& arrow, QPointF middle,
                                     QPointF outward) const {
    const bool alarm = arrow.inCycle && arrow.kind != GraphArrowKind::heldBy;
    const QString words = arrowWords(arrow);
    painter.setFont(textFont(fontPx(kLabelPixels), alarm ? QFont::DemiBold : QFont::Normal));
    const QFontMetricsF metrics(painter.font());
    const double width = metrics.horizontalAdvance(words);
    const double height = metrics.height();
    // Far enough that the word's box clears the line, whichever way it runs.
    const double away = std::abs(outward.x()) * width / 2 + std::abs(outward.y()) * height / 2 + px(5);
    const QPointF centre = middle + outward * away;
    QRectF box(centre.x() - width / 2, centre.y() - height / 2, width, height);
    const QRectF limits = content();
    box.moveLeft(std::clamp(box.left(), limits.left(), std::max(limits.left(), limits.right() - width)));
    painter.setPen(alarm ? theme().danger : theme().muted);
    painter.drawText(box, Qt::AlignCenter | Qt::TextDontClip, words);
}

void WaitGraphPanel::paintNode(QPainter& painter, const GraphNode& node) const {
    const Store& store = m_model.store();
    const QRectF box = boxOf(node);
    if (node.isActor) {
        const auto now = actorAt(store, node.actor(), m_model.view().cursor());
        const bool there = now && !isOver(now->state());
        painter.setOpacity(there ? 1.0 : 0.35);
        paintToken(painter, box, store.actor(node.actor()).hue,
                   tokenLetters(QString::fromStdString(store.actor(node.actor()).name)), theme());
        painter.setOpacity(1.0);
        return;
    }
    const bool isLock = store.object(node.object()).kind == ObjectKind::mutex;
    const double radius = isLock ? px(4) : box.height() / 2;
    painter.setPen(QPen(theme().ink, px(2)));
    painter.setBrush(theme().panel);
    painter.drawRoundedRect(box, radius, radius);
    double pixels = std::min(kLabelPixels + 2, box.height() / textScale() * 0.62);
    const double room = box.width() - px(6);
    const double wanted = QFontMetricsF(textFont(fontPx(pixels), QFont::DemiBold)).horizontalAdvance(nameOf(node));
    constexpr double kSmallest = 10;  // in a ring of twenty; the tooltip says it in full
    if (wanted > room) pixels = std::max(kSmallest, pixels * room / wanted);
    painter.setFont(textFont(fontPx(pixels), QFont::DemiBold));
    painter.setPen(theme().ink);
    painter.drawText(box, Qt::AlignCenter,
                     QFontMetricsF(painter.font()).elidedText(nameOf(node), Qt::ElideRight, room + px(3)));
}

void WaitGraphPanel::paintLegend(QPainter& painter) const {
    struct Entry {
        QString words;
        QColor color;
    };
    const Entry entries[] = {{tr("held by", "arrow from a lock to its owner"), theme().muted},
                             {tr("wants", "arrow from an actor to a lock"), theme().state(StateClass::waitingLock)},
                             {tr("in the cycle"), theme().danger}};
    painter.setFont(textFont(fontPx(kLabelPixels)));
    const QFontMetricsF metrics(painter.font());
    const QRectF area = content();
    double x = area.left();
    const double y = area.bottom() - metrics.height() / 2;
    for (const Entry& entry : entries) {
        painter.setPen(QPen(entry.color, px(3)));
        painter.drawLine(QPointF(x, y), QPointF(x + px(20), y));
        painter.setPen(theme().muted);
        const double width = metrics.horizontalAdvance(entry.words);
        painter.drawText(QRectF(x + px(26), y - metrics.height() / 2, width + 2, metrics.height()), Qt::AlignVCenter,
                         entry.words);
        x += px(26 + 18) + width;
        if (!m_graph.hasCycle() && entry.color == theme().state(StateClass::waitingLock)) break;
    }
}

bool WaitGraphPanel::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return Card::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const GraphNode* node = nodeUnder(help->pos());
    if (node == nullptr) {
        QToolTip::hideText();
        return true;
    }
    QString text = nameOf(*node);
    if (node->isActor) {
        if (const auto now = actorAt(m_model.store(), node->actor(), m_model.view().cursor()))
            text = tr("%1: %2", "an actor and its state")
                       .arg(text, Words::stateInFull(m_model.store(), now->look, m_model.view().cursor()));
    } else {
        text = tr("%1 (%2)", "an object and its kind")
                   .arg(text, Words::objectKind(m_model.store().object(node->object()).kind));
    }
    QToolTip::showText(help->globalPos(), text, this);
    return true;
}

void WaitGraphPanel::mousePressEvent(QMouseEvent* event) {
    const GraphNode* node = event->button() == Qt::LeftButton ? nodeUnder(event->position()) : nullptr;
    if (node == nullptr) return Card::mousePressEvent(event);
    const auto lane =
        node->isActor ? std::optional{LaneKind::actor} : laneOf(m_model.store().object(node->object()).kind);
    if (lane) m_model.view().select(Selection{*lane, node->id, m_model.view().cursor()});
}

}  // namespace interleave::ui
