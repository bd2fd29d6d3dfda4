#include "core/scenario/schedule_plan.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/scenario/params.hpp"

namespace interleave {
namespace {

constexpr double kNsPerMs = 1e6;
constexpr double kMostSwitchMs = 1000;
constexpr double kMostCores = 64;

Expected<void> checkJobs(std::string_view text) {
    if (auto jobs = parseJobs(text); !jobs) return tl::unexpected(jobs.error());
    return {};
}

Expected<void> checkOptions(std::string_view text) {
    if (auto options = parseOptions(text); !options) return tl::unexpected(options.error());
    return {};
}

const std::string* find(const ParamValues& params, std::string_view name) {
    const auto found = std::ranges::find(params, name, &ParamValues::value_type::first);
    return found == params.end() ? nullptr : &found->second;
}

Duration msOf(const ParamValues& params, std::string_view name) {
    const std::string* text = find(params, name);
    double ms = 0;
    if (text) std::from_chars(text->data(), text->data() + text->size(), ms);
    return Duration{static_cast<std::int64_t>(std::llround(ms * kNsPerMs))};
}

std::optional<std::uint32_t> coresOf(const ParamValues& params) {
    const std::string* text = find(params, "cores");
    if (!text) return std::nullopt;
    std::uint32_t cores = 1;
    std::from_chars(text->data(), text->data() + text->size(), cores);
    return cores;
}

bool takes(std::string_view policy, std::string_view option) {
    const PolicyName* known = findPolicy(policy);
    return known && std::ranges::find(known->options, option, &PolicyOption::name) != known->options.end();
}

bool isWord(const ParamValues& params, std::string_view name, std::string_view word) {
    const std::string* text = find(params, name);
    return text && *text == word;
}

}  // namespace

std::vector<Param> schedulePlanParams(std::string jobs, std::string policy, std::string options) {
    std::vector<std::string> names;
    for (const PolicyName& known : policies()) names.push_back(known.name);
    Param choice = choiceParam("policy", names);
    choice.defaultValue = std::move(policy);
    return {textParam("jobs", std::move(jobs), checkJobs),
            std::move(choice),
            textParam("options", std::move(options), checkOptions),
            integerParam("cores", 1, 1, kMostCores),
            choiceParam("ready-queues", {"one", "per-core"}),
            booleanParam("stealing", true),
            realMsParam("switch-cost", "0", 0, kMostSwitchMs),
            realMsParam("cold-cache", "0", 0, kMostSwitchMs)};
}

Expected<OptionValues> parseOptions(std::string_view text) {
    OptionValues values;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(';'), text.size());
        std::string_view one = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        while (!one.empty() && one.front() == ' ') one.remove_prefix(1);
        while (!one.empty() && one.back() == ' ') one.remove_suffix(1);
        if (one.empty()) continue;
        const std::size_t equals = one.find('=');
        if (equals == std::string_view::npos || equals == 0)
            return refused(
                Sentence("Requests", "\"{}\" is no option: give name=value, several separated by ;").of(one));
        values.emplace_back(one.substr(0, equals), one.substr(equals + 1));
    }
    return values;
}

Expected<SchedulePlan> schedulePlan(const ParamValues& params, std::uint32_t cores, std::uint64_t seed) {
    SchedulePlan plan;
    const std::string* jobs = find(params, "jobs");
    auto read = parseJobs(jobs ? *jobs : "");
    if (!read) return tl::unexpected(read.error());
    plan.jobs = std::move(*read);

    const std::string* options = find(params, "options");
    auto values = parseOptions(options ? *options : "");
    if (!values) return tl::unexpected(values.error());
    const std::string* policy = find(params, "policy");
    const std::string name = policy ? *policy : "rr";
    // A scenario may have the slice as a parameter of its own.
    if (const std::string* quantum = find(params, "quantum"); quantum && takes(name, "quantum"))
        values->emplace_back("quantum", *quantum);
    auto chosen = readPolicyOptions(name, *values, seed);
    if (!chosen) return tl::unexpected(chosen.error());
    plan.policy = std::move(*chosen);

    plan.machine.cores = coresOf(params).value_or(std::max(1U, cores));
    if (isWord(params, "ready-queues", "per-core")) plan.machine.queues.layout = QueueLayout::oneForEachCore;
    plan.machine.queues.stealing = !isWord(params, "stealing", "false");
    plan.machine.switchCost = msOf(params, "switch-cost");
    plan.machine.migrationCost = msOf(params, "cold-cache");
    if (auto possible = checkMachine(plan.jobs, plan.machine); !possible) return tl::unexpected(possible.error());
    return plan;
}

Expected<void> checkSchedulePlan(const ParamValues& complete, std::uint32_t cores) {
    if (auto plan = schedulePlan(complete, cores, 1); !plan) return tl::unexpected(plan.error());
    return {};
}

}  // namespace interleave
