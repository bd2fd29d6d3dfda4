#include "ui/scheduling/pick_words.hpp"

#include "ui/live/duration_text.hpp"
#include "ui/live/words.hpp"

namespace interleave::ui {
namespace {

// How the trace carries that whoever was picked has no deadline: the number is -1, of which 32 bits are kept.
bool isNone(std::int64_t number) { return static_cast<std::int32_t>(static_cast<std::uint32_t>(number)) == -1; }

QString microseconds(std::int64_t us) { return durationText(std::chrono::microseconds{us}); }

}  // namespace

QString PickWords::reason(const PickedTask& picked) {
    const std::int64_t number = picked.number;
    switch (picked.reason) {
        case RunReason::shortestJob: return tr("the shortest job, %1").arg(microseconds(number));
        case RunReason::shortestRemaining: return tr("the shortest time left, %1").arg(microseconds(number));
        case RunReason::highestPriority:
            return tr("the most urgent of those ready, priority %1")
                .arg(static_cast<std::int32_t>(static_cast<std::uint32_t>(number)));
        case RunReason::topQueue: return tr("first in the topmost queue that is not empty, queue %1").arg(number);
        case RunReason::lottery: return tr("its ticket was drawn, number %1").arg(number);
        case RunReason::stride: return tr("the least pass, %1").arg(microseconds(number));
        case RunReason::leastVirtualTime: return tr("the least virtual run time, %1").arg(microseconds(number));
        case RunReason::earliestDeadline:
            return isNone(number) ? tr("none of those ready has a deadline") : tr("the earliest deadline");
        case RunReason::firstCome: return tr("it came first");
        case RunReason::nextInTurn: return tr("its turn has come");
        case RunReason::onlyOne: return tr("nobody else is ready");
        default: return Words::runReason(picked.reason);
    }
}

QString PickWords::sentence(const Store& store, const PickedTask& picked) {
    QString text =
        tr("%1 runs on core %2: %3.").arg(Words::actor(store, picked.actor)).arg(picked.core.value).arg(reason(picked));
    if (picked.tie == TieBreak::arrival) text += QLatin1Char(' ') + tr("The earlier arrival broke the tie.");
    if (picked.tie == TieBreak::order) text += QLatin1Char(' ') + tr("The order of the list broke the tie.");
    if (picked.stolen) text += QLatin1Char(' ') + tr("It was stolen from another core's queue.");
    return text;
}

}  // namespace interleave::ui
