#include "ui/timeline/timeline_words.hpp"

#include <QCoreApplication>

#include "ui/live/duration_text.hpp"
#include "ui/timeline/time_axis.hpp"

namespace interleave::ui::words {
namespace {

QString text(std::string_view utf8) { return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())); }

bool isCore(const Lane& lane) { return lane.kind == LaneKind::core || lane.kind == LaneKind::kernelCore; }

// Who held `object` when the wait began; the actor that waits is not it.
QString holderAt(const Store& store, ObjectId object, TraceTime at, std::uint32_t waiter) {
    if (object.value >= store.objects().size()) return {};
    const Look& owner = store.looks()[store.object(object).owners.lookAt(at)];
    return owner.laneClass == 0 || owner.subject == waiter ? QString{} : actorName(store, owner.actor());
}

QStringList lockLabels(const Store& store, const Lane& lane, const Look& look, const Interval& interval) {
    const QString object = objectName(store, look.object());
    const QString holder = holderAt(store, look.object(), interval.begin, lane.id);
    QStringList labels;
    if (!holder.isEmpty())
        labels << QCoreApplication::translate("Timeline", "waiting for %1, held by %2").arg(object, holder);
    return labels << QCoreApplication::translate("Timeline", "waiting for %1").arg(object) << object;
}

QStringList waitLabels(const Store& store, const Look& look) {
    const auto of = [&](const char* full) {
        const QString name = objectName(store, look.object());
        return QStringList{QCoreApplication::translate("Timeline", full).arg(name), name};
    };
    switch (static_cast<WaitReason>(look.detail)) {
        case WaitReason::queueFull: return of(QT_TRANSLATE_NOOP("Timeline", "%1 is full"));
        case WaitReason::queueEmpty: return of(QT_TRANSLATE_NOOP("Timeline", "%1 is empty"));
        case WaitReason::semaphore: return of(QT_TRANSLATE_NOOP("Timeline", "waiting for a permit of %1"));
        case WaitReason::condition:
        case WaitReason::event:
        case WaitReason::barrier:
        case WaitReason::future: return of(QT_TRANSLATE_NOOP("Timeline", "waiting for %1"));
        case WaitReason::join:
            return {
                QCoreApplication::translate("Timeline", "waits for the end of %1").arg(actorName(store, look.actor())),
                QCoreApplication::translate("Timeline", "join %1").arg(actorName(store, look.actor()))};
        case WaitReason::io: {
            const QString plain = QCoreApplication::translate("Timeline", "I/O");
            if (look.object().value >= store.objects().size()) return {plain};  // a device that has no name
            return {QCoreApplication::translate("Timeline", "I/O: %1", "the descriptor waited for")
                        .arg(objectName(store, look.object())),
                    plain};
        }
        case WaitReason::gil:
            return {QCoreApplication::translate("Timeline", "waiting for the GIL"), QStringLiteral("GIL")};
        case WaitReason::recorder: return {QCoreApplication::translate("Timeline", "waiting for the recorder")};
        default: return {QCoreApplication::translate("Timeline", "waiting")};
    }
}

QStringList actorLabels(const Store& store, const Lane& lane, const Look& look, const Interval& interval) {
    switch (look.state()) {
        case StateClass::running: {
            const QString call = text(store.text({look.subject}));
            // What programs do most has a word in the reader's language; anything else is said as it was told.
            if (call == QLatin1String("compute")) return {QCoreApplication::translate("Timeline", "compute")};
            return {call.isEmpty() ? state(StateClass::running) : call};
        }
        case StateClass::sleeping: {
            const QString plain = QCoreApplication::translate("Timeline", "sleep");
            if (look.subject == 0 || look.subject == ObjectId::kNone) return {plain};
            const QString length = roundDurationLabel(std::chrono::microseconds(look.subject));
            return {QCoreApplication::translate("Timeline", "sleep %1").arg(length), plain};
        }
        case StateClass::waitingLock: return lockLabels(store, lane, look, interval);
        case StateClass::waitingIo:
        case StateClass::waitingQueue:
        case StateClass::waitingJoin:
        case StateClass::waitingGil:
        case StateClass::waitingOther: return waitLabels(store, look);
        case StateClass::held:
            switch (static_cast<HeldBy>(look.detail)) {
                case HeldBy::script: return {QCoreApplication::translate("Timeline", "held by the script"),
                                             QCoreApplication::translate("Timeline", "held")};
                default: return {QCoreApplication::translate("Timeline", "held by you"),
                                 QCoreApplication::translate("Timeline", "held")};
            }
        case StateClass::zombie:
            return {QCoreApplication::translate("Timeline", "zombie, not yet reaped"), state(look.state()),
                    QStringLiteral("Z")};
        case StateClass::ready:
        case StateClass::created:
        case StateClass::suspended: return {state(look.state())};
        default: return {};
    }
}

QString readyReason(const Store& store, const Look& look) {
    switch (static_cast<ReadyReason>(look.detail)) {
        case ReadyReason::created: return QCoreApplication::translate("Timeline", "just created");
        case ReadyReason::woken:
            return look.actor().exists()
                       ? QCoreApplication::translate("Timeline", "woken by %1").arg(actorName(store, look.actor()))
                       : QCoreApplication::translate("Timeline", "woken");
        case ReadyReason::preempted: return QCoreApplication::translate("Timeline", "preempted");
        case ReadyReason::sliceOver: return QCoreApplication::translate("Timeline", "its time slice was over");
        case ReadyReason::yielded: return QCoreApplication::translate("Timeline", "gave way");
        case ReadyReason::timedOut: return QCoreApplication::translate("Timeline", "its time limit was over");
    }
    return {};
}

QString runReason(const Look& look) {
    switch (static_cast<RunReason>(look.detail)) {
        case RunReason::kernel: return QCoreApplication::translate("Timeline", "dispatched by the kernel");
        case RunReason::firstCome: return QCoreApplication::translate("Timeline", "first come, first served");
        case RunReason::nextInTurn: return QCoreApplication::translate("Timeline", "next in turn");
        case RunReason::shortestJob: return QCoreApplication::translate("Timeline", "shortest job");
        case RunReason::shortestRemaining: return QCoreApplication::translate("Timeline", "shortest remaining time");
        case RunReason::highestPriority: return QCoreApplication::translate("Timeline", "highest priority");
        case RunReason::topQueue: return QCoreApplication::translate("Timeline", "first of the top queue");
        case RunReason::lottery: return QCoreApplication::translate("Timeline", "drew the winning ticket");
        case RunReason::stride: return QCoreApplication::translate("Timeline", "smallest stride pass");
        case RunReason::leastVirtualTime: return QCoreApplication::translate("Timeline", "least virtual time");
        case RunReason::earliestDeadline: return QCoreApplication::translate("Timeline", "earliest deadline");
        case RunReason::onlyOne: return QCoreApplication::translate("Timeline", "the only one ready");
        case RunReason::continued: return QCoreApplication::translate("Timeline", "goes on");
    }
    return {};
}

QString endWord(EndReason end) {
    if (end == EndReason::killed) return QCoreApplication::translate("Timeline", "killed");
    if (end == EndReason::cancelled) return QCoreApplication::translate("Timeline", "cancelled");
    if (end == EndReason::failed) return QCoreApplication::translate("Timeline", "failed");
    return QCoreApplication::translate("Timeline", "returned");
}

}  // namespace

QString actorName(const Store& store, ActorId actor) {
    if (actor.value >= store.actors().size()) return QCoreApplication::translate("Timeline", "another thread");
    return text(store.actor(actor).name);
}

QString objectName(const Store& store, ObjectId object) {
    if (object.value >= store.objects().size()) return QCoreApplication::translate("Timeline", "something");
    return text(store.object(object).name);
}

QString section(SectionKind kind) {
    switch (kind) {
        case SectionKind::cores: return QCoreApplication::translate("Timeline", "CORES");
        case SectionKind::processes: return QCoreApplication::translate("Timeline", "PROCESSES");
        case SectionKind::threads: return QCoreApplication::translate("Timeline", "THREADS");
        case SectionKind::tasks: return QCoreApplication::translate("Timeline", "TASKS");
        case SectionKind::coroutines: return QCoreApplication::translate("Timeline", "COROUTINES");
        case SectionKind::locks: return QCoreApplication::translate("Timeline", "LOCKS");
        case SectionKind::banks: return QCoreApplication::translate("Timeline", "BANKS");
        case SectionKind::semaphores: return QCoreApplication::translate("Timeline", "SEMAPHORES");
        case SectionKind::events: return QCoreApplication::translate("Timeline", "EVENTS");
        case SectionKind::queues: return QCoreApplication::translate("Timeline", "QUEUES");
        case SectionKind::variables: return QCoreApplication::translate("Timeline", "VARIABLES");
        case SectionKind::frames: return QCoreApplication::translate("Timeline", "FRAMES");
        case SectionKind::kernel: return QCoreApplication::translate("Timeline", "KERNEL");
    }
    return {};
}

QString lanesLeftOut(std::size_t count) {
    return QCoreApplication::translate("Timeline", "and %1 more", "lanes of the timeline")
        .arg(countText(static_cast<std::int64_t>(count)));
}

QString laneName(const Store& store, const Lane& lane) {
    if (lane.kind == LaneKind::actor) return actorName(store, {lane.id});
    if (!isCore(lane)) return objectName(store, {lane.id});
    if (lane.kind != LaneKind::kernelCore && store.facts().runtime == RuntimeKind::coroutines)
        return QCoreApplication::translate("Timeline", "Event loop");
    const bool ofKernel = lane.kind == LaneKind::kernelCore || store.facts().runtime == RuntimeKind::threads
                          || store.facts().runtime == RuntimeKind::processes;
    return ofKernel ? QCoreApplication::translate("Timeline", "CPU %1").arg(lane.id)
                    : QCoreApplication::translate("Timeline", "Core %1").arg(lane.id);
}

QString laneDetail(const Store& store, const Lane& lane) {
    if (lane.kind == LaneKind::actor) {
        const ActorRecord& actor = store.actor({lane.id});
        QStringList parts;
        if (actor.kind == ActorKind::process && actor.pid > 0) parts << QStringLiteral("pid %1").arg(actor.pid);
        if (actor.kind == ActorKind::thread && actor.tid > 0) parts << QStringLiteral("tid %1").arg(actor.tid);
        // Who just returned needs no word: that is how things end.
        if (actor.ended != kEndOfTime && actor.end != EndReason::returned) parts << endWord(actor.end);
        return parts.join(QStringLiteral(" · "));
    }
    if (isCore(lane) || lane.kind == LaneKind::lock || lane.kind == LaneKind::frame) return {};
    const ObjectRecord& object = store.object({lane.id});
    if (object.kind == ObjectKind::queue)
        return object.initial > 0 ? QCoreApplication::translate("Timeline", "capacity %1").arg(object.initial)
                                  : QCoreApplication::translate("Timeline", "unbounded");
    if (object.kind == ObjectKind::bank) return QCoreApplication::translate("Timeline", "%1 units").arg(object.initial);
    if (object.kind == ObjectKind::semaphore)
        return QCoreApplication::translate("Timeline", "%1 permits").arg(object.initial);
    if (object.lostUpdates > 0)
        return QCoreApplication::translate("Timeline", "%1 × lost", "updates of a variable that were overwritten")
            .arg(object.lostUpdates);
    return {};
}

QString state(StateClass state) {
    switch (state) {
        case StateClass::created: return QCoreApplication::translate("Timeline", "new");
        case StateClass::ready: return QCoreApplication::translate("Timeline", "ready");
        case StateClass::running: return QCoreApplication::translate("Timeline", "running");
        case StateClass::waitingLock: return QCoreApplication::translate("Timeline", "waiting: lock");
        case StateClass::sleeping: return QCoreApplication::translate("Timeline", "sleeping");
        case StateClass::waitingIo: return QCoreApplication::translate("Timeline", "waiting: I/O");
        case StateClass::waitingQueue: return QCoreApplication::translate("Timeline", "waiting: queue");
        case StateClass::waitingJoin: return QCoreApplication::translate("Timeline", "waiting: join");
        case StateClass::waitingGil: return QCoreApplication::translate("Timeline", "waiting: GIL");
        case StateClass::waitingOther: return QCoreApplication::translate("Timeline", "waiting");
        case StateClass::held: return QCoreApplication::translate("Timeline", "held");
        case StateClass::suspended: return QCoreApplication::translate("Timeline", "suspended");
        case StateClass::ended: return QCoreApplication::translate("Timeline", "ended");
        case StateClass::zombie: return QCoreApplication::translate("Timeline", "zombie");
        default: return QCoreApplication::translate("Timeline", "not yet there");
    }
}

QStringList barLabels(const Store& store, const Lane& lane, const Interval& interval) {
    const Look& look = store.looks()[interval.look];
    if (lane.kind == LaneKind::actor) return actorLabels(store, lane, look, interval);
    if (lane.kind == LaneKind::frame) return isOver(look.state()) ? QStringList() : QStringList{state(look.state())};
    if (look.laneClass == 0) return {};
    const QString actor = actorName(store, look.actor());
    if (lane.kind == LaneKind::lock) return {QCoreApplication::translate("Timeline", "held by %1").arg(actor), actor};
    return {actor};
}

QString title(const Store& store, const Lane& lane, const Interval& interval) {
    const Look& look = store.looks()[interval.look];
    const QString name = laneName(store, lane);
    if (hasStates(lane))
        return QCoreApplication::translate("Timeline", "%1: %2", "an actor and its state")
            .arg(name, state(look.state()));
    if (lane.kind == LaneKind::lock)
        return look.laneClass == 0 ? QCoreApplication::translate("Timeline", "%1 is free").arg(name)
                                   : QCoreApplication::translate("Timeline", "%1 is held by %2")
                                         .arg(name, actorName(store, look.actor()));
    return look.laneClass == 0
               ? QCoreApplication::translate("Timeline", "%1: nobody of this run").arg(name)
               : QCoreApplication::translate("Timeline", "%1 runs %2").arg(name, actorName(store, look.actor()));
}

QString reason(const Store& store, const Lane& lane, const Interval& interval) {
    const Look& look = store.looks()[interval.look];
    if (lane.kind == LaneKind::lock) {
        const Look& waiters = store.looks()[store.object({lane.id}).waiters.lookAt(interval.begin)];
        if (waiters.laneClass == 0) return {};
        return QCoreApplication::translate("Timeline", "%1 waiting", "actors before a lock").arg(waiters.subject);
    }
    if (lane.kind != LaneKind::actor) return {};
    switch (look.state()) {
        case StateClass::ready: return readyReason(store, look);
        case StateClass::running: {
            const QStringList labels = actorLabels(store, lane, look, interval);
            const QString why = runReason(look);
            return labels.front() == state(StateClass::running)
                       ? why
                       : QCoreApplication::translate("Timeline", "%1; %2", "what is done, and why it runs")
                             .arg(labels.front(), why);
        }
        case StateClass::created:
        case StateClass::suspended: return {};
        case StateClass::zombie:
            return QCoreApplication::translate("Timeline", "its parent has not asked how it ended");
        case StateClass::ended: return endWord(store.actor({lane.id}).end);
        default: {
            const QStringList labels = actorLabels(store, lane, look, interval);
            return labels.isEmpty() ? QString{} : labels.front();
        }
    }
}

QString blockedLoop(const LongTurn& turn) {
    return QCoreApplication::translate("Timeline", "blocked the loop for %1").arg(durationText(turn.step.length()));
}

QString deadlock(const Store& store, const Deadlock& deadlock) {
    const QString at = timeText(deadlock.at);
    QStringList names;
    for (const ActorId actor : deadlock.actors) names << actorName(store, actor);
    if (deadlock.byPartners)
        return QCoreApplication::translate("Timeline", "Deadlock of %1 at %2")
            .arg(names.join(QStringLiteral(" · ")), at);
    if (names.size() == 1)
        return QCoreApplication::translate("Timeline", "Deadlock of %1 with itself at %2").arg(names.front(), at);
    if (names.size() == 2)
        return QCoreApplication::translate("Timeline", "Deadlock %1 at %2").arg(names.join(QStringLiteral(" ⇄ ")), at);
    names << names.front();
    return QCoreApplication::translate("Timeline", "Deadlock %1 at %2").arg(names.join(QStringLiteral(" → ")), at);
}

QString kernelTruth(const RunFacts& facts) {
    switch (facts.tier) {
        case KernelTier::switchRecords: return QCoreApplication::translate("Timeline", "kernel truth: switch records");
        case KernelTier::tracepoints: return QCoreApplication::translate("Timeline", "kernel truth: tracepoints");
        case KernelTier::ownEvents: break;
    }
    return QCoreApplication::translate("Timeline", "the program's own events");
}

QString eventsLost(std::uint64_t lost) {
    return QCoreApplication::translate("Timeline", "%1 events lost").arg(countText(static_cast<std::int64_t>(lost)));
}

}  // namespace interleave::ui::words
