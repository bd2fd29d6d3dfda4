#include "core/trace/chrome_export.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/trace/export_words.hpp"

namespace interleave {
namespace {

// Our own numbers for the groups of tracks; the real pids stand in the names.
enum Group : int { kActors = 1, kCores = 2, kKernelCores = 3, kLocks = 4, kLevels = 5, kFrames = 6 };

std::string inJson(std::string_view text) {
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string us(std::int64_t ns) {
    constexpr std::int64_t kNsPerUs = 1000;
    return fmt::format("{}.{:03}", ns / kNsPerUs, ns % kNsPerUs);
}

class ChromeTrace {
public:
    ChromeTrace(const Store& store, const TextSink& sink)
        : m_store(store), m_sink(sink), m_states(store.looks().all().size()) {}

    void write() {
        m_going = m_sink("{\"displayTimeUnit\":\"ms\",\"metadata\":" + metadata() + ",\"traceEvents\":[\n");
        names();
        actors();
        cores(kCores, m_store.cores());
        cores(kKernelCores, m_store.kernelCores());
        for (std::size_t i = 0; i < m_store.objects().size() && m_going; ++i) object(i);
        arrows();
        moments();
        if (m_going) m_sink("\n]}\n");
    }

private:
    std::string metadata() const {
        nlohmann::ordered_json facts;
        facts["made by"] = "Interleave";
        for (const auto& [name, value] : captionOf(m_store)) facts[name] = value;
        return facts.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    }

    // One event: `fields` is what follows the opening brace.
    void event(const std::string& fields) {
        if (!m_going) return;
        m_going = m_sink((m_any ? ",\n{" : "{") + fields + "}");
        m_any = true;
    }

    void process(Group group, std::string_view name) {
        event(fmt::format(R"("ph":"M","pid":{},"name":"process_name","args":{{"name":{}}})", int{group}, inJson(name)));
        event(fmt::format(R"("ph":"M","pid":{0},"name":"process_sort_index","args":{{"sort_index":{0}}})", int{group}));
    }

    void thread(Group group, std::size_t number, std::string_view name) {
        event(fmt::format(R"("ph":"M","pid":{},"tid":{},"name":"thread_name","args":{{"name":{}}})", int{group},
                          number + 1, inJson(name)));
        event(fmt::format(R"("ph":"M","pid":{},"tid":{},"name":"thread_sort_index","args":{{"sort_index":{}}})",
                          int{group}, number + 1, number));
    }

    void names() {
        const RunFacts& facts = m_store.facts();
        process(kActors, "Actors");
        event(fmt::format(R"("ph":"M","pid":{},"name":"process_labels","args":{{"labels":{}}})", int{kActors},
                          inJson(fmt::format("{}, {}, {}, seed {}", facts.scenario, nameOf(facts.runtime),
                                             nameOf(facts.pace), facts.seed))));
        for (std::size_t i = 0; i < m_store.actors().size(); ++i) {
            const ActorRecord& actor = m_store.actors()[i];
            const std::string tid = actor.tid > 0 ? fmt::format(" (tid {})", actor.tid) : "";
            thread(kActors, i, exportedName(m_store, ActorId{static_cast<std::uint32_t>(i)}) + tid);
        }
        if (!m_store.cores().empty()) process(kCores, "Cores");
        for (std::size_t i = 0; i < m_store.cores().size(); ++i) thread(kCores, i, fmt::format("CPU {}", i));
        if (!m_store.kernelCores().empty()) process(kKernelCores, "Cores (kernel)");
        for (std::size_t i = 0; i < m_store.kernelCores().size(); ++i)
            thread(kKernelCores, i, fmt::format("CPU {}", i));
        const auto& objects = m_store.objects();
        const auto any = [&](auto has) { return std::any_of(objects.begin(), objects.end(), has); };
        const auto isFrame = [](const ObjectRecord& o) { return o.kind == ObjectKind::frame; };
        if (any([&](const ObjectRecord& o) { return !o.owners.empty() && !isFrame(o); })) process(kLocks, "Locks");
        if (any(isFrame)) process(kFrames, "Frames");
        if (any([](const ObjectRecord& o) { return !o.levels.empty(); })) process(kLevels, "Levels");
        for (std::size_t i = 0; i < objects.size(); ++i)
            if (!objects[i].owners.empty())
                thread(isFrame(objects[i]) ? kFrames : kLocks, i,
                       exportedName(m_store, ObjectId{static_cast<std::uint32_t>(i)}));
    }

    template <class NameOf>
    void intervals(Group group, std::size_t track, const IntervalLane& lane, NameOf nameOf) {
        for (std::size_t i = lane.first(); i < lane.end() && m_going; ++i) {
            const Interval interval = lane.at(i, m_store.now());
            if (interval.length() == Duration{0}) continue;
            const std::string name = nameOf(interval.look);
            if (name.empty()) continue;
            event(fmt::format(R"("ph":"X","pid":{},"tid":{},"ts":{},"dur":{},{})", int{group}, track + 1,
                              us(interval.begin.ns), us(interval.length().count()), name));
        }
    }

    // Name, category and arguments of a state; "" for those that are not drawn. Made once for each look.
    const std::string& stateFields(LookId id) {
        std::string& fields = m_states[id];
        const Look& look = m_store.looks()[id];
        if (!fields.empty() || look.state() == StateClass::absent || look.state() == StateClass::ended) return fields;
        const LookWords words = wordsOf(m_store, look);
        std::string name = words.state;
        if (look.state() == StateClass::running && !words.object.empty()) name += ": " + words.object;
        else if (words.state == "waiting")
            name += ": " + words.reason + (words.object.empty() ? "" : " " + words.object);
        fields = fmt::format(R"("cat":"state","name":{},"args":{{"reason":{},"object":{}}})", inJson(name),
                             inJson(words.reason), inJson(words.object));
        return fields;
    }

    void actors() {
        for (std::size_t i = 0; i < m_store.actors().size(); ++i)
            intervals(kActors, i, m_store.actors()[i].states, [this](LookId look) { return stateFields(look); });
    }

    void cores(Group group, const std::vector<CoreRecord>& records) {
        for (std::size_t i = 0; i < records.size(); ++i)
            intervals(group, i, records[i].actors, [this](LookId id) -> std::string {
                const Look& look = m_store.looks()[id];
                if (look.laneClass == 0) return {};
                return R"("cat":"core","name":)" +
                       inJson(look.actor().exists() ? exportedName(m_store, look.actor()) : "another thread");
            });
    }

    void object(std::size_t number) {
        const ObjectRecord& object = m_store.objects()[number];
        const std::string name = exportedName(m_store, ObjectId{static_cast<std::uint32_t>(number)});
        if (object.kind == ObjectKind::frame) {
            return intervals(kFrames, number, object.owners, [this](LookId id) -> std::string {
                const StateClass state = m_store.looks()[id].state();
                return state == StateClass::ended ? "" : R"("cat":"frame","name":)" + inJson(wordOf(state));
            });
        }
        intervals(kLocks, number, object.owners, [this](LookId id) -> std::string {
            const Look& look = m_store.looks()[id];
            return look.laneClass == 0
                       ? ""
                       : R"("cat":"lock","name":)" + inJson("held by " + exportedName(m_store, look.actor()));
        });
        const std::string waiting = inJson(name + " waiting");
        for (std::size_t i = object.waiters.first(); i < object.waiters.end() && m_going; ++i) {
            const Look& look = m_store.looks()[object.waiters.lookOf(i)];
            const std::uint32_t count = look.laneClass == 0 ? 0 : look.subject;
            counter(kLocks, waiting, object.waiters.beginOf(i), "actors", count);
        }
        const std::string level = inJson(name);
        for (std::size_t i = object.levels.first(); i < object.levels.end() && m_going; ++i)
            counter(kLevels, level, object.levels[i].at, wordOf(object.kind), object.levels[i].value);
    }

    void counter(Group group, const std::string& name, TraceTime at, std::string_view series, std::int64_t value) {
        event(fmt::format(R"("ph":"C","pid":{},"ts":{},"name":{},"args":{{"{}":{}}})", int{group}, us(at.ns), name,
                          series, value));
    }

    void arrows() {
        const auto& all = m_store.arrows();
        for (std::size_t i = all.first(); i < all.end() && m_going; ++i) {
            const Arrow& arrow = all[i];
            if (!arrow.source.exists() || !arrow.target.exists() || arrow.kind == ArrowKind::frameSwitch) continue;
            const auto end = [&](char phase, ActorId who, TraceTime at, const char* more) {
                event(fmt::format(R"("ph":"{}","id":{},"pid":{},"tid":{},"ts":{},"cat":"arrow","name":"{}"{})", phase,
                                  i, int{kActors}, who.value + 1, us(at.ns), wordOf(arrow.kind), more));
            };
            end('s', arrow.source, arrow.from, "");
            end('f', arrow.target, arrow.to, R"(,"bp":"e")");
        }
    }

    void instant(TraceTime at, char scope, ActorId actor, std::string_view category, const std::string& text) {
        event(fmt::format(R"("ph":"i","s":"{}","pid":{},"tid":{},"ts":{},"cat":"{}","name":{})", scope, int{kActors},
                          actor.exists() ? actor.value + 1 : 0, us(at.ns), category, inJson(text)));
    }

    void moments() {
        for (const Deadlock& deadlock : m_store.deadlocks()) {
            std::string text = "Deadlock";
            for (std::size_t i = 0; i < deadlock.actors.size(); ++i)
                text += (i == 0 ? " " : ", ") + exportedName(m_store, deadlock.actors[i]);
            instant(deadlock.at, 'g', deadlock.actors.front(), "deadlock", text);
        }
        for (const LostUpdate& lost : m_store.lostUpdates())
            instant(lost.at, 't', lost.winner, "lost update", "lost update of " + exportedName(m_store, lost.variable));
        for (const Note& note : m_store.notes())
            instant(note.at, note.actor.exists() ? 't' : 'g', note.actor, note.printed ? "printed" : "note", note.text);
    }

    const Store& m_store;
    const TextSink& m_sink;
    std::vector<std::string> m_states;
    bool m_going = true;
    bool m_any = false;
};

}  // namespace

void writeChromeTrace(const Store& store, const TextSink& sink) { ChromeTrace(store, sink).write(); }

}  // namespace interleave
