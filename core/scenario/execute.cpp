#include "core/scenario/execute.hpp"

#include <memory>

#include "core/runtime/lab.hpp"
#include "core/scenario/scenario.hpp"

namespace interleave {

Expected<void> runScenario(Arena& arena, const RunnerOrder& order) {
    const Scenario* scenario = findScenario(order.scenario);
    if (!scenario) return refused("there is no scenario '" + order.scenario + "'");
    if (!scenario->runsOn(order.runtime))
        return refused(order.scenario + " does not run on '" + std::string(nameOf(order.runtime)) + "'");
    auto params = completeParams(*scenario, order.params);
    if (!params) return tl::unexpected(params.error());

    RunnerOrder complete = order;
    complete.params = std::move(*params);
    auto lab = std::make_unique<Lab>(arena, complete);
    auto ran = lab->run(scenario->body);
    // A run that was given up leaves actors that still stand on it; the runner leaves by _exit.
    if (!ran) (void)lab.release();
    return ran;
}

}  // namespace interleave
