// The program with a window: from a QApplication to its exit status.
#pragma once

#include <QString>

#include <optional>

#include "ui/shell/language.hpp"
#include "ui/shell/menus.hpp"

class QApplication;

namespace interleave::ui {

struct WindowOptions {
    QString scenario;                    // to choose at first; empty: the last one, else the first
    QString file;                        // a saved trace or a lesson list to open; empty: none
    std::optional<ThemeChoice> theme;    // else as it was left
    std::optional<Language> language;    // else as it was left, at first the system's
};

// Shows the window and stays until it is closed. Whatever ran has then ended.
int showWindow(QApplication& application, const WindowOptions& options = {});

}  // namespace interleave::ui
