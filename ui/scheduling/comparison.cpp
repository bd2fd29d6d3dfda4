#include "ui/scheduling/comparison.hpp"

#include <algorithm>

#include "ui/live/result_words.hpp"
#include "ui/live/scenario_text.hpp"
#include "ui/live/words.hpp"
#include "ui/scheduling/schedule_rows.hpp"

namespace interleave::ui {
namespace {

// More cannot be told apart on a chart, nor looked through at once.
constexpr std::size_t kMostBars = 2000;
constexpr std::uint64_t kMostEvents = kMostBars * 200;

std::optional<double> numberIn(const Store& store, const std::string& name) {
    for (const auto& [key, value] : store.results()) {
        if (key != name || value.type == ResultType::boolean || value.type == ResultType::digits) continue;
        return value.type == ResultType::real ? value.real : static_cast<double>(value.integer);
    }
    return std::nullopt;
}

// "average waiting (ms)" is a label and a unit.
ComparedNumber namedNumber(const QString& label) {
    const auto open = label.lastIndexOf(QLatin1Char('('));
    const auto wide = label.lastIndexOf(QChar(0xFF08));  // Chinese text has wide ones
    const auto at = std::max(open, wide);
    if (at <= 0 || !(label.endsWith(QLatin1Char(')')) || label.endsWith(QChar(0xFF09)))) return {label, {}, {}};
    return {label.left(at).trimmed(), label.mid(at + 1, label.size() - at - 2), {}};
}

// Bars that follow each other within a fraction of a pixel become one, of whoever had most of it.
void coarsen(GanttStrip& strip, double grain) {
    std::vector<GanttBar> coarse;
    double longest = 0;  // of those that the last one was made of
    for (GanttBar& bar : strip.bars) {
        const double length = bar.end - bar.begin;
        if (coarse.empty() || bar.end - coarse.back().begin > grain) {
            longest = length;
            coarse.push_back(std::move(bar));
            continue;
        }
        if (length > longest) {
            longest = length;
            coarse.back().hue = bar.hue;
            coarse.back().name = bar.name;
        }
        coarse.back().end = std::max(coarse.back().end, bar.end);
    }
    strip.bars = std::move(coarse);
}

ComparedRun runOf(const Runs& runs, std::size_t index, double& length) {
    const Store& store = *runs[index];
    ComparedRun run{Comparison::nameOf(runs, index), {}, {}};
    if (store.totals().events > kMostEvents) return run;
    const ScheduleView view = ScheduleRows::viewOf(store);
    GanttChart chart = ScheduleRows::chart(store, view, std::nullopt);
    for (GanttStrip& strip : chart.strips) {
        if (strip.bars.size() > kMostBars) coarsen(strip, chart.length / kMostBars);
    }
    const auto measured = chart.strips.end() - static_cast<std::ptrdiff_t>(view.measured.cores);
    run.textbook.assign(chart.strips.begin(), measured);
    run.measured.assign(measured, chart.strips.end());
    length = std::max(length, chart.length);
    return run;
}

}  // namespace

QString Comparison::nameOf(const Runs& runs, std::size_t index) {
    const RunFacts& facts = runs[index]->facts();
    if (!facts.variant.empty()) return scenarioText(facts.scenario).variantLabel(QString::fromStdString(facts.variant));
    return tr("%1: %2", "a run's place and its runtime").arg(index + 1).arg(Words::runtime(facts.runtime));
}

Comparison Comparison::of(const Runs& runs) {
    Comparison comparison;
    for (std::size_t i = 0; i < runs.size(); ++i) comparison.runs.push_back(runOf(runs, i, comparison.length));
    if (runs.empty()) return comparison;
    for (const auto& [name, value] : runs.front()->results()) {
        if (comparison.numbers.size() == kMostNumbers) break;
        ComparedNumber number = namedNumber(resultLabel(*runs.front(), name));
        for (const auto& run : runs) {
            if (const auto told = numberIn(*run, name)) number.values.push_back(*told);
        }
        if (number.values.size() == runs.size()) comparison.numbers.push_back(std::move(number));
    }
    return comparison;
}

std::vector<ComparedJob> Comparison::jobsOf(const Store& first, const Store& second) {
    const ScheduleTable tables[2] = {scheduleTableOf(first), scheduleTableOf(second)};
    const auto turnaround = [](const JobRow& row) { return row.completion ? milliseconds(*row.turnaround()) : -1; };
    std::vector<ComparedJob> jobs;
    for (const JobRow& row : tables[0].jobs) {
        const auto other = std::ranges::find(tables[1].jobs, row.name, &JobRow::name);
        if (other != tables[1].jobs.end())
            jobs.push_back({QString::fromStdString(row.name), {turnaround(row), turnaround(*other)}});
    }
    return jobs;
}

bool Comparison::needsPowersOfTen() const {
    constexpr double kFarApart = 8;
    // Several of one unit are compared with each other, by their lengths;
    // of different units each has a scale of its own.
    if (numbers.empty() || (numbers.size() > 1 && hasOneUnit())) return false;
    bool anyFarApart = false;
    for (const ComparedNumber& number : numbers) {
        if (number.values.empty()) return false;
        const auto [least, most] = std::ranges::minmax(number.values);
        if (least <= 0) return false;
        anyFarApart = anyFarApart || most / least > kFarApart;
    }
    return anyFarApart;
}

bool Comparison::hasOneUnit() const {
    return std::ranges::all_of(
        numbers, [this](const ComparedNumber& n) { return n.unit == numbers.front().unit && !n.unit.isEmpty(); });
}

QString Comparison::legend(bool withCharts) const {
    const bool both =
        withCharts && std::ranges::any_of(runs, [](const ComparedRun& run) { return !run.textbook.empty(); });
    QStringList parts;
    if (both) parts << tr("above: the textbook's (virtual time) · below: measured");
    if (needsPowersOfTen()) parts << tr("bars: by powers of ten");
    return parts.join(QStringLiteral(" · "));
}

}  // namespace interleave::ui
