// A run's trace as it is read: events in one order, and what follows from them, kept up to date as they come.
//
//   append() ─► events column
//           ├─► TraceState   laws, owners, deadlocks   (a stream: survives eviction)
//           └─► lanes        intervals, levels, lines, arrows
//
// Everything a panel draws is a function of (store, cursor, range). Past its memory limit the oldest events
// and intervals are evicted and counted; totals, laws and deadlocks still speak of the whole run, and
// `checkpoint()` says what was true where the kept part begins.
//
// Thread safety: confined to one thread; whoever pulls from the session owns it.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/trace/interval_lane.hpp"
#include "core/trace/laws.hpp"
#include "core/trace/level_lane.hpp"
#include "core/trace/line_lane.hpp"
#include "core/trace/look.hpp"
#include "core/trace/run_facts.hpp"
#include "core/trace/trace_state.hpp"

namespace interleave {

struct ActorRecord {
    std::string name;
    ActorKind kind{};
    ActorId parent;
    std::int64_t pid = 0;
    std::int64_t tid = 0;
    TraceTime created;
    TraceTime started = kEndOfTime;  // kEndOfTime: not yet
    TraceTime ended = kEndOfTime;    // kEndOfTime: not yet
    EndReason end{};
    std::int64_t exit = 0;
    // What its program declared to the scheduler, in the units of event.hpp; the usual where nothing was said.
    std::int64_t priority = 0, nice = 0, tickets = 100;
    Duration arrival{};              // after the run's beginning
    Duration deadline{};             // after its arrival; 0: none
    Duration cpu{};                  // in all; 0: not said
    std::uint8_t hue = 0;            // 0..14, by order of creation; colour = hue % 5, shape = hue / 5
    IntervalLane states;             // classes: StateClass
    LineLane lines;
};

struct ObjectRecord {
    std::string name;
    ObjectKind kind{};
    QueueOrder order{};              // of a queue
    std::int64_t initial = 0;        // capacity of a queue (0: unbounded), permits, first value
    TraceTime created;
    IntervalLane owners;  // classes: 0 nobody, laneClassOfHue(owner's); look.actor() owns it. Of a frame: StateClass
    IntervalLane waiters;            // classes: 0 none, 1 some; look.subject is how many
    LevelLane levels;                // queue level, permits, value, a future's state (FutureState)
    // Totals of the whole run, evicted parts included.
    std::uint64_t acquisitions = 0, contended = 0, puts = 0, gets = 0;
    std::int64_t maxLevel = 0;       // of a reader-writer lock: most readers at once
    Duration maxWait{};
    std::uint64_t lostUpdates =
        0;  // of a variable: writes whose effect is not in its value, because a later one had not seen them
};

// A core of the machine, or a worker's. Classes: 0 nobody of this run, laneClassOfHue(actor's); look.actor() runs there
// (kNone with kStrangerClass: a thread of the run that is no actor).
struct CoreRecord {
    IntervalLane actors;
};

// migrate: from core to core, of one actor (source and target); `object` is fromCore · 2^16 + toCore.
// inherit: who holds `object` (the target) has the priority of who waits for it (the source).
// orphan: the source ended, and the target, which it had forked, has another parent now.
// frameSwitch: source and target are ObjectIds, of frames; kNone:
// the own program of whom the frame `object` belongs to.
enum class ArrowKind : std::uint8_t {
    wake,
    handOver,
    put,
    start,
    coroutineSwitch,
    message,
    migrate,
    inherit,
    orphan,
    frameSwitch
};

// From the moment something was done by `source` to the moment it reached `target`.
struct Arrow {
    TraceTime from;
    TraceTime to;
    ActorId source;
    ActorId target;
    ObjectId object;  // the lock handed over, the queue, …
    ArrowKind kind{};
    std::uint8_t reserved[3] = {};  // no chance bytes in a saved file
};

// What the object of a migration says.
struct Migration {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
};
constexpr Migration migrationOf(const Arrow& arrow) { return {arrow.object.value >> 16, arrow.object.value & 0xFFFF}; }

// A write that destroyed another: `loser` had written after `winner` read and before `winner` wrote.
struct LostUpdate {
    TraceTime at;
    ObjectId variable;
    ActorId winner;
    ActorId loser;
    std::uint64_t lost = 1;          // of this variable so far, this one among them
};

struct Note {
    TraceTime at;
    ActorId actor;
    bool printed = false;  // written to stdout, else a remark
    std::string text;
};

struct ResultValue {
    ResultType type{};
    std::int64_t integer = 0;
    double real = 0;
};

struct Totals {
    std::uint64_t events = 0;         // ever appended
    std::uint64_t lost = 0;           // dropped by a writer that chose to drop, or by the kernel's buffer
    std::uint64_t evicted = 0;        // appended, then forgotten
    std::uint64_t violations = 0;     // broken laws, those beyond the ones listed included
    Duration recorderWait{};          // writers before full rings
    std::uint64_t kernelRecords = 0;
};

class Store {
public:
    // `memoryLimit` in bytes, for events and lanes together.
    explicit Store(std::size_t memoryLimit = std::size_t{1} << 30);
    ~Store();
    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;

    // --- reading
    const RunFacts& facts() const { return m_facts; }
    RunFacts& facts() { return m_facts; }
    const Totals& totals() const { return m_totals; }

    // From the first thing still held to the latest moment known to be complete.
    TimeRange span() const;
    TraceTime now() const { return m_now; }
    bool complete() const { return m_facts.ended != Ended::notYet; }

    using Events = Column<Event, 4096>;
    const Events& events() const { return m_events; }
    // Index of the first event after `t`.
    std::size_t eventAfter(TraceTime t) const;

    const std::vector<ActorRecord>& actors() const { return m_actors; }
    const std::vector<ObjectRecord>& objects() const { return m_objects; }
    // Cores as the workers' scheduler or, in the other runtimes, the kernel gave them (without switch records: as the
    // actors saw them when they began to run). Unused ones have empty lanes.
    const std::vector<CoreRecord>& cores() const { return m_cores; }
    // Cores as the kernel gave them to the run's threads, where that is not what cores() says already: under our
    // own scheduler. Empty without switch records.
    const std::vector<CoreRecord>& kernelCores() const { return m_kernelCores; }
    const ActorRecord& actor(ActorId id) const { return m_actors[id.value]; }
    const ObjectRecord& object(ObjectId id) const { return m_objects[id.value]; }
    const LookTable& looks() const { return m_looks; }

    const std::vector<Deadlock>& deadlocks() const { return m_deadlocks; }
    const std::vector<Violation>& violations() const { return m_violations; }
    const Column<Arrow, 256>& arrows() const { return m_arrows; }  // by `to`
    const std::vector<LostUpdate>& lostUpdates() const { return m_lostUpdates; }  // the first 10,000
    const std::vector<Note>& notes() const { return m_notes; }
    const std::vector<std::pair<std::string, ResultValue>>& results() const { return m_results; }
    std::string_view text(StringId id) const;

    const TraceState& state() const { return m_state; }          // after the last event
    const TraceState& checkpoint() const { return m_checkpoint; } // before the first event held
    std::size_t bytes() const;

    // --- writing (session, files, tests)
    StringId addText(std::string_view text);
    // In order of time; an earlier one is taken as simultaneous with the last. Strings are of this store.
    void append(const Event& event);
    // Everything up to `t` has been appended; `seen` is when that was noticed (for Deadlock::foundAfter).
    void advance(TraceTime t, TraceTime seen);
    void addLost(std::uint64_t events) { m_totals.lost += events; }
    void setRecorderWait(Duration total) { m_totals.recorderWait = total; }
    void evictIfNeeded();
    std::size_t memoryLimit() const { return m_memoryLimit; }

private:
    friend class SavedTrace;  // reads and fills the columns
    class Lanes;              // what one event does to lanes (store_lanes.cpp)

    RunFacts m_facts;
    Totals m_totals;
    TraceTime m_now;
    std::size_t m_memoryLimit;

    Events m_events;
    std::vector<ActorRecord> m_actors;
    std::vector<ObjectRecord> m_objects;
    std::vector<CoreRecord> m_cores;
    std::vector<CoreRecord> m_kernelCores;
    LookTable m_looks;
    std::vector<Deadlock> m_deadlocks;
    std::size_t m_deadlocksSeen = 0;
    std::vector<Violation> m_violations;
    Column<Arrow, 256> m_arrows;
    std::vector<LostUpdate> m_lostUpdates;
    std::vector<Note> m_notes;
    std::vector<std::pair<std::string, ResultValue>> m_results;

    std::vector<std::string> m_texts;
    std::map<std::string, std::uint32_t, std::less<>> m_textIds;

    TraceState m_state;
    TraceState m_checkpoint;
    std::uint64_t m_eventsAtLastLook = 0;  // when the memory was last added up
    std::unique_ptr<Lanes> m_lanes;
    // The file that the columns of an opened trace show. Shared, because what it is made of is nobody's business here.
    std::shared_ptr<const void> m_backing;
};

}  // namespace interleave
