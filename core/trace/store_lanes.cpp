#include "core/trace/store_lanes.hpp"

#include <algorithm>

#include "core/trace/arena.hpp"

namespace interleave {
namespace {

constexpr std::uint8_t kHues = 15;

std::uint8_t classOf(StateClass state) { return static_cast<std::uint8_t>(state); }

StateClass classOf(WaitReason reason) {
    switch (reason) {
        case WaitReason::lock: return StateClass::waitingLock;
        case WaitReason::sleep: return StateClass::sleeping;
        case WaitReason::io: return StateClass::waitingIo;
        case WaitReason::queueFull:
        case WaitReason::queueEmpty: return StateClass::waitingQueue;
        case WaitReason::join:
        case WaitReason::future: return StateClass::waitingJoin;
        case WaitReason::gil: return StateClass::waitingGil;
        default: return StateClass::waitingOther;
    }
}

Look waitingLook(const Event& e) {
    const auto reason = e.as<WaitReason>();
    constexpr std::int64_t kNsPerUs = 1000;
    const std::uint32_t subject = reason == WaitReason::sleep
        ? static_cast<std::uint32_t>(std::clamp<std::int64_t>(e.value / kNsPerUs, 0, ObjectId::kNone - 1))
        : e.object;
    return {classOf(classOf(reason)), e.detail, subject};
}

std::uint32_t actorOrNone(std::int64_t value) {
    return value < 0 || value >= ActorId::kNone ? ActorId::kNone : static_cast<std::uint32_t>(value);
}

bool isLockWait(StateClass state) { return state == StateClass::waitingLock || state == StateClass::waitingGil; }

ArrowKind arrowFor(const Look& waited) {
    switch (static_cast<WaitReason>(waited.detail)) {
        case WaitReason::lock:
        case WaitReason::gil: return ArrowKind::handOver;
        case WaitReason::queueEmpty:
        case WaitReason::queueFull: return ArrowKind::put;
        default: return ArrowKind::wake;
    }
}

}  // namespace

void Store::Lanes::apply(Store& toStore, const Event& e) {
    m_store = &toStore;
    if (e.kind == EventKind::actorCreated) return create(e);
    if (e.kind == EventKind::kernelSwitchIn || e.kind == EventKind::kernelSwitchOut) return kernelSwitch(e);
    if (e.kind == EventKind::objectCreated) return createObject(e);
    if (e.kind == EventKind::futureChanged) return settleFuture(e);
    if (!knows(e.who())) return;
    if (e.line != 0) store().m_actors[e.actor].lines.enter(e.at(), e.line);

    switch (e.kind) {
        case EventKind::actorStarted: return start(e);
        case EventKind::actorEnded: return end(e);
        case EventKind::processReaped: return reap(e);
        case EventKind::processOrphaned: return orphan(e);
        case EventKind::running:
            hint(e, {classOf(StateClass::running), e.detail, m_views[e.actor].call});
            return enterOwnCore(e);
        case EventKind::ready:
            wake(e);
            return hint(e, {classOf(StateClass::ready), e.detail,
                            knows({actorOrNone(e.value)}) ? actorOrNone(e.value) : ActorId::kNone});
        case EventKind::waiting: return hint(e, ofSomethingKnown(waitingLook(e)));
        case EventKind::held: return hint(e, {classOf(StateClass::held), e.detail, ObjectId::kNone});
        case EventKind::declared: return declare(e);
        case EventKind::priorityInherited: return inherit(e);
        case EventKind::callBegun: return call(e, e.object);
        case EventKind::callEnded: return call(e, StringId::kNone);
        case EventKind::lockWanted:
        case EventKind::lockAcquired:
        case EventKind::lockReleased:
        case EventKind::lockAbandoned:
        case EventKind::lockTimedOut: return lock(e);
        case EventKind::waitCancelled:
            if (e.as<WaitReason>() == WaitReason::lock) lock(e);
            return;
        case EventKind::queuePut:
        case EventKind::queueGot:
        case EventKind::semaphoreAcquired:
        case EventKind::semaphoreReleased:
        case EventKind::eventSet:
        case EventKind::eventCleared:
        case EventKind::barrierArrived:
        case EventKind::barrierOpened:
        case EventKind::barrierLeft: return level(e);
        case EventKind::bankAnswered:
        case EventKind::bankReturned: return bank(e);
        case EventKind::variableRead: return readVariable(e);
        case EventKind::variableWritten: return writeVariable(e);
        case EventKind::messageSent:
        case EventKind::messageReceived: return message(e);
        case EventKind::frameResumed:
        case EventKind::frameYielded:
        case EventKind::frameDelegated:
        case EventKind::frameSwitched:
        case EventKind::frameReturned:
        case EventKind::frameFailed:
        case EventKind::frameClosed: return frame(e);
        default: return;
    }
}

// A look never names a lock, queue or actor that there is not: whoever draws it looks that up.
Look Store::Lanes::ofSomethingKnown(Look look) {
    const StateClass state = look.state();
    const bool joins = state == StateClass::waitingJoin && look.detail == static_cast<std::uint8_t>(WaitReason::join);
    const bool object = isLockWait(state) || state == StateClass::waitingQueue;
    if ((joins && !knows(look.actor())) || (object && !knowsObject(look.object()))) look.subject = ObjectId::kNone;
    return look;
}

void Store::Lanes::create(const Event& e) {
    if (e.actor >= kMostActors) return;
    auto& actors = store().m_actors;
    if (e.actor >= actors.size()) actors.resize(e.actor + 1);
    if (e.actor >= m_views.size())
        m_views.resize(e.actor + 1);  // an opened trace has actors of which nothing is known here
    ActorRecord& actor = actors[e.actor];
    actor.name = store().text({e.object});
    actor.kind = e.as<ActorKind>();
    actor.parent = knows({actorOrNone(e.value)}) ? ActorId{actorOrNone(e.value)} : ActorId{};
    actor.created = e.at();
    actor.hue = static_cast<std::uint8_t>(e.actor % kHues);
    hint(e, {classOf(StateClass::created), 0, ObjectId::kNone});
}

void Store::Lanes::start(const Event& e) {
    ActorRecord& actor = store().m_actors[e.actor];
    actor.started = e.at();
    actor.tid = e.value;
    actor.pid = e.object;
    if (actor.parent.exists() && actor.parent != e.who())
        store().m_arrows.push({actor.created, e.at(), actor.parent, e.who(), {}, ArrowKind::start});
}

void Store::Lanes::end(const Event& e) {
    ActorRecord& actor = store().m_actors[e.actor];
    actor.ended = e.at();
    actor.end = e.as<EndReason>();
    actor.exit = e.value;
    // A thread's last switch leaves no record: perf has let go of it by then. Under our own scheduler the thread is a
    // worker's, and goes on.
    ActorView& view = m_views[e.actor];
    const bool ownThread = actor.kind == ActorKind::thread || actor.kind == ActorKind::process;
    if (ownThread && view.kernelCore >= 0) {
        occupy(kernelsCores(), view.kernelCore, e.at(), e.who(), false);
        view.kernelCore = -1;
    }
    const Look waited = m_views[e.actor].hint;
    const bool leavesZombie = actor.kind == ActorKind::process && actor.pid != 0 && !view.reaped;
    hint(e, {classOf(leavesZombie ? StateClass::zombie : StateClass::ended), 0, ObjectId::kNone});
    // Killed while it waited: it is a waiter no more.
    if (isLockWait(waited.state()) && knowsObject(waited.object())) showWaiters(waited.object(), e.at());
}

void Store::Lanes::reap(const Event& e) {
    ActorView& view = m_views[e.actor];
    view.reaped = true;  // maybe before its end is told: then it is no zombie at all
    if (view.hint.state() == StateClass::zombie) hint(e, {classOf(StateClass::ended), 0, ObjectId::kNone});
}

void Store::Lanes::orphan(const Event& e) {
    const ActorId former = store().m_actors[e.actor].parent;
    if (former.exists() && former != e.who())
        store().m_arrows.push({e.at(), e.at(), former, e.who(), {}, ArrowKind::orphan});
}

void Store::Lanes::hint(const Event& e, const Look& look) {
    ActorView& view = m_views[e.actor];
    view.hint = look;
    view.switchedInSinceHint = false;
    if (look.state() != StateClass::running) leaveOwnCore(e.who(), e.at());
    show(e.who(), e.at());
}

// The table above, as code.
void Store::Lanes::show(ActorId id, TraceTime at) {
    const ActorView& view = m_views[id.value];
    Look look = view.hint;
    const StateClass state = look.state();
    const Look onCore{classOf(StateClass::running), static_cast<std::uint8_t>(RunReason::kernel), view.call};
    if (view.kernelKnown) {
        if (state == StateClass::running && !view.onCore) {
            look = view.lastOut == KernelOut::preempted
                       ? Look{classOf(StateClass::ready), static_cast<std::uint8_t>(ReadyReason::preempted),
                              ActorId::kNone}
                       : Look{classOf(StateClass::waitingOther), static_cast<std::uint8_t>(WaitReason::unknown),
                              ObjectId::kNone};
        } else if ((isWaiting(state) || state == StateClass::ready) && view.onCore && view.switchedInSinceHint) {
            look = onCore;
        }
    }
    store().m_actors[id.value].states.enter(at, store().m_looks.intern(look), look.laneClass);
}

void Store::Lanes::wake(const Event& e) {
    const std::uint32_t by = actorOrNone(e.value);
    if (e.as<ReadyReason>() != ReadyReason::woken || by == ActorId::kNone || by == e.actor || !knows({by})) return;
    const Look& waited = m_views[e.actor].hint;
    const bool onObject = isLockWait(waited.state()) || waited.state() == StateClass::waitingQueue;
    store().m_arrows.push({e.at(), e.at(), {by}, e.who(), onObject ? waited.object() : ObjectId{}, arrowFor(waited)});
}

void Store::Lanes::declare(const Event& e) {
    ActorRecord& actor = store().m_actors[e.actor];
    switch (e.as<Declared>()) {
        case Declared::priority: actor.priority = e.value; return;
        case Declared::nice: actor.nice = e.value; return;
        case Declared::tickets: actor.tickets = e.value; return;
        case Declared::deadline: actor.deadline = Duration{e.value}; return;
        case Declared::cpu: actor.cpu = Duration{e.value}; return;
        case Declared::arrival: actor.arrival = Duration{e.value}; return;
    }
}

void Store::Lanes::inherit(const Event& e) {
    const ActorId waiter{e.ticket};
    if (!knowsObject(e.what()) || !knows(waiter) || waiter == e.who()) return;  // all is given back
    store().m_arrows.push({e.at(), e.at(), waiter, e.who(), e.what(), ArrowKind::inherit});
}

void Store::Lanes::call(const Event& e, std::uint32_t text) {
    ActorView& view = m_views[e.actor];
    view.call = text;
    if (view.hint.state() != StateClass::running) return;
    view.hint.subject = text;
    show(e.who(), e.at());
}

void Store::Lanes::createObject(const Event& e) {
    if (e.object >= kMostObjects) return;
    auto& objects = store().m_objects;
    if (e.object >= objects.size()) objects.resize(e.object + 1);
    ObjectRecord& object = objects[e.object];
    object.name = store().text({e.ticket});
    object.kind = e.as<ObjectKind>();
    object.initial = e.value;
    if (object.kind == ObjectKind::queue) {
        const QueueKind queue = QueueKind::from(e.value);
        object.initial = queue.capacity;
        object.order = queue.order;
    }
    object.created = e.at();
    const bool isLock = object.kind == ObjectKind::mutex || object.kind == ObjectKind::readerWriterLock;
    const Look made{classOf(StateClass::created), 0, knows(e.who()) ? e.actor : ActorId::kNone};
    if (isLock) object.owners.enter(e.at(), 0, 0);
    else if (object.kind == ObjectKind::frame)
        object.owners.enter(e.at(), store().m_looks.intern(made), made.laneClass);
    else if (object.kind == ObjectKind::queue || object.kind == ObjectKind::barrier) object.levels.step(e.at(), 0);
    else object.levels.step(e.at(), e.value);
}

void Store::Lanes::lock(const Event& e) {
    if (!knowsObject(e.what())) return;
    ObjectRecord& lock = store().m_objects[e.object];
    ActorView& view = m_views[e.actor];
    if (e.kind == EventKind::lockWanted) {
        ++lock.contended;
        view.wantedAt = e.at();
    } else if (e.kind == EventKind::lockAcquired) {
        ++lock.acquisitions;
        showOwner(e.what(), e.at());
        if (isLockWait(view.hint.state()) && view.hint.subject == e.object)
            lock.maxWait = std::max(lock.maxWait, e.at() - view.wantedAt);
    } else if (e.kind == EventKind::lockReleased || e.kind == EventKind::lockAbandoned) {
        showOwner(e.what(), e.at());
    }
    showWaiters(e.what(), e.at());
}

// Of several readers the one that came first stands for all.
void Store::Lanes::showOwner(ObjectId id, TraceTime at) {
    constexpr std::size_t kMost = 255;
    const ObjectState& state = store().m_state.object(id);
    const std::uint32_t owner =
        state.owner != ActorId::kNone || state.readers.empty() ? state.owner : state.readers.front();
    Look look;
    if (knows({owner})) {
        const std::size_t readers = state.owner == ActorId::kNone ? state.readers.size() : 0;
        look = {laneClassOfHue(store().m_actors[owner].hue), static_cast<std::uint8_t>(std::min(readers, kMost)),
                owner};
    }
    ObjectRecord& lock = store().m_objects[id.value];
    lock.owners.enter(at, store().m_looks.intern(look), look.laneClass);
    if (lock.kind != ObjectKind::readerWriterLock) return;
    const auto readers = static_cast<std::int64_t>(state.readers.size());
    lock.maxLevel = std::max(lock.maxLevel, readers);
}

void Store::Lanes::showWaiters(ObjectId id, TraceTime at) {
    IntervalLane& lane = store().m_objects[id.value].waiters;
    const std::uint32_t waiters = store().m_state.object(id).waiters;
    const Look count{static_cast<std::uint8_t>(waiters > 0 ? 1 : 0), 0, waiters};
    if (!lane.empty() || waiters > 0) lane.enter(at, store().m_looks.intern(count), count.laneClass);
}

void Store::Lanes::level(const Event& e) {
    if (!knowsObject(e.what())) return;
    ObjectRecord& object = store().m_objects[e.object];
    const bool isEvent = e.kind == EventKind::eventSet || e.kind == EventKind::eventCleared;
    std::int64_t value = isEvent ? (e.kind == EventKind::eventSet ? 1 : 0) : e.value;
    if (e.kind == EventKind::barrierOpened) value = 0;
    if (changesQueue(e)) value = QueueChange::from(e.value).level;
    object.levels.step(e.at(), value);
    object.maxLevel = std::max(object.maxLevel, value);
    if (e.kind == EventKind::queuePut) ++object.puts;
    if (e.kind == EventKind::queueGot) ++object.gets;
    if (e.kind == EventKind::semaphoreAcquired) ++object.acquisitions;
}

// Its lane shows its state, as a number. The loop settles some in nobody's name.
void Store::Lanes::settleFuture(const Event& e) {
    if (!knowsObject(e.what()) || e.detail > static_cast<std::uint8_t>(FutureState::failed)) return;
    store().m_objects[e.object].levels.step(e.at(), e.detail);
    if (knows(e.who()) && e.line != 0) store().m_actors[e.actor].lines.enter(e.at(), e.line);
}

// Its lane shows the free units of all kinds together. How many asked, how many got it, and how many had to wait.
void Store::Lanes::bank(const Event& e) {
    if (!knowsObject(e.what())) return;
    ObjectRecord& bank = store().m_objects[e.object];
    bank.levels.step(e.at(), store().m_state.object(e.what()).level);
    if (e.kind != EventKind::bankAnswered) return;
    ActorView& view = m_views[e.actor];
    const bool waited = view.hint.state() == StateClass::waitingOther && view.hint.subject == e.object;
    if (e.as<BankAnswer>() == BankAnswer::granted) {
        ++bank.acquisitions;
        if (waited) bank.maxWait = std::max(bank.maxWait, e.at() - view.wantedAt);
    } else if (!waited && e.as<BankAnswer>() != BankAnswer::beyondClaim) {
        ++bank.contended;
        view.wantedAt = e.at();
    }
}

// An arrow from who sent it to who received it; one that never arrives has none.
void Store::Lanes::message(const Event& e) {
    if (e.kind == EventKind::messageSent) {
        m_messages.insert_or_assign(e.value, std::pair{e.who(), e.at()});
        return;
    }
    const auto sent = m_messages.extract(e.value);
    if (sent.empty()) return;
    const auto& [sender, at] = sent.mapped();
    store().m_arrows.push({at, e.at(), sender, e.who(), {}, ArrowKind::message});
}

}  // namespace interleave
