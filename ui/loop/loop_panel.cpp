#include "ui/loop/loop_panel.hpp"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "ui/live/words.hpp"
#include "ui/loop/loop_words.hpp"
#include "ui/theme/token.hpp"

namespace interleave::ui {
namespace {

constexpr double kTextPixels = 13;
constexpr double kLine = 24;
constexpr double kRow = 26;
constexpr double kSectionGap = 6;
constexpr double kToken = 20;
constexpr double kArrow = 22;
constexpr double kPad = 6;
constexpr std::size_t kMostListed = 200;  // more than fit on any screen

QString elided(const QPainter& painter, const QString& text, double width) {
    return QFontMetricsF(painter.font()).elidedText(text, Qt::ElideRight, width);
}

}  // namespace

LoopPanel::LoopPanel(Model& model, QWidget* parent) : Card(parent), m_model(model) {
    connect(&m_model, &Model::advanced, this, &LoopPanel::refreshLater);
    connect(&m_model, &Model::traceReplaced, this, [this] {
        m_history = {};
        refreshLater();
    });
    connect(&m_model.view(), &ViewState::cursorChanged, this, &LoopPanel::refreshLater);
    setFocusPolicy(Qt::StrongFocus);
    retranslate();
}

QSize LoopPanel::sizeHint() const { return {fontPx(440), fontPx(300)}; }
QSize LoopPanel::minimumSizeHint() const { return {fontPx(280), fontPx(170)}; }

void LoopPanel::retranslate() {
    setTitle(tr("The loop now"));
    setToolTip(tr("The left and right keys go from turn to turn."));
    refreshLater();
}

void LoopPanel::refresh() {
    m_history.follow(m_model.store());
    const TraceTime cursor = m_model.view().cursor();
    m_turn = m_history.turnAt(cursor);
    m_now = loopAt(m_model.store(), m_history, cursor);
    setNote(LoopWords::place(m_history, m_turn));
}

void LoopPanel::goTo(std::size_t turn) { m_model.view().setCursor(m_history.turns()[turn].begun); }

void LoopPanel::goToNextTurn() {
    m_history.follow(m_model.store());
    const auto at = m_history.turnAt(m_model.view().cursor());
    const std::size_t next = at ? *at + 1 : 0;
    if (next < m_history.turns().size()) goTo(next);
}

void LoopPanel::goToTurnBefore() {
    m_history.follow(m_model.store());
    const auto at = m_history.turnAt(m_model.view().cursor());
    if (at && *at > 0) goTo(*at - 1);
}

void LoopPanel::goToLongestTurn() {
    if (m_history.longest()) goTo(m_history.longest()->turn);
}

double LoopPanel::lineHeight() const { return px(kLine); }
double LoopPanel::rowHeight() const { return px(kRow); }

double LoopPanel::labelWidth() const {
    const QFontMetricsF metrics(textFont(fontPx(kTextPixels), QFont::DemiBold));
    double widest = 0;
    for (const QString& name : {tr("Ready"), tr("Timers"), tr("Descriptors")})
        widest = std::max(widest, metrics.horizontalAdvance(name));
    return std::min(widest + px(10), content().width() / 3);
}

QRectF LoopPanel::forwardBox() const {
    const QRectF area = content();
    const double side = px(kArrow);
    return {area.right() - side, area.top() + (lineHeight() - side) / 2, side, side};
}
QRectF LoopPanel::backBox() const { return forwardBox().translated(-px(kArrow + 4), 0); }

QRectF LoopPanel::longestBox() const {
    const QRectF area = content();
    return {area.left(), area.bottom() - lineHeight(), area.width(), lineHeight()};
}

std::vector<LoopPanel::Section> LoopPanel::sections() const {
    const Store& store = m_model.store();
    const QString nobody = m_now.isAsleep ? tr("empty: the loop sleeps") : tr("empty");
    Section ready{tr("Ready"), tr("first in, first out"), nobody, {}, true, 0};
    for (const ActorId actor : m_now.ready) ready.rows.emplace_back(actor, QString());
    Section timers{tr("Timers"), tr("by due time"), tr("none is set"), {}, false, 0};
    for (const LoopTimer& timer : m_now.timers) {
        if (timers.rows.size() == kMostListed) break;
        timers.rows.emplace_back(timer.actor, LoopWords::due(timer, m_model.view().cursor()));
    }
    timers.more = m_now.timers.size() - timers.rows.size();
    Section descriptors{tr("Descriptors"), tr("interest, ready"), tr("none is waited for"), {}, false, 0};
    for (const LoopDescriptor& each : m_now.descriptors) {
        if (descriptors.rows.size() == kMostListed) break;
        descriptors.rows.emplace_back(each.actor, QStringLiteral("%1 · %2").arg(Words::object(store, each.descriptor),
                                                                                LoopWords::descriptorState(each)));
    }
    descriptors.more = m_now.descriptors.size() - descriptors.rows.size();
    return {ready, timers, descriptors};
}

// One at least for each; what is left goes to the timers first, of which most is to be seen.
std::vector<std::size_t> LoopPanel::share(const std::vector<Section>& sections, std::size_t rows) const {
    std::vector<std::size_t> shares(sections.size(), 1);
    std::size_t left = rows > sections.size() ? rows - sections.size() : 0;
    for (bool given = true; given && left > 0;) {
        given = false;
        for (std::size_t i = 0; i < sections.size() && left > 0; ++i) {
            if (sections[i].inLine || shares[i] >= sections[i].rows.size()) continue;
            ++shares[i];
            --left;
            given = true;
        }
    }
    return shares;
}

void LoopPanel::paintArrow(QPainter& painter, const QRectF& box, bool back) const {
    const bool can = back ? m_turn && *m_turn > 0 : (m_turn ? *m_turn + 1 : 0) < m_history.turns().size();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme().hairline, 1));
    painter.setBrush(theme().soft);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), px(5), px(5));
    const double half = box.width() * 0.2;
    const double way = back ? -half : half;
    const QPointF middle = box.center();
    painter.setPen(Qt::NoPen);
    painter.setBrush(can ? theme().ink : theme().hairline);
    const QPointF up(-way, -half * 1.3), down(-way, half * 1.3);
    painter.drawPolygon(QPolygonF{middle + QPointF(way, 0), middle + up, middle + down});
}

void LoopPanel::paintFirstLine(QPainter& painter) const {
    const QRectF area = content();
    QRectF line(area.left(), area.top(), backBox().left() - px(8) - area.left(), lineHeight());
    if (m_now.running.exists()) {
        const ActorRecord& actor = m_model.store().actor(m_now.running);
        const double side = px(kToken);
        paintToken(painter, {line.left(), line.center().y() - side / 2, side, side}, actor.hue,
                   tokenLetters(QString::fromStdString(actor.name)), theme());
        line.setLeft(line.left() + side + px(8));
    }
    painter.setFont(textFont(fontPx(kTextPixels), QFont::DemiBold));
    painter.setPen(theme().ink);
    QString text = LoopWords::current(m_model.store(), m_now, m_model.view().cursor());
    if (m_turn && !m_now.isAsleep && !m_now.running.exists()) text = LoopWords::begunWith(m_history.turns()[*m_turn]);
    painter.drawText(line, Qt::AlignVCenter, elided(painter, text, line.width()));
    paintArrow(painter, backBox(), true);
    paintArrow(painter, forwardBox(), false);
}

// Its token and its name; returns how far that went.
double LoopPanel::paintActor(QPainter& painter, ActorId actor, QPointF leftMiddle, double most) const {
    const ActorRecord& record = m_model.store().actor(actor);
    const double side = px(kToken);
    const QString name = QString::fromStdString(record.name);
    paintToken(painter, {leftMiddle.x(), leftMiddle.y() - side / 2, side, side}, record.hue, tokenLetters(name),
               theme());
    const double room = most - side - px(kPad);
    if (room < px(16)) return side;
    painter.setFont(textFont(fontPx(kTextPixels), QFont::DemiBold));
    painter.setPen(theme().ink);
    const QString shown = elided(painter, name, room);
    const double width = QFontMetricsF(painter.font()).horizontalAdvance(shown);
    painter.drawText(QRectF(leftMiddle.x() + side + px(kPad), leftMiddle.y() - rowHeight() / 2, room, rowHeight()),
                     Qt::AlignVCenter, shown);
    return side + px(kPad) + width;
}

void LoopPanel::paintQueue(QPainter& painter, const Section& section, const QRectF& box) const {
    const double widest = px(110);
    double x = box.left() + px(kPad);
    for (std::size_t i = 0; i < section.rows.size(); ++i) {
        const double left = box.right() - px(kPad) - x;
        const bool isLast = i + 1 == section.rows.size();
        if (left < px(kToken) * (isLast ? 1 : 2.4)) {
            const QRectF place(x, box.center().y() - px(kToken) / 2, px(kToken), px(kToken));
            return paintCountToken(painter, place, static_cast<int>(section.rows.size() - i), i > 0, theme());
        }
        const double keep = isLast ? 0 : px(kToken) * 1.4;  // for a sign that there are more
        x += paintActor(painter, section.rows[i].first, {x, box.center().y()}, std::min(widest, left - keep)) + px(10);
    }
}

void LoopPanel::paintRows(QPainter& painter, const Section& section, const QRectF& box) const {
    const auto fit = static_cast<std::size_t>(std::max(1.0, std::round(box.height() / rowHeight())));
    const std::size_t all = section.rows.size() + section.more;
    const std::size_t shown = std::min(fit, section.rows.size());
    for (std::size_t i = 0; i < shown; ++i) {
        const double top = box.top() + static_cast<double>(i) * rowHeight();
        const QRectF row(box.left() + px(kPad), top, box.width() - 2 * px(kPad), rowHeight());
        QString right = section.rows[i].second;
        if (i + 1 == shown && all > shown) right += QStringLiteral(" · ") + tr("and %1 more").arg(all - shown);
        painter.setFont(textFont(fontPx(kTextPixels)));
        painter.setPen(theme().muted);
        right = elided(painter, right, row.width() * 0.7);
        painter.drawText(row, Qt::AlignVCenter | Qt::AlignRight, right);
        const double used = QFontMetricsF(painter.font()).horizontalAdvance(right);
        paintActor(painter, section.rows[i].first, {row.left(), row.center().y()}, row.width() - used - px(10));
    }
}

void LoopPanel::paintSection(QPainter& painter, const Section& section, const QRectF& box) const {
    const QRectF label(box.left(), box.top(), labelWidth(), rowHeight());
    painter.setFont(textFont(fontPx(kTextPixels), QFont::DemiBold));
    painter.setPen(theme().ink);
    painter.drawText(label, Qt::AlignVCenter, elided(painter, section.name, label.width()));
    if (box.height() >= rowHeight() * 1.9) {
        painter.setFont(textFont(fontPx(kTextPixels)));
        painter.setPen(theme().muted);
        painter.drawText(label.translated(0, rowHeight() * 0.75), Qt::AlignVCenter,
                         elided(painter, section.hint, label.width()));
    }
    const QRectF inside = box.adjusted(labelWidth(), 0, 0, 0);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().soft);
    painter.drawRoundedRect(inside, px(6), px(6));
    if (section.rows.empty()) {
        painter.setFont(textFont(fontPx(kTextPixels)));
        painter.setPen(theme().muted);
        return painter.drawText(inside.adjusted(px(kPad), 0, -px(kPad), 0), Qt::AlignVCenter,
                                elided(painter, section.empty, inside.width() - 2 * px(kPad)));
    }
    section.inLine ? paintQueue(painter, section, inside) : paintRows(painter, section, inside);
}

void LoopPanel::paintContent(QPainter& painter) {
    if (m_history.turns().empty()) {
        painter.setFont(textFont(fontPx(kTextPixels)));
        painter.setPen(theme().muted);
        const QString hint =
            tr("Who is ready, which timers run and what the loop waits for stands here once it turns.");
        return painter.drawText(content(), Qt::AlignCenter | Qt::TextWordWrap, hint);
    }
    paintFirstLine(painter);
    const std::vector<Section> all = sections();
    const double gaps = px(kSectionGap) * static_cast<double>(all.size() + 1);
    const double room = content().height() - 2 * lineHeight() - gaps;
    const auto rows = static_cast<std::size_t>(std::max(3.0, std::floor(room / rowHeight())));
    const std::vector<std::size_t> shares = share(all, rows);
    double y = content().top() + lineHeight() + px(kSectionGap);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const double height = static_cast<double>(shares[i]) * rowHeight();
        paintSection(painter, all[i], {content().left(), y, content().width(), height});
        y += height + px(kSectionGap);
    }
    const bool blocked = m_history.longest() && m_history.longest()->length >= LoopWords::kLong;
    painter.setFont(textFont(fontPx(kTextPixels), blocked ? QFont::DemiBold : QFont::Normal));
    painter.setPen(blocked ? theme().danger : theme().muted);
    const QRectF line = longestBox();
    painter.drawText(line, Qt::AlignVCenter,
                     elided(painter, LoopWords::longest(m_model.store(), m_history), line.width()));
}

void LoopPanel::mouseReleaseEvent(QMouseEvent* event) {
    Card::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton) return;
    if (forwardBox().contains(event->position())) goToNextTurn();
    else if (backBox().contains(event->position())) goToTurnBefore();
    else if (longestBox().contains(event->position())) goToLongestTurn();
}

void LoopPanel::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Right: return goToNextTurn();
        case Qt::Key_Left: return goToTurnBefore();
        default: Card::keyPressEvent(event);
    }
}

}  // namespace interleave::ui
