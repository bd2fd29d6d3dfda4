#include "ui/narration/compared_runs.hpp"

#include <algorithm>
#include <optional>

#include "ui/live/result_words.hpp"
#include "ui/live/scenario_text.hpp"

namespace interleave::ui {
namespace {

using Runs = std::vector<std::shared_ptr<const Store>>;

const ResultValue* told(const Store& run, const std::string& name) {
    const auto found = std::ranges::find(run.results(), name, [](const auto& result) { return result.first; });
    return found == run.results().end() || found->second.type == ResultType::boolean ||
                   found->second.type == ResultType::digits
               ? nullptr
               : &found->second;
}

double numberOf(const ResultValue& value) {
    return value.type == ResultType::real ? value.real : static_cast<double>(value.integer);
}

// The first number that every run told.
std::optional<std::string> commonNumber(const Runs& runs) {
    for (const auto& [name, value] : runs.front()->results()) {
        if (std::ranges::all_of(runs, [&](const auto& run) { return told(*run, name) != nullptr; })) return name;
    }
    return std::nullopt;
}

QString nameOf(const Store& run) {
    return scenarioText(run.facts().scenario).variantLabel(QString::fromStdString(run.facts().variant));
}

}  // namespace

Narration ComparedRuns::narrate(const Runs& runs) {
    if (runs.size() < 2) return {};
    const auto name = commonNumber(runs);
    if (!name) return {};
    const auto [least, most] = std::ranges::minmax_element(
        runs, [&](const auto& a, const auto& b) { return numberOf(*told(*a, *name)) < numberOf(*told(*b, *name)); });
    const QString headline = tr("%1: the least with %2, the most with %3.", "a number's label, then two runs")
                                 .arg(resultLabel(*runs.front(), *name), nameOf(**least), nameOf(**most));
    const QString detail = tr("%1 against %2. Click a run to see its timeline, two names to compare those two.")
                               .arg(resultText(*told(**least, *name)), resultText(*told(**most, *name)));
    return {headline, detail, Severity::calm};
}

}  // namespace interleave::ui
