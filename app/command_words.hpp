// The words of the command line: what can be typed, and what it says of itself (--help). Values are made of them
// afterwards (command_line), so that every refusal is a sentence of ours.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace interleave::app {

// As they were typed.
struct Words {
    std::string scenario, file;
    std::optional<std::string> runtime, seed, cores, pace, repeat, tempo, timeout, save, size, scale, theme, language,
        subject, lessonStep;
    std::optional<std::string> policy, jobs, jobsFile, quantum, clock;
    std::vector<std::string> sets, exports, job, options, scenarios;
    std::optional<std::string> folder;
    std::vector<std::string> formats;
    bool overwrite = false;
    bool json = false;
    bool lesson = false;
    bool missing = false;
    bool noCaption = false;
    // Of pictures.
    std::optional<std::string> preset, moments, columns, range, framesPerSecond, seconds;
    bool once = false, cursorOnly = false;
};

struct Commands {
    CLI::App *list, *show, *run, *schedule, *exports, *thumbnails, *lesson, *check, *open;
};

// Gives `program` its commands and options, which fill `words` as it parses. Both outlive the parsing.
Commands describeCommands(CLI::App& program, Words& words);

}  // namespace interleave::app
