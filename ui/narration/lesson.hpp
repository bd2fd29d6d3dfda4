// What a scenario teaches, as one page: what to look at, why it happens, what to try next, and what is often said
// about it. Pure.
#pragma once

#include <QString>

#include "ui/live/scenario_text.hpp"
#include "ui/theme/theme.hpp"

namespace interleave::ui {

// Rich text in the window's language; empty where the scenario has no texts. Sizes in pixels.
QString lessonPage(const ScenarioText& text, const Theme& theme, int textPixels);

}  // namespace interleave::ui
