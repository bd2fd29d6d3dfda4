#include "app/file_commands.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "app/console.hpp"
#include "core/trace/saved_trace.hpp"
#include "core/trace/trace_check.hpp"
#include "ui/exporting/export_run.hpp"

namespace interleave::app {
namespace {

constexpr std::size_t kMostShown = 20;

}  // namespace

ExitStatus exportFile(const ExportFile& command) {
    for (const std::string& path : command.exports)
        if (auto target = ui::checkExportTarget(path); !target)
            return complain(target.error().what, ExitStatus::couldNot);
    const auto store = SavedTrace::open(command.file);
    if (!store) return complain(store.error().what, ExitStatus::couldNot);
    for (const std::string& path : command.exports)
        if (auto written = ui::exportRun(*store, path, command.picture); !written)
            return complain(written.error().what, ExitStatus::couldNot);
    return ExitStatus::fine;
}

ExitStatus checkFile(const CheckFile& command) {
    const auto store = SavedTrace::open(command.file);
    if (!store) return complain(store.error().what, ExitStatus::couldNot);
    const TraceCheck check = checkTrace(*store);
    std::string text;
    for (std::size_t i = 0; i < std::min(check.violations.size(), kMostShown); ++i)
        text += describe(*store, check.violations[i]) + "\n";
    if (check.broken > kMostShown) text += fmt::format("… and {} more\n", check.broken - kMostShown);
    text += fmt::format("{}: {} events, ", command.file, check.events);
    if (check.lawful()) return sayAndReturn(text + "every law obeyed\n", ExitStatus::fine);
    return sayAndReturn(text + fmt::format("laws broken {} times\n", check.broken), ExitStatus::lawBroken);
}

}  // namespace interleave::app
