// The small part of a saved trace, as JSON: what was asked for, totals, names, looks, verdicts, states.
#include <bit>
#include <cmath>
#include <stdexcept>
#include <string>

#include <nlohmann/json.hpp>

#include "core/trace/arena.hpp"
#include "core/trace/most_cores.hpp"
#include "core/trace/saved_trace.hpp"

namespace interleave {
namespace {

using nlohmann::json;

// --- writing

json toJson(const RunFacts& f) {
    return {{"scenario", f.scenario}, {"variant", f.variant}, {"runtime", f.runtime}, {"pace", f.pace}, {"seed", f.seed}, {"cores", f.cores},
            {"tempo", f.tempo}, {"params", f.params}, {"tier", f.tier}, {"tier_reason", f.tierReason},
            {"clock_error_ns", f.clockError.count()}, {"started_at", f.startedAt}, {"machine", f.machine},
            {"ended", f.ended}, {"ended_why", f.endedWhy}, {"wall_ns", f.wall.count()}, {"runner_pid", f.runnerPid}};
}

json toJson(const Totals& t) {
    return {{"events", t.events}, {"lost", t.lost}, {"evicted", t.evicted}, {"violations", t.violations},
            {"recorder_wait_ns", t.recorderWait.count()}, {"kernel_records", t.kernelRecords}};
}

json toJson(const ActorRecord& a) {
    return {{"name", a.name}, {"kind", a.kind}, {"parent", a.parent.value}, {"pid", a.pid}, {"tid", a.tid},
            {"created", a.created.ns}, {"started", a.started.ns}, {"ended", a.ended.ns}, {"end", a.end}, {"exit", a.exit},
            {"hue", a.hue}, {"priority", a.priority}, {"nice", a.nice}, {"tickets", a.tickets},
            {"arrival_ns", a.arrival.count()}, {"deadline_ns", a.deadline.count()}, {"cpu_ns", a.cpu.count()}};
}

json toJson(const ObjectRecord& o) {
    return {{"name", o.name}, {"kind", o.kind}, {"order", o.order}, {"initial", o.initial}, {"created", o.created.ns},
            {"acquisitions", o.acquisitions}, {"contended", o.contended}, {"puts", o.puts}, {"gets", o.gets},
            {"max_level", o.maxLevel}, {"max_wait_ns", o.maxWait.count()}, {"lost_updates", o.lostUpdates}};
}

json toJson(const Deadlock& d) {
    json actors = json::array(), objects = json::array();
    for (const ActorId id : d.actors) actors.push_back(id.value);
    for (const ObjectId id : d.objects) objects.push_back(id.value);
    return {{"at", d.at.ns}, {"found_after_ns", d.foundAfter.count()}, {"by_partners", d.byPartners}, {"actors", actors},
            {"objects", objects}};
}

json toJson(const TraceState& state) {
    json actors = json::array(), objects = json::array();
    for (const ActorState& a : state.actors())
        actors.push_back({a.phase, a.waitReason, a.edge, a.depthOpen, a.waitingFor, a.wants, a.core, a.since.ns, a.wantsMode, a.wantsNumber,
                          a.proven});
    for (const ObjectState& o : state.objects())
        objects.push_back({o.kind, o.known, o.owner, o.waiters, o.level, o.capacity, o.ticket, o.readers, o.partners});
    json banks = json::array();
    for (const auto& [id, table] : state.banks()) {
        const BankTable::Numbers n = table.numbers();
        json parties = json::array();
        for (const BankParty& p : n.parties) parties.push_back({p.actor, p.waits, p.answer, p.requests});
        banks.push_back({id, n.policy, n.names, n.total, n.available, n.maximum, n.allocated, n.asked, parties});
    }
    json queues = json::array();
    for (const auto& [id, queue] : state.queues()) queues.push_back({id, queue.order(), queue.isKnown(), queue.items()});
    return {{"actors", actors}, {"objects", objects}, {"banks", banks}, {"queues", queues}, {"cores", state.cores()},
            {"last", state.last().ns}, {"broken_laws", state.brokenLaws()}};
}

template <class T>
json listOf(const std::vector<T>& items) {
    json list = json::array();
    for (const T& item : items) list.push_back(toJson(item));
    return list;
}

// --- reading: every number is checked, because JSON may say anything

[[noreturn]] void damaged() { throw std::out_of_range("damaged"); }

std::uint64_t natural(const json& j, std::uint64_t most = ~std::uint64_t{0}) {
    if (!j.is_number_unsigned() || j.get<std::uint64_t>() > most) damaged();
    return j.get<std::uint64_t>();
}

std::int64_t whole(const json& j) {
    if (j.is_number_unsigned()) return static_cast<std::int64_t>(natural(j, static_cast<std::uint64_t>(kEndOfTime.ns)));
    if (!j.is_number_integer()) damaged();
    return j.get<std::int64_t>();
}

std::uint32_t word(const json& j) { return static_cast<std::uint32_t>(natural(j, 0xFFFF'FFFF)); }

std::uint32_t index(const json& j, std::size_t size) {
    const std::uint32_t value = word(j);
    if (value >= size) damaged();
    return value;
}

// An index into something of `size`, or "none".
std::uint32_t indexOrNone(const json& j, std::size_t size) {
    const std::uint32_t value = word(j);
    if (value >= size && value != ActorId::kNone) damaged();
    return value;
}

template <class E>
E kindOf(const json& j, E last) { return static_cast<E>(natural(j, static_cast<std::uint64_t>(last))); }

std::string textOf(const json& j) { return j.get_ref<const std::string&>(); }
TraceTime timeOf(const json& j) { return {static_cast<std::int64_t>(natural(j, static_cast<std::uint64_t>(kEndOfTime.ns)))}; }
Duration spanOf(const json& j) { return Duration{whole(j)}; }

const json& listIn(const json& j, const char* key) {
    const json& list = j.at(key);
    if (!list.is_array()) damaged();
    return list;
}

RunFacts factsFrom(const json& j) {
    RunFacts f;
    f.scenario = textOf(j.at("scenario"));
    if (j.contains("variant")) f.variant = textOf(j.at("variant"));
    f.runtime = kindOf(j.at("runtime"), RuntimeKind::virtualTime);
    f.pace = kindOf(j.at("pace"), Pace::step);
    f.seed = natural(j.at("seed"));
    f.cores = word(j.at("cores"));
    if (!j.at("tempo").is_number()) damaged();
    f.tempo = j.at("tempo").get<double>();
    for (const json& param : listIn(j, "params")) f.params.emplace_back(textOf(param.at(0)), textOf(param.at(1)));
    f.tier = kindOf(j.at("tier"), KernelTier::tracepoints);
    f.tierReason = textOf(j.at("tier_reason"));
    f.clockError = spanOf(j.at("clock_error_ns"));
    f.startedAt = textOf(j.at("started_at"));
    f.machine = textOf(j.at("machine"));
    f.ended = kindOf(j.at("ended"), Ended::killed);
    f.endedWhy = textOf(j.at("ended_why"));
    f.wall = spanOf(j.at("wall_ns"));
    f.runnerPid = whole(j.at("runner_pid"));
    return f;
}

Totals totalsFrom(const json& j) {
    return {natural(j.at("events")), natural(j.at("lost")), natural(j.at("evicted")), natural(j.at("violations")),
            spanOf(j.at("recorder_wait_ns")), natural(j.at("kernel_records"))};
}

ActorRecord actorFrom(const json& j, std::size_t actors) {
    constexpr std::uint8_t kLastHue = 14;
    ActorRecord a;
    a.name = textOf(j.at("name"));
    a.kind = kindOf(j.at("kind"), ActorKind::coroutine);
    a.parent = {indexOrNone(j.at("parent"), actors)};
    a.pid = whole(j.at("pid"));
    a.tid = whole(j.at("tid"));
    a.created = timeOf(j.at("created"));
    a.started = timeOf(j.at("started"));
    a.ended = timeOf(j.at("ended"));
    a.end = kindOf(j.at("end"), EndReason::cancelled);
    a.exit = whole(j.at("exit"));
    a.hue = static_cast<std::uint8_t>(natural(j.at("hue"), kLastHue));
    if (!j.contains("priority")) return a;  // written before schedulers told what they were told
    a.priority = whole(j.at("priority"));
    a.nice = whole(j.at("nice"));
    a.tickets = whole(j.at("tickets"));
    a.arrival = spanOf(j.at("arrival_ns"));
    a.deadline = spanOf(j.at("deadline_ns"));
    a.cpu = spanOf(j.at("cpu_ns"));
    return a;
}

ObjectRecord objectFrom(const json& j) {
    ObjectRecord o;
    o.name = textOf(j.at("name"));
    o.kind = kindOf(j.at("kind"), ObjectKind::frame);
    if (j.contains("order")) o.order = kindOf(j.at("order"), QueueOrder::priority);
    o.initial = whole(j.at("initial"));
    o.created = timeOf(j.at("created"));
    o.acquisitions = natural(j.at("acquisitions"));
    o.contended = natural(j.at("contended"));
    o.puts = natural(j.at("puts"));
    o.gets = natural(j.at("gets"));
    o.maxLevel = whole(j.at("max_level"));
    o.maxWait = spanOf(j.at("max_wait_ns"));
    o.lostUpdates = natural(j.at("lost_updates"));
    return o;
}

Deadlock deadlockFrom(const json& j, std::size_t actors, std::size_t objects) {
    Deadlock d;
    d.at = timeOf(j.at("at"));
    d.foundAfter = spanOf(j.at("found_after_ns"));
    d.byPartners = j.value("by_partners", false);
    for (const json& id : listIn(j, "actors")) d.actors.push_back({index(id, actors)});
    for (const json& id : listIn(j, "objects")) d.objects.push_back({indexOrNone(id, objects)});
    if (d.actors.empty() || d.actors.size() != d.objects.size()) damaged();
    return d;
}

std::vector<std::uint32_t> wordsOf(const json& list) {
    if (!list.is_array()) damaged();
    std::vector<std::uint32_t> words;
    for (const json& item : list) words.push_back(word(item));
    return words;
}

std::vector<Units> unitsOf(const json& list) {
    if (!list.is_array()) damaged();
    std::vector<Units> units;
    for (const json& item : list) {
        const std::int64_t number = whole(item);
        if (number != static_cast<Units>(number)) damaged();
        units.push_back(static_cast<Units>(number));
    }
    return units;
}

BankTable bankFrom(const json& j) {
    BankTable::Numbers n{kindOf(j.at(1), BankPolicy::whatIsFree), wordsOf(j.at(2)), unitsOf(j.at(3)), unitsOf(j.at(4)),
                         unitsOf(j.at(5)), unitsOf(j.at(6)), unitsOf(j.at(7)), {}};
    for (const json& p : j.at(8))
        n.parties.push_back({word(p.at(0)), p.at(1).get<bool>(), kindOf(p.at(2), BankAnswer::beyondClaim), natural(p.at(3))});
    auto table = BankTable::from(std::move(n));
    if (!table) damaged();
    return std::move(*table);
}

QueueTable queueFrom(const json& j) {
    QueueTable table(kindOf(j.at(1), QueueOrder::priority));
    std::vector<std::int64_t> items;
    if (!j.at(3).is_array()) damaged();
    for (const json& item : j.at(3)) items.push_back(whole(item));
    if (!table.restore(items)) damaged();
    if (!j.at(2).get<bool>()) table.forget();
    return table;
}

// Of a file written before items were told, those that lay in a queue are not known.
void restoreQueues(const json& state, const std::vector<ObjectState>& objects, TraceState& into) {
    for (std::uint32_t id = 0; id < objects.size(); ++id) {
        if (objects[id].kind != ObjectKind::queue || state.contains("queues")) continue;
        QueueTable table;
        if (objects[id].level != 0) table.forget();
        into.restore({id}, std::move(table));
    }
    for (const json& queue : state.value("queues", json::array())) into.restore({index(queue.at(0), kMostObjects)}, queueFrom(queue));
}

TraceState stateFrom(const json& j) {
    std::vector<ActorState> actors;
    std::vector<ObjectState> objects;
    std::vector<std::uint32_t> cores;
    const json& savedObjects = listIn(j, "objects");
    // What a list has beyond the first ones came later: a file written before has it not.
    for (const json& a : listIn(j, "actors"))
        actors.push_back({kindOf(a.at(0), Phase::ended), kindOf(a.at(1), WaitReason::units), a.at(2).get<bool>(),
                          a.at(3).get<bool>(), word(a.at(4)), indexOrNone(a.at(5), savedObjects.size()), whole(a.at(6)),
                          timeOf(a.at(7)), a.size() > 8 ? kindOf(a.at(8), LockMode::shared) : LockMode::exclusive,
                          a.size() > 9 ? natural(a.at(9)) : 0, a.size() > 10 && a.at(10).get<bool>()});
    for (const json& o : savedObjects)
        objects.push_back({kindOf(o.at(0), ObjectKind::frame), o.at(1).get<bool>(), word(o.at(2)), word(o.at(3)), whole(o.at(4)),
                           whole(o.at(5)), word(o.at(6)), o.size() > 7 ? wordsOf(o.at(7)) : std::vector<std::uint32_t>{},
                           o.size() > 8 ? wordsOf(o.at(8)) : std::vector<std::uint32_t>{}});
    for (const json& core : listIn(j, "cores")) cores.push_back(word(core));
    if (actors.size() > kMostActors || objects.size() > kMostObjects || cores.size() > kMostCores) damaged();
    TraceState state;
    restoreQueues(j, objects, state);
    state.restore(std::move(actors), std::move(objects), std::move(cores), timeOf(j.at("last")), natural(j.at("broken_laws")));
    // A file written before there were banks has none.
    for (const json& bank : j.value("banks", json::array())) state.restore({index(bank.at(0), kMostObjects)}, bankFrom(bank));
    return state;
}

}  // namespace

std::string SavedTrace::metaOf(const Store& store) {
    json looks = json::array(), violations = json::array(), lostUpdates = json::array(), notes = json::array(),
         results = json::array();
    for (const Look& look : store.looks().all()) looks.push_back({look.laneClass, look.detail, look.subject});
    for (const Violation& v : store.violations())
        violations.push_back({v.law, v.at.ns, v.actor.value, v.object.value, v.eventIndex});
    for (const LostUpdate& u : store.lostUpdates())
        lostUpdates.push_back({u.at.ns, u.variable.value, u.winner.value, u.loser.value, u.lost});
    for (const Note& n : store.notes()) notes.push_back({n.at.ns, n.actor.value, n.printed, n.text});
    // A double as its bits: JSON knows neither infinity nor "not a number".
    for (const auto& [name, value] : store.results())
        results.push_back({name, value.type, value.integer, std::bit_cast<std::uint64_t>(value.real)});
    const json meta = {
        {"facts", toJson(store.facts())}, {"totals", toJson(store.totals())}, {"now", store.now().ns},
        {"actors", listOf(store.actors())}, {"objects", listOf(store.objects())}, {"cores", store.cores().size()},
        {"kernel_cores", store.kernelCores().size()}, {"looks", looks}, {"deadlocks", listOf(store.deadlocks())},
        {"violations", violations}, {"lost_updates", lostUpdates}, {"notes", notes}, {"results", results},
        {"texts", store.m_texts}, {"state", toJson(store.state())}, {"checkpoint", toJson(store.checkpoint())}};
    // Text that is no UTF-8 is kept as well as JSON can keep it.
    return meta.dump(-1, ' ', false, json::error_handler_t::replace);
}

// What the JSON says, put into a store; throws where it makes no sense.
struct SavedTrace::Meta {
    static void readRecords(const json& meta, Store& store);
    static void readLooks(const json& looks, LookTable& table);
    static void readVerdicts(const json& meta, Store& store);
    static void readTexts(const json& meta, Store& store);
};

void SavedTrace::Meta::readRecords(const json& meta, Store& store) {
    const json& actors = listIn(meta, "actors");
    const json& objects = listIn(meta, "objects");
    if (actors.size() > kMostActors || objects.size() > kMostObjects) damaged();
    store.m_actors.reserve(actors.size());
    store.m_objects.reserve(objects.size());
    for (const json& actor : actors) store.m_actors.push_back(actorFrom(actor, actors.size()));
    for (const json& object : objects) store.m_objects.push_back(objectFrom(object));
    store.m_cores.resize(natural(meta.at("cores"), kMostCores));
    store.m_kernelCores.resize(natural(meta.at("kernel_cores"), kMostCores));
}

void SavedTrace::Meta::readLooks(const json& looks, LookTable& table) {
    std::size_t number = 0;
    for (const json& look : looks) {
        const auto laneClass = static_cast<std::uint8_t>(natural(look.at(0), kLaneClasses - 1));
        const auto detail = static_cast<std::uint8_t>(natural(look.at(1), 255));
        // Each comes out under its old number, the first one being there from the start.
        if (table.intern({laneClass, detail, word(look.at(2))}) != number++) damaged();
    }
}

void SavedTrace::Meta::readVerdicts(const json& meta, Store& store) {
    const std::size_t actors = store.m_actors.size();
    const std::size_t objects = store.m_objects.size();
    for (const json& d : listIn(meta, "deadlocks")) store.m_deadlocks.push_back(deadlockFrom(d, actors, objects));
    store.m_deadlocksSeen = store.m_deadlocks.size();
    for (const json& v : listIn(meta, "violations"))
        store.m_violations.push_back({kindOf(v.at(0), Law::itemsInOrder), timeOf(v.at(1)), {word(v.at(2))},
                                      {word(v.at(3))}, natural(v.at(4))});
    for (const json& u : listIn(meta, "lost_updates"))
        store.m_lostUpdates.push_back({timeOf(u.at(0)), {index(u.at(1), objects)}, {indexOrNone(u.at(2), actors)},
                                       {indexOrNone(u.at(3), actors)}, u.size() > 4 ? natural(u.at(4)) : 1});
    store.m_state = stateFrom(meta.at("state"));
    store.m_checkpoint = stateFrom(meta.at("checkpoint"));
}

void SavedTrace::Meta::readTexts(const json& meta, Store& store) {
    for (const json& n : listIn(meta, "notes"))
        store.m_notes.push_back({timeOf(n.at(0)), {word(n.at(1))}, n.at(2).get<bool>(), textOf(n.at(3))});
    for (const json& r : listIn(meta, "results"))
        store.m_results.emplace_back(textOf(r.at(0)), ResultValue{kindOf(r.at(1), ResultType::digits), whole(r.at(2)),
                                                                  std::bit_cast<double>(natural(r.at(3)))});
    for (const json& t : listIn(meta, "texts")) {
        // Two that were no UTF-8 may have become alike: each keeps its number all the same.
        store.m_textIds.emplace(textOf(t), static_cast<std::uint32_t>(store.m_texts.size()));
        store.m_texts.push_back(textOf(t));
    }
}

std::string SavedTrace::readMeta(std::string_view text, Store& store) {
    try {
        const json meta = json::parse(text);
        store.m_facts = factsFrom(meta.at("facts"));
        store.m_totals = totalsFrom(meta.at("totals"));
        store.m_now = timeOf(meta.at("now"));
        Meta::readRecords(meta, store);
        Meta::readLooks(listIn(meta, "looks"), store.m_looks);
        Meta::readVerdicts(meta, store);
        Meta::readTexts(meta, store);
    } catch (const std::exception&) {
        return Sentence("Traces", "its description makes no sense");
    }
    return {};
}

}  // namespace interleave
