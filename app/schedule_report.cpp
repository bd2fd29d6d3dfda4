#include "app/schedule_report.hpp"

#include <QCoreApplication>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/text_table.hpp"
#include "core/scenario/schedule_plan.hpp"
#include "core/trace/schedule_table.hpp"

namespace interleave::app {
namespace {

struct ScheduleReport {
    Q_DECLARE_TR_FUNCTIONS(ScheduleReport)
};

using Align = TextTable::Align;

std::string column(const char* text) { return ScheduleReport::tr(text).toStdString(); }

// The run was checked when it began, so its parameters make a plan.
SchedulePlan planOf(const RunFacts& facts) {
    return schedulePlan(facts.params, facts.cores, facts.seed).value_or(SchedulePlan{});
}

Json msOrNull(const std::optional<Duration>& time) { return time ? Json(milliseconds(*time)) : Json(nullptr); }

Json quantumJson(const PolicyOptions& policy) {
    const PolicyName* known = findPolicy(policy.policy);
    const bool takesOne =
        known && std::ranges::any_of(known->options, [](const auto& o) { return o.name == "quantum"; });
    if (!takesOne || policy.quantum.front().count() == 0) return nullptr;
    if (policy.quantum.size() == 1) return milliseconds(policy.quantum.front());
    Json all = Json::array();
    for (const Duration quantum : policy.quantum) all.push_back(milliseconds(quantum));
    return all;
}

const JobRow* rowOf(const ScheduleTable& table, const std::string& name) {
    const auto found = std::ranges::find(table.jobs, name, &JobRow::name);
    return found == table.jobs.end() ? nullptr : &*found;
}

Json jobJson(const Job& job, const JobRow* row) {
    Json json{{"name", job.name},
              {"arrival", milliseconds(job.arrival)},
              {"cpu", milliseconds(job.cpu())},
              {"priority", job.priority}};
    json["start"] = row ? msOrNull(row->start) : Json(nullptr);
    json["completion"] = row ? msOrNull(row->completion) : Json(nullptr);
    json["response"] = row ? msOrNull(row->response()) : Json(nullptr);
    json["turnaround"] = row ? msOrNull(row->turnaround()) : Json(nullptr);
    json["waiting"] = row ? Json(milliseconds(row->waiting)) : Json(nullptr);
    return json;
}

std::string msText(double ms) { return fmt::format("{:.6g}", ms); }
std::string msText(const std::optional<Duration>& time) { return time ? msText(milliseconds(*time)) : "–"; }

// "+1.2 %"
std::string deviation(const std::optional<Duration>& measured, Duration textbook) {
    if (!measured || textbook.count() == 0) return "–";
    return fmt::format("{:+.1f} %", (milliseconds(*measured) / milliseconds(textbook) - 1) * 100);
}

TextTable jobTable(const SchedulePlan& plan, const ScheduleTable& table, const Schedule* textbook) {
    std::vector<TextTable::Heading> headings{{column(QT_TRANSLATE_NOOP("ScheduleReport", "job"))}};
    for (const char* heading :
         {QT_TRANSLATE_NOOP("ScheduleReport", "arrival"), QT_TRANSLATE_NOOP("ScheduleReport", "CPU"),
          QT_TRANSLATE_NOOP("ScheduleReport", "start"), QT_TRANSLATE_NOOP("ScheduleReport", "completion"),
          QT_TRANSLATE_NOOP("ScheduleReport", "response"), QT_TRANSLATE_NOOP("ScheduleReport", "turnaround"),
          QT_TRANSLATE_NOOP("ScheduleReport", "waiting")})
        headings.push_back({column(heading), Align::right});
    if (textbook) {
        headings.push_back({column(QT_TRANSLATE_NOOP("ScheduleReport", "textbook's turnaround")), Align::right});
        headings.push_back({column(QT_TRANSLATE_NOOP("ScheduleReport", "difference")), Align::right});
    }
    TextTable text(std::move(headings));
    for (std::size_t i = 0; i < plan.jobs.size(); ++i) {
        const Job& job = plan.jobs[i];
        const JobRow* row = rowOf(table, job.name);
        if (!row) continue;
        std::vector<std::string> cells{job.name,
                                       msText(milliseconds(job.arrival)),
                                       msText(milliseconds(job.cpu())),
                                       msText(row->start),
                                       msText(row->completion),
                                       msText(row->response()),
                                       msText(row->turnaround()),
                                       msText(milliseconds(row->waiting))};
        if (textbook) {
            cells.push_back(msText(milliseconds(textbook->jobs[i].turnaround())));
            cells.push_back(deviation(row->turnaround(), textbook->jobs[i].turnaround()));
        }
        text.addRow(std::move(cells));
    }
    return text;
}

}  // namespace

Json scheduleJson(const Store& store) {
    const RunFacts& facts = store.facts();
    const SchedulePlan plan = planOf(facts);
    const ScheduleTable table = scheduleTableOf(store);
    Json json{{"policy", plan.policy.policy},
              {"clock", facts.runtime == RuntimeKind::virtualTime ? "virtual" : "real"}};
    json["cores"] = plan.machine.cores;
    json["quantum_ms"] = quantumJson(plan.policy);
    json["jobs"] = Json::array();
    for (const Job& job : plan.jobs) json["jobs"].push_back(jobJson(job, rowOf(table, job.name)));
    json["slices"] = Json::array();
    for (const CoreSlice& slice : table.slices) {
        if (!slice.actor.exists()) continue;
        json["slices"].push_back({{"core", slice.core}, {"job", store.actor(slice.actor).name},
                                  {"start", milliseconds(slice.begin)}, {"end", milliseconds(slice.end)}});
    }
    json["averages"] = {{"response", table.averageResponseMs()}, {"turnaround", table.averageTurnaroundMs()},
                        {"waiting", table.averageWaitingMs()}};
    json["context_switches"] = table.switches;
    json["cpu_utilization"] = table.utilization();
    return json;
}

std::string scheduleSummary(const Store& store) {
    const RunFacts& facts = store.facts();
    const SchedulePlan plan = planOf(facts);
    const ScheduleTable table = scheduleTableOf(store);
    std::optional<Schedule> textbook;
    if (facts.runtime != RuntimeKind::virtualTime) {
        if (auto computed = simulate(plan.jobs, plan.policy, plan.machine)) textbook = std::move(*computed);
    }
    std::string text = jobTable(plan, table, textbook ? &*textbook : nullptr).text();
    text += fmt::format("\n{}: {} {} ms, {} {} ms, {} {} ms\n", column(QT_TRANSLATE_NOOP("ScheduleReport", "averages")),
                        column("response"), msText(table.averageResponseMs()), column("turnaround"),
                        msText(table.averageTurnaroundMs()), column("waiting"), msText(table.averageWaitingMs()));
    text += ScheduleReport::tr("%1 switches, %2 % of the CPU used, fairness %3")
                .arg(table.switches)
                .arg(table.utilization() * 100, 0, 'f', 1)
                .arg(table.fairness(), 0, 'f', 3)
                .toStdString() + "\n";
    if (table.deadlineMisses() > 0)
        text += ScheduleReport::tr("deadlines missed: %1").arg(table.deadlineMisses()).toStdString() + "\n";
    return text;
}

}  // namespace interleave::app
