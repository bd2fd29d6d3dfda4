#include "app/listing.hpp"

#include <QCoreApplication>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/console.hpp"
#include "app/json.hpp"
#include "app/naming.hpp"
#include "app/nearest.hpp"
#include "app/text_table.hpp"
#include "core/scenario/scenario.hpp"
#include "ui/exporting/caption.hpp"
#include "ui/live/scenario_text.hpp"
#include "ui/live/words.hpp"

namespace interleave::app {
namespace {

struct Listing {
    Q_DECLARE_TR_FUNCTIONS(Listing)
};

std::string runtimeNames(const Scenario& scenario) {
    std::string names;
    for (const RuntimeKind runtime : scenario.runtimes)
        names += (names.empty() ? "" : ", ") + std::string(nameOf(runtime));
    return names;
}

std::string paceNames(const Scenario& scenario) {
    std::string names(nameOf(scenario.defaultPace));
    for (const Pace pace : scenario.paces)
        if (pace != scenario.defaultPace && pace != Pace::step) names += ", " + std::string(nameOf(pace));
    return names;
}

std::string allowedValues(const Param& param) {
    switch (param.type) {
        case ParamType::integer:
        case ParamType::real: return fmt::format("{:.10g} – {:.10g}", param.min, param.max);
        case ParamType::boolean: return "true, false";
        case ParamType::choice: return fmt::format("{}", fmt::join(param.choices, ", "));
        case ParamType::text: return "text";
        case ParamType::folder: return "folder";
    }
    return {};
}

std::string paramsText(const Scenario& scenario, const ui::ScenarioText& text) {
    if (scenario.params.empty()) return {};
    TextTable table({{"--set"},
                     {Listing::tr("default").toStdString(), TextTable::Align::right},
                     {Listing::tr("unit").toStdString()},
                     {Listing::tr("may be").toStdString()},
                     {Listing::tr("what it is").toStdString()}});
    for (const Param& param : scenario.params)
        table.addRow({param.name, param.defaultValue, ui::Words::unit(param.unit).toStdString(), allowedValues(param),
                      text.label(QString::fromStdString(param.name)).toStdString()});
    return "\n" + table.text();
}

// A heading and its text, where there is any.
void addParagraph(std::string& into, const QString& heading, const ui::InBothLanguages& sentence) {
    if (sentence.shown().trimmed().isEmpty()) return;
    into += "\n" + heading.toStdString() + "\n  " + sentence.shown().toStdString() + "\n";
}

std::string scenarioPage(const Scenario& scenario) {
    const ui::ScenarioText& text = ui::scenarioText(scenario.id);
    std::string page = fmt::format("{} ({})\n", text.title.shown().toStdString(), scenario.id);
    if (!text.subtitle.shown().isEmpty()) page += text.subtitle.shown().toStdString() + "\n";
    addParagraph(page, Listing::tr("The question"), text.question);
    addParagraph(page, Listing::tr("Look at"), text.look);
    addParagraph(page, Listing::tr("Why"), text.why);
    addParagraph(page, Listing::tr("Try next"), text.tryNext);
    page += fmt::format("\n--runtime  {}\n--pace     {}\n", runtimeNames(scenario), paceNames(scenario));
    page += paramsText(scenario, text);
    return page + fmt::format("\ninterleave run {}\n", scenario.id);
}

}  // namespace

ExitStatus listScenarios(const ListScenarios& command) {
    if (command.json) {
        Json array = Json::array();
        for (const Scenario& scenario : scenarios()) array.push_back(scenarioJson(scenario));
        return sayAndReturn(jsonText(array), ExitStatus::fine);
    }
    TextTable table({{Listing::tr("scenario").toStdString()},
                     {Listing::tr("title").toStdString()},
                     {Listing::tr("runs on").toStdString()}});
    for (const Scenario& scenario : scenarios())
        table.addRow({scenario.id, ui::scenarioText(scenario.id).title.shown().toStdString(), runtimeNames(scenario)});
    return sayAndReturn(table.text(), ExitStatus::fine);
}

ExitStatus showScenario(const ShowScenario& command) {
    const Scenario* scenario = findScenario(command.scenario);
    if (scenario == nullptr) return complain(unknownScenario(command.scenario), ExitStatus::wrongUsage);
    return sayAndReturn(scenarioPage(*scenario), ExitStatus::fine);
}

std::string unknownScenario(std::string_view typed) {
    std::vector<std::string> ids;
    for (const Scenario& scenario : scenarios()) ids.push_back(scenario.id);
    const auto meant = nearest(typed, ids);
    if (meant)
        return Sentence("CommandLine",
                        "there is no scenario '{}'; did you mean '{}'? `interleave list` names them all")
            .of(typed, *meant);
    return Sentence("CommandLine", "there is no scenario '{}'; `interleave list` names them all").of(typed);
}

}  // namespace interleave::app
