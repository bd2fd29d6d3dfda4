// One way out for every export, from the menu and from the command line: the name's ending says what is written.
#pragma once

#include <string>

#include "core/base/error.hpp"
#include "core/trace/store.hpp"
#include "ui/exporting/picture.hpp"
#include "ui/exporting/progress.hpp"

namespace interleave::ui {

// Refuses, before anything is run or drawn, a name of unknown ending and a place where no file can be written.
// Leaves nothing behind.
Expected<void> checkExportTarget(const std::string& path);
// As above for any file, whatever its ending.
Expected<void> checkTarget(const std::string& path);

// Writes `store` to `path`, wholly or not at all. Pictures show the whole run with the cursor at its end.
// Where `progress` ends it, the target is as it was.
// Pictures need a QGuiApplication (of the whole window: a QApplication); CSV and Chrome JSON need neither.
Expected<void> exportRun(const Store& store, const std::string& path, const PictureOptions& options,
                         const Progress& progress = {});
// As above with a part of the run, and the cursor where the person put it. Data files have the whole run.
Expected<void> exportScene(const Store& store, const Scene& scene, const std::string& path,
                           const PictureOptions& options, const Progress& progress = {});

}  // namespace interleave::ui
