// Times and moments as they are typed, on the command line and in the window.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ui/exporting/export_options.hpp"

namespace interleave::ui {

// "0.5s", "200ms", "1500us"; a number alone is seconds.
// `option` is what a refusal names.
Expected<Duration> durationOf(std::string_view option, std::string_view word);
// "0.5s..2s".
Expected<std::pair<Duration, Duration>> durationRange(std::string_view option, std::string_view word);
// "0.5s, 1.2s".
Expected<std::vector<Duration>> timesOf(std::string_view word);
// "3", "0.5s,1.2s", "turning-points" or "steps": a number alone is how many.
Expected<StripMoments> momentsOf(std::string_view word);
// What durationOf() reads: "0.5s".
std::string typedText(Duration duration);

}  // namespace interleave::ui
