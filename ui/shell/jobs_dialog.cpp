#include "ui/shell/jobs_dialog.hpp"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

#include "ui/shell/jobs_text.hpp"

namespace interleave::ui {
namespace {

constexpr int kColumns = static_cast<int>(JobColumn::count_);
constexpr int kMostMadeUp = 50;

}  // namespace

JobsDialog::JobsDialog(const QString& jobs, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Jobs"));
    resize(760, 460);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(10);
    buildTable();
    column->addWidget(buildTools());
    column->addWidget(m_table, 1);
    m_complaint = new QLabel(this);
    m_complaint->setWordWrap(true);
    m_complaint->setProperty("role", "danger");
    column->addWidget(m_complaint);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Use these jobs"));
    column->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    if (const auto known = parseJobs(jobs.toStdString())) show(*known);
    check();
}

void JobsDialog::buildTable() {
    m_table = new QTableWidget(0, kColumns, this);
    m_table->setHorizontalHeaderLabels({tr("name"), tr("arrival (ms)"), tr("CPU, I/O, CPU … (ms)"), tr("priority"),
                                        tr("nice"), tr("tickets"), tr("deadline (ms)"), tr("core")});
    m_table->horizontalHeader()->setSectionResizeMode(static_cast<int>(JobColumn::bursts), QHeaderView::Stretch);
    m_table->verticalHeader()->hide();
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setAlternatingRowColors(true);
    connect(m_table, &QTableWidget::cellChanged, this, &JobsDialog::check);
}

QWidget* JobsDialog::buildTools() {
    auto* tools = new QWidget(this);
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    const auto button = [&](const QString& text, const QString& hint, auto slot) {
        auto* made = new QPushButton(text, tools);
        made->setToolTip(hint);
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, slot);
        row->addWidget(made);
    };
    button(tr("Add"), tr("A new job below the others (Insert)"), [this] { addJob(); });
    button(tr("Delete"), tr("The selected jobs (Delete)"), [this] { deleteJobs(); });
    button(tr("Paste"), tr("Rows of a spreadsheet: name, arrival, bursts, priority … (Ctrl+V)"),
           [this] { paste(QApplication::clipboard()->text()); });
    row->addStretch(1);
    m_count = new QSpinBox(tools);
    m_count->setRange(1, kMostMadeUp);
    m_count->setValue(5);
    m_count->setAccessibleName(tr("How many jobs"));
    m_seed = new QSpinBox(tools);
    m_seed->setRange(0, 999'999);
    m_seed->setValue(1);
    m_seed->setPrefix(tr("seed "));
    m_seed->setAccessibleName(tr("Seed"));
    row->addWidget(m_count);
    row->addWidget(m_seed);
    button(tr("Make up"), tr("That many jobs by chance; the same seed gives the same jobs"),
           [this] { makeUp(m_count->value(), m_seed->value()); });
    return tools;
}

void JobsDialog::show(const std::vector<Job>& jobs) {
    const QSignalBlocker quiet(m_table);
    m_table->setRowCount(static_cast<int>(jobs.size()));
    for (int i = 0; i < m_table->rowCount(); ++i) setRow(i, cellsOf(jobs[static_cast<std::size_t>(i)]));
}

void JobsDialog::setRow(int row, const QStringList& cells) {
    for (int column = 0; column < kColumns; ++column) {
        auto* item = new QTableWidgetItem(column < cells.size() ? cells[column] : QString());
        if (column != static_cast<int>(JobColumn::name) && column != static_cast<int>(JobColumn::bursts))
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_table->setItem(row, column, item);
    }
}

QStringList JobsDialog::cellsAt(int row) const {
    QStringList cells;
    for (int column = 0; column < kColumns; ++column) {
        const QTableWidgetItem* item = m_table->item(row, column);
        cells << (item ? item->text() : QString());
    }
    return cells;
}

void JobsDialog::addJob() {
    std::set<QString> names;
    for (int i = 0; i < m_table->rowCount(); ++i) names.insert(cellsAt(i).front());
    int number = m_table->rowCount() + 1;
    while (names.contains(QStringLiteral("P%1").arg(number))) ++number;
    const int row = m_table->rowCount();
    {
        const QSignalBlocker quiet(m_table);
        m_table->insertRow(row);
        setRow(row,
               {QStringLiteral("P%1").arg(number), QStringLiteral("0"), QStringLiteral("10"), QStringLiteral("0")});
    }
    m_table->setCurrentCell(row, static_cast<int>(JobColumn::bursts));
    check();
}

void JobsDialog::deleteJobs() {
    std::set<int, std::greater<>> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows()) rows.insert(index.row());
    if (rows.empty() && m_table->currentRow() >= 0) rows.insert(m_table->currentRow());
    for (const int row : rows) m_table->removeRow(row);
    check();
}

void JobsDialog::paste(const QString& text) {
    auto rows = pastedRows(text);
    {
        const QSignalBlocker quiet(m_table);
        int at = m_table->rowCount();
        const auto selected = m_table->selectionModel()->selectedRows();
        if (!selected.isEmpty()) {
            at = selected.front().row();
            m_table->removeRow(at);
        }
        for (QStringList& cells : rows) {
            if (cells.front().isEmpty()) cells.front() = QStringLiteral("P%1").arg(at + 1);
            m_table->insertRow(at);
            setRow(at++, cells);
        }
    }
    check();
}

void JobsDialog::makeUp(int count, int seed) {
    show(randomJobs(static_cast<std::size_t>(count), static_cast<std::uint64_t>(seed)));
    check();
}

// The first thing that is wrong is said; nothing is accepted until it is put right.
void JobsDialog::check() {
    std::string complaint;
    std::vector<Job> jobs;
    for (int i = 0; i < m_table->rowCount() && complaint.empty(); ++i) {
        auto job = jobOf(cellsAt(i), static_cast<std::size_t>(i) + 1);
        if (job) jobs.push_back(std::move(*job));
        else complaint = job.error().what;
    }
    if (complaint.empty()) {
        m_text = QString::fromStdString(toText(jobs));
        if (const auto list = parseJobs(m_text.toStdString()); !list) complaint = list.error().what;
    }
    m_complaint->setText(QString::fromStdString(complaint));
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(complaint.empty());
}

void JobsDialog::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Paste)) return paste(QApplication::clipboard()->text());
    if (event->key() == Qt::Key_Insert) return addJob();
    if (event->key() == Qt::Key_Delete) return deleteJobs();
    // Return ends the editing of a cell; it must not close the dialog with it.
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_table->hasFocus()) return;
    QDialog::keyPressEvent(event);
}

}  // namespace interleave::ui
