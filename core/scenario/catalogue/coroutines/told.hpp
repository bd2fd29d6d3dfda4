// How values of generators are printed: as Python prints them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace interleave::catalogue {

inline std::string told(std::int64_t value) { return std::to_string(value); }
// 15 is "15.0", as a float's text.
std::string told(double value);
template <class T>
std::string told(const std::optional<T>& value) {
    return value ? told(*value) : "None";
}

}  // namespace interleave::catalogue
