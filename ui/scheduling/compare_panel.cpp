#include "ui/scheduling/compare_panel.hpp"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

#include "ui/scheduling/result_curve.hpp"

namespace interleave::ui {
namespace {

constexpr double kTextPixels = 14;
constexpr double kLine = 24;
constexpr double kGap = 12;
constexpr double kPlotTextPixels = 13;
constexpr double kCurveShare = 0.42;       // of the height
constexpr double kLeastForCurve = 320;     // of the card: below that the runs need the room

QString millisecondsText(double ms) {
    return ms < 0 ? QStringLiteral("–") : QString::number(ms, 'g', 4) + QStringLiteral(" ms");
}

QString differenceText(const ComparedJob& job) {
    if (job.turnarounds[0] <= 0 || job.turnarounds[1] < 0) return QStringLiteral("–");
    const double percent = (job.turnarounds[1] / job.turnarounds[0] - 1) * 100;
    return (percent < 0 ? QString(QChar(0x2212)) : QStringLiteral("+")) + QString::number(std::abs(percent), 'f', 1) +
           QStringLiteral(" %");
}

}  // namespace

ComparePanel::ComparePanel(Model& model, QWidget* parent)
    : Card(parent), m_model(model), m_plot(new ResultCurve(this)) {
    m_plot->hide();
    connect(&m_model, &Model::finishedChanged, this, &ComparePanel::forget);
    connect(&m_model, &Model::scenarioChanged, this, &ComparePanel::forget);
    connect(&m_model, &Model::traceReplaced, this, qOverload<>(&ComparePanel::update));
    setFocusPolicy(Qt::StrongFocus);
    retranslate();
}

QSize ComparePanel::sizeHint() const { return {fontPx(440), fontPx(420)}; }
QSize ComparePanel::minimumSizeHint() const { return {fontPx(300), fontPx(180)}; }

void ComparePanel::retranslate() {
    setTitle(tr("Compare"));
    setToolTip(tr("Click a run to see its timeline; click two names to see those two alone, job by job."));
    refreshLater();
}

// Other runs: what was chosen among the old ones means nothing any more.
void ComparePanel::forget() {
    m_marked.reset();
    m_pair.reset();
    m_current = 0;
    refreshLater();
}

void ComparePanel::refresh() {
    const Runs& all = m_model.finished();
    m_runs = all;
    m_jobs.clear();
    if (m_pair) {
        m_runs = {all[m_pair->first], all[m_pair->second]};
        m_jobs = Comparison::jobsOf(*m_runs[0], *m_runs[1]);
    }
    m_comparison = Comparison::of(m_runs);
    if (m_pair) {  // each keeps the name that it has among all
        m_comparison.runs[0].name = Comparison::nameOf(all, m_pair->first);
        m_comparison.runs[1].name = Comparison::nameOf(all, m_pair->second);
    }
    m_current = std::min(m_current, m_runs.empty() ? 0 : m_runs.size() - 1);
    m_curve = m_pair ? ComparedCurve{} : ComparedCurve::of(m_runs);
    layOut();
    m_plot->show(m_curve);
    explain();
}

// Of charts only where there is room for them.
void ComparePanel::explain() {
    const std::size_t all = m_model.finished().size();
    const QString count = m_pair ? tr("2 of %1 runs, Esc shows all").arg(all) : tr("%1 runs").arg(all);
    const bool charts = !placeComparison(chartBox(), m_comparison, textScale()).charts.isEmpty();
    const QString legend = m_comparison.legend(charts);
    setNote(all == 0 ? QString() : legend.isEmpty() ? count : legend + QString::fromUtf8("   ·   ") + count);
}

std::size_t ComparePanel::indexOf(std::size_t row) const {
    if (!m_pair) return row;
    return row == 0 ? m_pair->first : m_pair->second;
}

std::optional<std::size_t> ComparePanel::shownRow() const {
    const auto isShown = [this](const auto& run) { return run.get() == &m_model.store(); };
    const auto found = std::ranges::find_if(m_runs, isShown);
    return found == m_runs.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - m_runs.begin()));
}

void ComparePanel::choose(int row) {
    const std::size_t index = indexOf(static_cast<std::size_t>(row));
    if (m_pair || index >= m_model.finished().size()) return;
    if (m_marked == index) {
        m_marked.reset();
    } else if (m_marked) {
        m_pair = std::minmax(*m_marked, index);
        m_marked.reset();
        m_current = 0;
    } else {
        m_marked = index;
    }
    refreshLater();
}

void ComparePanel::showAll() { forget(); }

void ComparePanel::setTheme(const Theme& theme) {
    Card::setTheme(theme);
    m_plot->setLook(theme, fontPx(kPlotTextPixels));
}

void ComparePanel::setTextScale(double scale) {
    Card::setTextScale(scale);
    m_plot->setLook(theme(), fontPx(kPlotTextPixels));
}

void ComparePanel::resizeEvent(QResizeEvent* event) {
    Card::resizeEvent(event);
    layOut();
    explain();
}

void ComparePanel::layOut() {
    const QRectF box = curveBox();
    m_plot->setVisible(!box.isEmpty());
    if (!box.isEmpty()) m_plot->setGeometry(box.toRect());
}

QRectF ComparePanel::curveBox() const {
    const QRectF area = content();
    if (m_curve.empty() || area.height() < px(kLeastForCurve)) return {};
    const double height = area.height() * kCurveShare;
    return {area.left(), area.bottom() - height, area.width(), height};
}

QRectF ComparePanel::chartBox() const {
    const QRectF area = content();
    if (const QRectF curve = curveBox(); !curve.isEmpty()) return area.adjusted(0, 0, 0, -curve.height() - px(kGap));
    if (m_jobs.empty()) return area;
    const double table = px(kLine) * static_cast<double>(m_jobs.size() + 1) + px(kGap);
    const double charts =
        std::max(area.height() * 0.45, std::min(area.height() - table, comparisonHeight(m_runs.size(), textScale())));
    return {area.left(), area.top(), area.width(), charts};
}

void ComparePanel::paintContent(QPainter& painter) {
    if (m_runs.empty()) {
        painter.setFont(textFont(fontPx(kTextPixels)));
        painter.setPen(theme().muted);
        painter.drawText(content(), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("Runs stand here below each other once they are over."));
        return;
    }
    ComparisonMarks marks;
    if (m_marked) marks.chosen = {*m_marked};
    if (hasFocus()) marks.current = m_current;
    marks.shown = shownRow();
    paintComparison(painter, chartBox(), m_comparison, theme(), textScale(), marks);
    if (!m_jobs.empty()) paintJobs(painter, content().adjusted(0, chartBox().height() + px(kGap), 0, 0));
}

void ComparePanel::paintJobs(QPainter& painter, const QRectF& area) const {
    const double column = area.width() / 4;
    const double line = px(kLine);
    const auto paintLine = [&](double top, const QStringList& cells) {
        for (qsizetype i = 0; i < cells.size(); ++i)
            painter.drawText(QRectF(area.left() + column * static_cast<double>(i), top, column, line),
                             Qt::AlignVCenter | (i == 0 ? Qt::AlignLeft : Qt::AlignRight), cells[i]);
    };
    painter.setFont(textFont(fontPx(kTextPixels)));
    painter.setPen(theme().muted);
    paintLine(area.top(),
              {tr("turnaround of"), m_comparison.runs[0].name, m_comparison.runs[1].name, tr("difference")});
    painter.setPen(QPen(theme().hairline, 1));
    painter.drawLine(QPointF(area.left(), area.top() + line), QPointF(area.right(), area.top() + line));
    painter.setPen(theme().ink);
    double top = area.top() + line;
    for (const ComparedJob& job : m_jobs) {
        if (top + line > area.bottom() + 1) break;
        paintLine(top, {job.name, millisecondsText(job.turnarounds[0]), millisecondsText(job.turnarounds[1]),
                        differenceText(job)});
        top += line;
    }
}

void ComparePanel::mouseReleaseEvent(QMouseEvent* event) {
    Card::mouseReleaseEvent(event);
    const ComparisonPlaces places = placeComparison(chartBox(), m_comparison, textScale());
    const auto row = places.rowAt(event->position(), m_runs.size());
    if (!row || event->button() != Qt::LeftButton) return;
    m_current = *row;
    if (event->position().x() < places.names.right()) choose(static_cast<int>(*row));
    else emit runChosen(static_cast<int>(indexOf(*row)));
    update();
}

void ComparePanel::keyPressEvent(QKeyEvent* event) {
    const std::size_t last = m_runs.empty() ? 0 : m_runs.size() - 1;
    switch (event->key()) {
        case Qt::Key_Up: m_current = m_current == 0 ? 0 : m_current - 1; break;
        case Qt::Key_Down: m_current = std::min(m_current + 1, last); break;
        case Qt::Key_Space: choose(static_cast<int>(m_current)); break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (!m_runs.empty()) emit runChosen(static_cast<int>(indexOf(m_current)));
            break;
        case Qt::Key_Escape:
            if (m_pair || m_marked) {
                showAll();
                break;
            }
            [[fallthrough]];
        default: return Card::keyPressEvent(event);
    }
    update();
}

void ComparePanel::focusInEvent(QFocusEvent* event) {
    Card::focusInEvent(event);
    update();
}

void ComparePanel::focusOutEvent(QFocusEvent* event) {
    Card::focusOutEvent(event);
    update();
}

}  // namespace interleave::ui
