#include "ui/metrics/metrics_panel.hpp"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

#include "ui/theme/tabular.hpp"

namespace interleave::ui {
namespace {

constexpr double kLabelPixels = 13;
constexpr double kValuePixels = 22;
constexpr double kLeastTile = 92;

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

double MetricsPanel::leastWidth() const {
    const QFontMetricsF label(textFont(fontPx(kLabelPixels)));
    const QFontMetricsF value(textFont(fontPx(kValuePixels), QFont::Bold));
    double least = px(kLeastTile);
    for (const MetricTile& tile : m_tiles)
        least = std::max({least, label.horizontalAdvance(tile.label) + px(16), tabularWidth(value, tile.value) + px(16)});
    return least;
}

void MetricsPanel::refresh() {
    m_tiles = MetricTiles::at(m_model.store(), m_model.view().cursor());
    m_row = layoutTiles(content().width() - px(8), static_cast<int>(m_tiles.size()), leastWidth());
}

void MetricsPanel::paintContent(QPainter& painter) {
    const QFont label = textFont(fontPx(kLabelPixels));
    const QFont value = textFont(fontPx(kValuePixels), QFont::Bold);
    const QFontMetricsF labelMetrics(label);
    const QFontMetricsF valueMetrics(value);
    const double gap = px(4);
    const double height = labelMetrics.height() + gap + valueMetrics.height();
    const double top = (QWidget::height() - height) / 2;
    for (int i = 0; i < m_row.shown; ++i) {
        const MetricTile& tile = m_tiles[static_cast<std::size_t>(i)];
        const double x = content().left() + px(8) + i * m_row.width;
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
    const int column = m_row.width > 0 ? static_cast<int>((help->pos().x() - content().left() - px(8)) / m_row.width) : -1;
    if (column >= 0 && column < m_row.shown)
        text = QStringLiteral("<p>%1</p>").arg(m_tiles[static_cast<std::size_t>(column)].hint.toHtmlEscaped());
    // Those without a place of their own are told here.
    for (std::size_t i = static_cast<std::size_t>(m_row.shown); i < m_tiles.size(); ++i)
        text += QStringLiteral("<div>%1: <b>%2</b></div>").arg(m_tiles[i].label.toHtmlEscaped(), m_tiles[i].value.toHtmlEscaped());
    text += MetricTiles::table(m_model.store(), m_model.view().cursor());
    QToolTip::showText(help->globalPos(), text, this);
    return true;
}

}  // namespace interleave::ui
