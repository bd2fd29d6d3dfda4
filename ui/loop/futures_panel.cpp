#include "ui/loop/futures_panel.hpp"

#include <QPainter>

#include <algorithm>
#include <cmath>

#include "ui/live/words.hpp"
#include "ui/theme/token.hpp"

namespace interleave::ui {
namespace {

constexpr double kTextPixels = 13;
constexpr double kPillHeight = 28;
constexpr double kToken = 20;
constexpr double kGap = 5;
constexpr double kRow = 25;
constexpr double kPad = 6;
constexpr FutureState kEnds[] = {FutureState::done, FutureState::cancelled, FutureState::failed};

}  // namespace

FuturesPanel::FuturesPanel(Model& model, QWidget* parent) : Card(parent), m_model(model) {
    connect(&m_model, &Model::advanced, this, &FuturesPanel::refreshLater);
    connect(&m_model, &Model::traceReplaced, this, &FuturesPanel::refreshLater);
    connect(&m_model.view(), &ViewState::cursorChanged, this, &FuturesPanel::refreshLater);
    retranslate();
}

QSize FuturesPanel::sizeHint() const { return {fontPx(440), fontPx(200)}; }
QSize FuturesPanel::minimumSizeHint() const { return {fontPx(280), fontPx(130)}; }

void FuturesPanel::retranslate() {
    setTitle(tr("Future states"));
    refreshLater();
}

void FuturesPanel::refresh() { m_states = futuresAt(m_model.store(), m_model.view().cursor()); }

QString FuturesPanel::nameOf(FutureState state) const {
    switch (state) {
        case FutureState::pending: return tr("pending");
        case FutureState::running: return tr("running");
        case FutureState::done: return tr("done");
        case FutureState::cancelled: return tr("cancelled");
        case FutureState::failed: break;
    }
    return tr("failed");
}

QColor FuturesPanel::colorOf(FutureState state) const {
    switch (state) {
        case FutureState::pending:
        case FutureState::running: return theme().state(StateClass::ready);
        case FutureState::done: return theme().muted;
        case FutureState::cancelled: return theme().state(StateClass::waitingQueue);
        case FutureState::failed: break;
    }
    return theme().danger;
}

// Pending at the left, half-way up; the three ends in a column right of the middle.
QRectF FuturesPanel::pillOf(FutureState state) const {
    const QRectF area = content();
    const QFontMetricsF metrics(textFont(fontPx(kTextPixels), QFont::DemiBold));
    double widest = 0;
    for (const FutureState each :
         {FutureState::pending, FutureState::done, FutureState::cancelled, FutureState::failed})
        widest = std::max(widest, metrics.horizontalAdvance(nameOf(each)));
    const double width = std::min(widest + px(24), area.width() / 3);
    const double height = std::min(px(kPillHeight), area.height() / 3 - px(2));
    if (state == FutureState::pending || state == FutureState::running)
        return {area.left(), area.top() + area.height() / 6 - height / 2, width, height};
    const auto row = static_cast<double>(state) - static_cast<double>(FutureState::done);
    const double step = area.height() / 3;
    const double left = area.left() + std::max(width + px(40), area.width() * 0.42);
    return {left, area.top() + row * step + (step - height) / 2, width, height};
}

// Those that are pending stand below their pill, the others beside theirs.
QRectF FuturesPanel::tokensOf(FutureState state) const {
    const QRectF area = content();
    const QRectF pill = pillOf(state);
    if (state == FutureState::pending || state == FutureState::running) {
        const double right = pillOf(FutureState::done).left() - px(24);
        const double top = pill.bottom() + px(kPad);
        return {pill.left(), top, std::max(right, pill.right()) - pill.left(), area.bottom() - top};
    }
    const double step = area.height() / 3;
    return {pill.right() + px(8), pill.center().y() - step / 2, area.right() - pill.right() - px(8), step};
}

void FuturesPanel::paintPill(QPainter& painter, FutureState state) const {
    const QRectF box = pillOf(state).adjusted(1, 1, -1, -1);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colorOf(state), px(2)));
    painter.setBrush(theme().panel);
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
    painter.setFont(textFont(fontPx(kTextPixels), QFont::DemiBold));
    painter.setPen(theme().ink);
    painter.drawText(box, Qt::AlignCenter,
                     QFontMetricsF(painter.font()).elidedText(nameOf(state), Qt::ElideRight, box.width()));
}

void FuturesPanel::paintArrow(QPainter& painter, FutureState to) const {
    const QRectF from = pillOf(FutureState::pending), target = pillOf(to);
    const QPointF start(from.right() + px(2), from.center().y());
    const QPointF end(target.left() - px(2), target.center().y());
    const QPointF way = end - start;
    const double length = std::hypot(way.x(), way.y());
    if (length < 1) return;
    const QPointF direction = way / length;
    const QPointF side(-direction.y(), direction.x());
    const double head = px(8);
    painter.setPen(QPen(theme().muted, px(1.4)));
    painter.drawLine(start, end - direction * head);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().muted);
    painter.drawPolygon(
        QPolygonF{end, end - direction * head + side * head * 0.5, end - direction * head - side * head * 0.5});
}

double FuturesPanel::widthOf(const FutureRow& row) const {
    if (row.task.exists()) return px(kToken);
    const QFontMetricsF metrics(textFont(fontPx(kTextPixels)));
    return std::min(metrics.horizontalAdvance(Words::object(m_model.store(), row.future)) + px(10), px(90));
}

double FuturesPanel::paintOne(QPainter& painter, const FutureRow& row, QPointF topLeft) const {
    const double side = px(kToken);
    const double width = widthOf(row);
    const QRectF box(topLeft.x(), topLeft.y() + (px(kRow) - side) / 2, width, side);
    if (row.task.exists()) {
        const ActorRecord& actor = m_model.store().actor(row.task);
        paintToken(painter, box, actor.hue, tokenLetters(QString::fromStdString(actor.name)), theme());
        const auto& running = m_states.of(FutureState::running);
        if (std::ranges::find(running, row) != running.end()) {
            painter.setPen(QPen(theme().state(StateClass::running), px(2)));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(box.adjusted(-px(2), -px(2), px(2), px(2)));
        }
        return width;
    }
    painter.setPen(QPen(theme().hairline, 1));
    painter.setBrush(theme().soft);
    painter.drawRoundedRect(box, px(4), px(4));
    painter.setFont(textFont(fontPx(kTextPixels)));
    painter.setPen(theme().ink);
    const QString name = Words::object(m_model.store(), row.future);
    painter.drawText(box, Qt::AlignCenter,
                     QFontMetricsF(painter.font()).elidedText(name, Qt::ElideRight, width - px(6)));
    return width;
}

// In lines; a sign says how many more there are than have room.
void FuturesPanel::paintTokens(QPainter& painter, const std::vector<FutureRow>& rows, const QRectF& box) const {
    const auto lines = std::max(1.0, std::floor(box.height() / px(kRow)));
    const bool isColumn = box.height() > px(kRow) * 1.9;
    double y = isColumn ? box.top() : box.center().y() - px(kRow) / 2;
    double x = box.left();
    double line = 1;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const double width = widthOf(rows[i]);
        const bool isLast = i + 1 == rows.size();
        const double keep = line < lines || isLast ? 0 : px(kToken + kGap);
        if (x + width + keep > box.right() && x > box.left()) {
            if (line >= lines) {
                const QRectF place(x, y + (px(kRow) - px(kToken)) / 2, px(kToken), px(kToken));
                return paintCountToken(painter, place, static_cast<int>(rows.size() - i), true, theme());
            }
            ++line;
            y += px(kRow);
            x = box.left();
        }
        x += paintOne(painter, rows[i], {x, y}) + px(kGap);
    }
}

void FuturesPanel::paintContent(QPainter& painter) {
    painter.setRenderHint(QPainter::Antialiasing);
    for (const FutureState end : kEnds) paintArrow(painter, end);
    paintPill(painter, FutureState::pending);
    for (const FutureState end : kEnds) {
        paintPill(painter, end);
        paintTokens(painter, m_states.of(end), tokensOf(end));
    }
    std::vector<FutureRow> pending = m_states.of(FutureState::running);
    const auto& others = m_states.of(FutureState::pending);
    pending.insert(pending.end(), others.begin(), others.end());
    paintTokens(painter, pending, tokensOf(FutureState::pending));
}

}  // namespace interleave::ui
