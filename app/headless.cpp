#include "app/headless.hpp"

#include <memory>

#include <nlohmann/json.hpp>

#include "app/console.hpp"
#include "app/json.hpp"
#include "app/lesson_check.hpp"
#include "app/listing.hpp"
#include "app/one_run.hpp"
#include "app/run_summary.hpp"
#include "app/schedule_report.hpp"
#include "core/base/read_text.hpp"
#include "core/sched/job.hpp"
#include "core/session/comparison.hpp"
#include "core/session/outcomes.hpp"
#include "core/trace/saved_trace.hpp"
#include "ui/exporting/export_run.hpp"

namespace interleave::app {
namespace {

using Runs = std::vector<std::shared_ptr<const Store>>;
using Files = std::vector<std::string>;

constexpr std::size_t kLargestJobsFile = std::size_t{4} << 20;

Expected<std::string> jobsIn(const std::string& path) {
    const auto text = readText(path, kLargestJobsFile);
    if (!text)
        return refused(Sentence("CommandLine", "{}; give a JSON file with a list of jobs").of(text.error().what));
    const auto jobs = jobsFromJson(*text, path);
    if (!jobs) return tl::unexpected(jobs.error());
    return toText(*jobs);
}

Expected<RunRequest> requestFor(const RunScenario& command) {
    if (findScenario(command.scenario) == nullptr) return refused(unknownScenario(command.scenario));
    auto request = defaultRequest(command.scenario);
    if (!request) return request;
    if (command.runtime) request->runtime = *command.runtime;
    if (command.pace) request->pace = *command.pace;
    if (command.seed) request->seed = *command.seed;
    if (command.cores) request->cores = *command.cores;
    if (command.tempo) request->tempo = *command.tempo;
    request->params = command.params;
    request->timeout = command.timeout;
    return checkedRequest(std::move(*request));
}

Expected<void> checkTargets(const RunScenario& command) {
    if (command.save)
        if (auto target = ui::checkTarget(*command.save); !target) return target;
    for (const std::string& path : command.exports)
        if (auto target = ui::checkTarget(path); !target) return target;
    return {};
}

// What the last run, or each of those that are compared, was asked to leave behind. Tells `written` of each file.
Expected<void> keep(const Store& store, const RunScenario& command, const ui::Progress& goOn, Files& written) {
    const std::string& variant = store.facts().variant;
    if (command.save) {
        const std::string path = pathFor(*command.save, variant);
        if (auto saved = SavedTrace::save(store, path); !saved) return saved;
        written.push_back(path);
    }
    for (const std::string& each : command.exports) {
        if (isOfAll(command, each)) continue;
        const std::string path = pathFor(each, variant);
        if (auto exported = ui::exportRun(store, path, command.picture, goOn); !exported) return exported;
        written.push_back(path);
    }
    return {};
}

Expected<void> keepComparison(const Runs& runs, const RunScenario& command, const ui::Progress& goOn, Files& written) {
    const ui::Scene all{.visible = {}, .cursor = {}, .compared = runs};
    for (const std::string& path : command.exports) {
        if (!isOfAll(command, path)) continue;
        if (auto exported = ui::exportScene(*runs.back(), all, path, command.picture, goOn); !exported) return exported;
        written.push_back(path);
    }
    return {};
}

// The gravest thing that happened in any of the runs.
class Verdict {
public:
    void add(const Store& store) {
        if (store.totals().violations > 0) m_lawBroken = true;
        if (store.facts().ended == Ended::timeout) m_timedOut = true;
        if (store.facts().ended == Ended::crashed) m_crash = store.facts().endedWhy;
    }
    void addLesson(const LessonCheck& lesson) {
        if (!lesson.fits()) m_lawBroken = true;
    }
    const std::optional<std::string>& crash() const { return m_crash; }
    ExitStatus status() const {
        if (m_lawBroken) return ExitStatus::lawBroken;
        return m_timedOut ? ExitStatus::timedOut : ExitStatus::fine;
    }

private:
    bool m_lawBroken = false;
    bool m_timedOut = false;
    std::optional<std::string> m_crash;
};

std::string report(const RunScenario& command, const RunRequest& request, const Runs& runs, const Outcomes& outcomes) {
    const Store& last = *runs.back();
    if (command.asSchedule) return command.json ? jsonText(scheduleJson(last)) : scheduleSummary(last);
    if (!last.facts().variant.empty()) {
        RunFacts asked = last.facts();
        asked.runtime = request.runtime;
        asked.params = request.params;
        return command.json ? jsonText(comparisonJson(runs, asked)) : comparisonSummary(runs);
    }
    if (command.json) return jsonText(command.repeat > 1 ? outcomesJson(outcomes, last) : runJson(last));
    return command.repeat > 1 ? runSummary(last) + "\n" + outcomesSummary(outcomes) : runSummary(last);
}

// The runs to make: those that a scenario compares, or one, as often as it is to be repeated,
// each time with the next seed.
Expected<std::vector<RunRequest>> plannedRuns(const RunScenario& command, const RunRequest& request) {
    std::vector<RunRequest> runs = runsOf(request);
    const bool compares = findScenario(request.scenario)->variants != nullptr;
    if (compares && command.repeat > 1)
        return refused(Sentence("CommandLine", "{} is several runs already: --repeat is for scenarios of one run")
                           .of(request.scenario));
    if (command.picture.subject == ui::PictureSubject::comparison && runs.size() < 2)
        return refused(Sentence("CommandLine", "{} as asked for is one run: --picture comparison needs several")
                           .of(request.scenario));
    for (std::uint32_t i = 1; i < command.repeat; ++i) {
        runs.push_back(request);
        runs.back().seed = request.seed + i;
    }
    return runs;
}

}  // namespace

std::string pathFor(const std::string& path, const std::string& variant) {
    if (variant.empty()) return path;
    const std::size_t dot = path.rfind('.');
    return dot == std::string::npos ? path + "-" + variant : path.substr(0, dot) + "-" + variant + path.substr(dot);
}

bool isOfAll(const RunScenario& command, const std::string& path) {
    const auto format = ui::exportFormatOf(path);
    return command.picture.subject == ui::PictureSubject::comparison && format && ui::isPicture(*format);
}

ExitStatus runScenario(const RunScenario& command) {
    const Interruption interruption;
    Files written;
    return runScenario(command, interruption, written);
}

ExitStatus runScenario(const RunScenario& typed, const Interruption& interruption, Files& written) {
    RunScenario command = typed;
    if (!command.jobsFile.empty()) {
        auto jobs = jobsIn(command.jobsFile);
        if (!jobs) return complain(jobs.error().what, ExitStatus::couldNot);
        command.params.emplace_back("jobs", std::move(*jobs));
    }
    auto request = requestFor(command);
    if (!request) return complain(request.error().what, ExitStatus::wrongUsage);
    if (auto targets = checkTargets(command); !targets) return complain(targets.error().what, ExitStatus::couldNot);

    const auto planned = plannedRuns(command, *request);
    if (!planned) return complain(planned.error().what, ExitStatus::wrongUsage);

    Outcomes outcomes;
    Verdict verdict;
    Runs runs;
    std::optional<LessonCheck> lesson;
    const bool compares = planned->front().variant != "";
    for (const RunRequest& each : *planned) {
        if (!runs.empty() && interruption.happened()) break;
        auto store = std::make_shared<Store>();
        if (auto ran = runOnce(each, *store, interruption); !ran)
            return complain(ran.error().what, ExitStatus::couldNot);
        outcomes.add(*store);
        verdict.add(*store);
        if (!compares) runs.clear();  // of repeated runs the last is told of
        runs.push_back(std::move(store));
        // Each run by itself, or all those that are compared; of several the first that does not fit is told of.
        const bool whole = !compares || runs.size() == planned->size();
        if (command.lesson && whole && (!lesson || lesson->fits())) lesson.emplace(runs);
    }
    if (lesson) verdict.addLesson(*lesson);
    const bool cutShort = compares && runs.size() < planned->size();

    const auto text = [&] { return lesson ? lesson->text() : report(command, *request, runs, outcomes); };
    if (auto said = command.tells ? say(text()) : Expected<void>(); !said)
        return complain(said.error().what, ExitStatus::couldNot);
    // A run that was interrupted is drawn all the same.
    const bool before = interruption.happened();
    const ui::Progress goOn = [&](double) { return before || !interruption.happened(); };
    for (const auto& run : runs)
        if (auto kept = keep(*run, command, goOn, written); !kept)
            return complain(kept.error().what, ExitStatus::couldNot);
    if (runs.size() > 1)
        if (auto kept = keepComparison(runs, command, goOn, written); !kept)
            return complain(kept.error().what, ExitStatus::couldNot);
    if (verdict.crash()) return complain(*verdict.crash(), ExitStatus::couldNot);
    if (cutShort)
        return complain(
            Sentence("CommandLine", "interrupted: {} of {} runs were made").of(runs.size(), planned->size()),
            ExitStatus::couldNot);
    return verdict.status();
}

}  // namespace interleave::app
