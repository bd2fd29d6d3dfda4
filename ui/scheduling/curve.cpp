#include "ui/scheduling/curve.hpp"

#include <algorithm>
#include <charconv>

#include "core/scenario/scenario.hpp"
#include "ui/live/result_words.hpp"
#include "ui/live/scenario_text.hpp"

namespace interleave::ui {
namespace {

const std::string* paramOf(const Store& run, const std::string& name) {
    const auto& params = run.facts().params;
    const auto found = std::ranges::find(params, name, [](const auto& param) { return param.first; });
    return found == params.end() ? nullptr : &found->second;
}

std::optional<double> numberIn(const std::string& text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} ? std::optional{number} : std::nullopt;
}

std::optional<double> toldBy(const Store& run, const std::string& name) {
    const auto found = std::ranges::find(run.results(), name, [](const auto& result) { return result.first; });
    if (found == run.results().end() || found->second.type == ResultType::boolean) return std::nullopt;
    const ResultValue& value = found->second;
    return value.type == ResultType::real ? value.real : static_cast<double>(value.integer);
}

void insert(ComparedCurve::Line& line, double key, double value) {
    const auto at = std::ranges::lower_bound(line.keys, key) - line.keys.begin();
    line.keys.insert(line.keys.begin() + at, key);
    line.values.insert(line.values.begin() + at, value);
}

}  // namespace

ComparedCurve ComparedCurve::of(const Runs& runs) {
    ComparedCurve result;
    const Scenario* scenario = runs.empty() ? nullptr : findScenario(runs.front()->facts().scenario);
    if (!scenario || !scenario->curve) return result;
    const Curve& curve = *scenario->curve;
    const ScenarioText& text = scenarioText(scenario->id);
    result.along = text.label(QString::fromStdString(curve.along));
    result.result = resultLabel(*runs.front(), curve.result);
    for (const auto& run : runs) {
        const std::string* along = paramOf(*run, curve.along);
        const std::string* by = paramOf(*run, curve.by);
        const auto key = along ? numberIn(*along) : std::nullopt;
        const auto value = toldBy(*run, curve.result);
        if (run->facts().scenario != scenario->id || !by || !key || !value) continue;
        const QString name = tr("%1: %2", "a parameter's label and its value")
                                 .arg(text.label(QString::fromStdString(curve.by)), QString::fromStdString(*by));
        auto line = std::ranges::find(result.lines, name, &Line::name);
        if (line == result.lines.end()) line = result.lines.insert(line, Line{name, {}, {}});
        insert(*line, *key, *value);
    }
    std::erase_if(result.lines, [](const Line& line) { return line.keys.size() < 2; });
    return result;
}

}  // namespace interleave::ui
