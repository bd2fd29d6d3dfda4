#include "ui/scheduling/schedule_rows.hpp"

#include <algorithm>
#include <cmath>

namespace interleave::ui {
namespace {

QString number(double ms) { return QString::number(ms, 'f', ms >= 100 ? 0 : ms >= 10 ? 1 : 2); }

QString number(const std::optional<Duration>& time) { return time ? number(milliseconds(*time)) : QStringLiteral("–"); }

// Its textbook's times, found by name: actors and jobs are both in the order of the list.
const JobTimes* timesOf(const ScheduleView& view, const std::string& name) {
    if (!view.textbook) return nullptr;
    for (std::size_t i = 0; i < view.jobs.size(); ++i) {
        if (view.jobs[i].name == name) return &view.textbook->jobs[i];
    }
    return nullptr;
}

std::optional<double> difference(const ScheduleView& view, const JobRow& row) {
    const JobTimes* times = timesOf(view, row.name);
    if (!times || !row.completion || times->turnaround().count() == 0) return std::nullopt;
    return milliseconds(*row.turnaround()) / milliseconds(times->turnaround()) - 1;
}

QString percent(double share) {
    constexpr double kNothing = 0.0005;
    if (std::abs(share) < kNothing) return QStringLiteral("0 %");
    return QString(share > 0 ? QLatin1Char('+') : QChar(0x2212)) + QString::number(std::abs(share) * 100, 'f', 1) +
           QStringLiteral(" %");
}

bool isVirtual(const Store& store) { return store.facts().runtime == RuntimeKind::virtualTime; }

}  // namespace

ScheduleView ScheduleRows::viewOf(const Store& store) {
    ScheduleView view;
    view.measured = scheduleTableOf(store);
    if (isVirtual(store)) return view;  // it is the textbook's
    // On as many cores as the run had: a scenario may use fewer than there are.
    const std::uint32_t cores = view.measured.cores > 0 ? view.measured.cores : store.facts().cores;
    if (auto plan = schedulePlan(store.facts().params, cores, store.facts().seed)) {
        if (auto textbook = simulate(plan->jobs, plan->policy, plan->machine)) view.textbook = std::move(*textbook);
        view.jobs = std::move(plan->jobs);
    }
    return view;
}

QStringList ScheduleRows::heading(const ScheduleView& view) {
    QStringList heading{tr("job"), tr("arrival"), tr("CPU"), tr("response"), tr("turnaround"), tr("waiting")};
    if (view.textbook) heading << tr("textbook") << tr("difference");
    return heading;
}

std::vector<QStringList> ScheduleRows::rows(const ScheduleView& view) {
    std::vector<QStringList> rows;
    for (const JobRow& job : view.measured.jobs) {
        QStringList cells{QString::fromStdString(job.name), number(milliseconds(job.arrival)),
                          number(milliseconds(job.cpu)),    number(job.response()),
                          number(job.turnaround()),         number(milliseconds(job.waiting))};
        if (view.textbook) {
            const JobTimes* times = timesOf(view, job.name);
            const auto off = difference(view, job);
            cells << (times ? number(milliseconds(times->turnaround())) : QStringLiteral("–"))
                  << (off ? percent(*off) : QStringLiteral("–"));
        }
        rows.push_back(std::move(cells));
    }
    QStringList averages{tr("average"),
                         {},
                         {},
                         number(view.measured.averageResponseMs()),
                         number(view.measured.averageTurnaroundMs()),
                         number(view.measured.averageWaitingMs())};
    if (view.textbook) averages << number(view.textbook->averageTurnaroundMs()) << QString();
    rows.push_back(std::move(averages));
    return rows;
}

GanttChart ScheduleRows::chart(const Store& store, const ScheduleView& view, std::optional<TraceTime> cursor) {
    GanttChart chart;
    const auto hueOf = [&](const std::string& name) {
        const auto& actors = store.actors();
        const auto found = std::ranges::find(actors, name, &ActorRecord::name);
        return found == actors.end() ? 0 : int{found->hue};
    };
    if (view.textbook) {
        std::vector<GanttStrip> strips(view.measured.cores);
        for (const ScheduleSlice& slice : view.textbook->slices) {
            if (slice.core >= strips.size()) strips.resize(slice.core + 1);
            const std::string& name = view.jobs[slice.job].name;
            strips[slice.core].bars.push_back(
                {milliseconds(slice.begin), milliseconds(slice.end), hueOf(name), QString::fromStdString(name)});
            chart.length = std::max(chart.length, milliseconds(slice.end));
        }
        for (std::size_t i = 0; i < strips.size(); ++i)
            strips[i].label = strips.size() == 1 ? tr("textbook") : tr("textbook, core %1").arg(i);
        chart.strips = std::move(strips);
    }
    const std::size_t first = chart.strips.size();
    const QString measured = isVirtual(store) ? tr("virtual time") : tr("measured");
    for (std::uint32_t core = 0; core < view.measured.cores; ++core)
        chart.strips.push_back({view.measured.cores == 1 ? measured : tr("%1, core %2").arg(measured).arg(core), {}});
    for (const CoreSlice& slice : view.measured.slices) {
        if (!slice.actor.exists()) continue;
        const ActorRecord& actor = store.actor(slice.actor);
        chart.strips[first + slice.core].bars.push_back(
            {milliseconds(slice.begin), milliseconds(slice.end), actor.hue, QString::fromStdString(actor.name)});
    }
    chart.length = std::max(chart.length, milliseconds(view.measured.length));
    if (cursor) chart.cursor = milliseconds(*cursor - TraceTime{} - view.measured.origin);
    return chart;
}

QString ScheduleRows::summary(const ScheduleView& view) {
    const ScheduleTable& table = view.measured;
    QStringList parts;
    parts << tr("CPU used %1 %").arg(table.utilization() * 100, 0, 'f', 1);
    parts << tr("switches %1").arg(table.switches);
    if (table.cores > 1) parts << tr("migrations %1").arg(table.migrations);
    parts << tr("%1 jobs/s").arg(table.throughput(), 0, 'f', 1);
    parts << tr("fairness %1 (Jain)").arg(table.fairness(), 0, 'f', 2);
    if (table.deadlineMisses() > 0) parts << tr("deadlines missed %1").arg(table.deadlineMisses());
    return parts.join(QStringLiteral(" · "));
}

QString ScheduleRows::deviation(const ScheduleView& view) {
    double worst = 0;
    bool any = false;
    for (const JobRow& job : view.measured.jobs) {
        const auto off = difference(view, job);
        if (!off) continue;
        any = true;
        if (std::abs(*off) > std::abs(worst)) worst = *off;
    }
    return any ? tr("Measured turnarounds differ from the textbook's by at most %1.").arg(percent(worst)) : QString();
}

}  // namespace interleave::ui
