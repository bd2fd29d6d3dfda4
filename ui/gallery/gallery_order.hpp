// The order in which the gallery shows scenarios, and what a search finds. Pure.
#pragma once

#include <QString>

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

// The chapter under which `id` is shown. Mostly that of its id; generators stand apart from the event loop, and what
// presupposes all the others comes last, under "choosing".
std::string_view shownChapterOf(std::string_view id);

// In both languages; the key itself where there is no such chapter.
Sentence chapterName(std::string_view key);

// Chapters in their order, each with its scenarios in the registry's order; those without any are left out.
std::vector<ShownChapter> shownChapters(std::span<const Scenario> scenarios);

// Whether every word of `query` occurs in the scenario's id, title, subtitle or chapter, in either language.
bool matches(std::string_view id, const ScenarioText& text, const QString& query);

}  // namespace interleave::ui
