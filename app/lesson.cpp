#include "app/lesson.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include <QCoreApplication>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/console.hpp"
#include "app/headless.hpp"
#include "app/json.hpp"
#include "app/naming.hpp"
#include "app/text_table.hpp"
#include "core/scenario/lesson_list.hpp"
#include "core/session/comparison.hpp"
#include "core/session/lesson_request.hpp"
#include "ui/live/scenario_text.hpp"

namespace interleave::app {
namespace {

struct LessonWords {
    Q_DECLARE_TR_FUNCTIONS(LessonWords)
};

// An entry as it would be run; where that is refused here, as far as it is known.
RunRequest asRun(const LessonEntry& entry) {
    if (auto request = requestOf(entry)) return *request;
    RunRequest request = defaultRequest(entry.scenario).value_or(RunRequest{});
    request.runtime = entry.runtime.value_or(request.runtime);
    request.pace = entry.pace.value_or(request.pace);
    request.seed = entry.seed.value_or(request.seed);
    request.params = entry.params;
    return request;
}

Json entryJson(const LessonEntry& entry, std::size_t place) {
    const RunRequest run = asRun(entry);
    Json params = Json::object();
    for (const auto& [name, value] : run.params) params[name] = value;
    return {{"place", place},
            {"scenario", entry.scenario},
            {"title", {{"en", titleOf(entry.scenario, "en")}, {"zh_CN", titleOf(entry.scenario, "zh_CN")}}},
            {"runtime", nameOf(run.runtime)},
            {"pace", nameOf(run.pace)},
            {"seed", run.seed},
            {"params", params}};
}

std::string paramsOf(const LessonEntry& entry) {
    std::string text;
    for (const auto& [name, value] : entry.params) text += fmt::format("{}{}={}", text.empty() ? "" : " ", name, value);
    return text;
}

std::string listed(const LessonList& lesson) {
    using Align = TextTable::Align;
    TextTable table({{LessonWords::tr("place").toStdString(), Align::right},
                     {LessonWords::tr("scenario").toStdString()},
                     {LessonWords::tr("title").toStdString()},
                     {LessonWords::tr("runs on").toStdString()},
                     {LessonWords::tr("pace").toStdString()},
                     {LessonWords::tr("seed").toStdString(), Align::right},
                     {LessonWords::tr("set").toStdString()}});
    int place = 0;
    for (const LessonEntry& entry : lesson.entries) {
        const RunRequest run = asRun(entry);
        table.addRow({std::to_string(++place), entry.scenario,
                      ui::scenarioText(entry.scenario).title.shown().toStdString(), std::string(nameOf(run.runtime)),
                      std::string(nameOf(run.pace)), std::to_string(run.seed), paramsOf(entry)});
    }
    return (lesson.title.empty() ? "" : lesson.title + "\n\n") + table.text();
}

Json lessonJson(const LessonList& lesson, const std::string& file) {
    Json entries = Json::array();
    for (const LessonEntry& entry : lesson.entries) entries.push_back(entryJson(entry, entries.size() + 1));
    return {{"file", file}, {"title", lesson.title}, {"entries", entries}};
}

// One entry on its way to its files.
struct Drawing {
    LessonEntry entry;
    RunScenario run;                   // as `run` would be told
    std::vector<std::string> files;    // that are to come of it
    std::vector<std::string> written;  // of them
    ExitStatus status = ExitStatus::fine;

    // A run may be drawn whole and yet have crashed, as some are meant to.
    bool isDrawn() const { return written.size() == files.size(); }
};

// "/pictures/03-policy-race.png": in the order of the lesson wherever files are sorted by name.
std::string fileName(const std::string& folder, const LessonEntry& entry, std::size_t place, std::size_t of,
                     const std::string& format) {
    const std::string name = entry.scenario.substr(entry.scenario.rfind('/') + 1);
    const std::size_t digits = std::max<std::size_t>(2, std::to_string(of).size());
    return (std::filesystem::path(folder) / fmt::format("{:0{}}-{}.{}", place, digits, name, format)).string();
}

// Those that will be there: of runs that are compared, each run's, or one of all together.
std::vector<std::string> filesOf(const RunScenario& run, const LessonEntry& entry) {
    const std::vector<RunRequest> runs = runsOf(asRun(entry));
    std::vector<std::string> files;
    for (const std::string& path : run.exports) {
        if (isOfAll(run, path))
            files.push_back(path);
        else
            for (const RunRequest& each : runs) files.push_back(pathFor(path, each.variant));
    }
    return files;
}

std::vector<Drawing> drawingsOf(const LessonList& lesson, const GoThroughLesson& command) {
    std::vector<Drawing> drawings;
    for (const LessonEntry& entry : lesson.entries) {
        Drawing drawing{.entry = entry, .run = {}, .files = {}, .written = {}};
        RunScenario& run = drawing.run;
        run.scenario = entry.scenario;
        run.runtime = entry.runtime;
        run.pace = entry.pace;
        run.seed = entry.seed;
        run.params = entry.params;
        run.tempo = command.tempo;
        run.timeout = command.timeout;
        run.picture = command.picture;
        run.tells = false;
        // A lesson has both: what is one run has nothing to be compared with, and its timeline is drawn.
        if (run.picture.subject == ui::PictureSubject::comparison && runsOf(asRun(entry)).size() < 2)
            run.picture.subject = ui::PictureSubject::timeline;
        for (const std::string& format : command.formats)
            run.exports.push_back(fileName(*command.folder, entry, drawings.size() + 1, lesson.entries.size(), format));
        drawing.files = filesOf(run, entry);
        drawings.push_back(std::move(drawing));
    }
    return drawings;
}

Expected<void> makeRoom(const GoThroughLesson& command, const std::vector<Drawing>& drawings) {
    std::error_code refusal;
    std::filesystem::create_directories(*command.folder, refusal);
    if (refusal)
        return refused(Sentence("CommandLine", "cannot make the folder {}: {}")
                           .of(*command.folder, systemReason(refusal.value())),
                       refusal.value());
    if (command.overwrite) return {};
    for (const Drawing& drawing : drawings)
        for (const std::string& file : drawing.files)
            if (std::filesystem::exists(std::filesystem::symlink_status(file, refusal)))
                return refused(
                    Sentence("CommandLine", "{} is there already: choose another folder, or add --overwrite").of(file));
    return {};
}

ExitStatus draw(Drawing& drawing, const Interruption& interruption) {
    if (drawing.entry.pace == Pace::step)
        return complain(
            Sentence("CommandLine",
                     "{} is to be run step by step, which takes a person at the window: give it another pace")
                .of(drawing.entry.scenario),
            ExitStatus::couldNot);
    return runScenario(drawing.run, interruption, drawing.written);
}

// The gravest: what could not be done, before a broken law, before a time limit. Refused words are of the list, not of
// the command line, and count as what could not be done.
ExitStatus together(ExitStatus one, ExitStatus other) {
    if (other == ExitStatus::wrongUsage) other = ExitStatus::couldNot;
    for (const ExitStatus grave : {ExitStatus::couldNot, ExitStatus::lawBroken, ExitStatus::timedOut})
        if (one == grave || other == grave) return grave;
    return ExitStatus::fine;
}

std::string writtenText(const std::vector<Drawing>& drawings) {
    std::string text;
    for (const Drawing& drawing : drawings)
        for (const std::string& file : drawing.written) text += file + "\n";
    return text;
}

Json writtenJson(const LessonList& lesson, const std::string& file, const std::vector<Drawing>& drawings) {
    Json whole = lessonJson(lesson, file);
    for (std::size_t i = 0; i < drawings.size(); ++i) {
        whole["entries"][i]["status"] = static_cast<int>(together(ExitStatus::fine, drawings[i].status));
        whole["entries"][i]["files"] = drawings[i].written;
    }
    return whole;
}

// "2 of 5 entries were not drawn: 2 (locks/mutex), 4 (threads/race)"
std::string failuresText(const std::vector<Drawing>& drawings) {
    std::string names;
    std::size_t failed = 0;
    for (std::size_t i = 0; i < drawings.size(); ++i) {
        if (drawings[i].isDrawn()) continue;
        ++failed;
        names += fmt::format("{}{} ({})", names.empty() ? "" : ", ", i + 1, drawings[i].entry.scenario);
    }
    if (failed == 0) return {};
    return Sentence("CommandLine", "{} of {} entries were not drawn: {}").of(failed, drawings.size(), names);
}

ExitStatus drawAll(const LessonList& lesson, const GoThroughLesson& command) {
    std::vector<Drawing> drawings = drawingsOf(lesson, command);
    if (auto room = makeRoom(command, drawings); !room) return complain(room.error().what, ExitStatus::couldNot);
    const Interruption interruption;
    ExitStatus all = ExitStatus::fine;
    std::size_t place = 0;
    for (Drawing& drawing : drawings) {
        if (interruption.happened()) {
            drawing.status = ExitStatus::couldNot;  // what has not been begun is not begun any more
        } else {
            fmt::print(stderr, "interleave: {} of {}, {}\n", ++place, drawings.size(), drawing.entry.scenario);
            drawing.status = draw(drawing, interruption);
        }
        all = together(all, drawing.status);
    }
    const std::string text =
        command.json ? jsonText(writtenJson(lesson, command.file, drawings)) : writtenText(drawings);
    if (auto said = say(text); !said) return complain(said.error().what, ExitStatus::couldNot);
    if (const std::string failures = failuresText(drawings); !failures.empty()) complain(failures, all);
    return all;
}

}  // namespace

ExitStatus goThroughLesson(const GoThroughLesson& command) {
    const auto lesson = readLesson(command.file);
    if (!lesson) return complain(lesson.error().what, ExitStatus::couldNot);
    if (command.folder) return drawAll(*lesson, command);
    return sayAndReturn(command.json ? jsonText(lessonJson(*lesson, command.file)) : listed(*lesson), ExitStatus::fine);
}

}  // namespace interleave::app
