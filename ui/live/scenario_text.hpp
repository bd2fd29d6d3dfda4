// What is said about a scenario, in both languages: from resources/scenarios/<chapter>/<name>.json, built in.
// Read once each and kept; GUI thread only.
#pragma once

#include <QString>

#include <string_view>
#include <utility>
#include <vector>

#include "core/base/error.hpp"
#include "core/trace/claim.hpp"
#include "core/trace/moment.hpp"

class QByteArray;

namespace interleave::ui {

// One sentence in each language.
struct InBothLanguages {
    QString en;
    QString chinese;

    // In the window's language.
    const QString& shown() const;
    bool complete() const { return !en.trimmed().isEmpty() && !chinese.trimmed().isEmpty(); }
};

// What is often said, and what is so.
struct OftenSaid {
    InBothLanguages said;
    InBothLanguages fact;
};

// What a person can try to reach by choosing who moves.
enum class GoalKind { none, deadlock, lostUpdate, finish };
struct Goal {
    GoalKind kind = GoalKind::none;
    InBothLanguages text;
};

// One of the three things that may happen; right is the one whose claim holds of the run itself.
struct Choice {
    InBothLanguages text;
    Claim when;
    QString words;    // the claim, as written
};
// One step of the lesson: what is seen at that moment of the run, and why it matters.
struct LessonStep {
    InBothLanguages text;
    MomentQuery at;
    QString variant;  // of a scenario that compares: the run that it is on; empty: that of the step before
    QString words;    // the moment, as written
    std::vector<RuntimeKind> runtimes{};  // on which there is such a moment; empty: on all
};

struct ScenarioText {
    // Above the timeline; in the gallery (a short name); before the run; …
    InBothLanguages title, subtitle, question, look, why, tryNext;
    Goal goal;
    std::vector<Choice> choices;      // three, or none
    std::vector<LessonStep> steps;    // three to seven, or none
    std::vector<OftenSaid> often;
    std::vector<std::pair<QString, InBothLanguages>> params;   // labels, by the parameter's name
    std::vector<std::pair<QString, InBothLanguages>> results;  // labels, by the result's name
    std::vector<std::pair<QString, InBothLanguages>> variants; // of a scenario that compares: what its runs are called

    // The parameter's label; its name where there is none.
    QString label(const QString& param) const;
    // The result's label; its name in words where there is none.
    QString resultLabel(const QString& result) const;
    // What one of the runs that are compared is called; its name where there is no label.
    QString variantLabel(const QString& variant) const;
};

// From the bytes of such a file; refuses what is not JSON of that form, naming the place. Choices and steps may both be
// missing; where they stand they are whole: both languages, and a claim or a moment that can be read.
Expected<ScenarioText> parseScenarioText(const QByteArray& json);

// The text of scenario `id`, as built in. Where there is none, its title is the id, so that the window stays usable.
const ScenarioText& scenarioText(std::string_view id);

}  // namespace interleave::ui
