#include "app/json.hpp"

#include <algorithm>
#include <charconv>

#include <nlohmann/json.hpp>

#include "app/lock_waits.hpp"
#include "app/naming.hpp"
#include "core/trace/metrics.hpp"

namespace interleave::app {
namespace {

Json numberOrText(const std::string& text, bool whole) {
    if (whole) {
        std::int64_t value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error == std::errc{} && end == text.data() + text.size()) return value;
    }
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc{} && end == text.data() + text.size()) return value;
    return text;
}

// "4" of an integer as 4, "true" of a boolean as true.
Json typedValue(const std::string& text, ParamType type) {
    switch (type) {
        case ParamType::integer: return numberOrText(text, true);
        case ParamType::real: return numberOrText(text, false);
        case ParamType::boolean: return text == "true" ? Json(true) : text == "false" ? Json(false) : Json(text);
        case ParamType::choice:
        case ParamType::folder:
        case ParamType::text: return text;
    }
    return text;
}

const char* typeName(ParamType type) {
    switch (type) {
        case ParamType::integer: return "integer";
        case ParamType::real: return "real";
        case ParamType::boolean: return "boolean";
        case ParamType::choice: return "choice";
        case ParamType::text: return "text";
        case ParamType::folder: return "folder";
    }
    return "";
}

Json bound(double value, ParamType type) {
    if (type == ParamType::integer) return static_cast<std::int64_t>(value);
    if (type == ParamType::real) return value;
    return nullptr;
}

Json paramJson(const Param& param) {
    return {{"name", param.name},
            {"type", typeName(param.type)},
            {"default", typedValue(param.defaultValue, param.type)},
            {"min", bound(param.min, param.type)},
            {"max", bound(param.max, param.type)},
            {"choices", Json(param.choices)}};
}

Json paramsJson(const RunFacts& facts) {
    const Scenario* scenario = findScenario(facts.scenario);
    Json params = Json::object();
    for (const auto& [name, value] : facts.params) {
        const Param* param = scenario != nullptr ? scenario->param(name) : nullptr;
        params[name] = param != nullptr ? typedValue(value, param->type) : Json(value);
    }
    return params;
}

Json actorJson(const Store& store, ActorId id) {
    const ActorRecord& actor = store.actor(id);
    const ActorMetrics metrics = actorMetricsAt(store, id, store.now());
    Json json{{"id", id.value}, {"name", actor.name}, {"kind", nameOf(actor.kind)}};
    json["parent"] = actor.parent.exists() ? Json(actor.parent.value) : Json(nullptr);
    json["pid"] = actor.pid;
    json["tid"] = actor.tid;
    json["state_ms"] = {{"running", milliseconds(metrics.running)},
                        {"ready", milliseconds(metrics.ready)},
                        {"waiting", milliseconds(metrics.waiting)}};
    json["exit"] = actor.ended == kEndOfTime ? Json(nullptr) : Json(actor.exit);
    json["end"] = actor.ended == kEndOfTime ? Json(nullptr) : Json(nameOf(actor.end));
    return json;
}

Json lockJson(const Store& store, ObjectId id) {
    const ObjectRecord& lock = store.object(id);
    return {{"name", lock.name},
            {"acquisitions", lock.acquisitions},
            {"contended", lock.contended},
            {"max_wait_ms", milliseconds(longestWait(store, id))}};
}

Json queueJson(const ObjectRecord& queue) {
    return {{"name", queue.name},
            {"capacity", queue.initial},
            {"puts", queue.puts},
            {"gets", queue.gets},
            {"max_level", queue.maxLevel}};
}

Json deadlockJson(const Store& store, const Deadlock& deadlock) {
    Json actors = Json::array();
    Json objects = Json::array();
    for (std::size_t i = 0; i < deadlock.actors.size(); ++i) {
        actors.push_back(actorName(store, deadlock.actors[i]));
        objects.push_back(waitedForName(store, deadlock, i));
    }
    // As names, not as edges: the same deadlock reads the same whichever of its waits closed it.
    std::sort(objects.begin(), objects.end());
    return {{"actors", actors}, {"objects", objects}, {"at_ms", milliseconds(deadlock.at - TraceTime{})}};
}

Json violationJson(const Store& store, const Violation& violation) {
    Json json{{"law", lawName(violation.law)}, {"at_ms", milliseconds(violation.at - TraceTime{})}};
    json["actor"] = violation.actor.exists() ? Json(actorName(store, violation.actor)) : Json(nullptr);
    json["object"] = violation.object.exists() ? Json(objectName(store, violation.object)) : Json(nullptr);
    json["event"] = violation.eventIndex;
    return json;
}

Json resultJson(const ResultValue& value) {
    switch (value.type) {
        case ResultType::integer:
        case ResultType::digits: return value.integer;
        case ResultType::real: return value.real;
        case ResultType::boolean: return value.integer != 0;
    }
    return nullptr;
}

}  // namespace

Json scenarioJson(const Scenario& scenario) {
    Json json{{"id", scenario.id}, {"chapter", scenario.chapter()}};
    json["title"] = {{"en", titleOf(scenario.id, "en")}, {"zh_CN", titleOf(scenario.id, "zh_CN")}};
    json["runtimes"] = Json::array();
    for (const RuntimeKind runtime : scenario.runtimes) json["runtimes"].push_back(nameOf(runtime));
    json["default_runtime"] = nameOf(scenario.defaultRuntime);
    json["params"] = Json::array();
    for (const Param& param : scenario.params) json["params"].push_back(paramJson(param));
    return json;
}

Json runJson(const Store& store) {
    const RunFacts& facts = store.facts();
    const Totals& totals = store.totals();
    Json json{{"scenario", facts.scenario}, {"runtime", nameOf(facts.runtime)}, {"pace", nameOf(facts.pace)}};
    json["seed"] = facts.seed;
    json["params"] = paramsJson(facts);
    json["ended"] = nameOf(facts.ended);
    if (!facts.endedWhy.empty()) json["ended_why"] = facts.endedWhy;
    json["wall_ms"] = milliseconds(facts.wall);
    json["events"] = totals.events;
    json["lost"] = totals.lost;
    json["evicted"] = totals.evicted;
    for (const char* list : {"actors", "locks", "queues", "deadlocks"}) json[list] = Json::array();
    for (std::uint32_t i = 0; i < store.actors().size(); ++i) json["actors"].push_back(actorJson(store, {i}));
    for (std::uint32_t i = 0; i < store.objects().size(); ++i) {
        const ObjectRecord& object = store.object({i});
        if (isLock(object.kind)) json["locks"].push_back(lockJson(store, {i}));
        if (object.kind == ObjectKind::queue) json["queues"].push_back(queueJson(object));
    }
    for (const Deadlock& deadlock : store.deadlocks()) json["deadlocks"].push_back(deadlockJson(store, deadlock));
    json["results"] = resultsJson(store.results());
    json["violations"] = Json::array();
    for (const Violation& violation : store.violations()) json["violations"].push_back(violationJson(store, violation));
    return json;
}

Json resultsJson(const std::vector<std::pair<std::string, ResultValue>>& results) {
    Json named = Json::object();
    for (const auto& [name, value] : results) named[name] = resultJson(value);
    return named;
}

Json outcomesJson(const Outcomes& outcomes, const Store& last) {
    Json each = Json::array();
    for (const Outcome& outcome : outcomes.all())
        each.push_back(
            {{"results", resultsJson(outcome.results)}, {"ended", nameOf(outcome.ended)}, {"count", outcome.count()}});
    return {{"repeat", outcomes.runs()}, {"wrong", outcomes.wrong()}, {"outcomes", each}, {"last", runJson(last)}};
}

Json comparisonJson(const std::vector<std::shared_ptr<const Store>>& runs, const RunFacts& asked) {
    Json whole = runJson(*runs.back());
    whole["runtime"] = nameOf(asked.runtime);
    whole["params"] = paramsJson(asked);
    for (const char* list : {"actors", "locks", "queues", "deadlocks", "violations"}) whole[list] = Json::array();
    for (const char* sum : {"wall_ms", "events", "lost", "evicted"}) whole[sum] = 0;
    whole["ended"] = nameOf(Ended::finished);
    whole["results"] = Json::object();
    Json each = Json::array();
    for (const auto& run : runs) {
        Json json = runJson(*run);
        const std::string& variant = run->facts().variant;
        for (const char* sum : {"events", "lost", "evicted"})
            whole[sum] = whole[sum].get<std::uint64_t>() + json[sum].get<std::uint64_t>();
        whole["wall_ms"] = whole["wall_ms"].get<double>() + json["wall_ms"].get<double>();
        for (const char* list : {"deadlocks", "violations"})
            whole[list].insert(whole[list].end(), json[list].begin(), json[list].end());
        for (const auto& [name, value] : json["results"].items()) whole["results"][variant + "." + name] = value;
        if (run->facts().ended != Ended::finished) whole["ended"] = nameOf(run->facts().ended);
        Json named{{"variant", variant}};
        named.update(json);
        each.push_back(std::move(named));
    }
    whole["runs"] = std::move(each);
    return whole;
}

std::string jsonText(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace interleave::app
