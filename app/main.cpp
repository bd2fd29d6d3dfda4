// interleave: the window without arguments, else one command. See command_line.hpp.
#include <memory>

#include <QApplication>
#include <QCoreApplication>

#include "app/command_line.hpp"
#include "app/console.hpp"
#include "app/display.hpp"
#include "app/file_commands.hpp"
#include "app/headless.hpp"
#include "app/language.hpp"
#include "app/lesson.hpp"
#include "app/listing.hpp"
#include "app/thumbnails.hpp"
#include "core/scenario/lesson_list.hpp"
#include "core/trace/saved_trace.hpp"
#include "ui/exporting/export_options.hpp"
#include "ui/exporting/version.hpp"
#include "ui/shell/window.hpp"

namespace interleave::app {
namespace {

std::string noDisplay() {
    return Sentence("CommandLine",
                    "there is no display to show the window on; without one use `interleave list`, `show`, `run`, "
                    "`export` or `check` (`interleave --help`)");
}

// What was typed, for Qt, which wants to keep it.
struct Arguments {
    int count;
    char** words;
};

bool drawsPictures(const std::vector<std::string>& exports) {
    for (const std::string& path : exports)
        if (const auto format = ui::exportFormatOf(path); format && ui::isPicture(*format)) return true;
    return false;
}

// Texts need an application, pictures one that can paint; only the window needs a display.
std::unique_ptr<QCoreApplication> application(Arguments& arguments, bool paints) {
    if (!paints) return std::make_unique<QCoreApplication>(arguments.count, arguments.words);
    paintInMemory();
    return std::make_unique<QApplication>(arguments.count, arguments.words);
}

ExitStatus execute(const PrintText& command, Arguments&) { return sayAndReturn(command.text, ExitStatus::fine); }

ExitStatus execute(const ListScenarios& command, Arguments& arguments) {
    const auto qt = application(arguments, false);
    speak(languageFor(command.language));
    return listScenarios(command);
}

ExitStatus execute(const ShowScenario& command, Arguments& arguments) {
    const auto qt = application(arguments, false);
    speak(languageFor(command.language));
    return showScenario(command);
}

// A program that reads JSON expects the same words wherever it runs.
std::string languageOf(const RunScenario& command) {
    return command.json && command.language.empty() ? "en" : languageFor(command.language);
}

ExitStatus execute(const RunScenario& command, Arguments& arguments) {
    const auto qt = application(arguments, drawsPictures(command.exports));
    speak(languageOf(command));
    return runScenario(command);
}

ExitStatus execute(const ExportFile& command, Arguments& arguments) {
    const auto qt = application(arguments, drawsPictures(command.exports));
    speak(languageFor(command.language));
    return exportFile(command);
}

ExitStatus execute(const MakeThumbnails& command, Arguments& arguments) {
    const auto qt = application(arguments, true);
    return makeThumbnails(command);
}

ExitStatus execute(const GoThroughLesson& command, Arguments& arguments) {
    const auto qt = application(arguments, command.folder.has_value());
    speak(languageFor(command.language));
    return goThroughLesson(command);
}

ExitStatus execute(const CheckFile& command, Arguments&) {
    sayErrorsIn(languageFor({}));
    return checkFile(command);
}

Expected<void> checkOpens(const std::string& file) {
    if (file.empty()) return {};
    if (isLessonFile(file)) return readLesson(file).map([](const LessonList&) {});
    return SavedTrace::open(file).map([](const Store&) {});
}

ExitStatus execute(const ShowWindow& command, Arguments& arguments) {
    sayErrorsIn(languageFor(command.language));
    if (auto opens = checkOpens(command.file); !opens) return complain(opens.error().what, ExitStatus::couldNot);
    if (!canShowWindows()) return complain(noDisplay(), ExitStatus::couldNot);
    QApplication qt(arguments.count, arguments.words);
    ui::WindowOptions options;
    options.file = QString::fromStdString(command.file);
    if (ui::Language language{}; ui::parse(QString::fromStdString(command.language), language))
        options.language = language;
    return ui::showWindow(qt, options) == 0 ? ExitStatus::fine : ExitStatus::couldNot;
}

}  // namespace
}  // namespace interleave::app

int main(int count, char** words) {
    using namespace interleave;
    const auto command = app::parseCommandLine(count, words);
    if (!command) return static_cast<int>(app::complain(command.error().what, app::ExitStatus::wrongUsage));
    QCoreApplication::setApplicationName("Interleave");
    QCoreApplication::setApplicationVersion(QString::fromUtf8(ui::programVersion().data()));
    app::Arguments arguments{count, words};
    return static_cast<int>(std::visit([&](const auto& chosen) { return app::execute(chosen, arguments); }, *command));
}
