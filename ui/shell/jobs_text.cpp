#include "ui/shell/jobs_text.hpp"

#include <QRegularExpression>

#include <algorithm>

namespace interleave::ui {
namespace {

constexpr auto kColumns = static_cast<qsizetype>(JobColumn::count_);
// Keys of the other columns, as a job is typed.
constexpr const char* kKeys[] = {"name", "arrival", nullptr, "priority", "nice", "tickets", "deadline", "core"};

QString msText(Duration time) { return QString::number(milliseconds(time), 'g', 9); }

QString& cell(JobCells& cells, JobColumn column) { return cells[static_cast<qsizetype>(column)]; }

bool isNumber(const QString& text) {
    bool fine = false;
    (void)text.trimmed().split(QRegularExpression(QStringLiteral("\\s+"))).front().toDouble(&fine);
    return fine;
}

QStringList parts(const QString& line) {
    const QString separator = line.contains(QLatin1Char('\t')) ? QStringLiteral("\t")
                              : line.contains(QLatin1Char(';')) ? QStringLiteral(";")
                                                                 : QStringLiteral(",");
    QStringList cells = line.split(separator);
    for (QString& each : cells) each = each.trimmed();
    return cells;
}

JobCells rowOf(const QStringList& given) {
    JobCells cells(kColumns);
    if (given.size() == 1) {
        cell(cells, JobColumn::bursts) = given[0];
    } else if (given.size() == 2) {
        cell(cells, JobColumn::name) = given[0];
        cell(cells, JobColumn::bursts) = given[1];
    } else {
        for (qsizetype i = 0; i < std::min(given.size(), kColumns); ++i) cells[i] = given[i];
    }
    return cells;
}

}  // namespace

JobCells cellsOf(const Job& job) {
    const Job usual;
    JobCells cells(kColumns);
    cell(cells, JobColumn::name) = QString::fromStdString(job.name);
    cell(cells, JobColumn::arrival) = msText(job.arrival);
    QStringList bursts;
    for (const Duration burst : job.bursts) bursts << msText(burst);
    cell(cells, JobColumn::bursts) = bursts.join(QLatin1Char(' '));
    cell(cells, JobColumn::priority) = QString::number(job.priority);
    if (job.nice != usual.nice) cell(cells, JobColumn::nice) = QString::number(job.nice);
    if (job.tickets != usual.tickets) cell(cells, JobColumn::tickets) = QString::number(job.tickets);
    if (job.deadline) cell(cells, JobColumn::deadline) = msText(*job.deadline);
    if (job.core) cell(cells, JobColumn::core) = QString::number(*job.core);
    return cells;
}

Expected<Job> jobOf(const JobCells& cells, std::size_t place) {
    QStringList words;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const QString text = cells[i].trimmed();
        if (text.isEmpty() || i == static_cast<qsizetype>(JobColumn::bursts)) continue;
        if (text.contains(QLatin1Char(',')) || text.contains(QLatin1Char(';')) || text.contains(QLatin1Char('=')))
            return refused(Sentence("Window", "a cell of job {} holds one of , ; = : leave them out").of(place));
        words << QLatin1String(kKeys[i]) + QLatin1Char('=') + text;
    }
    const QStringList bursts = cells[static_cast<qsizetype>(JobColumn::bursts)].split(
        QRegularExpression(QStringLiteral("[\\s,;]+")), Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < bursts.size(); ++i)
        words << (i % 2 == 0 ? QStringLiteral("cpu=") : QStringLiteral("io=")) + bursts[i];
    return parseJob(words.join(QLatin1Char(',')).toStdString(), place);
}

std::vector<JobCells> pastedRows(const QString& text) {
    std::vector<JobCells> rows;
    for (const QString& line : text.split(QRegularExpression(QStringLiteral("[\\r\\n]+")), Qt::SkipEmptyParts)) {
        const QStringList given = parts(line);
        const bool heading = std::none_of(given.begin(), given.end(), isNumber);
        if (!heading) rows.push_back(rowOf(given));
    }
    return rows;
}

}  // namespace interleave::ui
