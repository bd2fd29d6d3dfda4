#include "ui/timeline/timeline_keys.hpp"

#include <optional>

namespace interleave::ui {
namespace {

// evdev's KEY_W, KEY_A, KEY_S, KEY_D and KEY_F, each + 8 as X11 counts.
std::optional<KeyAction> byPlace(quint32 scanCode) {
    switch (scanCode) {
        case 25: return KeyAction::zoomIn;
        case 38: return KeyAction::panLeft;
        case 39: return KeyAction::zoomOut;
        case 40: return KeyAction::panRight;
        default: return std::nullopt;
    }
}

KeyAction byLetter(int key) {
    switch (key) {
        case Qt::Key_W: return KeyAction::zoomIn;
        case Qt::Key_A: return KeyAction::panLeft;
        case Qt::Key_S: return KeyAction::zoomOut;
        case Qt::Key_D: return KeyAction::panRight;
        default: return KeyAction::none;
    }
}

}  // namespace

KeyAction keyAction(int key, Qt::KeyboardModifiers modifiers, quint32 scanCode) {
    if (modifiers & (Qt::AltModifier | Qt::MetaModifier)) return KeyAction::none;
    if (modifiers & Qt::ControlModifier)
        return key == Qt::Key_Z && !(modifiers & Qt::ShiftModifier) ? KeyAction::undo : KeyAction::none;
    switch (key) {
        case Qt::Key_Left: return KeyAction::cursorBack;
        case Qt::Key_Right: return KeyAction::cursorForward;
        case Qt::Key_Up: return KeyAction::laneUp;
        case Qt::Key_Down: return KeyAction::laneDown;
        case Qt::Key_Home: return KeyAction::toBegin;
        case Qt::Key_End: return KeyAction::toEnd;
        case Qt::Key_PageUp: return KeyAction::pageLeft;
        case Qt::Key_PageDown: return KeyAction::pageRight;
        case Qt::Key_Space: return KeyAction::playOrPause;
        case Qt::Key_F: return KeyAction::fit;
        case Qt::Key_Backspace: return KeyAction::undo;
        case Qt::Key_Escape: return KeyAction::cancel;
        default: break;
    }
    if (const auto action = byPlace(scanCode)) return *action;
    // A letter that has its place elsewhere on this layout means what it says only where places are unknown.
    return scanCode == 0 ? byLetter(key) : KeyAction::none;
}

}  // namespace interleave::ui
