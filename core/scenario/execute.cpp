#include "core/scenario/execute.hpp"

#include <memory>

#include "core/runtime/lab.hpp"
#include "core/scenario/scenario.hpp"

namespace interleave {

Expected<void> runScenario(Arena& arena, const RunnerOrder& order) {
    const Scenario* scenario = findScenario(order.scenario);
    if (!scenario) return refused(Sentence("Requests", "there is no scenario '{}'").of(order.scenario));
    if (!scenario->runsOn(order.runtime))
        return refused(Sentence("Requests", "{} does not run on '{}'").of(order.scenario, nameOf(order.runtime)));
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
    if (!scenario || !scenario->fresh)
        return {Sentence("Requests", "{} starts no program anew").of(start.order.scenario)};
    Lab lab{arena, start.order};
    lab.liveAs(start, scenario->fresh);
}

}  // namespace interleave
