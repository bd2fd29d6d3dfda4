// Which panel stands beside the timeline before a class, and how it is made: its runs side by side where it compares
// some, else the one that the scenario is about, else what it prints, else its program.
#pragma once

#include <memory>

#include "ui/live/model.hpp"
#include "ui/presenting/point_panels.hpp"
#include "ui/shell/panel_choice.hpp"

namespace interleave::ui {

// Pure.
PanelKind pointOf(std::string_view scenario, const Store& store);

std::unique_ptr<PointPanels> pointPanels(Model& model);

}  // namespace interleave::ui
