// What scenarios that compare make of the parameter that chooses among their runs.
//
// Thread safety: pure.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/scenario/scenario.hpp"

namespace interleave {

// Of a parameter that the scenario has: `complete` holds them all.
const std::string& valueOf(const ParamValues& complete, std::string_view param);

// A run for each of `choices`, named after it, or for the one that was chosen; whatever is none of them ("all",
// "both") stands for all.
std::vector<Variant> variantsBy(std::string_view param, const std::vector<std::string>& choices,
                                const ParamValues& complete, RuntimeKind runtime);

// As it, by "kind": the same on a process, a thread and a coroutine.
std::vector<Variant> variantsByKindOfActor(const ParamValues& complete);

}  // namespace interleave
