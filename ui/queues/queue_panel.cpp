#include "ui/queues/queue_panel.hpp"

#include <QPainter>

#include <algorithm>
#include <cmath>

#include "ui/live/words.hpp"
#include "ui/theme/token.hpp"

namespace interleave::ui {
namespace {

constexpr double kTextPixels = 13;
constexpr double kLine = 22;
constexpr double kPipe = 26;
constexpr double kRowGap = 12;
constexpr double kSide = 56;       // at either end, for those who wait there
constexpr double kToken = 20;
constexpr double kNarrowestCell = 24;
constexpr double kCellMargin = 8;
constexpr double kMostStretch = 2.2;

QString elided(const QPainter& painter, const QString& text, double width) {
    return QFontMetricsF(painter.font()).elidedText(text, Qt::ElideRight, width);
}

}  // namespace

QueuePanel::QueuePanel(Model& model, QWidget* parent) : Card(parent), m_model(model) {
    connect(&m_model, &Model::advanced, this, &QueuePanel::refreshLater);
    connect(&m_model, &Model::traceReplaced, this, [this] {
        m_view.reset();
        refreshLater();
    });
    connect(&m_model.view(), &ViewState::cursorChanged, this, &QueuePanel::refreshLater);
    retranslate();
}

QSize QueuePanel::sizeHint() const { return {fontPx(440), fontPx(240)}; }
QSize QueuePanel::minimumSizeHint() const { return {fontPx(260), fontPx(110)}; }

void QueuePanel::retranslate() {
    setTitle(tr("Queues"));
    refreshLater();
}

void QueuePanel::refresh() { m_rows = m_view.at(m_model.store(), m_model.view().cursor()); }

QString QueuePanel::orderWords(QueueOrder order) const {
    switch (order) {
        case QueueOrder::fifo: return tr("oldest first");
        case QueueOrder::lifo: return tr("newest first");
        case QueueOrder::priority: break;
    }
    return tr("smallest first");
}

QString QueuePanel::levelWords(const QueueRow& row) const {
    return row.capacity > 0 ? tr("%1 of %2", "items in a queue, its capacity").arg(row.level).arg(row.capacity)
                            : tr("%1, no limit", "items in a queue").arg(row.level);
}

QString QueuePanel::waitWords(const QueueRow& row) const {
    const auto namesOf = [this](const std::vector<ActorId>& actors) {
        QStringList names;
        for (const ActorId each : actors) names << Words::actor(m_model.store(), each);
        return Words::list(names);
    };
    if (!row.putters.empty()) return tr("waiting for a place: %1").arg(namesOf(row.putters));
    return row.getters.empty() ? QString() : tr("waiting for an item: %1").arg(namesOf(row.getters));
}

// On a wall, where the queue is all that stands there, it takes the room that there is.
double QueuePanel::stretch() const {
    if (!isOnAWall() || m_rows.empty()) return 1;
    const QRectF area = content();
    double most = (area.height() / static_cast<double>(m_rows.size()) - px(kLine + kRowGap)) / px(kPipe);
    for (const QueueRow& row : m_rows) {
        if (row.capacity == 0) continue;
        most = std::min(most,
                        (area.width() - 2 * px(kSide + 6)) / (cellWidth(row, 1) * static_cast<double>(row.capacity)));
    }
    return std::clamp(most, 1.0, kMostStretch);
}

double QueuePanel::cellWidth(const QueueRow& row, double stretch) const {
    const QFontMetricsF metrics(textFont(fontPx(kTextPixels), QFont::DemiBold));
    double widest = px(kNarrowestCell) - px(kCellMargin);
    for (const std::int64_t item : row.next)
        widest = std::max(widest, metrics.horizontalAdvance(QString::number(item)));
    return (widest + px(kCellMargin)) * stretch;
}

void QueuePanel::paintHead(QPainter& painter, const QueueRow& row, const QRectF& box) const {
    painter.setFont(textFont(fontPx(kTextPixels), QFont::DemiBold));
    painter.setPen(theme().ink);
    const QString name = elided(painter, Words::object(m_model.store(), row.queue), box.width() / 2);
    painter.drawText(box, Qt::AlignVCenter, name);
    const double used = QFontMetricsF(painter.font()).horizontalAdvance(name) + px(10);
    painter.setFont(textFont(fontPx(kTextPixels)));
    painter.setPen(theme().muted);
    QStringList parts{levelWords(row), orderWords(row.order)};
    if (const QString waits = waitWords(row); !waits.isEmpty()) parts << waits;
    const QRectF rest = box.adjusted(used, 0, 0, 0);
    painter.drawText(rest, Qt::AlignVCenter, elided(painter, parts.join(QStringLiteral(" · ")), rest.width()));
}

QRectF QueuePanel::pipeOf(const QueueRow& row, const QRectF& room) const {
    const double needed = cellWidth(row, m_stretch) * static_cast<double>(row.capacity);
    return row.capacity == 0 || needed > room.width() ? room : room.adjusted(room.width() - needed, 0, 0, 0);
}

void QueuePanel::paintWaiting(QPainter& painter, const std::vector<ActorId>& actors, const QRectF& box,
                              Qt::AlignmentFlag end) const {
    const double side = std::min(px(kToken) * m_stretch, box.width()), step = side + px(4);
    const auto fit = static_cast<std::size_t>(std::max(1.0, std::floor((box.width() + px(4)) / step)));
    const std::size_t shown = actors.size() <= fit ? actors.size() : fit - 1;
    const auto tokens = static_cast<double>(std::min(actors.size(), fit));
    double x = end == Qt::AlignRight ? box.right() - tokens * step + px(4) : box.left();
    for (std::size_t i = 0; i < shown; ++i, x += step) {
        const ActorRecord& actor = m_model.store().actor(actors[i]);
        const QString letters = tokenLetters(Words::actor(m_model.store(), actors[i]));
        paintToken(painter, {x, box.center().y() - side / 2, side, side}, actor.hue, letters, theme());
    }
    const QRectF place(x, box.center().y() - side / 2, side, side);
    if (shown < actors.size())
        paintCountToken(painter, place, static_cast<int>(actors.size() - shown), shown > 0, theme());
}

void QueuePanel::paintCell(QPainter& painter, const QueueCell& cell, const QRectF& box) const {
    const bool isItem = cell.kind == QueueCell::Kind::item;
    const QRectF inner = box.adjusted(px(1), px(3), -px(1), -px(3));
    const bool isWhole = isItem || cell.kind == QueueCell::Kind::place;
    painter.setPen(QPen(isItem ? theme().ink : theme().muted, 1, isWhole ? Qt::SolidLine : Qt::DotLine));
    painter.setBrush(isItem ? QBrush(theme().panel) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(inner, px(4), px(4));
    painter.setFont(textFont(fontPx(kTextPixels * std::min(m_stretch, 1.5)), isItem ? QFont::DemiBold : QFont::Normal));
    painter.setPen(isItem ? theme().ink : theme().muted);
    if (isItem) painter.drawText(inner, Qt::AlignCenter, QString::number(cell.value));
    if (cell.kind == QueueCell::Kind::more)
        painter.drawText(inner, Qt::AlignCenter, QStringLiteral("+%1").arg(cell.value));
    if (cell.kind == QueueCell::Kind::open) painter.drawText(inner, Qt::AlignCenter, QStringLiteral("…"));
}

void QueuePanel::paintCells(QPainter& painter, const QueueRow& row, const QRectF& box) const {
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().soft);
    painter.drawRoundedRect(box, px(5), px(5));
    // One that has room for less than a few is drawn no wider.
    const double width = std::min(cellWidth(row, m_stretch), row.capacity == 1 ? box.width() : box.width() / 2);
    const auto room = static_cast<std::size_t>(std::max(2.0, std::floor(box.width() / width + 0.01)));
    const std::vector<QueueCell> cells = cellsOf(row, room);
    double x = box.right() - width * static_cast<double>(cells.size());
    for (const QueueCell& cell : cells) {
        // What says how many more there are may be wider than an item.
        const bool first = &cell == &cells.front();
        const double left = first && cell.kind == QueueCell::Kind::more ? std::max(box.left(), x - width) : x;
        paintCell(painter, cell, {left, box.top(), x + width - left, box.height()});
        x += width;
    }
}

void QueuePanel::paintRow(QPainter& painter, const QueueRow& row, const QRectF& box) const {
    paintHead(painter, row, {box.left(), box.top(), box.width(), px(kLine)});
    const double side = px(kSide), gap = px(6);
    const double top = box.top() + px(kLine);
    const QRectF pipe =
        pipeOf(row, {box.left() + side + gap, top, box.width() - 2 * (side + gap), px(kPipe) * m_stretch});
    paintCells(painter, row, pipe);
    paintWaiting(painter, row.putters, {pipe.left() - gap - side, top, side, pipe.height()}, Qt::AlignRight);
    paintWaiting(painter, row.getters, {pipe.right() + gap, top, side, pipe.height()}, Qt::AlignLeft);
}

void QueuePanel::paintContent(QPainter& painter) {
    const QRectF area = content();
    painter.setFont(textFont(fontPx(kTextPixels)));
    painter.setPen(theme().muted);
    if (m_rows.empty()) {
        const QString hint = tr("What lies in the queues, and who waits at which end, stands here.");
        return painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap, hint);
    }
    m_stretch = stretch();
    const double height = px(kLine + kPipe * m_stretch + kRowGap);
    const auto fitInto = [height](double room) {
        return static_cast<std::size_t>(std::max(1.0, std::floor(room / height)));
    };
    std::size_t shown = std::min(fitInto(area.height() + px(kRowGap)), m_rows.size());
    if (shown < m_rows.size()) shown = fitInto(area.height() - px(kLine));  // a line says how many more there are
    for (std::size_t i = 0; i < shown; ++i)
        paintRow(painter, m_rows[i], {area.left(), area.top() + height * static_cast<double>(i), area.width(), height});
    if (shown == m_rows.size()) return;
    const QRectF rest(area.left(), area.top() + height * static_cast<double>(shown), area.width(), px(kLine));
    painter.setFont(textFont(fontPx(kTextPixels)));
    painter.setPen(theme().muted);
    painter.drawText(rest, Qt::AlignVCenter, tr("and %n more", "queues", static_cast<int>(m_rows.size() - shown)));
}

}  // namespace interleave::ui
