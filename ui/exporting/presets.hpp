// Sizes that slides, sheets of paper and posts have, by name.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "ui/exporting/export_options.hpp"

namespace interleave::ui {

struct Preset {
    const char* name;  // on the command line
    QSize size;
    double scale;
    std::optional<Paper> paper;
};

std::span<const Preset> presets();

// Refuses an unknown name, naming those that there are.
Expected<Preset> presetNamed(std::string_view name);
// The one whose size, scale and paper `options` have; none: another size.
const Preset* presetOf(const PictureOptions& options);
// Size, scale and paper; the rest stays.
void take(const Preset& preset, PictureOptions& options);

}  // namespace interleave::ui
