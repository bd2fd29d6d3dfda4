#include "ui/bankers/bankers_panel.hpp"

#include <QPainter>

#include <algorithm>
#include <cmath>

#include "ui/live/bank_words.hpp"
#include "ui/live/words.hpp"
#include "ui/theme/token.hpp"

namespace interleave::ui {
namespace {

constexpr double kTextPixels = 13;
constexpr double kToken = 18;
constexpr double kNarrowestCell = 15;
constexpr double kWidestCell = 30;
constexpr double kBlockGap = 12;
constexpr double kHighestRow = 26;
constexpr double kLowestRow = 17;
constexpr double kHead = 34;
constexpr double kVerdict = 34;   // two lines
constexpr double kOrder = 24;

QString elided(const QPainter& painter, const QString& text, double width) {
    return QFontMetricsF(painter.font()).elidedText(text, Qt::ElideRight, width);
}

}  // namespace

BankersPanel::BankersPanel(Model& model, QWidget* parent) : Card(parent), m_model(model) {
    connect(&m_model, &Model::advanced, this, &BankersPanel::refreshLater);
    connect(&m_model, &Model::traceReplaced, this, &BankersPanel::refreshLater);
    connect(&m_model.view(), &ViewState::cursorChanged, this, &BankersPanel::refreshLater);
    retranslate();
}

QSize BankersPanel::sizeHint() const { return {fontPx(440), fontPx(280)}; }
QSize BankersPanel::minimumSizeHint() const { return {fontPx(280), fontPx(200)}; }

void BankersPanel::retranslate() {
    setTitle(tr("Banker"));
    refreshLater();
}

void BankersPanel::refresh() { m_view = BankView::at(m_model.store(), m_model.view().cursor()); }

// Heads, rows, what is available, what was answered, the order: below each other.
double BankersPanel::headHeight() const { return px(showsTables() ? kHead : 4); }
double BankersPanel::footHeight() const { return px(kVerdict + kOrder); }

double BankersPanel::rowHeight() const {
    const double room = content().height() - headHeight() - footHeight();
    return std::clamp(room / static_cast<double>(m_view.rows.size() + 1), px(kLowestRow), px(kHighestRow));
}

double BankersPanel::nameWidth() const {
    const QFontMetricsF metrics(textFont(fontPx(kTextPixels), QFont::DemiBold));
    double widest = metrics.horizontalAdvance(tr("available"));
    for (const BankRow& row : m_view.rows)
        widest = std::max(widest, px(kToken + 5) + metrics.horizontalAdvance(Words::actor(m_model.store(), row.actor)));
    return std::min(widest, content().width() / 4) + px(8);
}

double BankersPanel::cellWidth() const {
    const double room = content().width() - nameWidth() - (kBlocks - 1) * px(kBlockGap);
    return std::min(px(kWidestCell),
                    room / static_cast<double>(kBlocks * std::max<std::size_t>(1, m_view.kinds.size())));
}

bool BankersPanel::showsTables() const { return cellWidth() >= px(kNarrowestCell); }

double BankersPanel::blockLeft(int block) const {
    const double blockWidth = cellWidth() * static_cast<double>(m_view.kinds.size());
    return content().left() + nameWidth() + block * (blockWidth + px(kBlockGap));
}

std::pair<std::size_t, std::size_t> BankersPanel::shownRows() const {
    const double room = content().height() - headHeight() - footHeight() - rowHeight();
    const auto fit = static_cast<std::size_t>(std::max(1.0, std::floor(room / rowHeight() + 0.01)));
    if (fit >= m_view.rows.size()) return {0, m_view.rows.size()};
    const std::size_t middle = m_view.asking.value_or(0);
    const std::size_t first = std::min(middle > fit / 2 ? middle - fit / 2 : 0, m_view.rows.size() - fit);
    return {first, first + fit};
}

QRectF BankersPanel::rowBox(std::size_t place) const {
    const QRectF area = content();
    return {area.left(), area.top() + headHeight() + rowHeight() * static_cast<double>(place), area.width(),
            rowHeight()};
}

QColor BankersPanel::verdictColor(const BankRow& row) const {
    if (row.answer == BankAnswer::granted) return theme().accent;
    return row.waits || row.answer == BankAnswer::beyondClaim ? theme().danger : theme().ink;
}

void BankersPanel::paintHeads(QPainter& painter) const {
    const QString names[kBlocks] = {tr("allocated"), tr("maximum"), tr("need"), tr("request")};
    const double blockWidth = cellWidth() * static_cast<double>(m_view.kinds.size());
    const double line = headHeight() / 2;
    for (int block = 0; block < kBlocks; ++block) {
        painter.setFont(textFont(fontPx(kTextPixels), QFont::DemiBold));
        painter.setPen(theme().ink);
        const QRectF over(blockLeft(block) - px(kBlockGap) / 2, content().top(), blockWidth + px(kBlockGap), line);
        painter.drawText(over, Qt::AlignCenter, elided(painter, names[block], over.width()));
        painter.setFont(textFont(fontPx(kTextPixels)));
        painter.setPen(theme().muted);
        for (std::size_t kind = 0; kind < m_view.kinds.size(); ++kind) {
            const QRectF cell(blockLeft(block) + cellWidth() * static_cast<double>(kind), content().top() + line,
                              cellWidth(), line);
            painter.drawText(cell, Qt::AlignCenter,
                             elided(painter, QString::fromStdString(m_view.kinds[kind]), cell.width()));
        }
    }
}

void BankersPanel::paintName(QPainter& painter, const BankRow& row, const QRectF& box) const {
    const ActorRecord& actor = m_model.store().actor(row.actor);
    const double side = std::min(px(kToken), box.height() - px(2));
    const QString name = Words::actor(m_model.store(), row.actor);
    paintToken(painter, {box.left() + px(2), box.center().y() - side / 2, side, side}, actor.hue, tokenLetters(name),
               theme());
    painter.setFont(textFont(fontPx(kTextPixels), QFont::DemiBold));
    painter.setPen(row.ended ? theme().muted : theme().ink);
    const QRectF place(box.left() + side + px(7), box.top(), nameWidth() - side - px(9), box.height());
    painter.drawText(place, Qt::AlignVCenter, elided(painter, name, place.width()));
}

void BankersPanel::paintUnits(QPainter& painter, const std::vector<Units>& units, int block, const QRectF& box) const {
    const QPen pen = painter.pen();
    for (std::size_t kind = 0; kind < units.size(); ++kind) {
        painter.setPen(units[kind] == 0 ? QPen(theme().muted) : pen);
        const QRectF cell(blockLeft(block) + cellWidth() * static_cast<double>(kind), box.top(), cellWidth(),
                          box.height());
        painter.drawText(cell, Qt::AlignCenter, QString::number(units[kind]));
    }
    painter.setPen(pen);
}

// For banks with more kinds than a table has room for.
void BankersPanel::paintInWords(QPainter& painter, const BankRow& row, const QRectF& box) const {
    QStringList parts{tr("has %1").arg(BankWords::units(m_view, row.allocated)),
                      tr("may need %1").arg(BankWords::units(m_view, row.need))};
    if (row.waits) parts << tr("waits for %1").arg(BankWords::units(m_view, row.request));
    painter.setFont(textFont(fontPx(kTextPixels)));
    painter.setPen(row.waits ? theme().danger : row.ended ? theme().muted : theme().ink);
    const QRectF place = box.adjusted(nameWidth(), 0, 0, 0);
    painter.drawText(place, Qt::AlignVCenter, elided(painter, parts.join(QStringLiteral(" · ")), place.width()));
}

void BankersPanel::paintRow(QPainter& painter, std::size_t index, const QRectF& box) const {
    const BankRow& row = m_view.rows[index];
    if (m_view.asking == index) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().soft);
        painter.drawRoundedRect(box, px(4), px(4));
        painter.setBrush(verdictColor(row));
        painter.drawRect(QRectF(box.left() - px(5), box.top() + px(2), px(3), box.height() - px(4)));
    }
    paintName(painter, row, box);
    if (!showsTables()) return paintInWords(painter, row, box);
    painter.setFont(textFont(fontPx(kTextPixels)));
    painter.setPen(row.ended ? theme().muted : theme().ink);
    paintUnits(painter, row.allocated, kAllocated, box);
    painter.setPen(theme().muted);
    paintUnits(painter, row.maximum, kMaximum, box);
    painter.setPen(row.ended ? theme().muted : theme().ink);
    paintUnits(painter, row.need, kNeed, box);
    if (row.request.empty()) return;
    painter.setFont(textFont(fontPx(kTextPixels), QFont::Bold));
    painter.setPen(verdictColor(row));
    paintUnits(painter, row.request, kRequest, box);
}

void BankersPanel::paintAvailable(QPainter& painter, const QRectF& box) const {
    painter.setPen(QPen(theme().hairline, 1));
    painter.drawLine(box.topLeft(), box.topRight());
    painter.setFont(textFont(fontPx(kTextPixels), QFont::DemiBold));
    painter.setPen(theme().ink);
    const QRectF name(box.left() + px(2), box.top(), nameWidth(), box.height());
    painter.drawText(name, Qt::AlignVCenter, elided(painter, tr("available"), name.width()));
    if (!showsTables()) {
        const QRectF place = box.adjusted(nameWidth(), 0, 0, 0);
        painter.drawText(place, Qt::AlignVCenter,
                         elided(painter, BankWords::units(m_view, m_view.available), place.width()));
        return;
    }
    painter.setFont(textFont(fontPx(kTextPixels), QFont::Bold));
    paintUnits(painter, m_view.available, kAllocated, box);
    painter.setFont(textFont(fontPx(kTextPixels)));
    painter.setPen(theme().muted);
    QStringList totals;
    for (std::size_t kind = 0; kind < m_view.kinds.size(); ++kind)
        totals << QStringLiteral("%1 %2").arg(m_view.total[kind]).arg(QString::fromStdString(m_view.kinds[kind]));
    const QRectF rest(blockLeft(kMaximum), box.top(), box.right() - blockLeft(kMaximum), box.height());
    const QString all = tr("of %1", "all units of a bank: 10 A, 5 B").arg(totals.join(QStringLiteral(", ")));
    painter.drawText(rest, Qt::AlignVCenter, elided(painter, all, rest.width()));
}

void BankersPanel::paintVerdict(QPainter& painter, const QRectF& box) const {
    if (!m_view.asking) return;
    const BankRow& row = m_view.rows[*m_view.asking];
    painter.setFont(textFont(fontPx(kTextPixels)));
    painter.setPen(verdictColor(row));
    painter.drawText(box, Qt::AlignVCenter | Qt::TextWordWrap, BankWords::verdict(m_model.store(), m_view, row));
}

void BankersPanel::paintOrder(QPainter& painter, const QRectF& box) const {
    if (m_view.isSafe && m_view.order.empty()) return;  // all have ended
    painter.setFont(textFont(fontPx(kTextPixels), QFont::DemiBold));
    painter.setPen(m_view.isSafe ? theme().ink : theme().danger);
    const QString label = m_view.isSafe ? tr("safe order") : tr("Unsafe: no order in which all could be served.");
    painter.drawText(box, Qt::AlignVCenter, elided(painter, label, box.width()));
    if (!m_view.isSafe) return;
    const double side = std::min(px(kToken + 4), box.height());
    const double gap = px(16);
    double x = box.left() + QFontMetricsF(painter.font()).horizontalAdvance(label) + px(10);
    for (std::size_t place = 0; place < m_view.order.size(); ++place) {
        const QRectF token(x, box.center().y() - side / 2, side, side);
        const std::size_t left = m_view.order.size() - place;
        if (left > 1 && token.right() + gap + side > box.right())
            return paintCountToken(painter, token, static_cast<int>(left), true, theme());
        const ActorRecord& actor = m_model.store().actor(m_view.rows[m_view.order[place]].actor);
        paintToken(painter, token, actor.hue, tokenLetters(QString::fromStdString(actor.name)), theme());
        x += side + gap;
        if (left == 1) return;
        painter.setFont(textFont(fontPx(kTextPixels)));
        painter.setPen(theme().muted);
        painter.drawText(QRectF(token.right(), box.top(), gap, box.height()), Qt::AlignCenter, QStringLiteral("→"));
    }
}

void BankersPanel::paintContent(QPainter& painter) {
    if (!m_view.bank.exists()) {
        painter.setFont(textFont(fontPx(kTextPixels)));
        painter.setPen(theme().muted);
        painter.drawText(content(), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("What the bank has lent, and to whom, stands here."));
        return;
    }
    if (showsTables()) paintHeads(painter);
    const auto [first, last] = shownRows();
    for (std::size_t row = first; row < last; ++row) paintRow(painter, row, rowBox(row - first));
    const QRectF available = rowBox(last - first);
    paintAvailable(painter, available);
    const QRectF area = content();
    paintVerdict(painter, {area.left(), available.bottom(), area.width(), px(kVerdict)});
    paintOrder(painter, {area.left(), available.bottom() + px(kVerdict), area.width(), px(kOrder)});
}

}  // namespace interleave::ui
