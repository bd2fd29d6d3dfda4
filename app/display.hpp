// Whether a window can be shown, and pictures without one.
#pragma once

namespace interleave::app {

// A display to show a window on: an X server that answers or a Wayland compositor, or a platform named by hand.
bool canShowWindows();

// From now on Qt paints in memory, with or without a display; a platform named by hand stays.
void paintInMemory();

}  // namespace interleave::app
