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

inline Param booleanParam(std::string name, bool value) {
    return {.name = std::move(name), .type = ParamType::boolean, .defaultValue = value ? "true" : "false",
            .min = 0, .max = 0, .choices = {}, .unit = ""};
}

// `check` refuses what makes no sense.
inline Param textParam(std::string name, std::string value, Expected<void> (*check)(std::string_view)) {
    return {.name = std::move(name), .type = ParamType::text, .defaultValue = std::move(value),
            .min = 0, .max = 0, .choices = {}, .unit = "", .check = check};
}

// A path; where none is given, the scenario has something of its own. `check` refuses what makes no sense.
inline Param folderParam(std::string name, Expected<void> (*check)(std::string_view)) {
    Param param = textParam(std::move(name), "", check);
    param.type = ParamType::folder;
    return param;
}

// A time in milliseconds that may have a fraction.
inline Param realMsParam(std::string name, std::string value, double min, double max) {
    return {.name = std::move(name), .type = ParamType::real, .defaultValue = std::move(value),
            .min = min, .max = max, .choices = {}, .unit = "ms"};
}

inline Param choiceParam(std::string name, std::vector<std::string> choices) {
    std::string first = choices.front();
    return {.name = std::move(name), .type = ParamType::choice, .defaultValue = std::move(first),
            .min = 0, .max = 0, .choices = std::move(choices), .unit = ""};
}

}  // namespace interleave
