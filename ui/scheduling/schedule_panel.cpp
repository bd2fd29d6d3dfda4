#include "ui/scheduling/schedule_panel.hpp"

#include <QPainter>
#include <QTimer>

#include <algorithm>

#include <qcustomplot.h>

namespace interleave::ui {
namespace {

constexpr double kTextPixels = 13;
constexpr double kGap = 10;
constexpr double kBarsHeight = 170;
constexpr double kLeastForBars = 420;      // of the card: below that the table needs the room
constexpr int kBetweenTables = 200;        // ms, while a run is live
// A table walks over every interval; a run with more than this is no exercise in scheduling.
constexpr std::uint64_t kMostEvents = 2'000'000;
constexpr double kBarShare = 0.26;         // of the room of one job

}  // namespace

SchedulePanel::SchedulePanel(Model& model, QWidget* parent) : Card(parent), m_model(model), m_soon(new QTimer(this)) {
    m_soon->setSingleShot(true);
    m_soon->setInterval(kBetweenTables);
    connect(m_soon, &QTimer::timeout, this, &SchedulePanel::refreshLater);
    connect(&m_model, &Model::advanced, this, [this] {
        if (!m_model.isLive()) refreshLater();
        else if (!m_soon->isActive() && isVisible()) m_soon->start();
    });
    connect(&m_model, &Model::traceReplaced, this, &SchedulePanel::refreshLater);
    connect(&m_model, &Model::liveChanged, this, &SchedulePanel::refreshLater);
    connect(&m_model.view(), &ViewState::cursorChanged, this, [this] {
        m_chart.cursor = milliseconds(m_model.view().cursor() - TraceTime{} - m_view.measured.origin);
        update();
    });
    buildBars();
    retranslate();
}

QSize SchedulePanel::sizeHint() const { return {fontPx(440), fontPx(420)}; }
QSize SchedulePanel::minimumSizeHint() const { return {fontPx(300), fontPx(180)}; }

void SchedulePanel::retranslate() {
    setTitle(tr("Schedule"));
    m_bars[0]->setName(tr("waiting"));
    m_bars[1]->setName(tr("turnaround"));
    m_bars[2]->setName(tr("response"));
    refreshLater();
}

void SchedulePanel::setTheme(const Theme& theme) {
    Card::setTheme(theme);
    styleBars();
}

void SchedulePanel::buildBars() {
    m_plot = new QCustomPlot(this);
    m_plot->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto* group = new QCPBarsGroup(m_plot);
    group->setSpacingType(QCPBarsGroup::stAbsolute);
    group->setSpacing(1);
    for (QCPBars*& bars : m_bars) {
        bars = new QCPBars(m_plot->xAxis, m_plot->yAxis);
        bars->setWidth(kBarShare);
        bars->setBarsGroup(group);
    }
    m_plot->legend->setVisible(true);
    m_plot->legend->setFillOrder(QCPLegend::foColumnsFirst);
    auto* above = new QCPLayoutGrid;
    m_plot->plotLayout()->insertRow(0);
    m_plot->plotLayout()->addElement(0, 0, above);
    above->addElement(0, 0, m_plot->legend);
    m_plot->plotLayout()->setRowStretchFactor(0, 0.001);
    m_plot->axisRect()->setMinimumMargins(QMargins(0, 4, 4, 0));
    m_plot->yAxis->setLabel(QStringLiteral("ms"));
    m_plot->xAxis->grid()->setVisible(false);
    styleBars();
}

void SchedulePanel::styleBars() {
    if (!m_plot) return;
    const Theme& t = theme();
    const QColor colours[] = {t.state(StateClass::ready), t.accent, t.state(StateClass::running)};
    const Qt::BrushStyle patterns[] = {Qt::BDiagPattern, Qt::SolidPattern, Qt::Dense4Pattern};
    for (int i = 0; i < 3; ++i) {
        m_bars[i]->setPen(QPen(colours[i], 1));
        m_bars[i]->setBrush(QBrush(colours[i], patterns[i]));
    }
    const QFont font = textFont(fontPx(kTextPixels));
    m_plot->setBackground(QBrush(t.panel));
    m_plot->legend->setFont(font);
    m_plot->legend->setTextColor(t.ink);
    m_plot->legend->setBrush(Qt::NoBrush);
    m_plot->legend->setBorderPen(Qt::NoPen);
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setTickLabelFont(font);
        axis->setLabelFont(font);
        axis->setTickLabelColor(t.muted);
        axis->setLabelColor(t.muted);
        axis->setBasePen(QPen(t.hairline));
        axis->setTickPen(QPen(t.hairline));
        axis->setSubTickPen(Qt::NoPen);
    }
    m_plot->yAxis->grid()->setPen(QPen(t.hairline, 1));
    m_plot->yAxis->grid()->setZeroLinePen(QPen(t.hairline, 1));
    drawBars();
}

void SchedulePanel::fillBars() {
    constexpr std::size_t kMostNamed = 24;
    QVector<double> keys;
    QVector<double> values[3];
    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    double highest = 0;
    const auto& jobs = m_view.measured.jobs;
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        keys << static_cast<double>(i);
        values[0] << milliseconds(jobs[i].waiting);
        values[1] << milliseconds(jobs[i].turnaround().value_or(Duration{}));
        values[2] << milliseconds(jobs[i].response().value_or(Duration{}));
        for (const auto& each : values) highest = std::max(highest, each.back());
        if (jobs.size() <= kMostNamed) ticker->addTick(static_cast<double>(i), QString::fromStdString(jobs[i].name));
    }
    for (int i = 0; i < 3; ++i) m_bars[i]->setData(keys, values[i], true);
    m_plot->xAxis->setTicker(ticker);
    m_plot->xAxis->setRange(-0.6, static_cast<double>(jobs.size()) - 0.4);
    m_plot->yAxis->setRange(0, highest > 0 ? highest * 1.08 : 1);
    drawBars();
}

// A plot without room has nothing to paint on.
void SchedulePanel::drawBars() {
    if (m_plot->isVisibleTo(this) && !m_plot->size().isEmpty()) m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void SchedulePanel::refresh() {
    const Store& store = m_model.store();
    m_tooLong = store.totals().events > kMostEvents;
    m_view = m_tooLong ? ScheduleView{} : ScheduleRows::viewOf(store);
    m_chart = ScheduleRows::chart(store, m_view, m_view.measured.jobs.empty() ? std::nullopt : std::optional{m_model.view().cursor()});
    m_heading = ScheduleRows::heading(m_view);
    m_rows = m_view.measured.jobs.empty() ? std::vector<QStringList>{} : ScheduleRows::rows(m_view);
    m_summary = m_view.measured.jobs.empty() ? QString() : ScheduleRows::summary(m_view);
    m_deviation = ScheduleRows::deviation(m_view);
    layOut();
    fillBars();
}

double SchedulePanel::lineHeight() const { return QFontMetricsF(textFont(fontPx(kTextPixels))).lineSpacing() + px(4); }

void SchedulePanel::layOut() {
    const QRectF area = content();
    const double chart = std::min(ganttHeight(m_chart.strips.size(), textScale()), area.height() * 0.45);
    m_chartBox = {area.left(), area.top(), area.width(), m_chart.strips.empty() ? 0 : chart};
    const double text = lineHeight() * (m_deviation.isEmpty() ? 1 : 2);
    m_textBox = {area.left(), m_chartBox.bottom() + px(kGap) / 2, area.width(), m_rows.empty() ? 0 : text};
    const double table = lineHeight() * static_cast<double>(m_rows.size() + 1);
    const double left = area.bottom() - m_textBox.bottom() - px(kGap);
    const bool bars = !m_rows.empty() && area.height() >= px(kLeastForBars) && left - table > px(kBarsHeight) * 0.6;
    const double barsHeight = bars ? std::min(left - table, px(kBarsHeight) * 1.6) : 0;
    m_plot->setVisible(bars);
    if (bars) m_plot->setGeometry(QRectF(area.left(), m_textBox.bottom() + px(kGap) / 2, area.width(), barsHeight).toRect());
    m_tableBox = {area.left(), m_textBox.bottom() + px(kGap) + barsHeight, area.width(), left - barsHeight};
}

void SchedulePanel::resizeEvent(QResizeEvent* event) {
    Card::resizeEvent(event);
    layOut();
}

void SchedulePanel::paintContent(QPainter& painter) {
    painter.setFont(textFont(fontPx(kTextPixels)));
    painter.setPen(theme().muted);
    if (m_rows.empty()) {
        painter.drawText(content(), Qt::AlignCenter | Qt::TextWordWrap,
                         m_tooLong ? tr("This run is too long for a table of jobs.") : tr("The jobs of a run stand here."));
        return;
    }
    paintGantt(painter, m_chartBox, m_chart, theme(), textScale());
    painter.setFont(textFont(fontPx(kTextPixels)));
    const QFontMetricsF metrics(painter.font());
    double y = m_textBox.top() + metrics.ascent();
    painter.setPen(theme().muted);
    painter.drawText(QPointF(m_textBox.left(), y), metrics.elidedText(m_summary, Qt::ElideRight, m_textBox.width()));
    y += lineHeight();
    painter.setPen(theme().ink);
    if (!m_deviation.isEmpty())
        painter.drawText(QPointF(m_textBox.left(), y), metrics.elidedText(m_deviation, Qt::ElideRight, m_textBox.width()));
    paintTable(painter, m_tableBox);
}

// All that fit beside each other; what the person gave, arrival and CPU time, is the first to be left out.
std::vector<qsizetype> SchedulePanel::columnsFor(double width) const {
    constexpr qsizetype kArrival = 1;
    constexpr qsizetype kCpu = 2;
    const QFontMetricsF metrics(textFont(fontPx(kTextPixels)));
    std::vector<qsizetype> columns;
    double widest = 0;
    for (qsizetype i = 0; i < m_heading.size(); ++i) {
        columns.push_back(i);
        widest = std::max(widest, metrics.horizontalAdvance(m_heading[i]) + px(kGap));
    }
    for (const qsizetype input : {kCpu, kArrival}) {
        if (widest * (static_cast<double>(columns.size()) + 0.3) <= width) break;
        std::erase(columns, input);
    }
    return columns;
}

void SchedulePanel::paintTable(QPainter& painter, const QRectF& area) const {
    const double line = lineHeight();
    const std::vector<qsizetype> columns = columnsFor(area.width());
    const auto count = static_cast<double>(columns.size());
    const double first = area.width() * 1.3 / (count + 0.3);
    const double wide = (area.width() - first) / (count - 1);
    const QFont plain = textFont(fontPx(kTextPixels));
    const QFont strong = textFont(fontPx(kTextPixels), QFont::DemiBold);
    const QFontMetricsF metrics(plain);
    const auto paintLine = [&](const QStringList& cells, double top) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const double left = i == 0 ? area.left() : area.left() + first + wide * static_cast<double>(i - 1);
            const QRectF box(left, top, i == 0 ? first : wide, line);
            const QString text = metrics.elidedText(cells[columns[i]], Qt::ElideRight, box.width());
            painter.drawText(box, Qt::AlignVCenter | (i == 0 ? Qt::AlignLeft : Qt::AlignRight), text);
        }
    };
    painter.setFont(plain);
    painter.setPen(theme().muted);
    paintLine(m_heading, area.top());
    painter.setPen(QPen(theme().hairline, 1));
    painter.drawLine(QPointF(area.left(), area.top() + line), QPointF(area.right(), area.top() + line));
    // The averages stand last, and are never the ones cut off.
    const auto room = static_cast<std::size_t>(std::max(2.0, area.height() / line)) - 1;
    const std::size_t shown = std::min(m_rows.size() - 1, room > 1 ? room - 1 : 1);
    for (std::size_t i = 0; i < shown; ++i) {
        painter.setPen(theme().ink);
        paintLine(m_rows[i], area.top() + line * static_cast<double>(i + 1));
    }
    painter.setFont(strong);
    painter.setPen(theme().ink);
    paintLine(m_rows.back(), area.top() + line * static_cast<double>(shown + 1));
}

}  // namespace interleave::ui
