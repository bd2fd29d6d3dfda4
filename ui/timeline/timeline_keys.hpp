// What a key means on the timeline. Pure. W, A, S, D go by their place on the keyboard, so they lie together under the
// left hand on any layout.
#pragma once

#include <Qt>

namespace interleave::ui {

enum class KeyAction {
    none,
    zoomIn, zoomOut, panLeft, panRight,        // W S A D; Shift: further
    cursorBack, cursorForward,                 // ← →: to the change before, after
    laneUp, laneDown,                          // ↑ ↓: the selected lane
    toBegin, toEnd,                            // Home, End
    pageLeft, pageRight,                       // Page up, Page down
    playOrPause, fit, undo, cancel             // Space, F, Ctrl+Z or Backspace, Escape
};

// `scanCode` is what the platform reports (X11 and Wayland: evdev's code + 8), 0 where it reports none.
KeyAction keyAction(int key, Qt::KeyboardModifiers modifiers, quint32 scanCode);

}  // namespace interleave::ui
