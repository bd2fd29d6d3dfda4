#include "ui/scheduling/ready_panel.hpp"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

#include "ui/live/words.hpp"
#include "ui/scheduling/pick_words.hpp"
#include "ui/theme/token.hpp"

namespace interleave::ui {
namespace {

constexpr double kTextPixels = 14;
constexpr double kToken = 30;      // at most; lower rows have smaller ones
constexpr double kGap = 6;
constexpr double kHighestRow = 44;
constexpr double kLowestRow = 24;
constexpr double kWallStretch = 1.7;  // of rows and tokens, where nothing else stands beside the timeline
constexpr double kLabelRoom = 14;

}  // namespace

ReadyPanel::ReadyPanel(Model& model, QWidget* parent) : Card(parent), m_model(model) {
    connect(&m_model, &Model::advanced, this, &ReadyPanel::refreshLater);
    connect(&m_model, &Model::traceReplaced, this, &ReadyPanel::refreshLater);
    connect(&m_model.view(), &ViewState::cursorChanged, this, &ReadyPanel::refreshLater);
    setMouseTracking(true);
    retranslate();
}

QSize ReadyPanel::sizeHint() const { return {fontPx(440), fontPx(240)}; }
QSize ReadyPanel::minimumSizeHint() const { return {fontPx(280), fontPx(150)}; }

void ReadyPanel::retranslate() {
    setTitle(tr("Ready queue"));
    refreshLater();
}

void ReadyPanel::refresh() {
    const Store& store = m_model.store();
    const TraceTime cursor = m_model.view().cursor();
    m_rows = ReadyRows::at(store, cursor);
    m_running = runningAt(store, cursor);
    const auto picked = lastPickAt(store, cursor);
    const bool stillRuns = picked && std::ranges::find(m_running, picked->actor) != m_running.end();
    m_sentence = stillRuns ? PickWords::sentence(store, *picked) : QString();
    std::size_t ready = 0;
    for (const ReadyRow& row : m_rows) ready += row.actors.size();
    setNote(tr("%1 ready").arg(ready));
}

double ReadyPanel::labelWidth() const {
    const QFontMetricsF metrics(textFont(fontPx(kTextPixels)));
    double widest = metrics.horizontalAdvance(tr("running"));
    for (const ReadyRow& row : m_rows) widest = std::max(widest, metrics.horizontalAdvance(row.label));
    return std::min(widest + px(kLabelRoom), content().width() / 3);
}

double ReadyPanel::sentenceHeight() const {
    return 2 * QFontMetricsF(textFont(fontPx(kTextPixels))).lineSpacing() + px(kGap);
}

// The cores' row above, one for each queue below it.
double ReadyPanel::rowHeight() const {
    const double room = (content().height() - sentenceHeight()) / static_cast<double>(m_rows.size() + 1);
    return std::clamp(room, px(kLowestRow), px(kHighestRow) * stretch());
}

double ReadyPanel::stretch() const { return isOnAWall() ? kWallStretch : 1; }

double ReadyPanel::tokenSide() const { return std::min(px(kToken) * stretch(), rowHeight() - px(4)); }

QRectF ReadyPanel::rowBox(std::size_t row) const {
    const QRectF area = content();
    return {area.left(), area.top() + static_cast<double>(row) * rowHeight(), area.width(), rowHeight()};
}

std::size_t ReadyPanel::placesIn(std::size_t row) const {
    const double room = rowBox(row).width() - labelWidth();
    return static_cast<std::size_t>(std::max(1.0, std::floor((room + px(kGap)) / (tokenSide() + px(kGap)))));
}

QRectF ReadyPanel::tokenBox(std::size_t row, std::size_t index) const {
    const QRectF box = rowBox(row + 1);
    if (index >= placesIn(row + 1) || box.bottom() > content().bottom() - sentenceHeight() + 1) return {};
    const double x = box.left() + labelWidth() + static_cast<double>(index) * (tokenSide() + px(kGap));
    return {x, box.center().y() - tokenSide() / 2, tokenSide(), tokenSide()};
}

void ReadyPanel::paintTokenOf(QPainter& painter, const QRectF& box, ActorId actor) const {
    const Store& store = m_model.store();
    if (!actor.exists() || actor.value >= store.actors().size()) {
        painter.setPen(QPen(theme().hairline, px(1.5), Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(box.adjusted(1, 1, -1, -1));
        return;
    }
    const ActorRecord& record = store.actor(actor);
    paintToken(painter, box, record.hue, tokenLetters(QString::fromStdString(record.name)), theme());
}

void ReadyPanel::paintCores(QPainter& painter) const {
    const QRectF box = rowBox(0);
    painter.setFont(textFont(fontPx(kTextPixels), QFont::DemiBold));
    painter.setPen(theme().ink);
    painter.drawText(QRectF(box.left(), box.top(), labelWidth(), box.height()), Qt::AlignVCenter, tr("running"));
    for (std::size_t i = 0; i < m_running.size() && i < placesIn(0); ++i) {
        const double x = box.left() + labelWidth() + static_cast<double>(i) * (tokenSide() + px(kGap));
        paintTokenOf(painter, {x, box.center().y() - tokenSide() / 2, tokenSide(), tokenSide()}, m_running[i]);
    }
    painter.setPen(QPen(theme().hairline, 1));
    painter.drawLine(QPointF(box.left(), box.bottom() - 0.5), QPointF(box.right(), box.bottom() - 0.5));
}

void ReadyPanel::paintRow(QPainter& painter, std::size_t row) const {
    const QRectF box = rowBox(row + 1);
    if (box.bottom() > content().bottom() - sentenceHeight() + 1) return;
    painter.setFont(textFont(fontPx(kTextPixels)));
    painter.setPen(theme().muted);
    painter.drawText(QRectF(box.left(), box.top(), labelWidth(), box.height()), Qt::AlignVCenter, m_rows[row].label);
    // The shelf that they stand on.
    painter.setPen(QPen(theme().hairline, 1));
    painter.drawLine(QPointF(box.left() + labelWidth(), box.bottom() - 0.5), QPointF(box.right(), box.bottom() - 0.5));
    const auto& actors = m_rows[row].actors;
    const std::size_t places = placesIn(row + 1);
    const bool tooMany = actors.size() > places;
    const std::size_t own = tooMany ? places - 1 : actors.size();
    for (std::size_t i = 0; i < own; ++i) paintTokenOf(painter, tokenBox(row, i), actors[i]);
    if (tooMany) paintCountToken(painter, tokenBox(row, own), static_cast<int>(actors.size() - own), own > 0, theme());
}

void ReadyPanel::paintContent(QPainter& painter) {
    paintCores(painter);
    for (std::size_t row = 0; row < m_rows.size(); ++row) paintRow(painter, row);
    painter.setFont(textFont(fontPx(kTextPixels)));
    painter.setPen(theme().ink);
    const QRectF below(content().left(), content().bottom() - sentenceHeight() + px(kGap), content().width(),
                       sentenceHeight() - px(kGap));
    painter.drawText(below, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_sentence);
}

bool ReadyPanel::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return Card::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        for (std::size_t i = 0; i < m_rows[row].actors.size(); ++i) {
            if (!tokenBox(row, i).contains(help->pos())) continue;
            QToolTip::showText(help->globalPos(),
                               tr("%1: place %2 in %3")
                                   .arg(Words::actor(m_model.store(), m_rows[row].actors[i]))
                                   .arg(i + 1)
                                   .arg(m_rows[row].label),
                               this);
            return true;
        }
    }
    QToolTip::hideText();
    return true;
}

}  // namespace interleave::ui
