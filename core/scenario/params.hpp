// Short ways to say what a scenario takes.
#pragma once

#include "core/scenario/scenario.hpp"

namespace interleave {

inline Param integerParam(std::string name, std::int64_t value, double min, double max, std::string unit = "") {
    return {.name = std::move(name), .type = ParamType::integer, .defaultValue = std::to_string(value),
            .min = min, .max = max, .choices = {}, .unit = std::move(unit)};
}

// A time in whole milliseconds.
inline Param msParam(std::string name, std::int64_t value, double min, double max) {
    return integerParam(std::move(name), value, min, max, "ms");
}

inline Param choiceParam(std::string name, std::vector<std::string> choices) {
    std::string first = choices.front();
    return {.name = std::move(name), .type = ParamType::choice, .defaultValue = std::move(first),
            .min = 0, .max = 0, .choices = std::move(choices), .unit = ""};
}

}  // namespace interleave
