#include "app/command_words.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "ui/exporting/option_text.hpp"
#include "ui/exporting/presets.hpp"
#include "ui/exporting/version.hpp"

namespace interleave::app {
namespace {

constexpr const char* kAbout =
    "Interleave shows concurrency as it really happens: real threads and workers run a scenario, and one timeline\n"
    "shows who is running, ready or waiting. Without arguments it opens the window.";
constexpr const char* kStatuses =
    "Exit status: 0 it ran and obeyed the laws; 1 it could not run (the reason is on stderr); 2 wrong usage;\n"
    "3 a law was broken, or --lesson found that the lesson does not fit; 4 --timeout ended it.";

CLI::Option* repeatable(CLI::Option* option) { return option->expected(1)->take_all()->allow_extra_args(false); }

void addAnimationOptions(CLI::App& command, Words& words) {
    command.add_option("--range", words.range, "the part of the run that a GIF shows (default: all of it)")
        ->type_name("FROM..TO");
    command.add_option("--fps", words.framesPerSecond, "a GIF's frames a second (default 12)")->type_name("N");
    command.add_option("--seconds", words.seconds, "how long a GIF plays (default 8)")->type_name("S");
    command.add_flag("--once", words.once, "play a GIF once instead of for ever");
    command.add_flag("--cursor-only", words.cursorOnly, "in a GIF only the cursor moves; else the timeline grows");
}

void addPictureOptions(CLI::App& command, Words& words) {
    command
        .add_option(
            "--preset", words.preset,
            "size of a slide (1920x1080; finer: 4k, 8k), a sheet of A4 (in mm; PNG: 300 dpi), a square (1080x1080)")
        ->type_name("slide|slide-4k|slide-8k|a4|a4-landscape|square");
    command.add_option("--size", words.size, "layout size of a picture (default 1920x1080)")->type_name("WxH");
    command.add_option("--scale", words.scale, "pixels for each layout pixel (default 1)")->type_name("X");
    command.add_option("--theme", words.theme, "light, dark or print (default light)")->type_name("THEME");
    command
        .add_option("--picture", words.subject,
                    "draw the timeline, the whole window, runs compared, several moments on a page, or what a class "
                    "sees (default timeline)")
        ->type_name("timeline|window|comparison|strip|presenting");
    command
        .add_option(
            "--moments", words.moments,
            "a strip's moments: how many, or at which times, or where the run turns, or the lesson's (default 3)")
        ->type_name("N|0.5s,1.2s,…|turning-points|steps");
    command
        .add_option("--columns", words.columns,
                    "how many of a strip's moments stand side by side (default: as fits best)")
        ->type_name("N");
    command
        .add_option("--step", words.lessonStep,
                    "of --picture presenting: which step of the lesson; 0 is the question (default: the last)")
        ->type_name("N");
    command.add_flag("--no-caption", words.noCaption, "leave out the line that says what was run, and how");
    addAnimationOptions(command, words);
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
    repeatable(run->add_option("--set", words.sets, "a parameter's value; may be given again"))
        ->type_name("NAME=VALUE");
    run->add_option("--seed", words.seed, "where chance starts (default 1)")->type_name("N");
    run->add_option("--cores", words.cores, "how many cores to use (default: all)")->type_name("N");
    run->add_option("--pace", words.pace, "free: nothing is held back; steered: the interleaving that shows the point")
        ->type_name("free|steered");
    run->add_option("--repeat", words.repeat, "run N times, run i with seed + i, and count what came out")
        ->type_name("N");
    run->add_option("--tempo", words.tempo, "2 is twice as fast (default 1)")->type_name("X");
    run->add_option("--timeout", words.timeout, "end the run after so many seconds, with exit status 4")
        ->type_name("S");
    run->add_option("--save", words.save, "keep the trace")->type_name("FILE.ilv");
    repeatable(run->add_option("--export", words.exports, "draw or write the run; may be given again"))
        ->type_name("FILE.png|svg|pdf|gif|csv|json");
    addPictureOptions(*run, words);
    addLanguage(*run, words);
    run->add_flag("--json", words.json, "print one JSON object instead of a summary");
    run->add_flag(
        "--lesson", words.lesson,
        "check the scenario's lesson on this run: where each step lies, and which choice came true; exit status 3\n"
        "where a step is not found, or not exactly one choice holds in every run");
    run->footer(kStatuses);
    return run;
}

CLI::App* addSchedule(CLI::App& program, Words& words) {
    CLI::App* schedule = program.add_subcommand("schedule", "Schedule jobs as a textbook does, or on real workers");
    schedule
        ->add_option("--policy", words.policy,
                     "fcfs, sjf, srtf, rr, priority, mlfq, lottery, stride, fair or edf (default rr)")
        ->type_name("P");
    schedule->add_option("--jobs", words.jobs, "CPU bursts in ms of jobs that arrive at 0: 24,3,3")
        ->type_name("MS,MS,…");
    repeatable(schedule->add_option("--job", words.job,
                                    "one job: name=A,arrival=0,cpu=5,io=3,cpu=4,priority=1; may be given again"))
        ->type_name("KEY=VALUE,…");
    schedule->add_option("--file", words.jobsFile, "a JSON list of jobs")->type_name("JOBS.json");
    schedule->add_option("--quantum", words.quantum, "the time slice, where the policy has one")->type_name("MS");
    repeatable(schedule->add_option("--option", words.options,
                                    "an option of the policy, or ready-queues (one, per-core), stealing, switch-cost, "
                                    "cold-cache; may be given again"))
        ->type_name("NAME=VALUE");
    schedule->add_option("--cores", words.cores, "how many cores (default 1)")->type_name("N");
    schedule->add_option("--clock", words.clock, "virtual: computed; real: on real workers, for real milliseconds")
        ->type_name("virtual|real");
    schedule->add_option("--seed", words.seed, "where chance starts (default 1)")->type_name("N");
    schedule->add_option("--save", words.save, "keep the trace")->type_name("FILE.ilv");
    repeatable(schedule->add_option("--export", words.exports, "draw or write the schedule; may be given again"))
        ->type_name("FILE.png|svg|pdf|gif|csv|json");
    addPictureOptions(*schedule, words);
    addLanguage(*schedule, words);
    schedule->add_flag("--json", words.json, "print one JSON object instead of a table");
    schedule->footer(kStatuses);
    return schedule;
}

CLI::App* addExport(CLI::App& program, Words& words) {
    CLI::App* command = program.add_subcommand("export", "Draw or write a saved trace");
    command->add_option("FILE", words.file, "a trace that was saved (.ilv)")->required();
    command->add_option("OUT", words.exports, "FILE.png, .svg, .pdf, .gif, .csv or .json")->required();
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
    CLI::App* command =
        program.add_subcommand("thumbnails", "Run scenarios and draw the gallery's small pictures of them");
    command->add_option("DIR", words.file, "where they are written")->required();
    command->add_option("SCENARIO", words.scenarios, "which ones (default: all)");
    command->add_flag("--missing", words.missing, "only those that are not there yet");
    return command;
}

CLI::App* addLesson(CLI::App& program, Words& words) {
    CLI::App* command = program.add_subcommand("lesson", "List a lesson's scenarios, or run them all and draw them");
    command->add_option("FILE", words.file, "a lesson list (.lesson)")->required();
    command->add_flag("--json", words.json, "print one JSON object instead of a table");
    command
        ->add_option("--export", words.folder,
                     "run each entry and write its pictures into this folder: 01-deadlock.png, …")
        ->type_name("FOLDER");
    repeatable(command->add_option("--format", words.formats,
                                   "what is written of each, as by `run --export` (default png); may be given again"))
        ->type_name("png|svg|…");
    command->add_flag("--overwrite", words.overwrite, "replace files that are there");
    command->add_option("--tempo", words.tempo, "2 is twice as fast (default 1)")->type_name("X");
    command->add_option("--timeout", words.timeout, "end each run after so many seconds, with exit status 4")
        ->type_name("S");
    addPictureOptions(*command, words);
    addLanguage(*command, words);
    command->footer(kStatuses);
    return command;
}

// A desktop starts the program by this, with a file or without.
CLI::App* addOpen(CLI::App& program, Words& words) {
    CLI::App* command =
        program.add_subcommand("open", "Open the window, with a saved trace or a lesson list if one is given");
    command->add_option("FILE", words.file, "a trace that was saved (.ilv), or a lesson list (.lesson)");
    addLanguage(*command, words);
    return command;
}

}  // namespace

Commands describeCommands(CLI::App& program, Words& words) {
    program.description(kAbout);
    program.footer(kStatuses);
    program.set_version_flag("--version", fmt::format("interleave {}", ui::programVersion()), "Print the version");
    program.set_help_flag("-h,--help", "Print this");
    program.require_subcommand(0, 1);
    const Commands commands{.list = addList(program, words),
                            .show = addShow(program, words),
                            .run = addRun(program, words),
                            .schedule = addSchedule(program, words),
                            .exports = addExport(program, words),
                            .thumbnails = addThumbnails(program, words),
                            .lesson = addLesson(program, words),
                            .check = addFileCommand(program, words, "check", "Verify a saved trace against the laws"),
                            .open = addOpen(program, words)};
    addLanguage(program, words);
    return commands;
}

}  // namespace interleave::app
