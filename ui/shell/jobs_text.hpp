// A list of jobs as rows of a table, and rows as people paste them from a spreadsheet. Pure.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

#include "core/sched/job.hpp"

namespace interleave::ui {

// The columns of the table of jobs.
enum class JobColumn { name, arrival, bursts, priority, nice, tickets, deadline, core, count_ };
using JobCells = QStringList;  // one for each column

// Bursts as "5 3 4": CPU, I/O, CPU.
JobCells cellsOf(const Job& job);
// Refuses, in a sentence that names the job, what makes no sense; empty cells mean the usual.
Expected<Job> jobOf(const JobCells& cells, std::size_t place);

// Rows from the clipboard: cells between tabs (or ";" or ","), a heading left out. With one column: bursts; with two:
// name and bursts; with more, as the table's columns.
std::vector<JobCells> pastedRows(const QString& text);

}  // namespace interleave::ui
