#include "ui/processes/processes_panel.hpp"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

#include "ui/live/words.hpp"
#include "ui/processes/process_words.hpp"
#include "ui/theme/tabular.hpp"
#include "ui/theme/token.hpp"

namespace interleave::ui {
namespace {

constexpr double kNamePixels = 14;
constexpr double kTextPixels = 13;
constexpr double kLegend = 22;
constexpr double kRadius = 6;
// A signal is news for so long.
constexpr Duration kFresh = std::chrono::milliseconds(1500);

double baselineIn(const QRectF& line, const QFontMetricsF& metrics) {
    return line.center().y() + (metrics.ascent() - metrics.descent()) / 2;
}

// The first that fits; nothing where none does.
QString firstFitting(const QFontMetricsF& metrics, const QStringList& texts, double width) {
    for (const QString& text : texts)
        if (tabularWidth(metrics, text) <= width) return text;
    return {};
}

}  // namespace

ProcessesPanel::ProcessesPanel(Model& model, QWidget* parent) : Card(parent), m_model(model) {
    connect(&m_model, &Model::advanced, this, &ProcessesPanel::refreshLater);
    connect(&m_model, &Model::traceReplaced, this, [this] {
        m_history = {};
        refreshLater();
    });
    connect(&m_model.view(), &ViewState::cursorChanged, this, &ProcessesPanel::refreshLater);
    setMouseTracking(true);
    retranslate();
}

QSize ProcessesPanel::sizeHint() const { return {fontPx(440), fontPx(280)}; }
QSize ProcessesPanel::minimumSizeHint() const { return {fontPx(280), fontPx(170)}; }

void ProcessesPanel::retranslate() {
    setTitle(tr("Process tree"));
    refreshLater();
}

void ProcessesPanel::refresh() {
    const Store& store = m_model.store();
    m_at = m_model.view().cursor();
    m_history.follow(store);
    m_tree = ProcessTree::at(store, m_history, m_at);
    const QRectF area = content().adjusted(0, 0, 0, -px(kLegend));
    m_layout = layoutProcesses(m_tree, {area, m_history.lives().size(), needsArcs(), textScale()});
}

// Places are found anew for another size.
void ProcessesPanel::resizeEvent(QResizeEvent* event) {
    Card::resizeEvent(event);
    refreshLater();
}

// Their room is kept from the first signal of the trace on, so that nothing moves when it comes.
bool ProcessesPanel::needsArcs() const {
    return !m_history.sentSignals().empty() || std::ranges::any_of(m_tree.rows, [&](const ProcessNode& node) {
        return node.waitsFor && m_tree.rows[*node.waitsFor].parent != m_tree.rowOf(node.actor);
    });
}

const ProcessNode* ProcessesPanel::nodeUnder(QPointF position) const {
    for (std::size_t i = 0; i < m_layout.rows.size(); ++i)
        if (m_layout.plates[i].contains(position)) return &m_tree.rows[m_layout.rows[i]];
    return nullptr;
}

void ProcessesPanel::paintContent(QPainter& painter) {
    if (m_tree.empty()) {
        painter.setFont(textFont(fontPx(kTextPixels)));
        painter.setPen(theme().muted);
        painter.drawText(content(), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("The processes of a run stand here, each below its parent."));
        return;
    }
    paintForks(painter);
    for (std::size_t i = 0; i < m_layout.rows.size(); ++i)
        paintPlate(painter, m_tree.rows[m_layout.rows[i]], m_layout.plates[i]);
    paintArcs(painter);
    paintLegend(painter);
    if (m_layout.rest.isEmpty()) return;
    painter.setFont(textFont(fontPx(kTextPixels)));
    painter.setPen(theme().muted);
    const auto more = static_cast<int>(m_tree.rows.size() - m_layout.rows.size());
    painter.drawText(m_layout.rest, Qt::AlignVCenter, tr("and %n more", "processes", more));
}

void ProcessesPanel::paintEdge(QPainter& painter, const QPainterPath& path, const QPen& pen) const {
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    const QPointF tip = path.pointAtPercent(1);
    const QPointF way = tip - path.pointAtPercent(path.percentAtLength(std::max(0.0, path.length() - px(4))));
    const double length = std::max(1e-6, std::hypot(way.x(), way.y()));
    const QPointF direction = way / length;
    const QPointF across(-direction.y() * px(4), direction.x() * px(4));
    painter.setPen(Qt::NoPen);
    painter.setBrush(pen.color());
    painter.drawPolygon(QPolygonF{tip, tip - direction * px(8) + across, tip - direction * px(8) - across});
}

QPen ProcessesPanel::forkPen() const { return QPen(theme().muted, px(1.5)); }
QPen ProcessesPanel::waitPen() const { return QPen(theme().accent, px(2.2), Qt::DashLine, Qt::FlatCap); }
QPen ProcessesPanel::orphanPen() const { return QPen(theme().ink, px(2), Qt::DotLine); }
QPen ProcessesPanel::signalPen() const { return QPen(theme().ink, px(2.2)); }

void ProcessesPanel::paintForks(QPainter& painter) const {
    for (const bool waited : {false, true}) {  // what is waited for lies on top
        for (const std::size_t row : m_layout.rows) {
            const ProcessNode& node = m_tree.rows[row];
            const QRectF* parent = node.parent ? m_layout.plateOf(*node.parent) : nullptr;
            if (parent == nullptr || (m_tree.rows[*node.parent].waitsFor == row) != waited) continue;
            const QPainterPath path = forkEdge(*parent, *m_layout.plateOf(row), textScale());
            if (waited) {
                paintEdge(painter, path, waitPen());
                continue;
            }
            painter.setPen(node.isOrphan ? orphanPen() : forkPen());
            painter.setBrush(Qt::NoBrush);
            painter.drawPath(path);
        }
    }
}

void ProcessesPanel::paintArcs(QPainter& painter) const {
    const double bulge = m_layout.arcs * 0.9;
    for (const std::size_t row : m_layout.rows) {
        const ProcessNode& node = m_tree.rows[row];
        const QRectF& box = *m_layout.plateOf(row);
        if (node.signal) {
            const ProcessSignal& signal = m_history.sentSignals()[*node.signal];
            const auto sender = m_tree.rowOf(signal.from);
            const QRectF* from = sender ? m_layout.plateOf(*sender) : nullptr;
            const bool fresh = m_at - signal.at < kFresh;
            if (from != nullptr && from != &box)
                paintEdge(painter, sideEdge(*from, box, bulge, textScale()), fresh ? signalPen() : forkPen());
        }
        if (!node.waitsFor || m_tree.rows[*node.waitsFor].parent == row) continue;
        if (const QRectF* to = m_layout.plateOf(*node.waitsFor))
            paintEdge(painter, sideEdge(box, *to, bulge, textScale()), waitPen());
    }
}

void ProcessesPanel::paintGround(QPainter& painter, const ProcessNode& node, const QRectF& box) const {
    QPainterPath outline;
    outline.addRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), px(kRadius), px(kRadius));
    const bool isZombie = node.sample.state == 'Z';
    painter.fillPath(outline, node.isGone || isZombie ? theme().panel : theme().soft);
    if (node.role == ProcessRole::actor) {
        painter.save();
        painter.setClipPath(outline);
        const QRectF edge(box.left(), box.top(), px(5), box.height());
        if (isZombie) painter.fillRect(edge, theme().patternBrush(StateClass::zombie, devicePixelRatioF()));
        else if (!node.isGone) painter.fillRect(edge, theme().actor(m_model.store().actor(node.actor).hue));
        painter.restore();
    }
    painter.setPen(QPen(isZombie ? theme().muted : theme().hairline, 1, node.isGone ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(outline);
}

void ProcessesPanel::paintPlate(QPainter& painter, const ProcessNode& node, const QRectF& box) const {
    paintGround(painter, node, box);
    const QRectF inside = box.adjusted(px(11), 0, -px(6), 0);
    if (!m_layout.twoLines)
        return paintOneLine(painter, node, paintName(painter, node, paintState(painter, node, inside)));
    const QRectF upper(inside.left(), inside.top() + px(2), inside.width(), px(19));
    const QRectF lower(inside.left(), upper.bottom(), inside.width(), px(15));
    paintNumbers(painter, node, paintName(painter, node, paintState(painter, node, upper)));
    paintFacts(painter, node, lower);
    paintMemory(painter, node, {inside.left(), box.bottom() - px(4), inside.width(), px(3)});
}

// With its token, and with both numbers: the state's word finds what is left.
double ProcessesPanel::nameWidth(const ProcessNode& node) const {
    const double token = node.role == ProcessRole::actor ? px(22) : 0;
    const QFontMetricsF names(textFont(fontPx(kNamePixels), QFont::DemiBold));
    const QFontMetricsF texts(textFont(fontPx(kTextPixels)));
    return token + names.horizontalAdvance(ProcessWords::name(m_model.store(), node)) + px(8) +
           tabularWidth(texts, ProcessWords::numbers(node).front());
}

QRectF ProcessesPanel::paintState(QPainter& painter, const ProcessNode& node, const QRectF& line) const {
    const QStringList words = node.isGone ? QStringList() : ProcessWords::state(node);
    if (words.isEmpty()) return line;
    painter.setFont(textFont(fontPx(kTextPixels), QFont::DemiBold));
    const QFontMetricsF metrics(painter.font());
    const double swatch = px(12);
    const double rest = line.width() - nameWidth(node) - swatch - px(14);
    const bool hasRoom = m_layout.twoLines && metrics.horizontalAdvance(words.front()) <= rest;
    const QString text = hasRoom ? words.front() : words.back();
    const double width = swatch + px(6) + metrics.horizontalAdvance(text);
    const QRectF place(line.right() - width, line.top(), width, line.height());
    const StateClass state = classOfLetter(node.sample.state);
    const QRectF square(place.left(), place.center().y() - swatch / 2, swatch, swatch);
    QPainterPath shape;
    shape.addRoundedRect(square, px(3), px(3));
    painter.fillPath(shape, theme().patternBrush(state, devicePixelRatioF()));
    painter.setPen(theme().ink);
    painter.drawText(QPointF(square.right() + px(6), baselineIn(place, metrics)), text);
    return line.adjusted(0, 0, -width - px(8), 0);
}

QRectF ProcessesPanel::paintName(QPainter& painter, const ProcessNode& node, const QRectF& line) const {
    const QString name = ProcessWords::name(m_model.store(), node);
    QRectF room = line;
    if (node.role == ProcessRole::actor) {
        const double side = px(16);
        if (node.isGone) painter.setOpacity(0.45);
        paintToken(painter, {line.left(), line.center().y() - side / 2, side, side},
                   m_model.store().actor(node.actor).hue, tokenLetters(name), theme());
        painter.setOpacity(1);
        room.setLeft(line.left() + side + px(6));
    }
    painter.setFont(textFont(fontPx(kNamePixels), QFont::DemiBold));
    painter.setPen(node.role != ProcessRole::actor || node.isGone ? theme().muted : theme().ink);
    const QFontMetricsF metrics(painter.font());
    const QString shown = metrics.elidedText(name, Qt::ElideRight, room.width());
    painter.drawText(QPointF(room.left(), baselineIn(room, metrics)), shown);
    room.setLeft(std::min(room.right(), room.left() + metrics.horizontalAdvance(shown) + px(8)));
    return room;
}

void ProcessesPanel::paintNumbers(QPainter& painter, const ProcessNode& node, const QRectF& room) const {
    painter.setFont(textFont(fontPx(kTextPixels)));
    painter.setPen(theme().muted);
    const QFontMetricsF metrics(painter.font());
    drawTabular(painter, {room.left(), baselineIn(room, metrics)},
                firstFitting(metrics, ProcessWords::numbers(node), room.width()));
}

QColor ProcessesPanel::remarkColor(const ProcessNode& node) const {
    if (node.isOrphan && !node.isGone) return theme().accent;
    return node.role == ProcessRole::actor && !node.isGone ? theme().ink : theme().muted;
}

// What is special about it in ink, then what is left to say.
void ProcessesPanel::paintFacts(QPainter& painter, const ProcessNode& node, const QRectF& room) const {
    painter.setFont(textFont(fontPx(kTextPixels)));
    const QFontMetricsF metrics(painter.font());
    const double y = baselineIn(room, metrics);
    double x = room.left();
    const QStringList remarks = ProcessWords::remark(m_model.store(), m_tree, m_history, node);
    if (!remarks.isEmpty()) {
        const QString fitting = firstFitting(metrics, remarks, room.width());
        const QString shown =
            fitting.isEmpty() ? metrics.elidedText(remarks.back(), Qt::ElideRight, room.width()) : fitting;
        painter.setPen(remarkColor(node));
        painter.drawText(QPointF(x, y), shown);
        x += metrics.horizontalAdvance(shown) + px(10);
    }
    painter.setPen(theme().muted);
    drawTabular(painter, {x, y}, firstFitting(metrics, ProcessWords::facts(node), room.right() - x));
}

// In one line the remark matters more than the memory, and both more than the parent's number, which the tree shows.
void ProcessesPanel::paintOneLine(QPainter& painter, const ProcessNode& node, const QRectF& room) const {
    painter.setFont(textFont(fontPx(kTextPixels)));
    const QFontMetricsF metrics(painter.font());
    const bool isActor = node.role == ProcessRole::actor;
    const QStringList remarks =
        isActor ? ProcessWords::remark(m_model.store(), m_tree, m_history, node) : QStringList();
    const QStringList notes = remarks.isEmpty() ? ProcessWords::facts(node) : remarks;
    const QStringList numbers = ProcessWords::numbers(node);
    // The most of the note, and of several numbers with the same note the longest.
    QString number, note;
    for (const QString& words : notes)
        for (const QString& digits : numbers)
            if (note.isEmpty() && tabularWidth(metrics, digits) + px(10) + tabularWidth(metrics, words) <= room.width())
                number = digits, note = words;
    if (note.isEmpty()) number = firstFitting(metrics, numbers, room.width());
    painter.setPen(theme().muted);
    drawTabular(painter, {room.left(), baselineIn(room, metrics)}, number);
    if (!remarks.isEmpty()) painter.setPen(remarkColor(node));
    drawTabular(painter, {room.left() + tabularWidth(metrics, number) + px(10), baselineIn(room, metrics)}, note);
}

// Its own part dark, the shared one light; as wide as the most that any process of the run ever had.
void ProcessesPanel::paintMemory(QPainter& painter, const ProcessNode& node, const QRectF& box) const {
    if (node.role != ProcessRole::actor || node.sample.threads == 0 || m_history.mostMemory() == 0) return;
    const double unit = box.width() / m_history.mostMemory();
    const double own = unit * node.sample.privateKiB;
    painter.fillRect(QRectF(box.left(), box.top(), own, box.height()), theme().muted);
    painter.fillRect(QRectF(box.left() + own, box.top(), unit * node.sample.sharedKiB, box.height()), theme().hairline);
}

void ProcessesPanel::paintLegend(QPainter& painter) const {
    struct Entry {
        QString words;
        QPen pen;
        bool shown;
    };
    const bool anyOrphan = std::ranges::any_of(m_tree.rows, [](const ProcessNode& node) { return node.isOrphan; });
    const Entry entries[] = {
        {tr("forked", "line in the process tree"), forkPen(), true},
        {tr("waits for", "line in the process tree"), waitPen(), true},
        {tr("new parent", "line in the process tree"), orphanPen(), anyOrphan},
        {tr("signal", "line in the process tree"), signalPen(), !m_history.sentSignals().empty()}};
    painter.setFont(textFont(fontPx(kTextPixels)));
    const QFontMetricsF metrics(painter.font());
    const QRectF line(content().left(), content().bottom() - px(16), content().width(), px(16));
    double x = line.left();
    for (const Entry& entry : entries) {
        if (!entry.shown) continue;
        painter.setPen(entry.pen);
        painter.drawLine(QPointF(x, line.center().y()), QPointF(x + px(22), line.center().y()));
        painter.setPen(theme().muted);
        painter.drawText(QPointF(x + px(28), baselineIn(line, metrics)), entry.words);
        x += px(28 + 16) + metrics.horizontalAdvance(entry.words);
    }
}

bool ProcessesPanel::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return Card::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const ProcessNode* node = nodeUnder(help->pos());
    if (node == nullptr) QToolTip::hideText();
    else QToolTip::showText(help->globalPos(), ProcessWords::inFull(m_model.store(), m_tree, m_history, *node), this);
    return true;
}

void ProcessesPanel::mousePressEvent(QMouseEvent* event) {
    const ProcessNode* node = event->button() == Qt::LeftButton ? nodeUnder(event->position()) : nullptr;
    if (node == nullptr || !node->actor.exists()) return Card::mousePressEvent(event);
    m_model.view().select(Selection{LaneKind::actor, node->actor.value, m_at});
}

}  // namespace interleave::ui
