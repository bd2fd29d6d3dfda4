#include "ui/scheduling/schedule_panel.hpp"

#include <QPainter>
#include <QTimer>

#include <algorithm>

#include "ui/scheduling/result_bars.hpp"

namespace interleave::ui {
namespace {

constexpr double kTextPixels = 13;
constexpr double kGap = 10;
constexpr double kBarsHeight = 170;
constexpr double kLeastForBars = 420;      // of the card: below that the table needs the room
constexpr int kBetweenTables = 200;        // ms, while a run is live
// A table walks over every interval; a run with more than this is no exercise in scheduling.
constexpr std::uint64_t kMostEvents = 2'000'000;

}  // namespace

SchedulePanel::SchedulePanel(Model& model, QWidget* parent)
    : Card(parent), m_model(model), m_plot(new ResultBars(this)), m_soon(new QTimer(this)) {
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
    retranslate();
}

QSize SchedulePanel::sizeHint() const { return {fontPx(440), fontPx(420)}; }
QSize SchedulePanel::minimumSizeHint() const { return {fontPx(300), fontPx(180)}; }

void SchedulePanel::retranslate() {
    setTitle(tr("Schedule"));
    refreshLater();
}

void SchedulePanel::setTheme(const Theme& theme) {
    Card::setTheme(theme);
    m_plot->setLook(theme, fontPx(kTextPixels));
}

void SchedulePanel::fillBars() {
    const auto& jobs = m_view.measured.jobs;
    QStringList names;
    std::vector<ResultBars::Number> numbers{{tr("waiting"), {}}, {tr("turnaround"), {}}, {tr("response"), {}}};
    for (const JobRow& job : jobs) {
        names << QString::fromStdString(job.name);
        numbers[0].values.push_back(milliseconds(job.waiting));
        numbers[1].values.push_back(milliseconds(job.turnaround().value_or(Duration{})));
        numbers[2].values.push_back(milliseconds(job.response().value_or(Duration{})));
    }
    m_plot->show(names, numbers, QStringLiteral("ms"), false);
}

void SchedulePanel::refresh() {
    const Store& store = m_model.store();
    m_tooLong = store.totals().events > kMostEvents;
    m_view = m_tooLong ? ScheduleView{} : ScheduleRows::viewOf(store);
    m_chart = ScheduleRows::chart(store, m_view,
                                  m_view.measured.jobs.empty() ? std::nullopt : std::optional{m_model.view().cursor()});
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
    if (bars)
        m_plot->setGeometry(QRectF(area.left(), m_textBox.bottom() + px(kGap) / 2, area.width(), barsHeight).toRect());
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
        painter.drawText(
            content(), Qt::AlignCenter | Qt::TextWordWrap,
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
        painter.drawText(QPointF(m_textBox.left(), y),
                         metrics.elidedText(m_deviation, Qt::ElideRight, m_textBox.width()));
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
