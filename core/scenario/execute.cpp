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
    // Never destroyed: a daemon may still be at work in it. The process, which ends now, takes both with it.
    auto* const lab = new Lab{arena, complete};
    return lab->run(scenario->body);
}

Error runFresh(Arena& arena, const FreshStart& start) {
    const Scenario* scenario = findScenario(start.order.scenario);
    if (!scenario || !scenario->fresh) return {start.order.scenario + " starts no program anew"};
    Lab lab{arena, start.order};
    lab.liveAs(start, scenario->fresh);
}

}  // namespace interleave
