// The part of a scenario's text that leads through its run: three choices before it, a few steps after it. Pure.
#pragma once

#include "ui/live/scenario_text.hpp"

class QJsonObject;

namespace interleave::ui {

inline constexpr std::size_t kChoices = 3;
inline constexpr std::size_t kFewestSteps = 3;
inline constexpr std::size_t kMostSteps = 7;

// From "choices" and "steps" of a scenario's file into `text`; refuses what is not whole, naming the place.
Expected<void> readLesson(const QJsonObject& root, ScenarioText& text);

}  // namespace interleave::ui
