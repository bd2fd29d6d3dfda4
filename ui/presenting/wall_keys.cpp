#include "ui/presenting/wall_keys.hpp"

namespace interleave::ui {
namespace {

WallCommand withControl(int key) {
    switch (key) {
        case Qt::Key_Plus:
        case Qt::Key_Equal: return WallCommand::larger;
        case Qt::Key_Minus:
        case Qt::Key_Underscore: return WallCommand::smaller;
        case Qt::Key_0: return WallCommand::usualSize;
        case Qt::Key_R: return WallCommand::run;
        default: return WallCommand::none;
    }
}

}  // namespace

WallCommand wallCommand(int key, Qt::KeyboardModifiers modifiers) {
    // The keypad's keys and those that need Shift on some layouts are the same keys.
    modifiers &= ~(Qt::KeypadModifier | Qt::ShiftModifier);
    if (modifiers == Qt::ControlModifier) return withControl(key);
    if (modifiers != Qt::NoModifier) return WallCommand::none;
    switch (key) {
        case Qt::Key_PageDown:
        case Qt::Key_Right:
        case Qt::Key_Down:
        case Qt::Key_Space:
        case Qt::Key_Return:
        case Qt::Key_Enter: return WallCommand::next;
        case Qt::Key_PageUp:
        case Qt::Key_Left:
        case Qt::Key_Up:
        case Qt::Key_Backspace: return WallCommand::previous;
        case Qt::Key_1: return WallCommand::first;
        case Qt::Key_2: return WallCommand::second;
        case Qt::Key_3: return WallCommand::third;
        case Qt::Key_R: return WallCommand::run;
        case Qt::Key_B: return WallCommand::blank;
        case Qt::Key_Period: return WallCommand::pause;
        case Qt::Key_L: return WallCommand::spotlight;
        case Qt::Key_F1: return WallCommand::keys;
        case Qt::Key_F5:
        case Qt::Key_Escape: return WallCommand::leave;
        default: return WallCommand::none;
    }
}

}  // namespace interleave::ui
