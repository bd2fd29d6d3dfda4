#include "app/command_line.hpp"

#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/command_words.hpp"
#include "app/values.hpp"
#include "core/scenario/lesson_list.hpp"
#include "ui/exporting/option_text.hpp"
#include "ui/exporting/presets.hpp"
#include "ui/exporting/version.hpp"

namespace interleave::app {
namespace {
constexpr double kLongestTimeout = 7 * 24 * 3600;  // seconds
constexpr std::uint32_t kMostRepeats = 1'000'000;
constexpr std::uint32_t kMostCores = 4096;
constexpr std::uint32_t kMostSteps = 99;

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

void readAnimation(Reader& reader, const Words& words, ui::AnimationOptions& animation) {
    if (words.range) {
        std::pair<Duration, Duration> range;
        reader.take(ui::durationRange("--range", *words.range), range);
        animation.range = range;
    }
    if (words.framesPerSecond)
        reader.take(realNumber("--fps", *words.framesPerSecond, 1, ui::kMostFramesPerSecond),
                    animation.framesPerSecond);
    if (words.seconds)
        reader.take(realNumber("--seconds", *words.seconds, 0.5, ui::kLongestAnimation), animation.seconds);
    animation.loops = !words.once;
    animation.grows = !words.cursorOnly;
}

Expected<void> checkPresetAlone(const Words& words) {
    if (words.preset && (words.size || words.scale))
        return refused(Sentence(
            "CommandLine", "a preset says the size and the scale: give either --preset, or --size and --scale"));
    return {};
}

// A file of unknown kind is told of elsewhere.
Expected<void> checkFits(const std::string& path, const ui::PictureOptions& picture) {
    const auto format = ui::exportFormatOf(path);
    return format ? ui::checkPicture(picture, *format) : Expected<void>();
}

void readPicture(Reader& reader, const Words& words, ui::PictureOptions& picture) {
    reader.require(checkPresetAlone(words));
    if (words.preset) {
        ui::Preset preset{};
        reader.take(ui::presetNamed(*words.preset), preset);
        if (preset.name != nullptr) ui::take(preset, picture);
    }
    if (words.size) reader.take(pictureSize(*words.size), picture.size);
    if (words.scale)
        reader.take(realNumber("--scale", *words.scale, ui::kSmallestScale, ui::kLargestScale), picture.scale);
    if (words.theme) reader.take(themeNamed(*words.theme), picture.theme);
    if (words.subject) reader.take(subjectNamed(*words.subject), picture.subject);
    if (words.moments) reader.take(ui::momentsOf(*words.moments), picture.moments);
    if (words.columns)
        reader.take(wholeNumber("--columns", *words.columns, 1, ui::kMostMoments), picture.moments.columns);
    picture.caption = !words.noCaption;
    if (words.lessonStep) {
        std::uint64_t step = 0;
        reader.take(wholeNumber("--step", *words.lessonStep, 0, kMostSteps), step);
        picture.step = static_cast<int>(step);
        if (picture.subject != ui::PictureSubject::presenting)
            reader.require(refused(Sentence("CommandLine", "--step goes with --picture presenting")));
    }
    readAnimation(reader, words, picture.animation);
    reader.require(ui::checkPicture(picture));
    for (const std::string& path : words.exports) reader.require(checkFits(path, picture));
    for (const std::string& format : words.formats) reader.require(checkFits("picture." + format, picture));
}

void readLanguage(Reader& reader, const Words& words, std::string& language) {
    if (words.language) reader.take(languageNamed(*words.language), language);
}

void readTimeout(Reader& reader, const Words& words, std::optional<Duration>& timeout) {
    if (!words.timeout) return;
    double limit = 0;
    reader.take(realNumber("--timeout", *words.timeout, 0.001, kLongestTimeout), limit);
    timeout = std::chrono::duration_cast<Duration>(std::chrono::duration<double>(limit));
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
    run.lesson = words.lesson;
    if (run.json && run.lesson)
        reader.require(refused(
            Sentence("CommandLine", "--lesson prints text: leave out --json, or ask for one after the other")));
    if (words.runtime) reader.take(runtimeNamed(*words.runtime), run.runtime);
    if (words.pace) reader.take(paceNamed(*words.pace), run.pace);
    if (words.seed) reader.take(wholeNumber("--seed", *words.seed, 0, ~std::uint64_t{0}), run.seed);
    if (words.cores) reader.take(wholeNumber("--cores", *words.cores, 1, kMostCores), run.cores);
    if (words.tempo) reader.take(realNumber("--tempo", *words.tempo, 0.01, 100), run.tempo);
    if (words.repeat) reader.take(wholeNumber("--repeat", *words.repeat, 1, kMostRepeats), run.repeat);
    readTimeout(reader, words, run.timeout);
    for (const std::string& word : words.sets) reader.take(assignment(word), run.params.emplace_back());
    reader.require(checkExtensions(run.exports));
    readPicture(reader, words, run.picture);
    readLanguage(reader, words, run.language);
    return reader.result(std::move(run));
}

// Exactly one of the three ways to give jobs.
Expected<std::string> jobsGiven(const Words& words) {
    const int ways = (words.jobs ? 1 : 0) + (words.job.empty() ? 0 : 1) + (words.jobsFile ? 1 : 0);
    if (ways == 0)
        return refused(Sentence(
            "CommandLine", "schedule needs jobs: give --jobs 24,3,3, or --job name=A,cpu=5 …, or --file JOBS.json"));
    if (ways > 1)
        return refused(
            Sentence("CommandLine", "the jobs are given in more than one way: choose --jobs, --job or --file"));
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

// What only says how something is written makes no sense where nothing is.
Expected<void> checkLessonWords(const Words& words) {
    if (words.folder) return {};
    for (const auto& [given, name] :
         {std::pair(!words.formats.empty(), "--format"), std::pair(words.overwrite, "--overwrite"),
          std::pair(words.subject.has_value(), "--picture"), std::pair(words.size.has_value(), "--size"),
          std::pair(words.scale.has_value(), "--scale"), std::pair(words.preset.has_value(), "--preset"),
          std::pair(words.theme.has_value(), "--theme"), std::pair(words.moments.has_value(), "--moments"),
          std::pair(words.tempo.has_value(), "--tempo"), std::pair(words.timeout.has_value(), "--timeout")})
        if (given)
            return refused(Sentence("CommandLine", "{} says how pictures are made: add --export FOLDER").of(name));
    return {};
}

Expected<Command> readLessonWords(const Words& words) {
    Reader reader;
    GoThroughLesson command;
    command.file = words.file;
    command.json = words.json;
    command.folder = words.folder;
    command.overwrite = words.overwrite;
    command.formats = words.formats;
    if (command.formats.empty()) command.formats.emplace_back("png");
    reader.require(checkLessonWords(words));
    for (const std::string& format : command.formats)
        if (const auto known = ui::exportFormatOf("picture." + format); !known)
            reader.require(
                refused(Sentence("CommandLine", "--format {} is not known: {}").of(format, known.error().what)));
    if (words.tempo) reader.take(realNumber("--tempo", *words.tempo, 0.01, 100), command.tempo);
    readTimeout(reader, words, command.timeout);
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

bool isFileOfOurs(std::string_view word) {
    return !word.starts_with('-') && (isLessonFile(word) || (word.ends_with(".ilv") && word.size() > 4));
}

// One line, and where to read on.
std::string oneLine(const CLI::App& program, const CLI::ParseError& error) {
    std::string sentence = error.what();
    for (char& c : sentence)
        if (c == '\n') c = ' ';
    while (!sentence.empty() && (sentence.back() == '.' || sentence.back() == ' ')) sentence.pop_back();
    const auto chosen = program.get_subcommands();
    if (chosen.empty()) return Sentence("CommandLine", "{}; see `interleave --help`").of(sentence);
    return Sentence("CommandLine", "{}; see `interleave {} --help`").of(sentence, chosen[0]->get_name());
}

}  // namespace

Expected<Command> parseCommandLine(int count, const char* const* typed) {
    Words words;
    CLI::App program("", "interleave");
    const Commands commands = describeCommands(program, words);
    // As a file manager gives it: `interleave FILE`.
    std::vector<const char*> given(typed, typed + count);
    if (count > 1 && isFileOfOurs(typed[1])) given.insert(given.begin() + 1, "open");
    try {
        program.parse(static_cast<int>(given.size()), given.data());
    } catch (const CLI::CallForHelp&) {
        const auto chosen = program.get_subcommands();
        return PrintText{chosen.empty() ? program.help() : chosen[0]->help()};
    } catch (const CLI::CallForVersion&) {
        return PrintText{program.version() + "\n"};
    } catch (const CLI::ParseError& error) {
        return refused(oneLine(program, error));
    }
    if (commands.list->parsed()) return readListOrShow(words, true);
    if (commands.show->parsed()) return readListOrShow(words, false);
    if (commands.run->parsed()) return readRun(words);
    if (commands.schedule->parsed()) return readSchedule(words);
    if (commands.exports->parsed()) return readExport(words);
    if (commands.thumbnails->parsed()) return MakeThumbnails{words.file, words.scenarios, words.missing};
    if (commands.lesson->parsed()) return readLessonWords(words);
    if (commands.check->parsed()) return CheckFile{words.file};
    return readShowWindow(words, commands.open->parsed());
}

}  // namespace interleave::app
