#include "core/trace/moment_events.hpp"

#include "core/base/bankers.hpp"

namespace interleave {
namespace {

std::string_view actorNameAt(std::uint32_t id, const Store& store) {
    return id < store.actors().size() ? std::string_view(store.actor({id}).name) : std::string_view();
}
std::string_view objectNameAt(std::uint32_t id, const Store& store) {
    return id < store.objects().size() ? std::string_view(store.object({id}).name) : std::string_view();
}

bool endsBy(const Event& event, EndReason reason) {
    return event.kind == EventKind::actorEnded && event.as<EndReason>() == reason;
}
bool settles(const Event& event, FutureState state) {
    return event.kind == EventKind::futureChanged && event.as<FutureState>() == state;
}
bool isOfCoroutine(const Event& event, const Store& store) {
    return event.actor < store.actors().size() && store.actor(event.who()).kind == ActorKind::coroutine;
}
bool isWaitingForSomething(StateClass state) { return isWaiting(state) && state != StateClass::sleeping; }
bool isPreempted(const Look& look) {
    const auto reason = static_cast<ReadyReason>(look.detail);
    return look.state() == StateClass::ready && (reason == ReadyReason::preempted || reason == ReadyReason::sliceOver);
}

bool matchesLife(MomentKind kind, const Event& event) {
    switch (kind) {
        case MomentKind::created:
            return event.kind == EventKind::actorCreated || event.kind == EventKind::objectCreated;
        case MomentKind::started: return event.kind == EventKind::actorStarted;
        case MomentKind::ended: return event.kind == EventKind::actorEnded;
        case MomentKind::failed:
            return endsBy(event, EndReason::failed) || settles(event, FutureState::failed) ||
                   event.kind == EventKind::frameFailed;
        case MomentKind::killed: return endsBy(event, EndReason::killed);
        case MomentKind::fork: return event.kind == EventKind::processForked;
        case MomentKind::exit: return event.kind == EventKind::processExited;
        case MomentKind::reaped: return event.kind == EventKind::processReaped;
        case MomentKind::orphan: return event.kind == EventKind::processOrphaned;
        case MomentKind::signal: return event.kind == EventKind::processSignalled;
        default: return false;
    }
}

bool matchesLock(MomentKind kind, const Event& event) {
    const bool answered = event.kind == EventKind::bankAnswered;
    switch (kind) {
        case MomentKind::wanted: return event.kind == EventKind::lockWanted || event.kind == EventKind::bankAsked;
        case MomentKind::acquired:
            return event.kind == EventKind::lockAcquired || event.kind == EventKind::semaphoreAcquired;
        case MomentKind::released:
            return event.kind == EventKind::lockReleased || event.kind == EventKind::semaphoreReleased ||
                   event.kind == EventKind::bankReturned;
        case MomentKind::notified: return event.kind == EventKind::conditionNotified;
        case MomentKind::set: return event.kind == EventKind::eventSet;
        case MomentKind::cleared: return event.kind == EventKind::eventCleared;
        case MomentKind::arrived: return event.kind == EventKind::barrierArrived;
        case MomentKind::opened: return event.kind == EventKind::barrierOpened;
        case MomentKind::granted: return answered && event.as<BankAnswer>() == BankAnswer::granted;
        case MomentKind::refused: return answered && event.as<BankAnswer>() != BankAnswer::granted;
        case MomentKind::inherited: return event.kind == EventKind::priorityInherited && event.what().exists();
        case MomentKind::misused: return event.kind == EventKind::misused;
        case MomentKind::timeout: return event.kind == EventKind::lockTimedOut || event.kind == EventKind::waitTimedOut;
        default: return false;
    }
}

bool matchesFrame(MomentKind kind, const Event& event, const Store& store) {
    switch (kind) {
        case MomentKind::resumed:
            return event.kind == EventKind::frameResumed || event.kind == EventKind::coroutineResumed ||
                   (event.kind == EventKind::running && isOfCoroutine(event, store));
        case MomentKind::suspended:
            return event.kind == EventKind::frameYielded || event.kind == EventKind::coroutineSuspended ||
                   (event.kind == EventKind::waiting && isOfCoroutine(event, store));
        case MomentKind::switched:
            return event.kind == EventKind::frameSwitched || event.kind == EventKind::coroutineSwitched;
        case MomentKind::delegated: return event.kind == EventKind::frameDelegated;
        case MomentKind::returned: return event.kind == EventKind::frameReturned;
        case MomentKind::closed: return event.kind == EventKind::frameClosed;
        case MomentKind::done: return settles(event, FutureState::done);
        case MomentKind::cancel: return event.kind == EventKind::cancelAsked;
        case MomentKind::cancelled:
            return endsBy(event, EndReason::cancelled) || settles(event, FutureState::cancelled) ||
                   event.kind == EventKind::waitCancelled;
        default: return false;
    }
}

bool matchesData(MomentKind kind, const Event& event) {
    switch (kind) {
        case MomentKind::read: return event.kind == EventKind::variableRead;
        case MomentKind::write: return event.kind == EventKind::variableWritten;
        case MomentKind::put: return event.kind == EventKind::queuePut;
        case MomentKind::get: return event.kind == EventKind::queueGot;
        case MomentKind::full: return event.kind == EventKind::queueFull;
        case MomentKind::empty: return event.kind == EventKind::queueEmpty;
        case MomentKind::sent: return event.kind == EventKind::messageSent;
        case MomentKind::received: return event.kind == EventKind::messageReceived;
        case MomentKind::boosted: return event.kind == EventKind::queuesBoosted;
        case MomentKind::turn: return event.kind == EventKind::loopTurned;
        default: return false;
    }
}

}  // namespace

bool isOfLane(MomentKind kind) { return kind <= MomentKind::zombie || kind == MomentKind::preempted; }

bool matches(MomentKind kind, const Look& look) {
    const StateClass state = look.state();
    switch (kind) {
        case MomentKind::running: return state == StateClass::running;
        case MomentKind::ready: return state == StateClass::ready;
        case MomentKind::waiting: return isWaitingForSomething(state);
        case MomentKind::sleeping: return state == StateClass::sleeping;
        case MomentKind::io: return state == StateClass::waitingIo;
        case MomentKind::held: return state == StateClass::held;
        case MomentKind::zombie: return state == StateClass::zombie;
        case MomentKind::preempted: return isPreempted(look);
        default: return false;
    }
}

bool matches(MomentKind kind, const Event& event, const Store& store) {
    return matchesLife(kind, event) || matchesLock(kind, event) || matchesFrame(kind, event, store) ||
           matchesData(kind, event);
}

std::string_view subjectOf(const Look& look, const Store& store) {
    const auto reason = static_cast<WaitReason>(look.detail);
    switch (look.state()) {
        case StateClass::running:
            return look.subject == StringId::kNone ? std::string_view() : store.text({look.subject});
        case StateClass::ready: return actorNameAt(look.subject, store);
        case StateClass::waitingJoin:
            return reason == WaitReason::join ? actorNameAt(look.subject, store) : objectNameAt(look.subject, store);
        default: return isWaitingForSomething(look.state()) ? objectNameAt(look.subject, store) : std::string_view();
    }
}

std::string_view subjectOf(const Event& event, const Store& store) {
    switch (event.kind) {
        case EventKind::processForked:
        case EventKind::processReaped:
        case EventKind::processSignalled: return actorNameAt(event.object, store);
        case EventKind::waiting:
        case EventKind::waitTimedOut:
        case EventKind::waitCancelled:
            return event.as<WaitReason>() == WaitReason::join ? actorNameAt(event.object, store)
                                                              : objectNameAt(event.object, store);
        // Their `object` is a name, a number of the kernel's, or a choice of the scheduler's.
        case EventKind::actorCreated:
        case EventKind::actorStarted:
        case EventKind::running:
        case EventKind::ready:
        case EventKind::queued:
        case EventKind::loopTurned: return {};
        default: return objectNameAt(event.object, store);
    }
}

}  // namespace interleave
