#include "ui/exporting/presets.hpp"

#include <array>

#include <fmt/format.h>

namespace interleave::ui {
namespace {

constexpr double kA4Short = 210, kA4Long = 297;  // mm
constexpr double kSheetMargin = 12;              // mm: every printer reaches so far
constexpr double kPaperScale = kPaperDots / 96;

// A slide's larger pictures have the same layout, only finer: what is seen on a wall does not get smaller.
const std::array kPresets{
    Preset{"slide", {1920, 1080}, 1, {}},
    Preset{"slide-4k", {1920, 1080}, 2, {}},
    Preset{"slide-8k", {1920, 1080}, 4, {}},
    Preset{"a4", {794, 1123}, kPaperScale, Paper{kA4Short, kA4Long, kSheetMargin}},
    Preset{"a4-landscape", {1123, 794}, kPaperScale, Paper{kA4Long, kA4Short, kSheetMargin}},
    Preset{"square", {1080, 1080}, 1, {}},
};

}  // namespace

std::span<const Preset> presets() { return kPresets; }

Expected<Preset> presetNamed(std::string_view name) {
    std::string known;
    for (const Preset& preset : kPresets) {
        if (name == preset.name) return preset;
        known += fmt::format("{}{}", known.empty() ? "" : ", ", preset.name);
    }
    return refused(Sentence("Exporting", "there is no preset '{}'; the presets are {}").of(name, known));
}

const Preset* presetOf(const PictureOptions& options) {
    for (const Preset& preset : kPresets)
        if (preset.size == options.size && preset.scale == options.scale && preset.paper == options.paper)
            return &preset;
    return nullptr;
}

void take(const Preset& preset, PictureOptions& options) {
    options.size = preset.size;
    options.scale = preset.scale;
    options.paper = preset.paper;
}

}  // namespace interleave::ui
