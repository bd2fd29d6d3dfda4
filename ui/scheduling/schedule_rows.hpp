// A run as the textbook's table, with the textbook's own numbers beside it where the run was given jobs and a policy.
// Pure.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

#include "core/scenario/schedule_plan.hpp"
#include "core/trace/schedule_table.hpp"
#include "ui/scheduling/gantt.hpp"

namespace interleave::ui {

// What a panel shows of a run's schedule.
struct ScheduleView {
    ScheduleTable measured;
    std::optional<Schedule> textbook;   // where there is a plan; the same policy on virtual cores
    std::vector<Job> jobs;              // of the plan
};

class ScheduleRows {
    Q_DECLARE_TR_FUNCTIONS(ScheduleRows)

public:
    static ScheduleView viewOf(const Store& store);

    // Heading and rows, the averages last; numbers in ms.
    static QStringList heading(const ScheduleView& view);
    static std::vector<QStringList> rows(const ScheduleView& view);
    // What is measured, and the textbook's above it; the latter only where real cores may differ from it.
    static GanttChart chart(const Store& store, const ScheduleView& view, std::optional<TraceTime> cursor);
    // CPU use, switches, migrations, throughput, fairness, deadline misses.
    static QString summary(const ScheduleView& view);
    // How far the measured turnarounds are from the textbook's, in a sentence; empty without one.
    static QString deviation(const ScheduleView& view);
};

}  // namespace interleave::ui
