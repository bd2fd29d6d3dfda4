#include <algorithm>
#include <string>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/session/machine.hpp"
#include "core/session/session.hpp"

namespace interleave {
namespace {

constexpr double kSlowest = 0.01;
constexpr double kFastest = 100.0;
constexpr std::uint32_t kMostVirtualCores = 64;

template <class Named>
std::string listed(const std::vector<Named>& names) {
    std::vector<std::string_view> words;
    for (const Named name : names) words.push_back(nameOf(name));
    return fmt::format("{}", fmt::join(words, ", "));
}

Expected<const Scenario*> known(std::string_view id) {
    if (const Scenario* scenario = findScenario(id)) return scenario;
    return refused(Sentence("Sessions", "there is no scenario \"{}\"; `interleave list` names them all").of(id));
}

Expected<void> checkedCores(const RunRequest& request) {
    if (request.runtime == RuntimeKind::virtualTime) {
        if (request.cores <= kMostVirtualCores) return {};
        return refused(Sentence("Sessions", "{} virtual cores are too many; ask for at most {}")
                           .of(request.cores, kMostVirtualCores));
    }
    const std::uint32_t here = usableCores();
    if (request.cores <= here) return {};
    return refused(Sentence("Sessions", "{} cores are asked for, but this program may use {}; ask for fewer")
                       .of(request.cores, here));
}

}  // namespace

Expected<RunRequest> defaultRequest(std::string_view id) {
    const auto scenario = known(id);
    if (!scenario) return tl::unexpected(scenario.error());
    RunRequest request;
    request.scenario = (*scenario)->id;
    request.runtime = (*scenario)->defaultRuntime;
    request.pace = (*scenario)->defaultPace;
    return checkedRequest(std::move(request));
}

Expected<RunRequest> checkedRequest(RunRequest request) {
    const auto found = known(request.scenario);
    if (!found) return tl::unexpected(found.error());
    const Scenario& scenario = **found;

    if (!scenario.runsOn(request.runtime))
        return refused(Sentence("Sessions", "{} does not run on {}; it runs on {}")
                           .of(scenario.id, nameOf(request.runtime), listed(scenario.runtimes)));
    const bool hasPace =
        request.pace == Pace::step || std::ranges::find(scenario.paces, request.pace) != scenario.paces.end();
    if (!hasPace)
        return refused(Sentence("Sessions", "{} has no pace \"{}\"; it has {}")
                           .of(scenario.id, nameOf(request.pace), listed(scenario.paces)));
    if (!(request.tempo >= kSlowest && request.tempo <= kFastest))
        return refused(Sentence("Sessions", "a tempo of {} is out of range; choose one from {} to {}")
                           .of(request.tempo, kSlowest, kFastest));
    if (request.timeout && *request.timeout <= Duration{0})
        return refused(Sentence("Sessions", "a timeout has to be longer than nothing"));
    if (scenario.timesSwitches) request.kernelRecords = false;
    if (request.cores == 0) request.cores = usableCores();
    if (auto cores = checkedCores(request); !cores) return tl::unexpected(cores.error());

    auto params = completeParams(scenario, request.params);
    if (!params) return tl::unexpected(params.error());
    request.params = std::move(*params);
    if (scenario.check) {
        if (auto together = scenario.check(request.params, request.cores); !together)
            return tl::unexpected(together.error());
    }
    return request;
}

}  // namespace interleave
