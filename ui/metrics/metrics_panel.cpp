#include "ui/metrics/metrics_panel.hpp"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

#include "ui/theme/tabular.hpp"

namespace interleave::ui {
namespace {

constexpr double kLabelPixels = 13;
constexpr double kValuePixels = 22;
constexpr double kLeastTile = 80;
constexpr double kGap = 20;

}  // namespace

MetricsPanel::MetricsPanel(Model& model, QWidget* parent) : Card(parent), m_model(model) {
    setHeaderShown(false);
    connect(&m_model, &Model::advanced, this, &MetricsPanel::refreshLater);
    connect(&m_model, &Model::traceReplaced, this, &MetricsPanel::refreshLater);
    connect(&m_model.view(), &ViewState::cursorChanged, this, &MetricsPanel::refreshLater);
    setMouseTracking(true);
    retranslate();
}

QSize MetricsPanel::sizeHint() const { return {fontPx(800), fontPx(84)}; }
QSize MetricsPanel::minimumSizeHint() const { return {fontPx(320), fontPx(76)}; }

void MetricsPanel::retranslate() {
    setTitle(tr("Numbers"));
    refreshLater();
}

void MetricsPanel::resizeEvent(QResizeEvent* event) {
    Card::resizeEvent(event);
    refreshLater();
}

std::vector<double> MetricsPanel::wantedWidths() const {
    const QFontMetricsF label(textFont(fontPx(kLabelPixels)));
    const QFontMetricsF value(textFont(fontPx(kValuePixels), QFont::Bold));
    std::vector<double> widths;
    for (const MetricTile& tile : m_tiles) {
        const double wide = std::max(label.horizontalAdvance(tile.label), tabularWidth(value, tile.value)) + px(kGap);
        // In steps, so that a number that grows by a figure does not move all that follow.
        widths.push_back(std::max(px(kLeastTile), std::ceil(wide / px(kGap)) * px(kGap)));
    }
    return widths;
}

void MetricsPanel::refresh() {
    m_tiles = MetricTiles::at(m_model.store(), m_model.view().cursor());
    m_lefts = layoutTiles(content().width() - px(8), wantedWidths());
}

void MetricsPanel::paintContent(QPainter& painter) {
    const QFont label = textFont(fontPx(kLabelPixels));
    const QFont value = textFont(fontPx(kValuePixels), QFont::Bold);
    const QFontMetricsF labelMetrics(label);
    const QFontMetricsF valueMetrics(value);
    const double gap = px(4);
    const double height = labelMetrics.height() + gap + valueMetrics.height();
    const double top = (QWidget::height() - height) / 2;
    for (std::size_t i = 0; i < m_lefts.size(); ++i) {
        const MetricTile& tile = m_tiles[i];
        const double x = content().left() + px(8) + m_lefts[i];
        painter.setFont(label);
        painter.setPen(theme().muted);
        painter.drawText(QPointF(x, top + labelMetrics.ascent()), tile.label);
        painter.setFont(value);
        painter.setPen(theme().ink);
        drawTabular(painter, {x, top + labelMetrics.height() + gap + valueMetrics.ascent()}, tile.value);
    }
}

bool MetricsPanel::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return Card::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QString text;
    const auto after = std::upper_bound(m_lefts.begin(), m_lefts.end(), help->pos().x() - content().left() - px(8));
    if (after != m_lefts.begin())
        text = QStringLiteral("<p>%1</p>")
                   .arg(m_tiles[static_cast<std::size_t>(after - m_lefts.begin() - 1)].hint.toHtmlEscaped());
    // Those without a place of their own are told here.
    for (std::size_t i = m_lefts.size(); i < m_tiles.size(); ++i)
        text += QStringLiteral("<div>%1: <b>%2</b></div>")
                    .arg(m_tiles[i].label.toHtmlEscaped(), m_tiles[i].value.toHtmlEscaped());
    text += MetricTiles::table(m_model.store(), m_model.view().cursor());
    QToolTip::showText(help->globalPos(), text, this);
    return true;
}

}  // namespace interleave::ui
