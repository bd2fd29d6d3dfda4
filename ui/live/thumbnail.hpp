// What a scenario's timeline looks like, as small as a stamp: where its picture is. Those that come with the program
// were made by `interleave thumbnails`; a run on this machine, with nothing changed in its settings, replaces them.
#pragma once

#include <QImage>
#include <QString>

#include "core/trace/store.hpp"
#include "ui/theme/theme.hpp"

namespace interleave::ui {

inline constexpr QSize kThumbnailSize{160, 96};

// "locks-deadlock-dark.png". There is one for the light theme and one for the dark; print has the light one.
QString thumbnailName(const QString& scenario, ThemeName theme);
// Where those of runs on this machine are kept.
QString thumbnailCache();

// That of a run here, else the one that came with the program; null where there is neither.
QImage thumbnailOf(const QString& scenario, ThemeName theme);
// Where it comes from: a file, or a resource; empty where there is none.
QString thumbnailPath(const QString& scenario, ThemeName theme);

// Whether the run is what the scenario shows as it comes, so that its picture may stand for it: all settings as they
// were chosen for it, ended by itself, and of several runs that are compared the first.
bool mayStandForItsScenario(const Store& store);

}  // namespace interleave::ui
