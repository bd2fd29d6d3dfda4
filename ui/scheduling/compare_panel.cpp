#include "ui/scheduling/compare_panel.hpp"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

#include "ui/scheduling/result_bars.hpp"

namespace interleave::ui {
namespace {

constexpr double kTextPixels = 13;
constexpr double kGap = 10;
constexpr double kLeastBars = 150;

}  // namespace

ComparePanel::ComparePanel(Model& model, QWidget* parent) : Card(parent), m_model(model), m_bars(new ResultBars(this)) {
    connect(&m_model, &Model::finishedChanged, this, &ComparePanel::refreshLater);
    connect(&m_model, &Model::scenarioChanged, this, &ComparePanel::refreshLater);
    retranslate();
}

QSize ComparePanel::sizeHint() const { return {fontPx(440), fontPx(420)}; }
QSize ComparePanel::minimumSizeHint() const { return {fontPx(300), fontPx(180)}; }

void ComparePanel::retranslate() {
    setTitle(tr("Compare"));
    refreshLater();
}

void ComparePanel::setTheme(const Theme& theme) {
    Card::setTheme(theme);
    m_bars->setLook(theme, fontPx(kTextPixels));
}

void ComparePanel::refresh() {
    const Runs& runs = m_model.finished();
    m_chart = Comparison::chart(runs, m_runOfStrip);
    m_numbers = Comparison::numbers(runs, ResultBars::kMost);
    setNote(runs.empty() ? QString() : tr("%1 runs").arg(runs.size()));
    layOut();
    fillBars();
}

void ComparePanel::fillBars() {
    const Runs& runs = m_model.finished();
    QStringList names;
    for (std::size_t i = 0; i < runs.size(); ++i) names << Comparison::nameOf(runs, i);
    std::vector<ResultBars::Number> numbers;
    for (const ComparedNumber& number : m_numbers) numbers.push_back({number.label, number.values});
    m_bars->show(names, numbers, {}, needsPowersOfTen(m_numbers));
}

void ComparePanel::layOut() {
    const QRectF area = content();
    const double wanted = ganttHeight(m_chart.strips.size(), textScale());
    const double bars = m_numbers.empty() ? 0 : std::max(px(kLeastBars), area.height() - wanted - px(kGap));
    m_chartBox = {area.left(), area.top(), area.width(), std::min(wanted, area.height() - bars - (bars > 0 ? px(kGap) : 0))};
    m_bars->setVisible(bars > 0);
    if (bars > 0) m_bars->setGeometry(QRectF(area.left(), area.bottom() - bars, area.width(), bars).toRect());
}

void ComparePanel::resizeEvent(QResizeEvent* event) {
    Card::resizeEvent(event);
    layOut();
}

void ComparePanel::paintContent(QPainter& painter) {
    if (!m_model.finished().empty()) return paintGantt(painter, m_chartBox, m_chart, theme(), textScale());
    painter.setFont(textFont(fontPx(kTextPixels)));
    painter.setPen(theme().muted);
    painter.drawText(content(), Qt::AlignCenter | Qt::TextWordWrap, tr("Runs stand here below each other once they are over."));
}

void ComparePanel::mouseReleaseEvent(QMouseEvent* event) {
    Card::mouseReleaseEvent(event);
    const auto strip = ganttStripAt(m_chartBox, m_chart, event->position(), textScale());
    if (strip && *strip < m_runOfStrip.size()) emit runChosen(static_cast<int>(m_runOfStrip[*strip]));
}

}  // namespace interleave::ui
