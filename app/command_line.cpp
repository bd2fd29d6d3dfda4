#include "app/command_line.hpp"

#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/values.hpp"
#include "ui/exporting/version.hpp"

namespace interleave::app {
namespace {

constexpr double kLongestTimeout = 7 * 24 * 3600;  // seconds
constexpr std::uint32_t kMostRepeats = 1'000'000;
constexpr std::uint32_t kMostCores = 4096;

constexpr const char* kAbout =
    "Interleave shows concurrency as it really happens: real threads and workers run a scenario, and one timeline\n"
    "shows who is running, ready or waiting. Without arguments it opens the window.";
constexpr const char* kStatuses =
    "Exit status: 0 it ran and obeyed the laws; 1 it could not run (the reason is on stderr); 2 wrong usage;\n"
    "3 a law was broken; 4 --timeout ended it.";

// The words as they were typed; they become values afterwards, so that every refusal is a sentence of ours.
struct Words {
    std::string scenario, file;
    std::optional<std::string> runtime, seed, cores, pace, repeat, tempo, timeout, save, size, scale, theme, language, subject;
    std::optional<std::string> policy, jobs, jobsFile, quantum, clock;
    std::vector<std::string> sets, exports, job, options, scenarios;
    bool json = false;
    bool missing = false;
    bool noCaption = false;
};

CLI::Option* repeatable(CLI::Option* option) { return option->expected(1)->take_all()->allow_extra_args(false); }

void addPictureOptions(CLI::App& command, Words& words) {
    command.add_option("--size", words.size, "layout size of a picture (default 1920x1080)")->type_name("WxH");
    command.add_option("--scale", words.scale, "pixels for each layout pixel (default 1)")->type_name("X");
    command.add_option("--theme", words.theme, "light, dark or print (default light)")->type_name("THEME");
    command.add_option("--picture", words.subject,
                       "draw the timeline, the whole window, or runs compared (default timeline)")
        ->type_name("timeline|window|comparison");
    command.add_flag("--no-caption", words.noCaption, "leave out the line that says what was run, and how");
}

void addLanguage(CLI::App& command, Words& words) {
    command.add_option("--lang", words.language, "en or zh_CN (default: as the system)")->type_name("LANG");
}

CLI::App* addList(CLI::App& program, Words& words) {
    CLI::App* list = program.add_subcommand("list", "List the scenarios");
    list->add_flag("--json", words.json, "print a JSON array");
    addLanguage(*list, words);
    return list;
}

CLI::App* addShow(CLI::App& program, Words& words) {
    CLI::App* show = program.add_subcommand("show", "Tell what a scenario is about, and its parameters");
    show->add_option("SCENARIO", words.scenario, "for example locks/deadlock")->required();
    addLanguage(*show, words);
    return show;
}

CLI::App* addRun(CLI::App& program, Words& words) {
    CLI::App* run = program.add_subcommand("run", "Run a scenario without a window");
    run->add_option("SCENARIO", words.scenario, "for example locks/deadlock")->required();
    run->add_option("--runtime", words.runtime, "threads, workers, …: one of those `show` lists")->type_name("RUNTIME");
    repeatable(run->add_option("--set", words.sets, "a parameter's value; may be given again"))->type_name("NAME=VALUE");
    run->add_option("--seed", words.seed, "where chance starts (default 1)")->type_name("N");
    run->add_option("--cores", words.cores, "how many cores to use (default: all)")->type_name("N");
    run->add_option("--pace", words.pace, "free: nothing is held back; steered: the interleaving that shows the point")
        ->type_name("free|steered");
    run->add_option("--repeat", words.repeat, "run N times, run i with seed + i, and count what came out")->type_name("N");
    run->add_option("--tempo", words.tempo, "2 is twice as fast (default 1)")->type_name("X");
    run->add_option("--timeout", words.timeout, "end the run after so many seconds, with exit status 4")->type_name("S");
    run->add_option("--save", words.save, "keep the trace")->type_name("FILE.ilv");
    repeatable(run->add_option("--export", words.exports, "draw or write the run; may be given again"))
        ->type_name("FILE.png|svg|pdf|csv|json");
    addPictureOptions(*run, words);
    addLanguage(*run, words);
    run->add_flag("--json", words.json, "print one JSON object instead of a summary");
    run->footer(kStatuses);
    return run;
}

CLI::App* addSchedule(CLI::App& program, Words& words) {
    CLI::App* schedule = program.add_subcommand("schedule", "Schedule jobs as a textbook does, or on real workers");
    schedule->add_option("--policy", words.policy, "fcfs, sjf, srtf, rr, priority, mlfq, lottery, stride, fair or edf (default rr)")
        ->type_name("P");
    schedule->add_option("--jobs", words.jobs, "CPU bursts in ms of jobs that arrive at 0: 24,3,3")->type_name("MS,MS,…");
    repeatable(schedule->add_option("--job", words.job, "one job: name=A,arrival=0,cpu=5,io=3,cpu=4,priority=1; may be given again"))
        ->type_name("KEY=VALUE,…");
    schedule->add_option("--file", words.jobsFile, "a JSON list of jobs")->type_name("JOBS.json");
    schedule->add_option("--quantum", words.quantum, "the time slice, where the policy has one")->type_name("MS");
    repeatable(schedule->add_option("--option", words.options,
                                    "an option of the policy, or ready-queues (one, per-core), stealing, switch-cost, cold-cache; may be given again"))
        ->type_name("NAME=VALUE");
    schedule->add_option("--cores", words.cores, "how many cores (default 1)")->type_name("N");
    schedule->add_option("--clock", words.clock, "virtual: computed; real: on real workers, for real milliseconds")
        ->type_name("virtual|real");
    schedule->add_option("--seed", words.seed, "where chance starts (default 1)")->type_name("N");
    schedule->add_option("--save", words.save, "keep the trace")->type_name("FILE.ilv");
    repeatable(schedule->add_option("--export", words.exports, "draw or write the schedule; may be given again"))
        ->type_name("FILE.png|svg|pdf|csv|json");
    addPictureOptions(*schedule, words);
    addLanguage(*schedule, words);
    schedule->add_flag("--json", words.json, "print one JSON object instead of a table");
    schedule->footer(kStatuses);
    return schedule;
}

CLI::App* addExport(CLI::App& program, Words& words) {
    CLI::App* command = program.add_subcommand("export", "Draw or write a saved trace");
    command->add_option("FILE", words.file, "a trace that was saved (.ilv)")->required();
    command->add_option("OUT", words.exports, "FILE.png, .svg, .pdf, .csv or .json")->required();
    addPictureOptions(*command, words);
    addLanguage(*command, words);
    return command;
}

CLI::App* addFileCommand(CLI::App& program, Words& words, const char* name, const char* about) {
    CLI::App* command = program.add_subcommand(name, about);
    command->add_option("FILE", words.file, "a trace that was saved (.ilv)")->required();
    return command;
}

CLI::App* addThumbnails(CLI::App& program, Words& words) {
    CLI::App* command = program.add_subcommand("thumbnails", "Run scenarios and draw the gallery's small pictures of them");
    command->add_option("DIR", words.file, "where they are written")->required();
    command->add_option("SCENARIO", words.scenarios, "which ones (default: all)");
    command->add_flag("--missing", words.missing, "only those that are not there yet");
    return command;
}

// Collects values, and keeps the first refusal.
class Reader {
public:
    template <class T, class Target>
    void take(Expected<T> value, Target& into) {
        if (value) into = std::move(*value);
        else if (!m_refusal) m_refusal = std::move(value.error());
    }
    void require(Expected<void> checked) {
        if (!checked && !m_refusal) m_refusal = std::move(checked.error());
    }
    Expected<Command> result(Command command) const {
        if (m_refusal) return tl::unexpected(*m_refusal);
        return command;
    }

private:
    std::optional<Error> m_refusal;
};

void readPicture(Reader& reader, const Words& words, ui::PictureOptions& picture) {
    if (words.size) reader.take(pictureSize(*words.size), picture.size);
    if (words.scale)
        reader.take(realNumber("--scale", *words.scale, ui::kSmallestScale, ui::kLargestScale), picture.scale);
    if (words.theme) reader.take(themeNamed(*words.theme), picture.theme);
    if (words.subject) reader.take(subjectNamed(*words.subject), picture.subject);
    picture.caption = !words.noCaption;
    reader.require(ui::checkPicture(picture));
}

void readLanguage(Reader& reader, const Words& words, std::string& language) {
    if (words.language) reader.take(languageNamed(*words.language), language);
}

Expected<void> checkExtensions(const std::vector<std::string>& exports) {
    for (const std::string& path : exports)
        if (auto format = ui::exportFormatOf(path); !format) return tl::unexpected(format.error());
    return {};
}

Expected<Command> readRun(const Words& words) {
    Reader reader;
    RunScenario run;
    run.scenario = words.scenario;
    run.save = words.save;
    run.exports = words.exports;
    run.json = words.json;
    if (words.runtime) reader.take(runtimeNamed(*words.runtime), run.runtime);
    if (words.pace) reader.take(paceNamed(*words.pace), run.pace);
    if (words.seed) reader.take(wholeNumber("--seed", *words.seed, 0, ~std::uint64_t{0}), run.seed);
    if (words.cores) reader.take(wholeNumber("--cores", *words.cores, 1, kMostCores), run.cores);
    if (words.tempo) reader.take(realNumber("--tempo", *words.tempo, 0.01, 100), run.tempo);
    if (words.repeat) reader.take(wholeNumber("--repeat", *words.repeat, 1, kMostRepeats), run.repeat);
    if (words.timeout) {
        double limit = 0;
        reader.take(realNumber("--timeout", *words.timeout, 0.001, kLongestTimeout), limit);
        run.timeout = std::chrono::duration_cast<Duration>(std::chrono::duration<double>(limit));
    }
    for (const std::string& word : words.sets) reader.take(assignment(word), run.params.emplace_back());
    reader.require(checkExtensions(run.exports));
    readPicture(reader, words, run.picture);
    readLanguage(reader, words, run.language);
    return reader.result(std::move(run));
}

// Exactly one of the three ways to give jobs.
Expected<std::string> jobsGiven(const Words& words) {
    const int ways = (words.jobs ? 1 : 0) + (words.job.empty() ? 0 : 1) + (words.jobsFile ? 1 : 0);
    if (ways == 0) return refused("schedule needs jobs: give --jobs 24,3,3, or --job name=A,cpu=5 …, or --file JOBS.json");
    if (ways > 1) return refused("the jobs are given in more than one way: choose --jobs, --job or --file");
    if (words.jobs) return *words.jobs;
    return fmt::format("{}", fmt::join(words.job, "; "));
}

// Options of the machine are parameters of their own; what is left belongs to the policy.
void readScheduleOption(Reader& reader, const std::string& word, std::string& policyOptions, RunScenario& run) {
    std::pair<std::string, std::string> option;
    reader.take(assignment(word), option);
    const auto& [name, value] = option;
    for (const char* ofTheMachine : {"ready-queues", "stealing", "switch-cost", "cold-cache"}) {
        if (name != ofTheMachine) continue;
        run.params.push_back(option);
        return;
    }
    policyOptions += fmt::format("{}{}={}", policyOptions.empty() ? "" : ";", name, value);
}

Expected<Command> readSchedule(const Words& words) {
    Reader reader;
    RunScenario run;
    run.scenario = "multitasking/your-jobs";
    run.asSchedule = true;
    run.save = words.save;
    run.exports = words.exports;
    run.json = words.json;
    run.jobsFile = words.jobsFile.value_or("");
    std::string jobs;
    reader.take(jobsGiven(words), jobs);
    if (run.jobsFile.empty()) run.params.emplace_back("jobs", jobs);
    run.params.emplace_back("policy", words.policy.value_or("rr"));
    std::string options;
    if (words.quantum) options = "quantum=" + *words.quantum;
    for (const std::string& word : words.options) readScheduleOption(reader, word, options, run);
    run.params.emplace_back("options", options);
    run.cores = 1;
    if (words.cores) reader.take(wholeNumber("--cores", *words.cores, 1, kMostCores), run.cores);
    run.params.emplace_back("cores", std::to_string(*run.cores));
    if (words.seed) reader.take(wholeNumber("--seed", *words.seed, 0, ~std::uint64_t{0}), run.seed);
    reader.take(clockNamed(words.clock.value_or("virtual")), run.runtime);
    reader.require(checkExtensions(run.exports));
    readPicture(reader, words, run.picture);
    readLanguage(reader, words, run.language);
    return reader.result(std::move(run));
}

Expected<Command> readExport(const Words& words) {
    Reader reader;
    ExportFile command;
    command.file = words.file;
    command.exports = words.exports;
    reader.require(checkExtensions(command.exports));
    readPicture(reader, words, command.picture);
    readLanguage(reader, words, command.language);
    return reader.result(std::move(command));
}

Expected<Command> readListOrShow(const Words& words, bool list) {
    Reader reader;
    std::string language;
    readLanguage(reader, words, language);
    if (list) return reader.result(ListScenarios{words.json, language});
    return reader.result(ShowScenario{words.scenario, language});
}

Expected<Command> readShowWindow(const Words& words, bool open) {
    Reader reader;
    ShowWindow command;
    if (open) command.file = words.file;
    readLanguage(reader, words, command.language);
    return reader.result(std::move(command));
}

// One line, and where to read on.
std::string oneLine(const CLI::App& program, const CLI::ParseError& error) {
    std::string sentence = error.what();
    for (char& c : sentence)
        if (c == '\n') c = ' ';
    while (!sentence.empty() && (sentence.back() == '.' || sentence.back() == ' ')) sentence.pop_back();
    const auto chosen = program.get_subcommands();
    return fmt::format("{}; see `interleave {}--help`", sentence, chosen.empty() ? "" : chosen[0]->get_name() + " ");
}

}  // namespace

Expected<Command> parseCommandLine(int count, const char* const* typed) {
    Words words;
    CLI::App program(kAbout, "interleave");
    program.footer(kStatuses);
    program.set_version_flag("--version", fmt::format("interleave {}", ui::programVersion()), "Print the version");
    program.set_help_flag("-h,--help", "Print this");
    program.require_subcommand(0, 1);
    const CLI::App* list = addList(program, words);
    const CLI::App* show = addShow(program, words);
    const CLI::App* run = addRun(program, words);
    const CLI::App* schedule = addSchedule(program, words);
    const CLI::App* exports = addExport(program, words);
    const CLI::App* thumbnails = addThumbnails(program, words);
    const CLI::App* check = addFileCommand(program, words, "check", "Verify a saved trace against the laws");
    CLI::App* open = addFileCommand(program, words, "open", "Open a saved trace in the window");
    addLanguage(*open, words);
    addLanguage(program, words);
    try {
        program.parse(count, typed);
    } catch (const CLI::CallForHelp&) {
        const auto chosen = program.get_subcommands();
        return PrintText{chosen.empty() ? program.help() : chosen[0]->help()};
    } catch (const CLI::CallForVersion&) {
        return PrintText{program.version() + "\n"};
    } catch (const CLI::ParseError& error) {
        return refused(oneLine(program, error));
    }
    if (list->parsed()) return readListOrShow(words, true);
    if (show->parsed()) return readListOrShow(words, false);
    if (run->parsed()) return readRun(words);
    if (schedule->parsed()) return readSchedule(words);
    if (exports->parsed()) return readExport(words);
    if (thumbnails->parsed()) return MakeThumbnails{words.file, words.scenarios, words.missing};
    if (check->parsed()) return CheckFile{words.file};
    return readShowWindow(words, open->parsed());
}

}  // namespace interleave::app
