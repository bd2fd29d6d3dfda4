// What somebody may have meant to type.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace interleave::app {

// The candidate with the fewest letters to change, or whose last part is meant ("deadlock" for "locks/deadlock");
// nothing where none is near.
std::optional<std::string> nearest(std::string_view typed, std::span<const std::string> candidates);

}  // namespace interleave::app
