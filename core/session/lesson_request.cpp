#include "core/session/lesson_request.hpp"

namespace interleave {

Expected<RunRequest> requestOf(const LessonEntry& entry) {
    auto request = defaultRequest(entry.scenario);
    if (!request) return request;
    if (entry.runtime) request->runtime = *entry.runtime;
    if (entry.pace) request->pace = *entry.pace;
    if (entry.seed) request->seed = *entry.seed;
    request->params = entry.params;
    return checkedRequest(std::move(*request));
}

LessonEntry entryOf(const RunRequest& request) {
    LessonEntry entry{
        .scenario = request.scenario, .runtime = request.runtime, .pace = request.pace, .seed = request.seed};
    const Scenario* scenario = findScenario(request.scenario);
    for (const auto& [name, value] : request.params) {
        const Param* param = scenario == nullptr ? nullptr : scenario->param(name);
        if (param == nullptr || param->defaultValue != value) entry.params.emplace_back(name, value);
    }
    return entry;
}

}  // namespace interleave
