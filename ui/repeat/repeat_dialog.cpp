#include "ui/repeat/repeat_dialog.hpp"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "core/scenario/scenario.hpp"
#include "ui/live/result_words.hpp"
#include "ui/live/scenario_text.hpp"
#include "ui/live/words.hpp"
#include "ui/repeat/outcome_rows.hpp"

namespace interleave::ui {
namespace {

constexpr int kMostTimes = 10'000;
constexpr double kTempo = 8;            // at first: a hundred runs of some seconds each would take minutes
constexpr std::size_t kMostOutcomes = 200;
constexpr int kMostRunsListed = 500;    // of one outcome

}  // namespace

RepeatDialog::RepeatDialog(const RunRequest& request, const Theme& theme, QWidget* parent)
    : QDialog(parent), m_request(request), m_theme(theme), m_runs(new RepeatedRuns(this)) {
    setWindowTitle(tr("Run many times: %1").arg(scenarioText(request.scenario).title.shown()));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(640, 560);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(14);
    buildChoices();
    buildTree();
    connect(m_runs, &RepeatedRuns::progressed, this, &RepeatDialog::refresh);
    connect(m_runs, &RepeatedRuns::ended, this, [this] {
        refresh();
        emit about(false);
    });
    connect(m_runs, &RepeatedRuns::failed, this, [this](const QString& sentence) { m_summary->setText(sentence); });
    refresh();
}

void RepeatDialog::buildChoices() {
    m_times = new QSpinBox(this);
    m_times->setRange(2, kMostTimes);
    m_times->setValue(100);
    m_pace = new QComboBox(this);
    for (const Pace pace : findScenario(m_request.scenario)->paces)
        if (pace != Pace::step) m_pace->addItem(Words::pace(pace), static_cast<int>(pace));
    const int chosen = m_pace->findData(static_cast<int>(m_request.pace));
    m_pace->setCurrentIndex(std::max(0, chosen));
    m_tempo = new QDoubleSpinBox(this);
    m_tempo->setRange(0.1, 100);
    m_tempo->setSuffix(QStringLiteral(" ×"));
    m_tempo->setValue(kTempo);
    m_start = new QPushButton(this);
    m_start->setProperty("role", "primary");
    m_start->setDefault(true);
    connect(m_start, &QPushButton::clicked, this, &RepeatDialog::startOrCancel);

    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    const auto add = [&](const QString& text, QWidget* field) {
        auto* label = new QLabel(text, this);
        label->setProperty("role", "muted");
        label->setBuddy(field);
        row->addWidget(label);
        row->addWidget(field);
    };
    add(tr("runs"), m_times);
    add(tr("pace"), m_pace);
    add(tr("tempo"), m_tempo);
    row->addStretch(1);
    row->addWidget(m_start);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

void RepeatDialog::buildTree() {
    m_progress = new QProgressBar(this);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(8);
    m_summary = new QLabel(this);
    m_summary->setWordWrap(true);
    m_tree = new QTreeWidget(this);
    m_tree->setColumnCount(2);
    m_tree->setHeaderHidden(true);  // what the columns are is plain from what stands in them
    m_tree->setItemDelegate(new OutcomeRows(m_theme, m_tree));
    m_tree->setRootIsDecorated(true);
    m_tree->setUniformRowHeights(true);
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->resizeSection(0, 300);
    m_tree->setAccessibleName(tr("What came out, how often, and the runs"));
    m_tree->setToolTip(tr("Double-click a run, or press Enter, to open it in the window."));
    connect(m_tree, &QTreeWidget::itemActivated, this, &RepeatDialog::open);
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->addWidget(m_progress);
    column->addWidget(m_summary);
    column->addWidget(m_tree, 1);
}

void RepeatDialog::setTimes(int times) { m_times->setValue(times); }

void RepeatDialog::startOrCancel() {
    if (m_runs->isRunning()) return m_runs->cancel();
    RunRequest request = m_request;
    request.pace = static_cast<Pace>(m_pace->currentData().toInt());
    request.tempo = m_tempo->value();
    emit about(true);
    m_runs->start(request, m_times->value());
    refresh();
}

void RepeatDialog::refresh() {
    const bool running = m_runs->isRunning();
    const bool going = running || m_runs->done() < m_runs->wanted();
    m_start->setText(running ? tr("Cancel") : tr("Start"));
    for (QWidget* field :
         {static_cast<QWidget*>(m_times), static_cast<QWidget*>(m_pace), static_cast<QWidget*>(m_tempo)})
        field->setEnabled(!running);
    m_progress->setRange(0, std::max(1, static_cast<int>(m_runs->wanted())));
    m_progress->setValue(static_cast<int>(m_runs->done()));
    if (m_runs->wanted() == 0)
        m_summary->setText(
            tr("The same program again and again, each time with the next seed. What comes out is counted."));
    else
        m_summary->setText(going ? tr("%1 of %2 runs are over.").arg(m_runs->done()).arg(m_runs->wanted())
                                 : tr("All %1 runs are over.").arg(m_runs->wanted()));
    fillTree();
}

void RepeatDialog::fillTree() {
    m_tree->clear();
    for (const auto& [pace, series] : m_runs->series()) {
        const Outcomes& outcomes = series.outcomes;
        auto* head = new QTreeWidgetItem(m_tree);
        head->setText(0, Words::pace(pace));
        head->setText(1, tr("went wrong in %1 of %2").arg(outcomes.wrong()).arg(outcomes.runs()));
        head->setFlags(Qt::ItemIsEnabled);
        QFont bold = head->font(0);
        bold.setBold(true);
        head->setFont(0, bold);
        addSeries(series, head);
        head->setExpanded(true);
    }
}

void RepeatDialog::addSeries(const RepeatedRuns::Series& series, QTreeWidgetItem* under) {
    const auto sorted = series.outcomes.byCount();
    for (std::size_t i = 0; i < std::min(sorted.size(), kMostOutcomes); ++i) {
        const Outcome& outcome = sorted[i];
        const double share = double(outcome.count()) / std::max(1U, series.outcomes.runs());
        auto* row = new QTreeWidgetItem(under);
        row->setText(0, outcomeText(outcome));
        row->setToolTip(0, row->text(0));
        row->setText(1, QStringLiteral("%1  %2 %").arg(outcome.count()).arg(share * 100, 0, 'f', 0));
        row->setData(1, kShareRole, share);
        row->setData(1, kWrongRole, outcome.wrong);
        for (const std::uint32_t run : outcome.runs) {
            if (row->childCount() == kMostRunsListed) break;
            auto* leaf = new QTreeWidgetItem(row);
            leaf->setText(0, tr("run %1, seed %2").arg(run + 1).arg(series.request.seed + run));
            leaf->setData(0, kPaceRole, static_cast<int>(series.request.pace));
            leaf->setData(0, kRunRole, run);
        }
    }
}

QString RepeatDialog::outcomeText(const Outcome& outcome) const {
    const ScenarioText& text = scenarioText(m_request.scenario);
    QStringList parts;
    if (outcome.ended != Ended::finished) parts << Words::ended(outcome.ended);
    for (const auto& [name, value] : outcome.results)
        parts << text.resultLabel(QString::fromStdString(name)) + QLatin1Char(' ') + resultText(value);
    return parts.isEmpty() ? Words::ended(outcome.ended) : parts.join(QStringLiteral(" · "));
}

// Of an outcome the first run.
void RepeatDialog::open(QTreeWidgetItem* item) {
    while (!item->data(0, kRunRole).isValid() && item->childCount() > 0 && item->parent() != nullptr)
        item = item->child(0);
    if (!item->data(0, kRunRole).isValid()) return;
    emit openRequested(
        m_runs->fileOf(static_cast<Pace>(item->data(0, kPaceRole).toInt()), item->data(0, kRunRole).toUInt()));
}

}  // namespace interleave::ui
