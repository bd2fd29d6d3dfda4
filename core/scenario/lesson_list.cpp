#include "core/scenario/lesson_list.hpp"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "core/base/file_writer.hpp"
#include "core/base/read_text.hpp"

namespace interleave {
namespace {

using LessonJson = nlohmann::ordered_json;

constexpr int kLessonVersion = 1;
constexpr const char* kVersionKey = "interleave-lesson";
constexpr std::size_t kLargestLessonFile = std::size_t{4}
                                           << 20;  // far more than any list that is gone through in class

template <class Named>
std::string namesListed(const std::vector<Named>& values) {
    std::vector<std::string_view> words;
    for (const Named value : values) words.push_back(nameOf(value));
    return fmt::format("{}", fmt::join(words, ", "));
}

// What an entry's object says, or what is wrong with one of its keys.
class EntryReader {
public:
    // `place` is the entry's in the list, counted from 1.
    explicit EntryReader(std::size_t place) : m_place(place) {}

    Expected<LessonEntry> read(const LessonJson& object) {
        if (!object.is_object())
            return refused(
                Sentence("Requests", "entry {} is no object: write {{\"scenario\": \"locks/deadlock\"}}").of(m_place));
        for (const auto& [key, value] : object.items())
            if (auto taken = take(key, value); !taken) return tl::unexpected(taken.error());
        if (m_entry.scenario.empty())
            return refused(
                Sentence("Requests", "entry {} names no scenario: write {{\"scenario\": \"locks/deadlock\"}}")
                    .of(m_place));
        return std::move(m_entry);
    }

private:
    Expected<void> take(const std::string& key, const LessonJson& value) {
        if (key == "scenario") return takeWord(key, value, m_entry.scenario);
        if (key == "runtime")
            return takeNamed(key, value, m_entry.runtime,
                             Sentence("Requests", "processes, threads, workers, coroutines or virtual"));
        if (key == "pace") return takeNamed(key, value, m_entry.pace, Sentence("Requests", "free, steered or step"));
        if (key == "seed") {
            if (!value.is_number_unsigned())
                return refused(
                    Sentence("Requests", "entry {} has a seed that is no whole number from 0 on").of(m_place));
            m_entry.seed = value.get<std::uint64_t>();
            return {};
        }
        if (key == "params") return takeParams(value);
        return refused(Sentence("Requests", "entry {} has \"{}\", which nobody knows: there are scenario, runtime, "
                                            "pace, seed and params")
                           .of(m_place, key));
    }

    Expected<void> takeWord(const std::string& key, const LessonJson& value, std::string& into) const {
        if (!value.is_string())
            return refused(Sentence("Requests", "entry {} has a {} that is no text in quotes").of(m_place, key));
        into = value.get<std::string>();
        return {};
    }

    template <class Named>
    Expected<void> takeNamed(const std::string& key, const LessonJson& value, std::optional<Named>& into,
                             const std::string& words) const {
        std::string word;
        if (auto taken = takeWord(key, value, word); !taken) return taken;
        Named named{};
        if (!parse(word, named))
            return refused(Sentence("Requests", "entry {} has the {} \"{}\", which is none: write {}")
                               .of(m_place, key, word, words));
        into = named;
        return {};
    }

    Expected<void> takeParams(const LessonJson& object) {
        if (!object.is_object())
            return refused(
                Sentence("Requests", "entry {} has params that are no object: write {{\"work\": 300}}").of(m_place));
        for (const auto& [name, value] : object.items()) {
            if (!value.is_primitive() || value.is_null())
                return refused(Sentence("Requests", "entry {} gives {} no single value: write a number, a text in "
                                                    "quotes, true or false")
                                   .of(m_place, name));
            m_entry.params.emplace_back(name, value.is_string() ? value.get<std::string>() : value.dump());
        }
        return {};
    }

    std::size_t m_place;
    LessonEntry m_entry;
};

// As the scenario lists them, so that two files that say the same are the same.
void putInOrder(LessonEntry& entry) {
    const Scenario* scenario = findScenario(entry.scenario);
    ParamValues ordered;
    for (const Param& param : scenario->params)
        for (const auto& given : entry.params)
            if (given.first == param.name) ordered.push_back(given);
    entry.params = std::move(ordered);
}

Expected<std::vector<LessonEntry>> entriesFrom(const LessonJson& list) {
    if (!list.is_array())
        return refused(Sentence("Requests", "its entries are no list: write \"entries\": [{\"scenario\": "
                                            "\"locks/deadlock\"}]"));
    if (list.size() > kMostLessonEntries)
        return refused(Sentence("Requests", "it has {} entries, and at most {} are taken")
                           .of(list.size(), kMostLessonEntries));
    std::vector<LessonEntry> entries;
    for (const LessonJson& object : list) {
        const std::size_t place = entries.size() + 1;
        auto entry = EntryReader(place).read(object);
        if (!entry) return tl::unexpected(entry.error());
        if (auto fine = checkEntry(*entry); !fine)
            return refused(Sentence("Requests", "entry {}: {}").of(place, fine.error().what));
        putInOrder(*entry);
        entries.push_back(std::move(*entry));
    }
    return entries;
}

Expected<void> checkVersion(const LessonJson& whole) {
    const std::string marked = fmt::format("\"{}\": {}", kVersionKey, kLessonVersion);
    if (!whole.is_object() || !whole.contains(kVersionKey))
        return refused(Sentence("Requests", "it is no lesson list: one begins with {{{}").of(marked));
    const LessonJson& version = whole[kVersionKey];
    if (version == kLessonVersion) return {};
    if (version.is_number_unsigned() && version > kLessonVersion)
        return refused(Sentence("Requests", "it is of version {}, and this program knows version {} only: open it with "
                                            "a newer Interleave")
                           .of(version.dump(), kLessonVersion));
    return refused(Sentence("Requests", "its version is not known: write {}").of(marked));
}

Expected<LessonList> lessonFrom(const LessonJson& whole) {
    if (auto version = checkVersion(whole); !version) return tl::unexpected(version.error());
    LessonList lesson;
    for (const auto& [key, value] : whole.items()) {
        if (key == kVersionKey) continue;
        if (key == "title") {
            if (!value.is_string()) return refused(Sentence("Requests", "its title is no text in quotes"));
            lesson.title = value.get<std::string>();
            if (lesson.title.size() > kLongestLessonTitle)
                return refused(Sentence("Requests", "its title is too long: make it one short line"));
        } else if (key == "entries") {
            auto entries = entriesFrom(value);
            if (!entries) return tl::unexpected(entries.error());
            lesson.entries = std::move(*entries);
        } else {
            return refused(
                Sentence("Requests", "it has \"{}\", which nobody knows: there are title and entries").of(key));
        }
    }
    if (!whole.contains("entries"))
        return refused(Sentence("Requests", "it has no entries: write \"entries\": [{\"scenario\": "
                                            "\"locks/deadlock\"}]"));
    return lesson;
}

// "line 3, column 5" where the parser stopped.
std::string placeOf(std::string_view text, std::size_t byte) {
    const std::string_view before = text.substr(0, std::min(byte == 0 ? 0 : byte - 1, text.size()));
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const auto lastEnd = before.rfind('\n');
    const auto column = lastEnd == std::string_view::npos ? before.size() + 1 : before.size() - lastEnd;
    return Sentence("Requests", "line {}, column {}").of(line, column);
}

// Whole numbers and truths as such, so that the file reads as a person would write it.
LessonJson valueJson(const Param* param, const std::string& value) {
    const bool asItIs = param != nullptr && (param->type == ParamType::integer || param->type == ParamType::real ||
                                             param->type == ParamType::boolean);
    const LessonJson parsed = asItIs ? LessonJson::parse(value, nullptr, false) : LessonJson();
    // A number is kept only where it comes back as the same text.
    return asItIs && !parsed.is_discarded() && parsed.dump() == value ? parsed : LessonJson(value);
}

}  // namespace

bool isLessonFile(std::string_view path) {
    if (path.size() <= kLessonEnding.size()) return false;
    return std::equal(kLessonEnding.begin(), kLessonEnding.end(),
                      path.end() - static_cast<std::ptrdiff_t>(kLessonEnding.size()),
                      [](char lower, char any) { return lower == std::tolower(static_cast<unsigned char>(any)); });
}

Expected<void> checkEntry(const LessonEntry& entry) {
    const Scenario* scenario = findScenario(entry.scenario);
    if (scenario == nullptr)
        return refused(Sentence("Requests", "there is no scenario \"{}\"; `interleave list` names them all")
                           .of(entry.scenario));
    if (entry.runtime && !scenario->runsOn(*entry.runtime))
        return refused(Sentence("Requests", "{} does not run on {}; it runs on {}")
                           .of(scenario->id, nameOf(*entry.runtime), namesListed(scenario->runtimes)));
    // Every scenario can be held and stepped.
    const bool hasPace = !entry.pace || *entry.pace == Pace::step ||
                         std::ranges::find(scenario->paces, *entry.pace) != scenario->paces.end();
    if (!hasPace)
        return refused(Sentence("Requests", "{} has no pace \"{}\"; it has {}")
                           .of(scenario->id, nameOf(*entry.pace), namesListed(scenario->paces)));
    // A folder may be there on the machine where the lesson is given, and not on this one.
    ParamValues checked = entry.params;
    std::erase_if(checked, [&](const auto& given) {
        const Param* param = scenario->param(given.first);
        return param != nullptr && param->type == ParamType::folder;
    });
    if (auto params = completeParams(*scenario, checked); !params) return tl::unexpected(params.error());
    return {};
}

Expected<LessonList> lessonFromJson(std::string_view json, std::string_view file) try {
    auto lesson = lessonFrom(LessonJson::parse(json));
    if (!lesson) return refused(Sentence("Requests", "{} cannot be opened: {}").of(file, lesson.error().what));
    return lesson;
} catch (const LessonJson::parse_error& error) {
    return refused(Sentence("Requests", "{} cannot be opened: it is no JSON, {} is where it goes wrong")
                       .of(file, placeOf(json, error.byte)));
} catch (const LessonJson::exception& error) {  // a number that no type holds
    return refused(Sentence("Requests", "{} cannot be opened: {}").of(file, error.what()));
}

std::string toJson(const LessonList& lesson) {
    LessonJson whole{{kVersionKey, kLessonVersion}, {"title", lesson.title}, {"entries", LessonJson::array()}};
    for (const LessonEntry& entry : lesson.entries) {
        LessonJson object{{"scenario", entry.scenario}};
        if (entry.runtime) object["runtime"] = nameOf(*entry.runtime);
        if (entry.pace) object["pace"] = nameOf(*entry.pace);
        if (entry.seed) object["seed"] = *entry.seed;
        const Scenario* scenario = findScenario(entry.scenario);
        for (const auto& [name, value] : entry.params)
            object["params"][name] = valueJson(scenario == nullptr ? nullptr : scenario->param(name), value);
        whole["entries"].push_back(std::move(object));
    }
    return whole.dump(2, ' ', false, LessonJson::error_handler_t::replace) + "\n";
}

Expected<LessonList> readLesson(const std::string& path) {
    const auto text = readText(path, kLargestLessonFile);
    if (!text) return tl::unexpected(text.error());
    return lessonFromJson(*text, path);
}

Expected<void> writeLesson(const LessonList& lesson, const std::string& path) {
    return replaceFile(path, toJson(lesson));
}

}  // namespace interleave
