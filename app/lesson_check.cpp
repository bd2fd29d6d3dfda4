#include "app/lesson_check.hpp"

#include <QCoreApplication>
#include <fmt/format.h>

#include "app/naming.hpp"
#include "app/text_table.hpp"

namespace interleave::app {
namespace {

using Align = TextTable::Align;

std::string told(const QString& text) { return text.toStdString(); }

// "1420.000 ms", and on which of the runs where there are several.
std::string whenOf(const ui::FoundStep& step, const ui::Runs& runs) {
    if (!step.moment) return told(QCoreApplication::translate("LessonCheck", "not found"));
    std::string when = fmt::format("{:.3f} ms", milliseconds(step.moment->at - TraceTime{}));
    return runs.size() > 1 ? runs[step.run]->facts().variant + "  " + when : when;
}

std::string whomOf(const ui::FoundStep& step, const ui::Runs& runs) {
    if (!step.moment) return {};
    const Store& run = *runs[step.run];
    std::string whom = step.moment->actor.exists() ? actorName(run, step.moment->actor) : std::string();
    if (step.moment->object.exists()) whom += (whom.empty() ? "" : ", ") + objectName(run, step.moment->object);
    return whom;
}

}  // namespace

LessonCheck::LessonCheck(const ui::Runs& runs) {
    const ui::ScenarioText& text = ui::scenarioText(runs.back()->facts().scenario);
    if (text.choices.empty() || text.steps.empty()) {
        misses(told(QCoreApplication::translate("LessonCheck", "this scenario has no lesson yet")));
        return;
    }
    addChoices(text, runs);
    addSteps(text, runs);
    if (m_fits) m_text += "\n" + told(QCoreApplication::translate("LessonCheck", "the lesson fits this run")) + "\n";
}

void LessonCheck::addChoices(const ui::ScenarioText& text, const ui::Runs& runs) {
    const ui::Verdict verdict = ui::judge(text.choices, runs);
    TextTable table({{told(QCoreApplication::translate("LessonCheck", "holds"))},
                     {told(QCoreApplication::translate("LessonCheck", "choice"))},
                     {told(QCoreApplication::translate("LessonCheck", "when"))}});
    for (std::size_t i = 0; i < text.choices.size(); ++i)
        table.addRow({told(verdict.holds[i] ? QCoreApplication::translate("LessonCheck", "yes")
                                            : QCoreApplication::translate("LessonCheck", "no")),
                      text.choices[i].text.shown().toStdString(), text.choices[i].words.toStdString()});
    m_text += table.text() + "\n";
    if (!verdict.trouble.empty()) misses(verdict.trouble);
    if (verdict.right() < 0)
        misses(told(QCoreApplication::translate("LessonCheck", "not exactly one of the choices holds")));
}

void LessonCheck::addSteps(const ui::ScenarioText& text, const ui::Runs& runs) {
    const auto found = ui::findSteps(text.steps, runs, ui::linesOf(runs.back()->facts().scenario));
    TextTable table({{told(QCoreApplication::translate("LessonCheck", "step"))},
                     {told(QCoreApplication::translate("LessonCheck", "at")), Align::right},
                     {told(QCoreApplication::translate("LessonCheck", "about"))},
                     {told(QCoreApplication::translate("LessonCheck", "moment"))},
                     {told(QCoreApplication::translate("LessonCheck", "sentence"))}});
    std::string missing;
    for (std::size_t i = 0; i < found.size(); ++i) {
        const bool isElsewhere =
            found[i].run < runs.size() && !ui::isMeantFor(text.steps[i], runs[found[i].run]->facts().runtime);
        if (isElsewhere) continue;
        table.addRow({std::to_string(i + 1), whenOf(found[i], runs), whomOf(found[i], runs),
                      text.steps[i].words.toStdString(), text.steps[i].text.shown().toStdString()});
        if (!found[i].moment) missing += (missing.empty() ? "" : ", ") + std::to_string(i + 1);
    }
    m_text += table.text();
    if (missing.empty()) return;
    misses(told(QCoreApplication::translate("LessonCheck", "this run has no moment for step %1")
                    .arg(QString::fromStdString(missing))));
}

void LessonCheck::misses(const std::string& sentence) {
    m_fits = false;
    m_text += "! " + sentence + "\n";
}

}  // namespace interleave::app
