// What was typed, as values: which command, with which options. Nothing is started or written here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/error.hpp"
#include "core/trace/run_facts.hpp"
#include "ui/exporting/export_options.hpp"

namespace interleave::app {

struct ShowWindow {
    std::string file;      // a trace or a lesson list to open; empty: none
    std::string language;  // empty: as it was left
};
struct ListScenarios {
    bool json = false;
    std::string language;
};
struct ShowScenario {
    std::string scenario;
    std::string language;
};
struct RunScenario {
    std::string scenario;
    std::optional<RuntimeKind> runtime;  // absent: the scenario's own, here and below
    std::optional<Pace> pace;
    std::vector<std::pair<std::string, std::string>> params;
    std::optional<std::uint64_t> seed;
    std::optional<std::uint32_t> cores;
    std::optional<double> tempo;
    std::optional<Duration> timeout;
    std::uint32_t repeat = 1;
    std::optional<std::string> save;     // .ilv
    std::vector<std::string> exports;
    ui::PictureOptions picture;
    std::string language;
    bool json = false;
    bool lesson = false;                 // tell how the scenario's lesson fits the run, instead of the run itself
    bool asSchedule = false;             // `schedule`: a run of multitasking/your-jobs, told as a textbook would
    std::string jobsFile;                // JSON; its jobs become the parameter "jobs"
    bool tells = true;                   // what came out, on stdout
};
struct ExportFile {
    std::string file;
    std::vector<std::string> exports;
    ui::PictureOptions picture;
    std::string language;
};
// `lesson`: lists the entries of one, or runs them and writes their pictures.
struct GoThroughLesson {
    std::string file;
    bool json = false;
    std::string language;
    std::optional<std::string> folder;   // where pictures go; absent: it is listed
    std::vector<std::string> formats;    // endings without the dot
    bool overwrite = false;
    std::optional<double> tempo;
    std::optional<Duration> timeout;     // of each entry
    ui::PictureOptions picture;
};
struct CheckFile {
    std::string file;
};
struct MakeThumbnails {
    std::string folder;
    std::vector<std::string> scenarios;  // none: all
    bool missing = false;                // only those that are not there yet
};
// --help or --version: what to print.
struct PrintText {
    std::string text;
};

using Command = std::variant<ShowWindow, ListScenarios, ShowScenario, RunScenario, ExportFile, CheckFile,
                             MakeThumbnails, GoThroughLesson, PrintText>;

// Refuses, in one sentence, what makes no sense. Whether a scenario, a parameter or a file exists is not known here.
// `language` is empty where --lang was not given, else "en" or "zh_CN".
Expected<Command> parseCommandLine(int count, const char* const* words);

}  // namespace interleave::app
