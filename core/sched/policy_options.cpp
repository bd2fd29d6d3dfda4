#include "core/sched/policy_options.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace interleave {
namespace {

constexpr double kNsPerMs = 1e6;
constexpr double kLeastQuantumMs = 0.001;
constexpr double kMostQuantumMs = 60'000;
constexpr double kMostPeriodMs = 600'000;
constexpr double kMostLatencyMs = 10'000;
constexpr double kLeastGranularityMs = 0.1;
constexpr double kMostGranularityMs = 1'000;
constexpr std::uint32_t kMostQueues = 16;
constexpr std::uint32_t kMostAllotment = 1'000;

std::string quantumRange() {
    return Sentence("Jobs", "a number of ms from {} to {}").of(kLeastQuantumMs, kMostQuantumMs);
}
std::string quantumOrNoneRange() {
    return Sentence("Jobs", "a number of ms from 0 (equals do not take turns) to {}").of(kMostQuantumMs);
}
std::string quantaRange() {
    return Sentence("Jobs", "a number of ms from {} to {}, or one for each queue: 10/20/40")
        .of(kLeastQuantumMs, kMostQuantumMs);
}
std::string allotmentRange() {
    return Sentence("Jobs", "a whole number of slices from 1 to {}, or one for each queue: 1/2/4").of(kMostAllotment);
}
std::string queuesRange() { return Sentence("Jobs", "a whole number from 1 to {}").of(kMostQueues); }
std::string periodRange() { return Sentence("Jobs", "a number of ms from 0 (never) to {}").of(kMostPeriodMs); }
std::string latencyRange() { return Sentence("Jobs", "a number of ms from {} to {}").of(1, kMostLatencyMs); }
std::string granularityRange() {
    return Sentence("Jobs", "a number of ms from {} to {}").of(kLeastGranularityMs, kMostGranularityMs);
}
std::string switchRange() { return Sentence("Jobs", "true or false"); }

std::vector<PolicyName> makeNames() {
    const PolicyOption quantum{"quantum", "10", quantumRange};
    return {
        {"fcfs", "first come, first served", {}},
        {"sjf", "shortest job first", {}},
        {"srtf", "shortest remaining time first", {}},
        {"rr", "round robin", {quantum}},
        {"priority", "priority", {{"preemptive", "true", switchRange}, {"low-number-first", "true", switchRange},
                                  {"aging", "0", periodRange}, {"quantum", "0", quantumOrNoneRange}}},
        {"mlfq", "multi-level feedback queue",
         {{"queues", "3", queuesRange}, {"quantum", "10", quantaRange}, {"allotment", "1", allotmentRange},
          {"boost", "0", periodRange}, {"stay", "false", switchRange}, {"io-bump", "false", switchRange}}},
        {"lottery", "lottery", {quantum}},
        {"stride", "stride", {quantum}},
        {"fair", "fair by virtual run time", {{"latency", "48", latencyRange}, {"granularity", "6", granularityRange}}},
        {"edf", "earliest deadline first", {}},
    };
}

template <class Number>
std::optional<Number> numberIn(std::string_view text, double least, double most) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    const auto real = static_cast<double>(value);
    return whole && std::isfinite(real) && real >= least && real <= most ? std::optional{value} : std::nullopt;
}

std::optional<Duration> timeIn(std::string_view text, double least, double most) {
    const auto ms = numberIn<double>(text, least, most);
    if (!ms) return std::nullopt;
    return Duration{static_cast<std::int64_t>(std::llround(*ms * kNsPerMs))};
}

std::vector<std::string_view> listIn(std::string_view text) {
    constexpr std::string_view kSeparators = ",/:";
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find_first_of(kSeparators, begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

// One value, or one for each queue; whether they are as many is checked when all options are read.
template <class Value, class Parse>
bool readList(std::string_view text, std::vector<Value>& values, Parse parse) {
    std::vector<Value> read;
    for (const std::string_view part : listIn(text)) {
        const auto value = parse(part);
        if (!value) return false;
        read.push_back(*value);
    }
    values = std::move(read);
    return true;
}

template <class Value>
bool keep(Value& member, const std::optional<Value>& value) {
    if (value) member = *value;
    return value.has_value();
}

bool readSwitch(std::string_view text, bool& member) {
    member = text == "true";
    return member || text == "false";
}

bool read(PolicyOptions& options, std::string_view name, std::string_view value) {
    if (name == "quantum") {
        const double least = options.policy == "priority" ? 0 : kLeastQuantumMs;
        const auto quantumIn = [least](std::string_view part) { return timeIn(part, least, kMostQuantumMs); };
        const bool good = readList(value, options.quantum, quantumIn);
        return good && (options.policy == "mlfq" || options.quantum.size() == 1);
    }
    if (name == "allotment") {
        const auto slicesIn = [](std::string_view part) { return numberIn<std::uint32_t>(part, 1, kMostAllotment); };
        return readList(value, options.allotment, slicesIn);
    }
    if (name == "queues") return keep(options.queues, numberIn<std::uint32_t>(value, 1, kMostQueues));
    if (name == "aging") return keep(options.aging, timeIn(value, 0, kMostPeriodMs));
    if (name == "boost") return keep(options.boost, timeIn(value, 0, kMostPeriodMs));
    if (name == "latency") return keep(options.latency, timeIn(value, 1, kMostLatencyMs));
    if (name == "granularity") return keep(options.granularity, timeIn(value, kLeastGranularityMs, kMostGranularityMs));
    if (name == "preemptive") return readSwitch(value, options.preemptive);
    if (name == "low-number-first") return readSwitch(value, options.lowNumberFirst);
    if (name == "stay") return readSwitch(value, options.stay);
    return name == "io-bump" && readSwitch(value, options.ioBump);
}

std::string optionNames(const PolicyName& policy) {
    std::vector<std::string_view> names;
    for (const PolicyOption& option : policy.options) names.push_back(option.name);
    return fmt::format("{}", fmt::join(names, ", "));
}

tl::unexpected<Error> noSuchOption(const PolicyName& policy, const std::string& name) {
    if (policy.options.empty())
        return refused(Sentence("Jobs", "{} has no option '{}': it takes none").of(policy.name, name));
    return refused(Sentence("Jobs", "{} has no option '{}': it takes {}").of(policy.name, name, optionNames(policy)));
}

}  // namespace

std::span<const PolicyName> policies() {
    static const std::vector<PolicyName> all = makeNames();
    return all;
}

const PolicyName* findPolicy(std::string_view name) {
    const auto found = std::ranges::find(policies(), name, &PolicyName::name);
    return found == policies().end() ? nullptr : &*found;
}

std::string noSuchPolicy(std::string_view name) {
    std::vector<std::string_view> names;
    for (const PolicyName& policy : policies()) names.push_back(policy.name);
    const std::string all = fmt::format("{}", fmt::join(names, ", "));
    return Sentence("Jobs", "there is no policy '{}': choose {}").of(name, all);
}

Expected<PolicyOptions> readPolicyOptions(std::string_view policy, const OptionValues& given, std::uint64_t seed) {
    const PolicyName* known = findPolicy(policy);
    if (!known) return refused(noSuchPolicy(policy));
    PolicyOptions options;
    options.policy = known->name;
    options.seed = seed;
    for (const PolicyOption& option : known->options) (void)read(options, option.name, option.defaultValue);
    for (const auto& [name, value] : given) {
        const auto option = std::ranges::find(known->options, name, &PolicyOption::name);
        if (option == known->options.end()) return noSuchOption(*known, name);
        if (!read(options, name, value))
            return refused(Sentence("Jobs", "{}={} is out of place for {}: give {}")
                               .of(name, value, policy, option->range()));
    }
    const std::pair<const char*, std::size_t> lists[] = {{"quantum", options.quantum.size()},
                                                         {"allotment", options.allotment.size()}};
    for (const auto& [what, size] : lists) {
        if (size == 1 || size == options.queues) continue;
        return refused(Sentence("Jobs", "{} names {} queues, but there are {}: give one value, or one for each")
                           .of(what, size, options.queues));
    }
    return options;
}

}  // namespace interleave
