// What a run tells: one small record for each thing that happened.
#pragma once

#include <cstdint>
#include <type_traits>

#include "core/base/ids.hpp"
#include "core/base/time.hpp"

namespace interleave {

// Beside each kind: what `object`, `ticket`, `value` and `detail` hold (0 or kNone where nothing is said).
// `actor` is whom the event is about, not always who wrote it: an unlock that hands the lock over
// writes LockAcquired for the actor it woke.
enum class EventKind : std::uint8_t {
    none,
    // Actors
    actorCreated,  // object: name (StringId) · value: parent actor or -1 · detail: ActorKind
    actorStarted,  // object: pid · value: tid
    actorEnded,    // value: exit status, or minus the signal that killed it · detail: EndReason
    // States
    running,  // value: core or -1 · detail: RunReason · ticket: number that goes with the reason · object: TieBreak,
              // plus kStolen if another core's queue had it; kNone where the kernel decides
    ready,    // value: who did it, actor or -1 · detail: ReadyReason · object: shelf · ticket: rank (Placement); an
              // object of kNone: where it stands is told by `queued`, if by anything
    waiting,  // object: ObjectId, or ActorId when detail is join · value: duration (ns) when asked for · detail: WaitReason
    held,  // at the gate · detail: HeldBy
    // Locks (mutex, reader-writer lock). A ticket counts what happened to the object, from 1; 0 means none was taken.
    objectCreated,  // object · ticket: name (StringId) · value: capacity, parties, initial value, or how it is to behave
                    // (QueueKind, MutexOptions, Preference), or a descriptor's number · detail: ObjectKind
    lockWanted,     // object: a wait begins; an uncontended lock is only acquired and released · detail: LockMode
    lockAcquired,  // object · ticket · detail: LockMode
    lockReleased,  // object · ticket · detail: LockMode
    lockTimedOut,  // object · value: the limit (ns) that was over, 0 where it had only tried
    // Semaphores, conditions, events
    semaphoreAcquired,  // object · ticket · value: permits left
    semaphoreReleased,  // object · ticket · value: permits after
    conditionNotified,  // object · value: how many were woken
    eventSet,           // object
    eventCleared,       // object
    // Queues
    queuePut,    // object · ticket · value: level after and item (QueueChange)
    queueGot,    // object · ticket · value: level after and item (QueueChange)
    queueFull,   // object: a producer has to wait
    queueEmpty,  // object: a consumer has to wait
    // Variables
    variableRead,     // object · ticket: count of writes seen, from 0 · value
    variableWritten,  // object · ticket: count of writes, from 1 · value · detail: Write
    // Coroutines and futures
    coroutineResumed,
    coroutineSuspended,
    coroutineSwitched,  // value: to whom
    futureChanged,      // object · detail: FutureState
    // Processes
    processForked,    // by the parent, kNone the runner · object: the child (ActorId) · value: its pid
    processExited,    // value: wait status
    processReaped,    // value: wait status · object: by whom (ActorId), kNone the runner
    processOrphaned,  // value: new parent's pid
    // Messages
    messageSent,      // value: flow id · object: the descriptor, if it went by one
    messageReceived,  // as messageSent
    // Telling
    lineReached,
    note,            // object: text
    textWritten,     // object: text (to stdout)
    result,          // object: name (StringId) · value: int64, or the bits of a double · detail: ResultType
    recorderWaited,  // value: ns that the writer stood before a full ring
    callBegun,       // object: what is being done (StringId), for example "compute"
    callEnded,
    // The kernel's own records, made by core/kernel. The actor is kNone for a thread that is no actor.
    kernelSwitchIn,   // object: tid · value: core
    kernelSwitchOut,  // object: tid · value: core · detail: KernelOut
    // Our own schedulers
    queued,         // a woken actor's place: object: shelf · ticket: rank (Placement)
    queuesBoosted,  // all ready tasks were lifted to the top shelf, in the order in which they stood
    declared,       // value, in the unit of detail: Declared
    // Later additions: a saved trace knows a kind by its number
    lockNested,  // object: its owner took it again, or gave it back once · value: how often it has it now
    waitTimedOut,  // object, or ActorId when detail is join · value: the limit (ns), 0: it had only tried · detail: WaitReason
    misused,            // object: an error of the program · value: who holds the lock, actor or -1 · detail: Misuse
    priorityInherited,  // object: the lock waited for, kNone when all is given back · ticket: who waits for it, whose priority
                        // it is · value: its priority now
    barrierArrived,   // object · ticket · value: how many are there
    barrierOpened,    // object · ticket: all are there and go on · value: how often it has opened
    partnerDeclared,  // actor: one of those who alone put, get, notify, set or release there · object
    // Banks: what happens to one is told under its guard. A request is a `bankAsked` for each kind wanted,
    // then its answer.
    bankKind,     // object · detail: number of the kind, plus kUnchecked where nobody looks ahead · ticket: its name
                  // (StringId) · value: units in all
    bankClaimed,  // object · detail: kind · value: most units that the actor will have at once
    bankAsked,    // object · ticket · detail: kind · value: units
    bankAnswered,  // object · ticket · detail: BankAnswer; when granted, all that was asked for is the actor's · value: free
                   // units of all kinds together, after it. Another answer to one who waits already may follow later
    bankReturned,   // object · ticket · detail: kind · value: units
    waitCancelled,  // object: somebody ended this actor's wait for it · value: who, actor or -1 · detail: WaitReason
    lockAbandoned,  // object · ticket · detail: LockMode: its owner was killed while it held it, and holds it no more
    processSignalled,  // object: whom (ActorId) · value: the signal
    queueAsked,        // object · value: the level that was told · detail: QueueQuestion
    // What /proc says of a process of the run. actor: kNone for the runner and for who began the run · ticket: its pid
    // · object: its parent's pid · detail: its state's letter, 0 where that could not be told · value: ProcessSample,
    // packed
    processSampled,
    // Frames of generators, which live inside their owner (actor). Value and the low half of detail: FrameValue; the
    // high half: FrameInput. One is made by objectCreated, with its owner as actor and the line where that was done.
    frameResumed,  // object · ticket: the frame that did it, kNone: the owner's own program · line: where that one stands now ·
                   // value: what goes in
    frameYielded,    // object · value: what comes out · line: where it stands, here and below
    frameDelegated,  // object · ticket: the frame that goes on in its place
    frameReturned,   // object · value: what it returned
    frameFailed,     // object · value: the error that escaped, as text
    frameClosed,     // object: it goes no further, and was not at its end
    frameSwitched,   // object · ticket: its partner, which goes on · value: what it is handed
    frameLocal,      // object · ticket: name (StringId) · value: what the local holds now
    // The event loop of the runtime `coroutines`. The first two are of nobody: the loop itself tells them.
    loopTurned,  // a turn begins · value: its number, from 1 · ticket: how many ready ones it takes · object: how many timers
                 // were due · detail: how many descriptors were ready (255: or more)
    loopSlept,    // nobody is ready: it sleeps in its selector · value: at most so many ns, -1: for ever
    cancelAsked,  // the actor is to be cancelled, at its next wait at the latest · value: who asks, actor or -1
    barrierLeft,  // object · ticket: it waited there, gave up, and does not count as one who came · value: how many are there still
    // In a ring only: the writer's text follows in the next slots. The store never holds it.
    textFollows,  // value: bytes · detail: the EventKind that the text belongs to
    count_
};

enum class ActorKind : std::uint8_t { thread, process, task, coroutine };
enum class EndReason : std::uint8_t { returned, failed, killed, cancelled };
enum class ReadyReason : std::uint8_t { created, woken, preempted, sliceOver, yielded, timedOut };
// Why the scheduler picked it. The textbook's words; `kernel` where the kernel decided.
enum class RunReason : std::uint8_t {
    kernel, firstCome, nextInTurn, shortestJob, shortestRemaining, highestPriority, topQueue, lottery,
    stride, leastVirtualTime, earliestDeadline, onlyOne, continued
};
// What told the picked task apart from the next best, where the policy's own measure did not.
enum class TieBreak : std::uint8_t { none, arrival, order };
inline constexpr std::uint32_t kStolen = 0x100;
// What a program says of an actor to its scheduler. Deadline: ns after the arrival; cpu: ns in all.
enum class Declared : std::uint8_t { priority, nice, tickets, deadline, cpu, arrival };
enum class WaitReason : std::uint8_t {
    none, lock, sleep, io, queueFull, queueEmpty, join, future, condition, semaphore, event, barrier,
    gil, recorder, unknown,
    units  // of a bank
};
// A reader-writer lock is shared by readers; everything else is exclusive.
enum class LockMode : std::uint8_t { exclusive, shared };
// The first three without holding the lock; units: asks a bank for more than it claimed, or returns more than it has.
enum class Misuse : std::uint8_t { unlock, wait, notify, units };
inline constexpr std::uint8_t kUnchecked = 0x80;
enum class HeldBy : std::uint8_t { pause, step, script };
enum class ObjectKind : std::uint8_t {
    mutex, semaphore, condition, event, queue, variable, barrier, readerWriterLock, future, bank,
    descriptor,  // a pipe, a socket…: who waits for one waits for the kernel
    frame        // of a generator
};
enum class FutureState : std::uint8_t { pending, running, done, cancelled, failed };
// digits: a row of them, as an integer: 523 is 5, then 2, then 3.
enum class ResultType : std::uint8_t { integer, real, boolean, digits };
enum class Write : std::uint8_t { plain, atomicAdd };  // atomicAdd: read, added and written in one step
enum class KernelOut : std::uint8_t { blocked, preempted };
// Which item comes out next: the oldest, the newest, the smallest.
enum class QueueOrder : std::uint8_t { fifo, lifo, priority };
enum class QueueQuestion : std::uint8_t { size, full, empty };

// 32 bytes: two to a cache line, one AVX store, and room for a 64-bit value beside a ticket. Smaller
// hot records were weighed: 16 bytes leave 28 bits for value and ticket together.
struct Event {
    std::uint64_t time = 0;  // raw ticks in a ring; TraceTime in ns in the store
    std::uint32_t actor = ActorId::kNone;
    std::uint32_t object = ObjectId::kNone;
    std::uint32_t ticket = 0;
    std::uint16_t line = 0;  // of the scenario's source; 0 where none is meant
    EventKind kind = EventKind::none;
    std::uint8_t detail = 0;
    std::int64_t value = 0;

    TraceTime at() const noexcept { return {static_cast<std::int64_t>(time)}; }
    ActorId who() const noexcept { return {actor}; }
    ObjectId what() const noexcept { return {object}; }

    template <class E>
        requires std::is_enum_v<E>
    E as() const noexcept { return static_cast<E>(detail); }
};
static_assert(sizeof(Event) == 32 && std::is_trivially_copyable_v<Event>);

// What the value of `objectCreated` says of a queue.
struct QueueKind {
    std::int64_t capacity = 0;  // 0: unbounded
    QueueOrder order{};

    static constexpr unsigned kOrderShift = 32;
    constexpr std::int64_t packed() const noexcept {
        return capacity | std::int64_t{static_cast<std::uint8_t>(order)} << kOrderShift;
    }
    static constexpr QueueKind from(std::int64_t value) noexcept {
        constexpr std::int64_t kLastOrder = static_cast<std::int64_t>(QueueOrder::priority);
        const std::int64_t order = value >> kOrderShift;
        if (order < 0 || order > kLastOrder) return {value, QueueOrder::fifo};
        return {value & ((std::int64_t{1} << kOrderShift) - 1), static_cast<QueueOrder>(order)};
    }
};

// What the value of `queuePut` and `queueGot` says: the level in 24 bits, enough for the 1,048,576 items that a queue
// may hold, and the item in 40. One beyond that is told as the nearest that fits: order among items is kept.
struct QueueChange {
    std::int64_t level = 0;
    std::int64_t item = 0;

    static constexpr unsigned kLevelBits = 24;
    static constexpr std::int64_t kMostItem = (std::int64_t{1} << (63 - kLevelBits)) - 1;
    static constexpr std::int64_t told(std::int64_t item) noexcept {
        return item > kMostItem ? kMostItem : item < -kMostItem ? -kMostItem : item;
    }
    constexpr std::int64_t packed() const noexcept { return told(item) * (std::int64_t{1} << kLevelBits) + level; }
    static constexpr QueueChange from(std::int64_t value) noexcept {
        constexpr std::int64_t kHalf = std::int64_t{1} << (kLevelBits - 1);
        constexpr std::int64_t kMask = (std::int64_t{1} << kLevelBits) - 1;
        const std::int64_t level = ((value & kMask) ^ kHalf) - kHalf;  // one below 0 breaks a law, and is to be seen
        return {level, (value - level) >> kLevelBits};
    }
};

// Kinds whose ticket orders them among all events of their object.
constexpr bool isTicketed(EventKind kind) noexcept {
    switch (kind) {
        case EventKind::lockAcquired:
        case EventKind::lockReleased:
        case EventKind::semaphoreAcquired:
        case EventKind::semaphoreReleased:
        case EventKind::queuePut:
        case EventKind::queueGot:
        case EventKind::barrierArrived:
        case EventKind::barrierOpened:
        case EventKind::barrierLeft:
        case EventKind::bankAsked:
        case EventKind::bankAnswered:
        case EventKind::bankReturned:
        case EventKind::lockAbandoned:
            return true;
        default:
            return false;
    }
}

}  // namespace interleave
