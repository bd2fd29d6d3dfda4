// A teacher's own lesson: scenarios in an order, each with what it is to be run with. Values,
// and the small JSON file that they are kept in:
//
//   { "interleave-lesson": 1,
//     "title": "Week 5: deadlock",
//     "entries": [ {"scenario": "locks/deadlock", "runtime": "threads", "pace": "steered", "seed": 1,
//                   "params": {"work": 300}} ] }
//
// Of an entry only the scenario must be said; for the rest it has its own. What is not known is refused and not passed
// over, so that nothing which a person wrote is lost when the file is written again.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/scenario/scenario.hpp"

namespace interleave {

struct LessonEntry {
    std::string scenario;
    std::optional<RuntimeKind> runtime = {};
    std::optional<Pace> pace = {};
    std::optional<std::uint64_t> seed = {};
    ParamValues params = {};  // those that are said, in the scenario's order

    bool operator==(const LessonEntry&) const = default;
};

struct LessonList {
    std::string title;  // may be empty
    std::vector<LessonEntry> entries;

    bool operator==(const LessonList&) const = default;
};

inline constexpr std::string_view kLessonEnding = ".lesson";
inline constexpr std::size_t kMostLessonEntries = 500;
inline constexpr std::size_t kLongestLessonTitle = 200;  // bytes

// Whether the name ends so, in whatever case.
bool isLessonFile(std::string_view path);

// Refuses an unknown scenario, a runtime or pace that it does not have, a parameter that is unknown or out of range.
// Whether values that are fine by themselves are so together, and on this machine, is seen when it is run.
Expected<void> checkEntry(const LessonEntry& entry);

// `file` is its name, for sentences. Refuses what is no such file, naming the line or the entry.
Expected<LessonList> lessonFromJson(std::string_view json, std::string_view file);
std::string toJson(const LessonList& lesson);

Expected<LessonList> readLesson(const std::string& path);
// Wholly or not at all: until it is there, what was there before stays.
Expected<void> writeLesson(const LessonList& lesson, const std::string& path);

}  // namespace interleave
