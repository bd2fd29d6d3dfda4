#include "core/scenario/variants.hpp"

#include <algorithm>

namespace interleave {

const std::string& valueOf(const ParamValues& complete, std::string_view param) {
    return std::ranges::find(complete, param, &ParamValues::value_type::first)->second;
}

std::vector<Variant> variantsBy(std::string_view param, const std::vector<std::string>& choices,
                                const ParamValues& complete, RuntimeKind runtime) {
    const std::string& chosen = valueOf(complete, param);
    const bool isOne = std::ranges::find(choices, chosen) != choices.end();
    std::vector<Variant> all;
    for (const std::string& choice : choices)
        if (!isOne || choice == chosen) all.push_back({choice, runtime, {{std::string(param), choice}}});
    return all;
}

std::vector<Variant> variantsByKindOfActor(const ParamValues& complete) {
    std::vector<Variant> all = variantsBy("kind", {"process", "thread", "coroutine"}, complete, RuntimeKind::threads);
    for (Variant& each : all) {
        if (each.name == "process") each.runtime = RuntimeKind::processes;
        if (each.name == "coroutine") each.runtime = RuntimeKind::coroutines;
    }
    return all;
}

}  // namespace interleave
