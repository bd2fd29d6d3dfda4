#include "ui/race/interleaving_panel.hpp"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

#include "ui/live/duration_text.hpp"
#include "ui/live/words.hpp"
#include "ui/theme/tabular.hpp"
#include "ui/theme/token.hpp"

namespace interleave::ui {
namespace {

constexpr double kTextPixels = 14;
constexpr double kBracketRoom = 16;
constexpr Duration kFine = std::chrono::microseconds(1);

}  // namespace

InterleavingPanel::InterleavingPanel(Model& model, QWidget* parent) : Card(parent), m_model(model) {
    connect(&m_model, &Model::advanced, this, &InterleavingPanel::refreshLater);
    connect(&m_model, &Model::traceReplaced, this, &InterleavingPanel::refreshLater);
    connect(&m_model.view(), &ViewState::cursorChanged, this, &InterleavingPanel::refreshLater);
    retranslate();
}

QSize InterleavingPanel::sizeHint() const { return {fontPx(440), fontPx(280)}; }
QSize InterleavingPanel::minimumSizeHint() const { return {fontPx(260), fontPx(140)}; }

void InterleavingPanel::retranslate() {
    setTitle(tr("Interleaving"));
    refreshLater();
}

void InterleavingPanel::refresh() {
    m_table = Interleaving::around(m_model.store(), m_model.view().cursor(), rowsThatFit());
    setNote(m_table.variable.exists()
                ? tr("reads and writes of %1").arg(Words::object(m_model.store(), m_table.variable))
                : QString());
}

void InterleavingPanel::resizeEvent(QResizeEvent* event) {
    Card::resizeEvent(event);
    refreshLater();
}

std::size_t InterleavingPanel::rowsThatFit() const {
    return static_cast<std::size_t>(std::max(1.0, std::floor(content().height() / rowHeight()) - 1));
}

QRectF InterleavingPanel::rowBox(std::size_t row) const {
    const QRectF area = content();
    return {area.left(), area.top() + rowHeight() * static_cast<double>(row + 1), area.width(), rowHeight()};
}

double InterleavingPanel::timeWidth() const {
    const QFontMetricsF metrics(textFont(fontPx(kTextPixels)));
    return tabularWidth(metrics, timeText(m_model.store().now(), kFine)) + px(kBracketRoom + 10);
}

double InterleavingPanel::columnWidth() const {
    const auto columns = static_cast<double>(std::max<std::size_t>(1, m_table.actors.size()));
    return (content().width() - timeWidth()) / columns;
}

void InterleavingPanel::paintHead(QPainter& painter) const {
    const QRectF area = content();
    const Store& store = m_model.store();
    for (std::size_t i = 0; i < m_table.actors.size(); ++i) {
        const ActorRecord& actor = store.actor(m_table.actors[i]);
        const double left = area.left() + timeWidth() + columnWidth() * static_cast<double>(i);
        const double side = px(20);
        paintToken(painter, {left, area.top(), side, side}, actor.hue, tokenLetters(QString::fromStdString(actor.name)),
                   theme());
        painter.setFont(textFont(fontPx(kTextPixels), QFont::DemiBold));
        painter.setPen(theme().ink);
        const QRectF place(left + side + px(6), area.top(), columnWidth() - side - px(10), side);
        painter.drawText(place, Qt::AlignVCenter,
                         QFontMetricsF(painter.font())
                             .elidedText(QString::fromStdString(actor.name), Qt::ElideRight, place.width()));
    }
    painter.setPen(QPen(theme().hairline, 1));
    painter.drawLine(QPointF(area.left(), area.top() + rowHeight() - 1),
                     QPointF(area.right(), area.top() + rowHeight() - 1));
}

void InterleavingPanel::paintRow(QPainter& painter, std::size_t row) const {
    const Access& access = m_table.accesses[row];
    const QRectF box = rowBox(row);
    const bool past = m_table.now && row <= *m_table.now;
    if (m_table.now == row) painter.fillRect(box, theme().soft);
    const QFont font = textFont(fontPx(kTextPixels));
    const QFontMetricsF metrics(font);
    const double baseline = box.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    painter.setFont(font);
    painter.setPen(theme().muted);
    drawTabular(painter, {box.left() + px(kBracketRoom), baseline}, timeText(access.at, kFine));

    const auto column = std::ranges::find(m_table.actors, access.actor) - m_table.actors.begin();
    const double left = box.left() + timeWidth() + columnWidth() * static_cast<double>(column);
    const QString text =
        access.writes ? tr("writes %1").arg(countText(access.value)) : tr("reads %1").arg(countText(access.value));
    const bool danger = access.lost || access.destroys;
    painter.setFont(textFont(fontPx(kTextPixels), access.writes ? QFont::DemiBold : QFont::Normal));
    painter.setPen(!past ? theme().muted : danger ? theme().danger : theme().ink);
    const QString shown = access.lost ? tr("%1, lost", "a write whose value was overwritten").arg(text) : text;
    painter.drawText(QPointF(left, baseline),
                     QFontMetricsF(painter.font()).elidedText(shown, Qt::ElideRight, columnWidth() - px(6)));
}

// From the write that was destroyed down to the one that destroyed it.
void InterleavingPanel::paintBrackets(QPainter& painter) const {
    const Access* lost = nullptr;
    for (std::size_t row = 0; row < m_table.accesses.size(); ++row) {
        const Access& access = m_table.accesses[row];
        if (access.destroys && lost) {
            const double x = content().left() + px(4);
            const double out = content().left() + px(kBracketRoom - 4);
            const double top = rowBox(static_cast<std::size_t>(lost - m_table.accesses.data())).center().y();
            const double bottom = rowBox(row).center().y();
            painter.setPen(QPen(theme().danger, px(2), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            const QPointF corners[] = {{out, top}, {x, top}, {x, bottom}, {out, bottom}};
            painter.drawPolyline(corners, 4);
            lost = nullptr;
        }
        if (access.lost) lost = &access;
    }
}

void InterleavingPanel::paintContent(QPainter& painter) {
    if (m_table.accesses.empty()) {
        painter.setFont(textFont(fontPx(kTextPixels)));
        painter.setPen(theme().muted);
        painter.drawText(content(), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("Who reads and who writes the shared variable stands here."));
        return;
    }
    paintHead(painter);
    for (std::size_t row = 0; row < m_table.accesses.size(); ++row) paintRow(painter, row);
    paintBrackets(painter);
}

void InterleavingPanel::mousePressEvent(QMouseEvent* event) {
    for (std::size_t row = 0; row < m_table.accesses.size(); ++row) {
        if (!rowBox(row).contains(event->position())) continue;
        m_model.play(0);
        m_model.view().setFollows(false);
        m_model.view().setCursor(m_table.accesses[row].at);
        return;
    }
    Card::mousePressEvent(event);
}

}  // namespace interleave::ui
