#include "core/trace/trace_state.hpp"

#include <algorithm>

#include "core/trace/arena.hpp"
#include "core/trace/most_cores.hpp"

namespace interleave {
namespace {

constexpr std::size_t kMostViolationsKept = 1000;
// Ids beyond what an arena hands out are damage, not data: they would make the tables grow without end.
constexpr std::uint32_t kMostActorIds = kMostActors;
constexpr std::uint32_t kMostObjectIds = kMostObjects;

// The arrows of the state diagram. Nothing goes from waiting straight to running.
bool isLegal(Phase from, Phase to) {
    switch (to) {
        case Phase::created: return from == Phase::unknown;
        case Phase::ready:
            return from == Phase::created || from == Phase::running || from == Phase::waiting || from == Phase::held;
        case Phase::running: return from == Phase::ready || from == Phase::held;
        case Phase::waiting: return from == Phase::running || from == Phase::held;
        case Phase::held: return from == Phase::running || from == Phase::ready;
        case Phase::ended: return from != Phase::unknown && from != Phase::ended;
        case Phase::unknown: return false;
    }
    return false;
}

const ActorState kNoActor{};
const ObjectState kNoObject{};

}  // namespace

struct TraceState::Context {
    const Event& event;
    std::uint64_t index;
    std::vector<Violation>& violations;
    std::uint64_t& count;

    void broken(Law law) const {
        ++count;
        if (violations.size() < kMostViolationsKept)
            violations.push_back({law, event.at(), event.who(), event.what(), index});
    }
};

const ActorState& TraceState::actor(ActorId id) const {
    return id.value < m_actors.size() ? m_actors[id.value] : kNoActor;
}

const ObjectState& TraceState::object(ObjectId id) const {
    return id.value < m_objects.size() ? m_objects[id.value] : kNoObject;
}

ActorState& TraceState::actorAt(std::uint32_t id) {
    if (id >= m_actors.size()) m_actors.resize(id + 1);
    return m_actors[id];
}

ObjectState& TraceState::objectAt(std::uint32_t id) {
    if (id >= m_objects.size()) m_objects.resize(id + 1);
    return m_objects[id];
}

std::optional<Deadlock> TraceState::apply(const Event& event, std::uint64_t index, std::vector<Violation>& violations) {
    const Context c{event, index, violations, m_brokenLaws};
    if (event.at() < m_last) c.broken(Law::timeRunsForward);
    m_last = std::max(m_last, event.at());
    const bool isOfNobody = event.kind == EventKind::objectCreated || event.kind == EventKind::bankKind;
    if (event.actor >= kMostActorIds && !isOfNobody) return std::nullopt;  // nobody's

    if (event.kind == EventKind::kernelSwitchIn || event.kind == EventKind::kernelSwitchOut) return std::nullopt;
    // What others tell of it: its process's end; where it was queued, told by who woke it, when it may be through
    // already; and that it has the priority of one who waits in vain for a lock that it never gave back.
    const bool toldByOthers = event.kind == EventKind::processReaped || event.kind == EventKind::processExited ||
                              event.kind == EventKind::queued || event.kind == EventKind::priorityInherited ||
                              event.kind == EventKind::processSampled;
    if (actor(event.who()).phase == Phase::ended && !toldByOthers)
        c.broken(Law::nothingAfterTheEnd);

    switch (event.kind) {
        case EventKind::actorCreated:
        case EventKind::actorEnded:
        case EventKind::running:
        case EventKind::ready:
        case EventKind::waiting:
        case EventKind::held:
        case EventKind::coroutineResumed:
        case EventKind::coroutineSuspended:
            if (event.who().exists()) applyPhase(c);
            break;
        case EventKind::objectCreated:
        case EventKind::lockWanted:
        case EventKind::lockAcquired:
        case EventKind::lockReleased:
        case EventKind::lockAbandoned:
        case EventKind::lockTimedOut:
        case EventKind::lockNested:
            if (event.object < kMostObjectIds) applyLock(c);
            break;
        case EventKind::waitCancelled:
            if (event.object < kMostObjectIds) applyLock(c);
            if (event.as<WaitReason>() == WaitReason::units && bank(event.what()) != nullptr) applyBank(c);
            break;
        case EventKind::bankKind:
        case EventKind::bankClaimed:
        case EventKind::bankAsked:
        case EventKind::bankAnswered:
        case EventKind::bankReturned:
            if (event.object < kMostObjectIds) applyBank(c);
            break;
        case EventKind::waitTimedOut:
            if (event.as<WaitReason>() == WaitReason::units && bank(event.what()) != nullptr) applyBank(c);
            break;
        case EventKind::queuePut:
        case EventKind::queueGot:
            if (event.object < kMostObjectIds) applyQueue(c);
            break;
        case EventKind::queueAsked:
            if (event.object < kMostObjectIds) checkAnswer(c);
            break;
        case EventKind::semaphoreAcquired:
        case EventKind::semaphoreReleased:
            if (event.object < kMostObjectIds) applySemaphore(c);
            break;
        case EventKind::barrierArrived:
        case EventKind::barrierOpened:
        case EventKind::barrierLeft:
            if (event.object < kMostObjectIds) applyBarrier(c);
            break;
        case EventKind::partnerDeclared:
            if (event.object < kMostObjectIds) declarePartner(event);
            break;
        case EventKind::frameResumed:
        case EventKind::frameYielded:
        case EventKind::frameDelegated:
        case EventKind::frameReturned:
        case EventKind::frameFailed:
        case EventKind::frameClosed:
        case EventKind::frameSwitched:
            if (const auto law = event.object < kMostObjectIds ? applyFrame(event) : std::nullopt) c.broken(*law);
            break;
        default:
            break;
    }
    return closedBy(event);
}

void TraceState::applyPhase(const Context& c) {
    const Event& e = c.event;
    ActorState& actor = actorAt(e.actor);
    Phase to = actor.phase;
    switch (e.kind) {
        case EventKind::actorCreated: to = Phase::created; break;
        case EventKind::actorEnded: to = Phase::ended; break;
        case EventKind::running: to = Phase::running; break;
        case EventKind::ready: to = Phase::ready; break;
        case EventKind::waiting: to = Phase::waiting; break;
        case EventKind::held: to = Phase::held; break;
        case EventKind::coroutineResumed:
            if (actor.depthOpen) c.broken(Law::switchesPair);
            actor.depthOpen = true;
            return;
        case EventKind::coroutineSuspended:
            if (!actor.depthOpen) c.broken(Law::switchesPair);
            actor.depthOpen = false;
            return;
        default: return;
    }
    // A process may be killed while it makes another one, which then was never told of.
    if (to == Phase::ended && actor.phase == Phase::unknown && e.as<EndReason>() == EndReason::killed) return;
    if (!isLegal(actor.phase, to)) c.broken(Law::legalTransition);
    // Whoever is killed leaves its frames as they are.
    if (to == Phase::ended && e.as<EndReason>() != EndReason::killed && m_runningFrames.contains(e.actor))
        c.broken(Law::switchesPair);
    if (actor.phase == Phase::running) leaveCore(e.actor, actor.core);
    if (to == Phase::ended) stopWanting(actor);
    actor.phase = to;
    actor.proven = false;
    actor.since = e.at();
    if (to == Phase::running) enterCore(c, e.value);
    if (to == Phase::waiting) {
        actor.waitReason = e.as<WaitReason>();
        actor.waitingFor = e.object;
        actor.edge = e.value <= 0;
    } else {
        actor.edge = false;
        actor.waitReason = WaitReason::none;
        actor.waitingFor = ObjectId::kNone;
    }
}

void TraceState::enterCore(const Context& c, std::int64_t core) {
    ActorState& actor = actorAt(c.event.actor);
    actor.core = core;
    if (core < 0 || core >= kMostCores) return;
    if (m_cores.size() <= static_cast<std::size_t>(core))
        m_cores.resize(static_cast<std::size_t>(core) + 1, ActorId::kNone);
    std::uint32_t& there = m_cores[static_cast<std::size_t>(core)];
    if (there != ActorId::kNone && there != c.event.actor) c.broken(Law::oneActorPerCore);
    there = c.event.actor;
}

void TraceState::leaveCore(std::uint32_t actor, std::int64_t core) {
    if (core < 0 || static_cast<std::size_t>(core) >= m_cores.size()) return;
    if (m_cores[static_cast<std::size_t>(core)] == actor) m_cores[static_cast<std::size_t>(core)] = ActorId::kNone;
}

// Counted by actor, so that one that got the lock without having slept for it, or that was killed while it
// waited, is no waiter for ever.
void TraceState::stopWanting(ActorState& actor) {
    if (actor.wants == ObjectId::kNone) return;
    ObjectState& lock = objectAt(actor.wants);
    if (lock.waiters > 0) --lock.waiters;
    actor.wants = ObjectId::kNone;
}

void TraceState::applyTicket(const Context& c, ObjectState& object) {
    if (c.event.ticket == 0) return;
    if (object.ticket != 0 && c.event.ticket != object.ticket + 1) c.broken(Law::ticketsInOrder);
    object.ticket = c.event.ticket;
}

void TraceState::createObject(const Event& e) {
    ObjectState& object = objectAt(e.object);
    object.kind = e.as<ObjectKind>();
    object.known = true;
    if (object.kind == ObjectKind::queue) {
        const QueueKind queue = QueueKind::from(e.value);
        object.capacity = queue.capacity;
        m_queues.insert_or_assign(e.object, QueueTable(queue.order));
        return;
    }
    if (object.kind == ObjectKind::frame) object.owner = e.actor;
    (object.kind == ObjectKind::barrier ? object.capacity : object.level) = e.value;
}

void TraceState::applyLock(const Context& c) {
    const Event& e = c.event;
    switch (e.kind) {
        case EventKind::objectCreated: return createObject(e);
        case EventKind::lockWanted: return want(e);
        case EventKind::lockTimedOut: return stopWanting(actorAt(e.actor));
        case EventKind::waitCancelled:
            actorAt(e.actor).edge = false;
            return stopWanting(actorAt(e.actor));
        case EventKind::lockAcquired: return acquire(c);
        case EventKind::lockReleased:
        case EventKind::lockAbandoned: return release(c);
        case EventKind::lockNested:
            if (object(e.what()).owner != e.actor) c.broken(Law::onlyOwnerReleases);
            return;
        default: return;
    }
}

void TraceState::want(const Event& e) {
    ActorState& actor = actorAt(e.actor);
    stopWanting(actor);
    actor.wants = e.object;
    actor.wantsMode = e.as<LockMode>();
    actor.wantsNumber = ++m_wants;
    ++objectAt(e.object).waiters;
}

void TraceState::acquire(const Context& c) {
    const Event& e = c.event;
    ObjectState& lock = objectAt(e.object);
    applyTicket(c, lock);
    if (e.as<LockMode>() == LockMode::shared) {
        if (lock.owner != ActorId::kNone) c.broken(Law::noReaderWithWriter);
        lock.readers.push_back(e.actor);
    } else {
        if (lock.owner != ActorId::kNone) c.broken(Law::oneOwnerPerLock);
        if (!lock.readers.empty()) c.broken(Law::noReaderWithWriter);
        lock.owner = e.actor;
    }
    ActorState& newOwner = actorAt(e.actor);
    if (newOwner.wants == e.object) stopWanting(newOwner);
    if (newOwner.waitReason == WaitReason::lock && newOwner.waitingFor == e.object) newOwner.edge = false;
}

void TraceState::release(const Context& c) {
    const Event& e = c.event;
    ObjectState& lock = objectAt(e.object);
    applyTicket(c, lock);
    if (e.as<LockMode>() == LockMode::shared) {
        const auto reader = std::find(lock.readers.begin(), lock.readers.end(), e.actor);
        if (reader == lock.readers.end()) return c.broken(Law::onlyOwnerReleases);
        lock.readers.erase(reader);
        return;
    }
    if (lock.owner != e.actor) c.broken(Law::onlyOwnerReleases);
    lock.owner = ActorId::kNone;
}

void TraceState::applyBarrier(const Context& c) {
    ObjectState& barrier = objectAt(c.event.object);
    applyTicket(c, barrier);
    if (c.event.kind != EventKind::barrierOpened) {
        barrier.level += c.event.kind == EventKind::barrierArrived ? 1 : -1;
        if (barrier.level != c.event.value || barrier.level < 0 || barrier.level > barrier.capacity)
            c.broken(Law::barrierOpensWhenFull);
        barrier.level = c.event.value;
    } else {
        if (barrier.level != barrier.capacity) c.broken(Law::barrierOpensWhenFull);
        barrier.level = 0;
    }
}

void TraceState::applyQueue(const Context& c) {
    ObjectState& queue = objectAt(c.event.object);
    applyTicket(c, queue);
    queue.level += c.event.kind == EventKind::queuePut ? 1 : -1;
    const std::int64_t told = QueueChange::from(c.event.value).level;
    const bool isCounted = queue.level == told && told >= 0;
    if (queue.level != told) c.broken(Law::levelIsPutsMinusGets);
    if (queue.level < 0 || (queue.capacity > 0 && queue.level > queue.capacity)) c.broken(Law::levelWithinCapacity);
    queue.level = told;
    QueueTable& items = m_queues[c.event.object];
    if (!isCounted) items.forget();  // what lies in it is anybody's guess now
    else if (!items.apply(c.event)) c.broken(Law::itemsInOrder);
}

void TraceState::checkAnswer(const Context& c) {
    if (object(c.event.what()).level != c.event.value) c.broken(Law::levelIsPutsMinusGets);
}

const QueueTable* TraceState::queue(ObjectId id) const {
    const auto found = m_queues.find(id.value);
    return found == m_queues.end() ? nullptr : &found->second;
}

void TraceState::applySemaphore(const Context& c) {
    ObjectState& semaphore = objectAt(c.event.object);
    applyTicket(c, semaphore);
    semaphore.level += c.event.kind == EventKind::semaphoreReleased ? 1 : -1;
    if (semaphore.level < 0) c.broken(Law::permitsNotNegative);
    semaphore.level = c.event.value;
}

void TraceState::applyBank(const Context& c) {
    const Event& e = c.event;
    ObjectState& bank = objectAt(e.object);
    if (e.kind != EventKind::bankKind) applyTicket(c, bank);  // its ticket is a name
    BankTable& table = m_banks[e.object];
    if (const auto broken = table.apply(e)) c.broken(*broken);
    bank.level = table.free();
    if (e.kind != EventKind::bankAnswered || e.as<BankAnswer>() != BankAnswer::granted) return;
    ActorState& served = actorAt(e.actor);
    if (served.waitReason == WaitReason::units && served.waitingFor == e.object) served.edge = false;
}

void TraceState::restore(std::vector<ActorState> actors, std::vector<ObjectState> objects,
                         std::vector<std::uint32_t> cores, TraceTime last, std::uint64_t brokenLaws) {
    m_actors = std::move(actors);
    m_objects = std::move(objects);
    m_cores = std::move(cores);
    m_last = last;
    m_brokenLaws = brokenLaws;
    m_anyPartners = std::ranges::any_of(m_objects, [](const ObjectState& each) { return !each.partners.empty(); });
    for (const ActorState& actor : m_actors) m_wants = std::max(m_wants, actor.wantsNumber);
    for (const ObjectState& each : m_objects)
        if (each.kind == ObjectKind::frame && each.level == static_cast<std::int64_t>(FrameState::running))
            ++m_runningFrames[each.owner];
}

}  // namespace interleave
