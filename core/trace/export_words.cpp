#include "core/trace/export_words.hpp"

#include <array>

#include <fmt/format.h>

namespace interleave {
namespace {

template <class E, std::size_t N>
std::string_view wordIn(const std::array<std::string_view, N>& words, E value) {
    const auto index = static_cast<std::size_t>(value);
    return index < N ? words[index] : std::string_view("unknown");
}

constexpr std::array<std::string_view, static_cast<std::size_t>(StateClass::count_)> kStates{
    "absent", "new", "ready", "running", "waiting", "sleeping", "waiting", "waiting", "waiting", "waiting", "waiting",
    "held", "suspended", "ended", "zombie"};
constexpr std::array<std::string_view, 16> kWaits{
    "",          "lock",      "sleep", "io",      "queue-full", "queue-empty", "join",    "future",
    "condition", "semaphore", "event", "barrier", "gil",        "recorder",    "unknown", "units"};
constexpr std::array<std::string_view, 6> kReady{"created", "woken", "preempted", "slice-over", "yielded", "timed-out"};
constexpr std::array<std::string_view, 13> kRun{
    "kernel",    "first-come", "next-in-turn", "shortest-job",       "shortest-remaining", "highest-priority",
    "top-queue", "lottery",    "stride",       "least-virtual-time", "earliest-deadline",  "only-one",
    "continued"};
constexpr std::array<std::string_view, 3> kHeld{"pause", "step", "script"};
constexpr std::array<std::string_view, 4> kActorKinds{"thread", "process", "task", "coroutine"};
constexpr std::array<std::string_view, 10> kArrows{"wake",  "hand-over",        "put",       "start",
                                                  "coroutine-switch", "message", "migration", "inheritance", "orphan",
                                                  "frame-switch"};
constexpr std::array<std::string_view, 12> kObjects{
    "mutex", "semaphore", "condition", "event", "queue", "variable", "barrier", "reader-writer-lock", "future", "bank",
    "descriptor", "frame"};

}  // namespace

std::string_view wordOf(StateClass state) { return wordIn(kStates, state); }
std::string_view wordOf(WaitReason reason) { return wordIn(kWaits, reason); }
std::string_view wordOf(ReadyReason reason) { return wordIn(kReady, reason); }
std::string_view wordOf(RunReason reason) { return wordIn(kRun, reason); }
std::string_view wordOf(HeldBy by) { return wordIn(kHeld, by); }
std::string_view wordOf(ActorKind kind) { return wordIn(kActorKinds, kind); }
std::string_view wordOf(ObjectKind kind) { return wordIn(kObjects, kind); }
std::string_view wordOf(ArrowKind kind) { return wordIn(kArrows, kind); }

std::string exportedName(const Store& store, ActorId id) {
    if (!id.exists()) return {};
    if (id.value < store.actors().size() && !store.actor(id).name.empty()) return store.actor(id).name;
    return fmt::format("actor {}", id.value);
}

std::string exportedName(const Store& store, ObjectId id) {
    if (!id.exists()) return {};
    if (id.value < store.objects().size() && !store.object(id).name.empty()) return store.object(id).name;
    return fmt::format("object {}", id.value);
}

LookWords wordsOf(const Store& store, const Look& look) {
    LookWords words{std::string(wordOf(look.state())), {}, {}};
    const auto reason = static_cast<WaitReason>(look.detail);
    switch (look.state()) {
        case StateClass::running:
            words.reason = wordOf(static_cast<RunReason>(look.detail));
            words.object = store.text({look.subject});
            break;
        case StateClass::ready: words.reason = wordOf(static_cast<ReadyReason>(look.detail)); break;
        case StateClass::held: words.reason = wordOf(static_cast<HeldBy>(look.detail)); break;
        case StateClass::sleeping: words.reason = wordOf(WaitReason::sleep); break;
        case StateClass::waitingLock:
        case StateClass::waitingIo:
        case StateClass::waitingQueue:
        case StateClass::waitingJoin:
        case StateClass::waitingGil:
        case StateClass::waitingOther:
            words.reason = wordOf(reason);
            words.object =
                reason == WaitReason::join ? exportedName(store, look.actor()) : exportedName(store, look.object());
            break;
        default: break;
    }
    return words;
}

std::vector<std::pair<std::string, std::string>> captionOf(const Store& store) {
    const RunFacts& facts = store.facts();
    std::string params;
    for (const auto& [name, value] : facts.params) params += (params.empty() ? "" : ", ") + name + "=" + value;
    std::vector<std::pair<std::string, std::string>> caption{{"scenario", facts.scenario},
                                                             {"runtime", std::string(nameOf(facts.runtime))},
                                                             {"pace", std::string(nameOf(facts.pace))},
                                                             {"parameters", params},
                                                             {"seed", std::to_string(facts.seed)},
                                                             {"cores", std::to_string(facts.cores)},
                                                             {"tempo", fmt::format("{}", facts.tempo)},
                                                             {"ended", std::string(nameOf(facts.ended))},
                                                             {"kernel truth", std::string(nameOf(facts.tier))},
                                                             {"started", facts.startedAt},
                                                             {"machine", facts.machine},
                                                             {"events", std::to_string(store.totals().events)},
                                                             {"lost", std::to_string(store.totals().lost)},
                                                             {"evicted", std::to_string(store.totals().evicted)}};
    for (const auto& [name, value] : store.results()) {
        const std::string text = value.type == ResultType::real      ? fmt::format("{}", value.real)
                                 : value.type == ResultType::boolean ? (value.integer != 0 ? "true" : "false")
                                                                     : std::to_string(value.integer);
        caption.emplace_back("result " + name, text);
    }
    return caption;
}

}  // namespace interleave
