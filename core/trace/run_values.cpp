// What runs can be asked for.
#include <charconv>

#include "core/trace/claim.hpp"
#include "core/trace/metrics.hpp"

namespace interleave {
namespace {

RunValue valueOfText(const std::string& text) {
    if (text == "true" || text == "false") return {text == "true" ? 1.0 : 0.0, text};
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc{} && end == text.data() + text.size()) return {number, text};
    return {std::nullopt, text};
}

RunValue valueOfResult(const ResultValue& value) {
    switch (value.type) {
        case ResultType::integer:
        case ResultType::digits: return {static_cast<double>(value.integer), {}};
        case ResultType::real: return {value.real, {}};
        case ResultType::boolean: return {value.integer != 0 ? 1.0 : 0.0, value.integer != 0 ? "true" : "false"};
    }
    return {};
}

std::uint64_t lostUpdatesOf(const Store& run) {
    std::uint64_t lost = 0;
    for (const ObjectRecord& object : run.objects()) lost += object.lostUpdates;
    return lost;
}

}  // namespace

RunValues::RunValues(const std::vector<std::shared_ptr<const Store>>& runs) {
    for (const auto& run : runs) add(*run);
    if (runs.size() == 1) addResults(*runs.front(), {});
}

RunValues::RunValues(const Store& run) {
    add(run);
    addResults(run, {});
}

void RunValues::add(const Store& run) {
    const RunFacts& facts = run.facts();
    for (const auto& [name, text] : facts.params) m_values.try_emplace("param." + name, valueOfText(text));
    addFigures(run, {});
    RunValue& ended = m_values["ended"];
    if (ended.word.empty() || facts.ended != Ended::finished) ended.word = nameOf(facts.ended);
    if (facts.variant.empty()) return;
    const std::string prefix = facts.variant + ".";
    addFigures(run, prefix);
    addResults(run,
               prefix);  // what it tells itself goes before what it was measured by: of tempo 4, its own milliseconds
    m_values[prefix + "ended"].word = nameOf(facts.ended);
}

void RunValues::addResults(const Store& run, const std::string& prefix) {
    for (const auto& [name, value] : run.results()) m_values[prefix + name] = valueOfResult(value);
    for (const ObjectRecord& object : run.objects()) {
        if (object.kind != ObjectKind::queue) continue;
        m_values[prefix + object.name + ".max_level"].number = static_cast<double>(object.maxLevel);
        m_values[prefix + object.name + ".puts"].number = static_cast<double>(object.puts);
        m_values[prefix + object.name + ".gets"].number = static_cast<double>(object.gets);
    }
}

void RunValues::addFigures(const Store& run, const std::string& prefix) {
    addUp(prefix + "deadlocks", static_cast<double>(run.deadlocks().size()));
    addUp(prefix + "wall_ms", milliseconds(run.facts().wall));
    addUp(prefix + "actors", static_cast<double>(run.actors().size()));
    addUp(prefix + "switches", static_cast<double>(runMetricsAt(run, run.now()).switches));
    addUp(prefix + "lost_updates", static_cast<double>(lostUpdatesOf(run)));
    addStates(run, prefix);
}

void RunValues::addStates(const Store& run, const std::string& prefix) {
    constexpr std::size_t kNamed = 256;  // of a crowd nobody asks for one by name
    if (run.actors().size() > kNamed) return;
    for (std::uint32_t id = 0; id < run.actors().size(); ++id) {
        const ActorMetrics metrics = actorMetricsAt(run, {id}, run.now());
        const std::string actor = prefix + "actor." + run.actor({id}).name + ".";
        addUp(actor + "running_ms", milliseconds(metrics.running));
        addUp(actor + "ready_ms", milliseconds(metrics.ready));
        addUp(actor + "waiting_ms", milliseconds(metrics.waiting));
    }
}

void RunValues::addUp(const std::string& name, double more) {
    std::optional<double>& number = m_values[name].number;
    number = number.value_or(0) + more;
}

std::optional<RunValue> RunValues::find(std::string_view name) const {
    const auto found = m_values.find(name);
    return found == m_values.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace interleave
