#include "core/trace/trace_check.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace interleave {
namespace {

bool isTheSame(const Deadlock& a, const Deadlock& b) {
    return a.at == b.at && a.actors == b.actors && a.objects == b.objects;
}

std::string nameOf(const Store& store, ActorId id) {
    if (id.value < store.actors().size() && !store.actor(id).name.empty()) return store.actor(id).name;
    return id.exists() ? fmt::format("actor {}", id.value) : "somebody unknown";
}

std::string nameOf(const Store& store, ObjectId id) {
    if (id.value < store.objects().size() && !store.object(id).name.empty()) return store.object(id).name;
    return id.exists() ? fmt::format("object {}", id.value) : "something unknown";
}

std::string whatHappened(const std::string& actor, const std::string& object, Law law) {
    switch (law) {
        case Law::oneActorPerCore: return actor + " began to run on a core where another actor was still running";
        case Law::oneOwnerPerLock: return fmt::format("{} acquired {} while it had an owner", actor, object);
        case Law::onlyOwnerReleases: return fmt::format("{} released {} without owning it", actor, object);
        case Law::levelIsPutsMinusGets:
            return fmt::format("the level of {} was not its puts minus its gets after {} used it", object, actor);
        case Law::levelWithinCapacity:
            return fmt::format("{} took the level of {} below zero or above its capacity", actor, object);
        case Law::legalTransition: return actor + " went from one state to another that cannot follow it";
        case Law::timeRunsForward:
            return fmt::format("an event of {} came from an earlier time than the one before it", actor);
        case Law::switchesPair: return actor + " was switched into or out of twice in a row";
        case Law::nothingAfterTheEnd: return actor + " did something after it had ended";
        case Law::ticketsInOrder:
            return fmt::format("what {} did to {} was counted with a gap or twice", actor, object);
        case Law::permitsNotNegative: return fmt::format("{} took a permit of {} that was not there", actor, object);
        case Law::noReaderWithWriter:
            return fmt::format("{} got into {} while a reader and a writer exclude each other", actor, object);
        case Law::barrierOpensWhenFull: return fmt::format("{} opened, or {} came to it, out of turn", object, actor);
        case Law::unitsAddUp: return fmt::format("{} left {} with units that do not add up", actor, object);
        case Law::claimsKept: return fmt::format("{} has more units of {} than it claimed", actor, object);
        case Law::bankStaysSafe:
            return fmt::format("{} was granted units of {} after which no order is safe", actor, object);
        case Law::itemsInOrder: return fmt::format("{} took an item out of {} whose turn it was not", actor, object);
    }
    return "a law that this program does not know was broken";
}

}  // namespace

TraceCheck checkTrace(const Store& store) {
    constexpr std::size_t kMostKept = 1000;
    TraceCheck check;
    TraceState state = store.checkpoint();
    const Store::Events& events = store.events();
    for (const Violation& v : store.violations())
        if (v.eventIndex < events.first()) check.violations.push_back(v);
    std::vector<Deadlock> found;
    for (std::size_t i = events.first(); i < events.end();) {
        for (const Event& event : events.run(i))
            if (auto deadlock = state.apply(event, i++, check.violations)) found.push_back(std::move(*deadlock));
    }
    check.events = events.end();
    check.broken = state.brokenLaws();
    if (check.violations.size() > kMostKept) check.violations.resize(kMostKept);

    // Those closed in the evicted part are the ones that the run saw and this look does not.
    const TraceTime begin = events.empty() ? kEndOfTime : events[events.first()].at();
    for (const Deadlock& seen : store.deadlocks()) {
        const auto again =
            std::find_if(found.begin(), found.end(), [&](const Deadlock& d) { return isTheSame(d, seen); });
        if (again != found.end()) again->foundAfter = seen.foundAfter;
        else if (store.totals().evicted > 0 && seen.at <= begin) check.deadlocks.push_back(seen);
    }
    check.deadlocks.insert(check.deadlocks.end(), found.begin(), found.end());
    return check;
}

std::string describe(const Store& store, const Violation& violation) {
    return fmt::format("At {:.6f} s {} (law {}, event {}).", seconds(violation.at - TraceTime{}),
                       whatHappened(nameOf(store, violation.actor), nameOf(store, violation.object), violation.law),
                       lawName(violation.law), violation.eventIndex);
}

}  // namespace interleave
