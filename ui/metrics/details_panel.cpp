#include "ui/metrics/details_panel.hpp"

#include <QPainter>

#include <algorithm>

#include "ui/live/duration_text.hpp"
#include "ui/theme/token.hpp"
#include "ui/theme/tabular.hpp"

namespace interleave::ui {
namespace {

constexpr double kTextPixels = 13;
constexpr double kTitlePixels = 17;
constexpr double kRow = 22;

}  // namespace

DetailsPanel::DetailsPanel(Model& model, QWidget* parent) : Card(parent), m_model(model) {
    connect(&m_model, &Model::advanced, this, &DetailsPanel::refreshLater);
    connect(&m_model, &Model::traceReplaced, this, &DetailsPanel::refreshLater);
    connect(&m_model.view(), &ViewState::selectionChanged, this, &DetailsPanel::refreshLater);
    retranslate();
}

QSize DetailsPanel::sizeHint() const { return {fontPx(340), fontPx(360)}; }
QSize DetailsPanel::minimumSizeHint() const { return {fontPx(220), fontPx(140)}; }

void DetailsPanel::retranslate() {
    setTitle(tr("Details"));
    refreshLater();
}

void DetailsPanel::refresh() {
    const auto& selection = m_model.view().selection();
    m_details = selection ? DetailsOf::selection(m_model.store(), *selection) : SelectionDetails{};
    setNote(m_details.empty() ? QString() : tr("at %1", "a moment").arg(timeText(selection->at)));
}

void DetailsPanel::paintContent(QPainter& painter) {
    QRectF area = content();
    if (m_details.empty()) {
        painter.setFont(textFont(fontPx(kTextPixels)));
        painter.setPen(theme().muted);
        painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap,
                         tr("Click a bar of the timeline to see what it is."));
        return;
    }
    painter.setClipRect(area);
    area.setTop(paintTitle(painter, area));
    area.setTop(paintRows(painter, area));
    paintNearby(painter, area);
}

double DetailsPanel::paintTitle(QPainter& painter, QRectF area) const {
    const double height = px(28);
    double x = area.left();
    if (m_details.hue >= 0) {
        paintToken(painter, QRectF(x, area.top(), px(24), px(24)), m_details.hue, tokenLetters(m_details.token),
                   theme());
        x += px(32);
    }
    painter.setFont(textFont(fontPx(kTitlePixels), QFont::Bold));
    painter.setPen(theme().ink);
    const QRectF line(x, area.top(), area.right() - x, px(24));
    painter.drawText(line, Qt::AlignVCenter, m_details.title);
    const double titleWidth = QFontMetricsF(painter.font()).horizontalAdvance(m_details.title);
    painter.setFont(textFont(fontPx(kTextPixels)));
    painter.setPen(theme().muted);
    painter.drawText(line.adjusted(titleWidth + px(10), 0, 0, 0), Qt::AlignVCenter, m_details.what);
    return area.top() + height + px(6);
}

double DetailsPanel::paintRows(QPainter& painter, QRectF area) const {
    const QFont label = textFont(fontPx(kTextPixels));
    const QFont value = textFont(fontPx(kTextPixels), QFont::Medium);
    const QFontMetricsF metrics(value);
    double labelWidth = 0;
    for (const DetailRow& row : m_details.rows)
        labelWidth = std::max(labelWidth, QFontMetricsF(label).horizontalAdvance(row.label));
    labelWidth = std::min(labelWidth + px(16), area.width() * 0.45);
    double y = area.top();
    for (const DetailRow& row : m_details.rows) {
        painter.setFont(label);
        painter.setPen(theme().muted);
        painter.drawText(QRectF(area.left(), y, labelWidth, px(kRow)), Qt::AlignVCenter, row.label);
        painter.setFont(value);
        painter.setPen(theme().ink);
        const QRectF room(area.left() + labelWidth, y, area.width() - labelWidth, area.bottom() - y);
        const double height = metrics.boundingRect(room, Qt::TextWordWrap, row.value).height();
        if (height <= metrics.height() * 1.5) {
            drawTabular(painter, {room.left(), y + px(kRow) / 2 + (metrics.ascent() - metrics.descent()) / 2},
                        row.value);
            y += px(kRow);
        } else {
            painter.drawText(room.adjusted(0, px(3), 0, 0), Qt::TextWordWrap, row.value);
            y += height + px(6);
        }
    }
    return y + px(8);
}

void DetailsPanel::paintNearby(QPainter& painter, QRectF area) const {
    if (m_details.nearby.empty() || area.height() < px(2 * kRow)) return;
    painter.setPen(QPen(theme().hairline, 1));
    painter.drawLine(QPointF(area.left(), area.top()), QPointF(area.right(), area.top()));
    double y = area.top() + px(6);
    painter.setFont(textFont(fontPx(kTextPixels), QFont::DemiBold));
    painter.setPen(theme().muted);
    painter.drawText(QRectF(area.left(), y, area.width(), px(kRow)), Qt::AlignVCenter, tr("About this moment"));
    y += px(kRow);

    const QFont font = textFont(fontPx(kTextPixels));
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    constexpr Duration kFine = std::chrono::microseconds(1);
    double timeWidth = 0;
    for (const NearbyEvent& event : m_details.nearby)
        timeWidth = std::max(timeWidth, tabularWidth(metrics, timeText(event.at, kFine)));
    for (const NearbyEvent& event : m_details.nearby) {
        if (y + px(kRow) > area.bottom()) break;
        const double baseline = y + px(kRow) / 2 + (metrics.ascent() - metrics.descent()) / 2;
        painter.setPen(theme().muted);
        drawTabular(painter, {area.left(), baseline}, timeText(event.at, kFine));
        painter.setPen(event.before ? theme().ink : theme().muted);
        const double x = area.left() + timeWidth + px(12);
        painter.drawText(QPointF(x, baseline), metrics.elidedText(event.text, Qt::ElideRight, area.right() - x));
        y += px(kRow);
    }
}

}  // namespace interleave::ui
