#include "ui/loop/loop_words.hpp"

#include <QStringList>

#include "ui/live/duration_text.hpp"
#include "ui/live/words.hpp"

namespace interleave::ui {

QString LoopWords::place(const LoopHistory& history, std::optional<std::size_t> turn) {
    if (!turn) return tr("before its first turn");
    const qint64 number = history.firstNumber() + static_cast<qint64>(*turn);
    const qint64 last = history.firstNumber() + static_cast<qint64>(history.turns().size()) - 1;
    return tr("turn %1 of %2").arg(number).arg(last);
}

QString LoopWords::begunWith(const LoopTurn& turn) {
    QStringList parts{tr("begins: %1 ready").arg(turn.ready)};
    if (turn.timers > 0) parts << tr("timers due: %1").arg(turn.timers);
    if (turn.descriptors > 0) parts << tr("descriptors ready: %1").arg(turn.descriptors);
    return parts.join(QStringLiteral(" · "));
}

QString LoopWords::due(const LoopTimer& timer, TraceTime now) {
    const Duration left = timer.due - now;
    return left.count() > 0 ? tr("due in %1").arg(durationText(left)) : tr("overdue by %1").arg(durationText(-left));
}

QString LoopWords::descriptorState(const LoopDescriptor& descriptor) {
    return descriptor.isReady ? tr("ready") : tr("not ready");
}

QString LoopWords::current(const Store& store, const LoopNow& now, TraceTime at) {
    if (now.running.exists()) return tr("%1 has the loop").arg(Words::actor(store, now.running));
    if (now.isAsleep && !now.timers.empty())
        return tr("asleep: the first timer is %1", "due in 0.50 s").arg(due(now.timers.front(), at));
    if (now.isAsleep) return tr("asleep, until it is woken");
    return tr("between two steps");
}

QString LoopWords::longest(const Store& store, const LoopHistory& history) {
    const auto& longest = history.longest();
    if (!longest) return {};
    const qint64 number = history.firstNumber() + static_cast<qint64>(longest->turn);
    const QString length = durationText(longest->length);
    if (!longest->actor.exists()) return tr("longest turn: number %1, %2").arg(number).arg(length);
    const QString who = Words::actor(store, longest->actor);
    const bool isNoticed = longest->length >= kLong;
    return isNoticed ? tr("%1 blocked the loop for %2, in turn %3").arg(who, length).arg(number)
                     : tr("longest turn: number %1, %2, of %3").arg(number).arg(length, who);
}

}  // namespace interleave::ui
