#include "app/thumbnails.hpp"

#include <QDir>
#include <QFile>

#include <algorithm>

#include <fmt/format.h>

#include "app/console.hpp"
#include "app/listing.hpp"
#include "app/one_run.hpp"
#include "core/session/comparison.hpp"
#include "ui/exporting/thumbnails.hpp"

namespace interleave::app {
namespace {

// Some take a minute; their first seconds show what they are like.
constexpr Duration kLongest = std::chrono::seconds(8);

bool hasBoth(const QDir& folder, const std::string& scenario) {
    const QString id = QString::fromStdString(scenario);
    return folder.exists(ui::thumbnailName(id, ui::ThemeName::light)) &&
           folder.exists(ui::thumbnailName(id, ui::ThemeName::dark));
}

std::vector<const Scenario*> wanted(const MakeThumbnails& command, const QDir& folder) {
    std::vector<const Scenario*> found;
    for (const Scenario& scenario : scenarios()) {
        const bool named = command.scenarios.empty() ||
                           std::ranges::find(command.scenarios, scenario.id) != command.scenarios.end();
        if (named && !(command.missing && hasBoth(folder, scenario.id))) found.push_back(&scenario);
    }
    return found;
}

Expected<void> make(const Scenario& scenario, const QString& folder, const Interruption& interruption) {
    auto request = defaultRequest(scenario.id);
    if (!request) return tl::unexpected(request.error());
    RunRequest run = runsOf(*request).front();
    run.timeout = kLongest;
    Store store;
    if (auto ran = runOnce(run, store, interruption); !ran) return ran;
    if (interruption.happened())
        return refused(Sentence("CommandLine", "interrupted: the pictures made so far are there"));
    if (store.actors().empty()) return refused(Sentence("CommandLine", "nobody came to run in {}").of(scenario.id));
    if (ui::writeThumbnails(store, folder)) return {};
    return refused(Sentence("CommandLine", "cannot write into {}").of(folder.toStdString()));
}

// The list by which the program is built with all that are there.
Expected<void> writeList(const QDir& folder) {
    std::string text = "<RCC>\n    <qresource prefix=\"/thumbnails\">\n";
    for (const QString& name : folder.entryList({"*.png"}, QDir::Files, QDir::Name))
        text += fmt::format("        <file>{}</file>\n", name.toStdString());
    text += "    </qresource>\n</RCC>\n";
    QFile file(folder.filePath("thumbnails.qrc"));
    const auto size = static_cast<qint64>(text.size());
    if (file.open(QIODevice::WriteOnly) && file.write(text.data(), size) == size && file.flush()) return {};
    return refused(Sentence("CommandLine", "cannot write {}").of(file.fileName().toStdString()));
}

}  // namespace

ExitStatus makeThumbnails(const MakeThumbnails& command) {
    for (const std::string& id : command.scenarios)
        if (findScenario(id) == nullptr) return complain(unknownScenario(id), ExitStatus::wrongUsage);
    const QString path = QString::fromStdString(command.folder);
    if (!QDir().mkpath(path))
        return complain(Sentence("CommandLine", "cannot make the folder {}").of(command.folder), ExitStatus::couldNot);
    const QDir folder(path);
    const Interruption interruption;
    for (const Scenario* scenario : wanted(command, folder)) {
        if (auto made = make(*scenario, path, interruption); !made)
            return complain(made.error().what, ExitStatus::couldNot);
        if (auto said = say(scenario->id + "\n"); !said) return complain(said.error().what, ExitStatus::couldNot);
    }
    if (auto listed = writeList(folder); !listed) return complain(listed.error().what, ExitStatus::couldNot);
    return ExitStatus::fine;
}

}  // namespace interleave::app
