#include "core/trace/csv_export.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include <fmt/format.h>

#include "core/trace/export_words.hpp"

namespace interleave {
namespace {

// A field that holds a comma, a quote or a line break is quoted, quotes in it doubled (RFC 4180, section 2).
std::string csvQuoted(std::string_view field) {
    if (field.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(field);
    std::string result = "\"";
    for (const char c : field) {
        if (c == '"') result += '"';
        result += c;
    }
    return result + '"';
}

double ms(TraceTime t) { return milliseconds(t - TraceTime{}); }

// Writes rows; remembers what each look is called, because there are few looks and many intervals.
class CsvTable {
public:
    CsvTable(const Store& store, const TextSink& sink)
        : m_store(store), m_sink(sink), m_words(store.looks().all().size()) {}

    bool caption() {
        std::string text;
        for (const auto& [name, value] : captionOf(m_store)) text += fmt::format("# {}: {}\r\n", name, oneLine(value));
        return m_sink(text + "lane,kind,state,reason,object,begin_ms,end_ms,length_ms,core,value\r\n");
    }

    bool actor(const ActorRecord& actor) {
        const std::string begin = csvQuoted(actor.name) + "," + std::string(wordOf(actor.kind)) + ",";
        const ActorId id{static_cast<std::uint32_t>(&actor - m_store.actors().data())};
        return each(actor.states, [&](const Interval& interval, const Look& look) {
            if (look.state() == StateClass::absent || look.state() == StateClass::ended) return std::string{};
            const auto core = look.state() == StateClass::running ? coreOf(id, interval) : std::nullopt;
            return row(begin + stateWords(interval.look), interval, core ? std::to_string(*core) : "", "");
        });
    }

    bool core(const char* kind, std::size_t number, const IntervalLane& lane) {
        return each(lane, [&](const Interval& interval, const Look& look) {
            if (look.laneClass == 0) return std::string{};
            const std::string who = look.actor().exists() ? exportedName(m_store, look.actor()) : "another thread";
            return row(fmt::format("CPU {},{},occupied,,{}", number, kind, csvQuoted(who)), interval,
                       std::to_string(number), "");
        });
    }

    // Of a frame's lane: its states, and whose it is.
    bool frame(const ObjectRecord& object) {
        const std::string begin = fmt::format("{},{},", csvQuoted(object.name), wordOf(object.kind));
        return each(object.owners, [&](const Interval& interval, const Look& look) {
            if (look.state() == StateClass::ended) return std::string{};
            return row(
                fmt::format("{}{},,{}", begin, wordOf(look.state()), csvQuoted(exportedName(m_store, look.actor()))),
                interval, "", "");
        });
    }

    bool owners(const ObjectRecord& object) {
        if (object.kind == ObjectKind::frame) return frame(object);
        const std::string begin = fmt::format("{},{},owned,,", csvQuoted(object.name), wordOf(object.kind));
        return each(object.owners, [&](const Interval& interval, const Look& look) {
            if (look.laneClass == 0) return std::string{};
            return row(begin + csvQuoted(exportedName(m_store, look.actor())), interval, "", "");
        });
    }

    bool levels(const ObjectRecord& object) {
        const std::string begin = fmt::format("{},{},level,,", csvQuoted(object.name), wordOf(object.kind));
        const LevelLane& lane = object.levels;
        for (std::size_t i = lane.first(); i < lane.end(); ++i) {
            const TraceTime end = i + 1 < lane.end() ? lane[i + 1].at : std::max(lane[i].at, m_store.now());
            if (end == lane[i].at) continue;  // it never lasted
            if (!m_sink(row(begin, {lane[i].at, end, 0}, "", std::to_string(lane[i].value)))) return false;
        }
        return true;
    }

private:
    static std::string oneLine(std::string text) {
        std::replace_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
        return text;
    }

    static std::string row(const std::string& begin, const Interval& i, const std::string& core,
                           const std::string& value) {
        return fmt::format("{},{:.6f},{:.6f},{:.6f},{},{}\r\n", begin, ms(i.begin), ms(i.end), milliseconds(i.length()),
                           core, value);
    }

    template <class RowOf>
    bool each(const IntervalLane& lane, RowOf rowOf) {
        for (std::size_t i = lane.first(); i < lane.end(); ++i) {
            const Interval interval = lane.at(i, m_store.now());
            if (interval.length() == Duration{0}) continue;
            const std::string text = rowOf(interval, m_store.looks()[interval.look]);
            if (!text.empty() && !m_sink(text)) return false;
        }
        return true;
    }

    const std::string& stateWords(LookId look) {
        std::string& words = m_words[look];
        if (!words.empty()) return words;
        const LookWords parts = wordsOf(m_store, m_store.looks()[look]);
        return words = parts.state + "," + parts.reason + "," + csvQuoted(parts.object);
    }

    // The core that shows the actor in the middle of the interval: its edges may be told a little apart.
    std::optional<std::size_t> coreOf(ActorId actor, const Interval& interval) const {
        const TraceTime middle = interval.begin + interval.length() / 2;
        for (std::size_t i = 0; i < m_store.cores().size(); ++i) {
            const Look& look = m_store.looks()[m_store.cores()[i].actors.lookAt(middle)];
            if (look.laneClass != 0 && look.actor() == actor) return i;
        }
        return std::nullopt;
    }

    const Store& m_store;
    const TextSink& m_sink;
    std::vector<std::string> m_words;
};

}  // namespace

void writeCsv(const Store& store, const TextSink& sink) {
    CsvTable table(store, sink);
    if (!table.caption()) return;
    for (const ActorRecord& actor : store.actors())
        if (!table.actor(actor)) return;
    for (std::size_t i = 0; i < store.cores().size(); ++i)
        if (!table.core("core", i, store.cores()[i].actors)) return;
    for (std::size_t i = 0; i < store.kernelCores().size(); ++i)
        if (!table.core("kernel-core", i, store.kernelCores()[i].actors)) return;
    for (const ObjectRecord& object : store.objects())
        if (!table.owners(object) || !table.levels(object)) return;
}

}  // namespace interleave
