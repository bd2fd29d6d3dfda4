#include "core/session/comparison.hpp"

#include <algorithm>

namespace interleave {

std::vector<RunRequest> runsOf(const RunRequest& request) {
    const Scenario* scenario = findScenario(request.scenario);
    if (!scenario || !scenario->variants) return {request};
    std::vector<RunRequest> runs;
    for (const Variant& variant : scenario->variants(request.params, request.runtime)) {
        RunRequest& run = runs.emplace_back(request);
        run.variant = variant.name;
        run.runtime = variant.runtime;
        for (const auto& [name, value] : variant.params) {
            const auto param = std::ranges::find(run.params, name, &ParamValues::value_type::first);
            if (param != run.params.end()) param->second = value;
        }
    }
    return runs;
}

}  // namespace interleave
