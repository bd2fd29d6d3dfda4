#include "ui/gallery/thumbnail.hpp"

#include <QDir>
#include <QFile>
#include <QPainter>
#include <QStandardPaths>

#include "core/session/comparison.hpp"
#include "ui/timeline/overview_rows.hpp"

namespace interleave::ui {
namespace {

constexpr int kHighestRow = 32;  // pixels: of a single lane no block is made

QString cacheFolder() { return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + "/interleave/thumbnails"; }

ThemeName nearest(ThemeName theme) { return theme == ThemeName::dark ? ThemeName::dark : ThemeName::light; }

}  // namespace

QImage drawThumbnail(const Store& store, ThemeName theme) {
    return overviewRows(store, store.span(), kThumbnailSize, Theme::named(nearest(theme)), kHighestRow);
}

QString thumbnailName(const QString& scenario, ThemeName theme) {
    QString name = scenario;
    name.replace('/', '-');
    return name + (nearest(theme) == ThemeName::dark ? "-dark.png" : "-light.png");
}

QString thumbnailPath(const QString& scenario, ThemeName theme) {
    const QString name = thumbnailName(scenario, theme);
    for (const QString& path : {cacheFolder() + '/' + name, ":/thumbnails/" + name})
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

bool writeThumbnails(const Store& store, const QString& folder) {
    bool written = QDir().mkpath(folder);
    for (const ThemeName theme : {ThemeName::light, ThemeName::dark}) {
        const QString path = folder + '/' + thumbnailName(QString::fromStdString(store.facts().scenario), theme);
        written = written && drawThumbnail(store, theme).save(path, "PNG");
    }
    return written;
}

bool keepThumbnails(const Store& store) { return mayStandForItsScenario(store) && writeThumbnails(store, cacheFolder()); }

}  // namespace interleave::ui
