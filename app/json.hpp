// The shapes of `list --json` and `run --json`. Keys come in the order in which they are documented.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/scenario/scenario.hpp"
#include "core/session/outcomes.hpp"
#include "core/trace/store.hpp"

namespace interleave::app {

using Json = nlohmann::ordered_json;

// {id, chapter, title{en, zh_CN}, runtimes[], default_runtime, params[{name, type, default, min, max, choices}]}
Json scenarioJson(const Scenario& scenario);

// {scenario, runtime, pace, seed, params{}, ended, wall_ms, events, lost, evicted, actors[], locks[], queues[],
//  deadlocks[], results{}, violations[]}; times in ms.
Json runJson(const Store& store);

// {name: value} in the order in which the scenario told them.
Json resultsJson(const std::vector<std::pair<std::string, ResultValue>>& results);
// {repeat, wrong, outcomes[{results, ended, count}], last}
Json outcomesJson(const Outcomes& outcomes, const Store& last);

// The runs of a scenario that compares, as runJson has one: sums, results named "variant.name", the gravest end, and
// each run by itself in `runs`, where its actors and objects stand.
// `asked` is what was asked for, before it became several runs.
Json comparisonJson(const std::vector<std::shared_ptr<const Store>>& runs, const RunFacts& asked);

// Indented text with a line's end; bytes that are no UTF-8 are replaced.
std::string jsonText(const Json& json);

}  // namespace interleave::app
