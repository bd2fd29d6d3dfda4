#include "core/trace/laws.hpp"

namespace interleave {

std::string_view lawName(Law law) {
    switch (law) {
        case Law::oneActorPerCore: return "one-actor-per-core";
        case Law::oneOwnerPerLock: return "one-owner-per-lock";
        case Law::onlyOwnerReleases: return "only-owner-releases";
        case Law::levelIsPutsMinusGets: return "level-is-puts-minus-gets";
        case Law::levelWithinCapacity: return "level-within-capacity";
        case Law::legalTransition: return "legal-transition";
        case Law::timeRunsForward: return "time-runs-forward";
        case Law::switchesPair: return "switches-pair";
        case Law::nothingAfterTheEnd: return "nothing-after-the-end";
        case Law::ticketsInOrder: return "tickets-in-order";
        case Law::permitsNotNegative: return "permits-not-negative";
        case Law::noReaderWithWriter: return "no-reader-with-writer";
        case Law::barrierOpensWhenFull: return "barrier-opens-when-full";
        case Law::unitsAddUp: return "units-add-up";
        case Law::claimsKept: return "claims-kept";
        case Law::bankStaysSafe: return "bank-stays-safe";
        case Law::itemsInOrder: return "items-in-order";
    }
    return "unknown";
}

}  // namespace interleave
