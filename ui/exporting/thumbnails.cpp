#include "ui/exporting/thumbnails.hpp"

#include <QDir>

#include "ui/timeline/overview_rows.hpp"

namespace interleave::ui {
namespace {

constexpr int kHighestRow = 32;  // pixels: of a single lane no block is made

}  // namespace

QImage drawThumbnail(const Store& store, ThemeName theme) {
    const ThemeName shown = theme == ThemeName::dark ? ThemeName::dark : ThemeName::light;
    return overviewRows(store, store.span(), kThumbnailSize, Theme::named(shown), kHighestRow);
}

bool writeThumbnails(const Store& store, const QString& folder) {
    bool written = QDir().mkpath(folder);
    for (const ThemeName theme : {ThemeName::light, ThemeName::dark}) {
        const QString path = folder + '/' + thumbnailName(QString::fromStdString(store.facts().scenario), theme);
        written = written && drawThumbnail(store, theme).save(path, "PNG");
    }
    return written;
}

bool keepThumbnails(const Store& store) {
    return mayStandForItsScenario(store) && writeThumbnails(store, thumbnailCache());
}

}  // namespace interleave::ui
