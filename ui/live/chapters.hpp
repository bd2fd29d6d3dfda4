// The order in which scenarios are shown and gone through, and what a search for them finds. Pure.
#pragma once

#include <QString>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/scenario/scenario.hpp"
#include "ui/live/scenario_text.hpp"

namespace interleave::ui {

struct ShownChapter {
    std::string key;  // "locks"; its name is chapterName(key)
    std::vector<const Scenario*> scenarios;
};

// The chapter under which `id` is shown. Mostly that of its id; iterators and generators stand apart from the event
// loop, and what presupposes all the others comes last, under "choosing".
std::string_view shownChapterOf(std::string_view id);

// In both languages; the key itself where there is no such chapter.
InBothLanguages chapterName(std::string_view key);

// Chapters in their order, each with its scenarios in the registry's order; those without any are left out.
std::vector<ShownChapter> shownChapters(std::span<const Scenario> scenarios);

// The one shown before (`step` -1) or after (1) the scenario `id`, past the end of its chapter the next one's first;
// nothing at either end, and of an id that is not shown.
struct Neighbour {
    const Scenario* scenario;
    bool inSameChapter;
};
std::optional<Neighbour> neighbourOf(std::string_view id, std::span<const Scenario> scenarios, int step);

// Whether every word of `query` occurs in what the scenario is called (its id, title, subtitle or chapter) or else in
// the question that it asks, in either language, whatever the window's is.
enum class Match { none, byQuestion, byName };
Match matchOf(std::string_view id, const ScenarioText& text, const QString& query);

}  // namespace interleave::ui
