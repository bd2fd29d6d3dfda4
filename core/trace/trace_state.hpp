// What is true after the events so far: who is in which state, who owns which lock, how full each queue is.
// Fed event by event, in the store's order; it says which law an event broke and whether it closed a
// cycle of waits. The same class checks a live run, a saved file, and carries a checkpoint over what was evicted.
//
// Deadlock, exact for owned things: an actor that waits for a mutex without a time limit has one edge to its owner, one
// that joins has one to whom it joins, and one that waits for a reader-writer lock has one to its writer or to EACH of
// its readers. It needs all of them to go on (AND; no wait of ours is satisfied by any one of several owners), so the
// actors of a cycle can never move, and neither can whoever waits behind one. A cycle is found by following the edges
// from the wait just begun: the last wait of a cycle completes it (Coffman, Elphick, Shoshani 1971).
//
// A reader that waits while others read stands behind a writer that waits. It has the writer's edges, but only if that
// writer waits without a limit: else it will be let in.
//
// What nobody owns (a semaphore, a condition, an event, a queue) anybody might release: a wait for it proves nothing,
// unless the program has declared who alone does so. Then one waits for any of them (OR), and who waits without a limit
// while each of these partners has ended or can never move either, can never move (graph reduction, Holt 1972).
// A bank lends units of several kinds: those who wait for what only others of them have are found by serving whoever
// can be served until nobody can (bank_state.cpp).
//
// Confined to one thread.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "core/trace/bank_table.hpp"
#include "core/trace/frame_value.hpp"
#include "core/trace/laws.hpp"
#include "core/trace/queue_table.hpp"

namespace interleave {

enum class Phase : std::uint8_t { unknown, created, ready, running, waiting, held, ended };

struct ActorState {
    Phase phase = Phase::unknown;
    WaitReason waitReason = WaitReason::none;
    bool edge = false;                  // the wait is certain: no time limit, and not yet granted
    bool depthOpen = false;             // a coroutine that was switched into
    std::uint32_t waitingFor = ObjectId::kNone;  // object, or actor for a join
    std::uint32_t wants = ObjectId::kNone;       // the lock among whose waiters it is counted
    std::int64_t core = -1;
    TraceTime since;                    // of the phase
    LockMode wantsMode{};               // of `wants`
    std::uint64_t wantsNumber = 0;      // who wanted something first
    bool proven = false;                // part of a reported deadlock by declared partners
};

struct ObjectState {
    ObjectKind kind{};
    bool known = false;
    std::uint32_t owner = ActorId::kNone;        // or the writer
    std::uint32_t waiters = 0;
    std::int64_t level = 0;  // items of a queue, permits of a semaphore, who is at a barrier, a lock's options, or a
                             // frame's FrameState; its owner is the actor that it belongs to
    std::int64_t capacity = 0;          // 0: unbounded; a barrier's parties
    std::uint32_t ticket = 0;           // last one seen
    std::vector<std::uint32_t> readers; // of a reader-writer lock; one who reads twice is there twice
    std::vector<std::uint32_t> partners;  // who alone acts on it; empty: anybody may
};

class TraceState {
public:
    // Applies one event. New violations are appended to `violations` (at most 1,000 are kept; all are counted).
    // Returns the deadlock that this event closed, if it closed one.
    std::optional<Deadlock> apply(const Event& event, std::uint64_t index, std::vector<Violation>& violations);

    const ActorState& actor(ActorId id) const;
    const ObjectState& object(ObjectId id) const;
    // Null where it is none.
    const BankTable* bank(ObjectId id) const;
    const QueueTable* queue(ObjectId id) const;
    // Laws broken so far, those no longer kept in a list included.
    std::uint64_t brokenLaws() const { return m_brokenLaws; }
    std::size_t actorCount() const { return m_actors.size(); }
    std::size_t objectCount() const { return m_objects.size(); }

    // Whether `id` can never move again: in a cycle, or waiting behind one.
    bool isStuck(ActorId id) const;

    // For saved files: the whole state as plain arrays.
    const std::vector<ActorState>& actors() const { return m_actors; }
    const std::vector<ObjectState>& objects() const { return m_objects; }
    const std::map<std::uint32_t, BankTable>& banks() const { return m_banks; }
    const std::map<std::uint32_t, QueueTable>& queues() const { return m_queues; }
    const std::vector<std::uint32_t>& cores() const { return m_cores; }
    TraceTime last() const { return m_last; }  // when the latest event was
    void restore(std::vector<ActorState> actors, std::vector<ObjectState> objects, std::vector<std::uint32_t> cores,
                 TraceTime last, std::uint64_t brokenLaws);
    void restore(ObjectId bank, BankTable table) { m_banks.insert_or_assign(bank.value, std::move(table)); }
    void restore(ObjectId queue, QueueTable table) { m_queues.insert_or_assign(queue.value, std::move(table)); }

private:
    struct Context;

    ActorState& actorAt(std::uint32_t id);
    ObjectState& objectAt(std::uint32_t id);
    // Whom `id` waits for with certain edges.
    template <class Visit>
    void eachBlocker(ActorId id, Visit visit) const;
    bool standsBehindWriter(ActorId reader, ObjectId lock) const;
    std::optional<Deadlock> cycleFrom(ActorId start, TraceTime at) const;
    std::optional<Deadlock> cycleBehind(ActorId writer, TraceTime at) const;
    std::optional<Deadlock> closedBy(const Event& event);
    void declarePartner(const Event& event);
    // For each actor, whether it can never move, as far as owners and declared partners prove it.
    std::vector<bool> reduced() const;
    bool canMove(ActorId id, const std::vector<bool>& stuck) const;
    std::optional<Deadlock> amongPartners(TraceTime at);

    // bank_state.cpp
    std::vector<std::size_t> stuckAtBank(ObjectId bank, ActorId apart) const;
    bool isStuckAtBank(ActorId id) const;
    std::optional<Deadlock> deadlockAtBank(ActorId last, TraceTime at) const;

    // frame_state.cpp: the law that an event of a frame broke, if it broke one
    std::optional<Law> applyFrame(const Event& event);
    std::optional<Law> enterFrame(const Event& event);
    std::optional<Law> leaveFrame(const Event& event, FrameState to);

    void applyPhase(const Context& c);
    void applyLock(const Context& c);
    void createObject(const Event& event);
    void want(const Event& event);
    void acquire(const Context& c);
    void release(const Context& c);
    void applyBarrier(const Context& c);
    void applyQueue(const Context& c);
    void checkAnswer(const Context& c);
    void applySemaphore(const Context& c);
    void applyBank(const Context& c);
    void applyTicket(const Context& c, ObjectState& object);
    void enterCore(const Context& c, std::int64_t core);
    void leaveCore(std::uint32_t actor, std::int64_t core);
    void stopWanting(ActorState& actor);

    std::vector<ActorState> m_actors;
    std::vector<ObjectState> m_objects;
    std::map<std::uint32_t, BankTable> m_banks;  // by object
    std::map<std::uint32_t, QueueTable> m_queues;
    std::map<std::uint32_t, std::uint32_t> m_runningFrames;  // by actor: how many were switched into and not out of
    std::vector<std::uint32_t> m_cores;  // actor that runs there
    TraceTime m_last;
    std::uint64_t m_brokenLaws = 0;
    std::uint64_t m_wants = 0;
    bool m_anyPartners = false;
};

}  // namespace interleave
