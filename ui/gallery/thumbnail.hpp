// What a scenario's timeline looks like, as small as a stamp: lanes and nothing else, drawn from a real run. Those that come with
// the program were made by `interleave thumbnails`; a run on this machine, with nothing changed in its settings, replaces them.
#pragma once

#include <QImage>
#include <QString>

#include "core/trace/store.hpp"
#include "ui/theme/theme.hpp"

namespace interleave::ui {

inline constexpr QSize kThumbnailSize{160, 96};

QImage drawThumbnail(const Store& store, ThemeName theme);

// "locks-deadlock-dark.png". There is one for the light theme and one for the dark; print has the light one.
QString thumbnailName(const QString& scenario, ThemeName theme);

// That of a run here, else the one that came with the program; null where there is neither.
QImage thumbnailOf(const QString& scenario, ThemeName theme);
// Where it comes from: a file, or a resource; empty where there is none.
QString thumbnailPath(const QString& scenario, ThemeName theme);

// Whether the run is what the scenario shows as it comes, so that its picture may stand for it: all settings as they were
// chosen for it, ended by itself, and of several runs that are compared the first.
bool mayStandForItsScenario(const Store& store);

// Both pictures, into `folder`, as <name>; whether they could be written.
bool writeThumbnails(const Store& store, const QString& folder);
// Into this person's cache, if the run may stand for its scenario.
bool keepThumbnails(const Store& store);

}  // namespace interleave::ui
