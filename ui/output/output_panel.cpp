#include "ui/output/output_panel.hpp"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

#include "ui/live/duration_text.hpp"
#include "ui/theme/tabular.hpp"
#include "ui/theme/token.hpp"

namespace interleave::ui {
namespace {

constexpr double kTextPixels = 14;
constexpr Duration kFine = std::chrono::milliseconds(1);

}  // namespace

OutputPanel::OutputPanel(Model& model, QWidget* parent) : Card(parent), m_model(model) {
    connect(&m_model, &Model::advanced, this, &OutputPanel::refreshLater);
    connect(&m_model, &Model::traceReplaced, this, &OutputPanel::refreshLater);
    connect(&m_model.view(), &ViewState::cursorChanged, this, &OutputPanel::refreshLater);
    retranslate();
}

QSize OutputPanel::sizeHint() const { return {fontPx(440), fontPx(240)}; }
QSize OutputPanel::minimumSizeHint() const { return {fontPx(240), fontPx(100)}; }

void OutputPanel::retranslate() {
    setTitle(tr("Output"));
    refreshLater();
}

void OutputPanel::refresh() {
    const std::size_t rows = rowsThatFit();
    m_shown = PrintedLines::around(m_model.store(), m_model.view().cursor(), rows);
    m_shown.keepStatuses(std::max<std::size_t>(1, rows / 2));
    // The last rows are the statuses'.
    const std::size_t statuses = m_shown.statuses.size();
    if (statuses == 0 || m_shown.lines.size() + statuses <= rows || rows <= statuses) return;
    m_shown = PrintedLines::around(m_model.store(), m_model.view().cursor(), rows - statuses);
    m_shown.keepStatuses(statuses);
}

void OutputPanel::resizeEvent(QResizeEvent* event) {
    Card::resizeEvent(event);
    refreshLater();
}

std::size_t OutputPanel::rowsThatFit() const {
    return static_cast<std::size_t>(std::max(1.0, std::floor(content().height() / rowHeight())));
}

QRectF OutputPanel::rowBox(std::size_t row) const {
    const QRectF area = content();
    return {area.left(), area.top() + rowHeight() * static_cast<double>(row), area.width(), rowHeight()};
}

void OutputPanel::paintLine(QPainter& painter, std::size_t row) const {
    const PrintedLine& line = m_shown.lines[row];
    const QRectF box = rowBox(row);
    const bool written = row < m_shown.written;
    if (written && row + 1 == m_shown.written) painter.fillRect(box, theme().soft);
    const QFont font = textFont(fontPx(kTextPixels));
    const QFontMetricsF metrics(font);
    const double baseline = box.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    const double timeRoom = tabularWidth(metrics, timeText(m_model.store().now(), kFine));
    painter.setFont(font);
    painter.setPen(theme().muted);
    drawTabular(painter, {box.left() + px(4), baseline}, timeText(line.at, kFine));
    double left = box.left() + timeRoom + px(14);
    if (line.actor.exists()) {
        const ActorRecord& actor = m_model.store().actor(line.actor);
        const double side = px(18);
        paintToken(painter, {left, box.center().y() - side / 2, side, side}, actor.hue,
                   tokenLetters(QString::fromStdString(actor.name)), theme());
        left += side + px(8);
    }
    painter.setFont(font);
    painter.setPen(written ? theme().ink : theme().muted);
    painter.drawText(QPointF(left, baseline),
                     metrics.elidedText(line.text, Qt::ElideRight, box.right() - left - px(4)));
}

void OutputPanel::paintStatus(QPainter& painter, std::size_t number) const {
    const OverwrittenLine& status = m_shown.statuses[number];
    const QRectF area = content();
    const double below = rowHeight() * static_cast<double>(m_shown.statuses.size() - number);
    const QRectF box{area.left(), area.bottom() - below, area.width(), rowHeight()};
    const QRectF bar = box.adjusted(px(4), px(3), -px(4), -px(3));
    const double corner = px(4);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().soft);
    painter.drawRoundedRect(bar, corner, corner);
    QRectF done = bar;
    done.setWidth(bar.width() * status.percent.value_or(0) / 100);
    QPainterPath whole;
    whole.addRoundedRect(bar, corner, corner);
    painter.setClipPath(whole);
    painter.fillRect(done, theme().accent);
    painter.restore();
    const QFont font = textFont(fontPx(kTextPixels));
    const QFontMetricsF metrics(font);
    const QString text = metrics.elidedText(status.line.text, Qt::ElideMiddle, bar.width() - px(16));
    // Twice, each in the colour that reads on its part of the bar.
    painter.setFont(font);
    const QRectF within = bar.adjusted(px(8), 0, -px(8), 0);
    for (const bool onBar : {true, false}) {
        painter.save();
        painter.setClipRect(onBar ? done : QRectF(done.right(), bar.top(), bar.right() - done.right(), bar.height()));
        painter.setPen(onBar ? theme().onAccent : theme().ink);
        painter.drawText(within, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, text);
        painter.restore();
    }
}

void OutputPanel::paintContent(QPainter& painter) {
    for (std::size_t i = 0; i < m_shown.statuses.size(); ++i) paintStatus(painter, i);
    if (m_shown.lines.empty() && !m_shown.statuses.empty()) return;
    if (m_shown.lines.empty()) {
        painter.setFont(textFont(fontPx(kTextPixels)));
        painter.setPen(theme().muted);
        painter.drawText(content(), Qt::AlignCenter | Qt::TextWordWrap, tr("What the program prints stands here."));
        return;
    }
    for (std::size_t row = 0; row < m_shown.lines.size(); ++row) paintLine(painter, row);
}

void OutputPanel::mousePressEvent(QMouseEvent* event) {
    for (std::size_t row = 0; row < m_shown.lines.size(); ++row) {
        if (!rowBox(row).contains(event->position())) continue;
        m_model.play(0);
        m_model.view().setFollows(false);
        m_model.view().setCursor(m_shown.lines[row].at);
        return;
    }
    Card::mousePressEvent(event);
}

}  // namespace interleave::ui
