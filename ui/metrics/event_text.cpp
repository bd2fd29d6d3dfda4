#include "ui/metrics/event_text.hpp"

#include "ui/live/duration_text.hpp"
#include "ui/live/frame_value_text.hpp"
#include "ui/live/words.hpp"

namespace interleave::ui {
namespace {

QString textOf(const Store& store, std::uint32_t id) {
    const auto text = store.text({id});
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

}  // namespace

QString EventText::of(const Store& store, const Event& event) {
    switch (event.kind) {
        case EventKind::actorCreated: return tr("created");
        case EventKind::actorStarted: return tr("starts");
        case EventKind::actorEnded:
            return tr("ends: %1", "%1 is how").arg(Words::endReason(event.as<EndReason>()));
        case EventKind::running:
        case EventKind::ready:
        case EventKind::waiting:
        case EventKind::held: return ofState(store, event);
        case EventKind::coroutineResumed: return tr("resumed");
        case EventKind::coroutineSuspended: return tr("suspended");
        case EventKind::coroutineSwitched:
            return tr("switches to %1").arg(Words::actor(store, {static_cast<std::uint32_t>(event.value)}));
        case EventKind::note: return textOf(store, event.object);
        case EventKind::textWritten: return tr("writes “%1”").arg(textOf(store, event.object).trimmed());
        case EventKind::result: return tr("result %1").arg(textOf(store, event.object));
        case EventKind::recorderWaited:
            return tr("waited %1 for the recorder").arg(durationText(Duration{event.value}));
        case EventKind::callBegun: return tr("begins %1").arg(Words::call(store, event.object));
        case EventKind::callEnded: return tr("is done with it");
        case EventKind::processForked:
        case EventKind::processExited:
        case EventKind::processReaped:
        case EventKind::processOrphaned:
        case EventKind::messageSent:
        case EventKind::messageReceived: return ofProcess(event);
        case EventKind::processSignalled:
            return tr("sends signal %1 to %2").arg(event.value).arg(Words::actor(store, {event.object}));
        default: return ofObject(store, event);
    }
}

QString EventText::ofState(const Store& store, const Event& event) {
    switch (event.kind) {
        case EventKind::running:
            return event.value >= 0 ? tr("runs on core %1").arg(event.value) : tr("runs");
        case EventKind::ready: {
            const QString why = Words::readyReason(event.as<ReadyReason>());
            const bool byAnother = event.as<ReadyReason>() == ReadyReason::woken && event.value >= 0 &&
                                   event.value != static_cast<std::int64_t>(event.actor);
            return byAnother
                       ? tr("ready: woken by %1").arg(Words::actor(store, {static_cast<std::uint32_t>(event.value)}))
                       : tr("ready: %1", "%1 is why").arg(why);
        }
        case EventKind::waiting: {
            const auto reason = event.as<WaitReason>();
            if (reason == WaitReason::sleep) return tr("sleeps %1").arg(durationText(Duration{event.value}));
            if (reason == WaitReason::join)
                return tr("waits for the end of %1").arg(Words::actor(store, {event.object}));
            if (event.what().value < store.objects().size())
                return tr("waits for %1").arg(Words::object(store, event.what()));
            return tr("waits");
        }
        default: return Words::heldBy(event.as<HeldBy>());
    }
}

QString EventText::ofFrame(const Store& store, const Event& event) {
    const QString name = Words::object(store, event.what());
    const QString value = frameValueText(store, frameValueOf(event));
    const QString other = Words::object(store, {event.ticket});
    switch (event.kind) {
        case EventKind::frameResumed: return tr("%1 goes on", "a generator's frame").arg(name);
        case EventKind::frameYielded: return tr("%1 yields %2", "a generator's frame").arg(name, value);
        case EventKind::frameDelegated: return tr("%1 delegates to %2").arg(name, other);
        case EventKind::frameReturned: return tr("%1 returns %2", "a generator's frame").arg(name, value);
        case EventKind::frameFailed: return tr("%1 fails: %2", "a generator's frame").arg(name, value);
        case EventKind::frameClosed: return tr("%1 is closed", "a generator's frame").arg(name);
        case EventKind::frameSwitched: return tr("%1 switches to %2").arg(name, other);
        default: return QStringLiteral("%1: %2 = %3").arg(name, textOf(store, event.ticket), value);
    }
}

QString EventText::ofObject(const Store& store, const Event& event) {
    const QString name = Words::object(store, event.what());
    switch (event.kind) {
        case EventKind::objectCreated: return tr("%1 is made").arg(name);
        case EventKind::lockWanted: return tr("wants %1").arg(name);
        case EventKind::lockAcquired: return tr("takes %1").arg(name);
        case EventKind::lockReleased: return tr("releases %1").arg(name);
        case EventKind::lockAbandoned: return tr("was killed holding %1: abandoned").arg(name);
        case EventKind::lockTimedOut: return tr("gives up waiting for %1").arg(name);
        case EventKind::semaphoreAcquired: return tr("takes a permit of %1: %2 left").arg(name).arg(event.value);
        case EventKind::semaphoreReleased: return tr("gives a permit back to %1: %2 now").arg(name).arg(event.value);
        case EventKind::conditionNotified: return tr("notifies %1: %2 woken").arg(name).arg(event.value);
        case EventKind::eventSet: return tr("sets %1").arg(name);
        case EventKind::eventCleared: return tr("clears %1").arg(name);
        case EventKind::queuePut:
            return tr("puts into %1: %2 in it").arg(name).arg(QueueChange::from(event.value).level);
        case EventKind::queueGot:
            return tr("takes from %1: %2 left").arg(name).arg(QueueChange::from(event.value).level);
        case EventKind::queueAsked: return tr("asks how full %1 is: %2 in it").arg(name).arg(event.value);
        case EventKind::queueFull: return tr("finds %1 full").arg(name);
        case EventKind::queueEmpty: return tr("finds %1 empty").arg(name);
        case EventKind::variableRead: return tr("reads %1: %2").arg(name).arg(event.value);
        case EventKind::lockNested: return tr("has %1 %2 times now").arg(name).arg(event.value);
        case EventKind::waitTimedOut:
            return tr("gives up waiting for %1")
                .arg(event.as<WaitReason>() == WaitReason::join ? Words::actor(store, {event.object}) : name);
        case EventKind::bankKind:
        case EventKind::bankClaimed:
        case EventKind::bankAsked:
        case EventKind::bankAnswered:
        case EventKind::bankReturned: return ofBank(store, event);
        case EventKind::waitCancelled: return tr("is made to give up waiting for %1").arg(name);
        case EventKind::misused:
            if (event.as<Misuse>() == Misuse::units)
                return tr("asks %1 for more than it claimed, or returns more than it has: refused").arg(name);
            return tr("uses %1 without holding the lock: refused").arg(name);
        case EventKind::priorityInherited: return tr("has the priority %1 now").arg(event.value);
        case EventKind::barrierArrived: return tr("comes to %1: %2 there").arg(name).arg(event.value);
        case EventKind::barrierLeft: return tr("leaves %1 without the others: %2 there").arg(name).arg(event.value);
        case EventKind::barrierOpened: return tr("lets all go on at %1").arg(name);
        case EventKind::partnerDeclared: return tr("is one of those who alone act on %1").arg(name);
        case EventKind::variableWritten:
            if (event.as<Write>() == Write::atomicAdd)
                return tr("adds to %1 in one step: %2").arg(name).arg(event.value);
            return tr("writes %1: %2").arg(name).arg(event.value);
        case EventKind::frameResumed:
        case EventKind::frameYielded:
        case EventKind::frameDelegated:
        case EventKind::frameReturned:
        case EventKind::frameFailed:
        case EventKind::frameClosed:
        case EventKind::frameSwitched:
        case EventKind::frameLocal: return ofFrame(store, event);
        case EventKind::futureChanged: return settled(name, event.as<FutureState>());
        case EventKind::cancelAsked: return tr("is to be cancelled");
        default: return {};
    }
}

QString EventText::settled(const QString& future, FutureState state) {
    switch (state) {
        case FutureState::done: return tr("%1 is done").arg(future);
        case FutureState::cancelled: return tr("%1 is cancelled").arg(future);
        case FutureState::failed: return tr("%1 fails").arg(future);
        default: return tr("%1 changes its state").arg(future);
    }
}

QString EventText::ofBank(const Store& store, const Event& event) {
    const QString bank = Words::object(store, event.what());
    if (event.kind == EventKind::bankKind)
        return tr("%1 has %2 units of %3").arg(bank).arg(event.value).arg(textOf(store, event.ticket));
    const BankTable* table = store.state().bank(event.what());
    const bool known = table != nullptr && event.detail < table->names().size();
    const QString kind = known ? textOf(store, table->names()[event.detail]) : QString();
    switch (event.kind) {
        case EventKind::bankClaimed:
            return tr("claims at most %1 of %2 of %3", "units, their kind, a bank").arg(event.value).arg(kind, bank);
        case EventKind::bankAsked:
            return tr("asks for %1 of %2 of %3", "units, their kind, a bank").arg(event.value).arg(kind, bank);
        case EventKind::bankReturned:
            return tr("returns %1 of %2 to %3", "units, their kind, a bank").arg(event.value).arg(kind, bank);
        default: break;
    }
    switch (event.as<BankAnswer>()) {
        case BankAnswer::granted: return tr("%1 grants it: %2 units left").arg(bank).arg(event.value);
        case BankAnswer::tooFew: return tr("%1 has too few: it waits").arg(bank);
        case BankAnswer::unsafe: return tr("%1 has them, but granting is unsafe: it waits").arg(bank);
        case BankAnswer::beyondClaim: return tr("%1 refuses: more than was claimed").arg(bank);
    }
    return {};
}

QString EventText::ofProcess(const Event& event) {
    switch (event.kind) {
        case EventKind::processForked: return tr("forks process %1").arg(event.value);
        case EventKind::processExited: return tr("its process exits with status %1").arg(event.value);
        case EventKind::processReaped: return tr("is reaped with status %1").arg(event.value);
        case EventKind::processOrphaned: return tr("its new parent is process %1").arg(event.value);
        case EventKind::messageSent: return tr("sends message %1").arg(event.value);
        case EventKind::messageReceived: return tr("receives message %1").arg(event.value);
        default: return {};
    }
}

}  // namespace interleave::ui
