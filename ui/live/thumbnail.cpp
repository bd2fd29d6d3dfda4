#include "ui/live/thumbnail.hpp"

#include <QFile>
#include <QStandardPaths>

#include "core/session/comparison.hpp"

namespace interleave::ui {

QString thumbnailName(const QString& scenario, ThemeName theme) {
    QString name = scenario;
    name.replace('/', '-');
    return name + (theme == ThemeName::dark ? "-dark.png" : "-light.png");
}

QString thumbnailCache() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + "/interleave/thumbnails";
}

QString thumbnailPath(const QString& scenario, ThemeName theme) {
    const QString name = thumbnailName(scenario, theme);
    for (const QString& path : {thumbnailCache() + '/' + name, ":/thumbnails/" + name})
        if (QFile::exists(path)) return path;
    return {};
}

QImage thumbnailOf(const QString& scenario, ThemeName theme) {
    const QString path = thumbnailPath(scenario, theme);
    return path.isEmpty() ? QImage() : QImage(path);
}

bool mayStandForItsScenario(const Store& store) {
    const RunFacts& facts = store.facts();
    const auto request = defaultRequest(facts.scenario);
    if (!request || (facts.ended != Ended::finished && facts.ended != Ended::deadlocked)) return false;
    const RunRequest usual = runsOf(*request).front();
    return facts.variant == usual.variant && facts.runtime == usual.runtime && facts.pace == usual.pace &&
           facts.params == usual.params && store.totals().evicted == 0 && !store.actors().empty();
}

}  // namespace interleave::ui
