// What a key means before a class. Pure. Presenters' remotes send page keys, arrows, space or enter to go on, and F5 or
// Escape to begin and to leave.
#pragma once

#include <Qt>

namespace interleave::ui {

enum class WallCommand {
    none,
    next, previous,
    first, second, third,          // of the choices
    run,
    blank, pause, spotlight,
    larger, smaller, usualSize,
    keys, leave
};

WallCommand wallCommand(int key, Qt::KeyboardModifiers modifiers);

}  // namespace interleave::ui
