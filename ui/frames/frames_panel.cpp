#include "ui/frames/frames_panel.hpp"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

#include "ui/frames/frame_words.hpp"
#include "ui/live/listing.hpp"
#include "ui/live/words.hpp"

namespace interleave::ui {
namespace {

constexpr double kNamePixels = 15;
constexpr double kTextPixels = 13;
constexpr double kRadius = 8;
constexpr double kEdge = 5;      // in the owner's hue, at the left of its cards

QString elided(const QPainter& painter, const QString& text, double width) {
    return QFontMetricsF(painter.font()).elidedText(text, Qt::ElideRight, width);
}

}  // namespace

FramesPanel::FramesPanel(Model& model, QWidget* parent) : Card(parent), m_model(model) {
    connect(&m_model, &Model::advanced, this, &FramesPanel::refreshLater);
    connect(&m_model, &Model::traceReplaced, this, [this] {
        m_history = {};
        refreshLater();
    });
    connect(&m_model.view(), &ViewState::cursorChanged, this, &FramesPanel::refreshLater);
    setMouseTracking(true);
    retranslate();
}

QSize FramesPanel::sizeHint() const { return {fontPx(440), fontPx(280)}; }
QSize FramesPanel::minimumSizeHint() const { return {fontPx(260), fontPx(120)}; }

void FramesPanel::retranslate() {
    setTitle(tr("Frames"));
    refreshLater();
}

void FramesPanel::loadListing() {
    const QString id = m_model.scenario() != nullptr ? QString::fromStdString(m_model.scenario()->id)
                                                     : QString::fromStdString(m_model.store().facts().scenario);
    if (id == m_scenario) return;
    m_scenario = id;
    m_ties = SourceTies(pythonListing(id), cppListing(id));
    m_python = m_ties.python().split(QLatin1Char('\n'));
    m_cpp = m_ties.cpp().split(QLatin1Char('\n'));
}

QString FramesPanel::codeAt(std::uint16_t line) const {
    if (line == 0) return {};
    const int python = m_ties.pythonLineOf(line);
    return (python > 0 ? m_python.value(python - 1) : m_cpp.value(line - 1)).trimmed();
}

void FramesPanel::refresh() {
    loadListing();
    const Store& store = m_model.store();
    m_history.follow(store);
    m_frames = FrameRows::at(store, m_history, m_model.view().cursor());
    m_layout = layoutFrames(m_frames, content(), textScale());
    QStringList spoken;
    for (const std::size_t row : m_layout.rows)
        spoken << FrameWords::inFull(store, m_frames.rows[row], codeAt(m_frames.rows[row].line));
    setAccessibleDescription(spoken.join(QLatin1Char('\n')));
}

// Places are found anew for another size.
void FramesPanel::resizeEvent(QResizeEvent* event) {
    Card::resizeEvent(event);
    refreshLater();
}

const FrameRow* FramesPanel::rowUnder(QPointF position) const {
    for (std::size_t i = 0; i < m_layout.cards.size(); ++i)
        if (m_layout.cards[i].contains(position)) return &m_frames.rows[m_layout.rows[i]];
    return nullptr;
}

bool FramesPanel::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return Card::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const FrameRow* row = rowUnder(help->pos());
    if (row == nullptr) QToolTip::hideText();
    else QToolTip::showText(help->globalPos(), FrameWords::inFull(m_model.store(), *row, codeAt(row->line)), this);
    return true;
}

void FramesPanel::mousePressEvent(QMouseEvent* event) {
    const FrameRow* row = event->button() == Qt::LeftButton ? rowUnder(event->position()) : nullptr;
    if (row == nullptr || row->owner.value >= m_model.store().actors().size()) return Card::mousePressEvent(event);
    m_model.view().select(Selection{LaneKind::actor, row->owner.value, m_model.view().cursor()});
}

void FramesPanel::paintEdges(QPainter& painter) const {
    painter.setBrush(Qt::NoBrush);
    for (std::size_t i = 0; i < m_layout.rows.size(); ++i) {
        auto outer = m_frames.rows[m_layout.rows[i]].outer;
        const bool isNext = outer && m_layout.cardOf(*outer) != nullptr;
        // Where those between are left out, the edge comes from the next one that is shown.
        while (outer && m_layout.cardOf(*outer) == nullptr) outer = m_frames.rows[*outer].outer;
        if (!outer) continue;
        const QRectF* from = m_layout.cardOf(*outer);
        painter.setPen(QPen(theme().muted, px(1.5), isNext ? Qt::SolidLine : Qt::DotLine));
        const QRectF& to = m_layout.cards[i];
        painter.drawPath(delegationEdge(*from, to, textScale()));
        const double head = px(4);
        const QPointF tip(to.left(), to.center().y());
        painter.drawLine(tip, tip + QPointF(-head, -head));
        painter.drawLine(tip, tip + QPointF(-head, head));
    }
}

void FramesPanel::paintGround(QPainter& painter, const FrameRow& row, const QRectF& box) const {
    const bool runs = row.state == FrameState::running;
    const bool isOver = row.state == FrameState::closed;
    const int hue = row.owner.value < m_model.store().actors().size() ? m_model.store().actor(row.owner).hue : 0;
    QColor edge = theme().actor(hue);
    if (isOver) edge = theme().hairline;
    QPainterPath shape;
    shape.addRoundedRect(box.adjusted(1, 1, -1, -1), px(kRadius), px(kRadius));
    painter.fillPath(shape, runs || isOver ? theme().panel : theme().soft);
    painter.save();
    painter.setClipPath(shape);
    painter.fillRect(QRectF(box.left(), box.top(), px(kEdge), box.height()), edge);
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(edge, px(runs ? 2 : 1), row.state == FrameState::created ? Qt::DashLine : Qt::SolidLine));
    painter.drawPath(shape);
}

// In the colours and patterns of the timeline, where a word would leave no room for values.
QRectF FramesPanel::paintSwatch(QPainter& painter, const FrameRow& row, const QRectF& line) const {
    constexpr StateClass kClasses[] = {StateClass::created, StateClass::suspended, StateClass::running,
                                       StateClass::ended};
    const double side = px(12);
    const QRectF square(line.right() - side, line.center().y() - side / 2, side, side);
    QPainterPath shape;
    shape.addRoundedRect(square, px(3), px(3));
    painter.fillPath(shape, theme().patternBrush(kClasses[static_cast<std::size_t>(row.state)], devicePixelRatioF()));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().muted, px(1), row.state == FrameState::created ? Qt::DashLine : Qt::SolidLine));
    painter.drawPath(shape);
    return line.adjusted(0, 0, -side - px(8), 0);
}

QRectF FramesPanel::paintState(QPainter& painter, const FrameRow& row, const QRectF& line) const {
    if (m_layout.lines == CardLines::one) return paintSwatch(painter, row, line);
    const bool runs = row.state == FrameState::running;
    QString text = FrameWords::state(row);
    // What an actor's program is suspended for is known.
    if (!row.frame.exists() && row.state == FrameState::suspended) text = Words::state(row.actorState);
    painter.setFont(textFont(fontPx(kTextPixels), QFont::DemiBold));
    const double width = std::min(line.width() / 2, QFontMetricsF(painter.font()).horizontalAdvance(text) + px(18));
    const QRectF pill(line.right() - width, line.top() + px(1), width, line.height() - px(2));
    const QColor color = runs ? theme().state(StateClass::running) : theme().muted;
    painter.setPen(QPen(color, px(1.5), row.state == FrameState::created ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(theme().panel);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    painter.setPen(row.state == FrameState::closed ? theme().muted : theme().ink);
    painter.drawText(pill.adjusted(px(6), 0, -px(6), 0), Qt::AlignCenter, elided(painter, text, pill.width() - px(12)));
    return line.adjusted(0, 0, -width - px(8), 0);
}

void FramesPanel::paintCode(QPainter& painter, const FrameRow& row, const QRectF& line) const {
    const bool isOver = row.state == FrameState::closed;
    const QString code = isOver ? QString() : codeAt(row.line);
    painter.setFont(codeFont(fontPx(kTextPixels)));
    painter.setPen(row.state == FrameState::running ? theme().ink : theme().muted);
    const QString text = code.isEmpty() ? QString() : QStringLiteral("› ") + code;
    painter.drawText(line, Qt::AlignVCenter, elided(painter, text, line.width()));
}

void FramesPanel::paintValues(QPainter& painter, const FrameRow& row, const QRectF& line) const {
    const Store& store = m_model.store();
    QStringList parts = FrameWords::locals(store, row);
    for (const QString& part : {FrameWords::input(store, row), FrameWords::output(store, row)})
        if (!part.isEmpty()) parts << part;
    painter.setFont(textFont(fontPx(kTextPixels)));
    painter.setPen(theme().muted);
    painter.drawText(line, Qt::AlignVCenter, elided(painter, parts.join(QStringLiteral(" · ")), line.width()));
}

void FramesPanel::paintCard(QPainter& painter, const FrameRow& row, const QRectF& box) const {
    paintGround(painter, row, box);
    const double left = box.left() + px(kEdge + 9), width = box.right() - px(8) - left;
    QRectF line(left, box.top() + px(kCardPadding), width, px(kCardLine));
    QRectF head = paintState(painter, row, line);
    painter.setFont(codeFont(fontPx(kNamePixels)));
    painter.setPen(row.state == FrameState::closed ? theme().muted : theme().ink);
    const QString name = elided(painter, FrameWords::name(m_model.store(), row), head.width());
    painter.drawText(head, Qt::AlignVCenter, name);
    if (m_layout.lines == CardLines::one) {
        head.setLeft(head.left() + QFontMetricsF(painter.font()).horizontalAdvance(name) + px(12));
        return paintValues(painter, row, head);
    }
    line.translate(0, px(kCardLine));
    // Of two lines the second is shared, where there is code to show.
    const bool standsNowhere = row.state == FrameState::closed || row.line == 0;
    if (m_layout.lines == CardLines::two && standsNowhere) return paintValues(painter, row, line);
    if (m_layout.lines == CardLines::two && row.frame.exists()) {
        const QRectF half(line.left(), line.top(), line.width() / 2 - px(6), line.height());
        paintCode(painter, row, half);
        return paintValues(painter, row, half.translated(line.width() / 2 + px(6), 0));
    }
    paintCode(painter, row, line);
    if (m_layout.lines == CardLines::three) paintValues(painter, row, line.translated(0, px(kCardLine)));
}

void FramesPanel::paintContent(QPainter& painter) {
    if (m_frames.rows.empty()) {
        painter.setFont(textFont(fontPx(kTextPixels)));
        painter.setPen(theme().muted);
        const QString hint = tr("Each coroutine and generator, the line where it stands and its locals stand here.");
        return painter.drawText(content(), Qt::AlignCenter | Qt::TextWordWrap, hint);
    }
    for (std::size_t i = 0; i < m_layout.rows.size(); ++i)
        paintCard(painter, m_frames.rows[m_layout.rows[i]], m_layout.cards[i]);
    paintEdges(painter);
    const std::size_t left = m_frames.rows.size() - m_layout.rows.size();
    if (left == 0) return;
    painter.setFont(textFont(fontPx(kTextPixels)));
    painter.setPen(theme().muted);
    painter.drawText(m_layout.rest, Qt::AlignVCenter, tr("and %n more", "frames", static_cast<int>(left)));
}

}  // namespace interleave::ui
