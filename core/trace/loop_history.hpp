// The event loop of a run over its whole time, read off the trace: its turns, what each began with, when it slept, and
// which turn was the longest, in which everybody else on the loop had to wait. And what the loop has at one moment: who
// is ready, which timers run, which descriptors are waited for, who has the loop.
//
// Confined to one thread, as the store is.
#pragma once

#include <optional>
#include <vector>

#include "core/trace/store.hpp"

namespace interleave {

struct LoopTurn {
    TraceTime begun;
    TraceTime ended = kEndOfTime;    // when the next one begins, or the loop goes to sleep; kEndOfTime: not yet
    std::uint32_t ready = 0;         // how many it takes from the ready queue, callbacks of the loop's own among them
    std::uint32_t timers = 0;        // that had come due
    std::uint32_t descriptors = 0;   // that were ready; 255: or more
};

// A turn, and who had the loop for the longest part of it.
struct LongTurn {
    std::size_t turn = 0;            // its place among the turns
    Duration length{};
    ActorId actor;                   // none: a callback of the loop's own
    TimeRange step;
};

class LoopHistory {
public:
    // Reads what the store has got since the last call. For another store take another history.
    void follow(const Store& store);

    const std::vector<LoopTurn>& turns() const { return m_turns; }
    // The number of the first of them: others may have been evicted.
    std::int64_t firstNumber() const { return m_firstNumber; }
    // The turn at `t`, or the last one before; nothing before the first.
    std::optional<std::size_t> turnAt(TraceTime t) const;
    // Of those that are over; nothing before there is one.
    const std::optional<LongTurn>& longest() const { return m_longest; }

private:
    void begin(const Event& event);
    void end(TraceTime at);
    void endStep(TraceTime at);

    std::size_t m_next = 0;  // event of the store
    std::int64_t m_firstNumber = 1;
    std::vector<LoopTurn> m_turns;
    ActorId m_stepper;
    TraceTime m_stepBegun = kEndOfTime;
    TraceTime m_lastDeed;    // of any actor
    LongTurn m_now;          // of the turn under way: its longest step so far
    std::optional<LongTurn> m_longest;
};

struct LoopTimer {
    ActorId actor;
    TraceTime due;
};
struct LoopDescriptor {
    ActorId actor;
    ObjectId descriptor;
    bool isReady = false;            // who waited for it is in the ready queue
};

struct LoopNow {
    ActorId running;                 // none: nobody
    bool isAsleep = false;           // nobody is ready, and it waits in its selector
    std::vector<ActorId> ready;      // the first of them is served first
    std::vector<LoopTimer> timers;   // by due time
    std::vector<LoopDescriptor> descriptors;
};

// Costs a search for each actor. Times are as set, at tempo 1: a pause or another tempo moves what really comes.
LoopNow loopAt(const Store& store, const LoopHistory& history, TraceTime t);

}  // namespace interleave
