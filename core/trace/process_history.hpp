// The processes of a run over its whole time: what /proc said of each and when, how each ended, who reaped it, and the
// signals they sent each other. Read off the trace, so that a live run,
// a saved one and a moment in either are told alike.
//
// Confined to one thread, as the store is.
#pragma once

#include <map>
#include <vector>

#include "core/trace/process_sample.hpp"
#include "core/trace/store.hpp"

namespace interleave {

struct ProcessLife {
    struct Moment {
        TraceTime at;
        ProcessSample sample;
    };
    ActorId actor;                   // none: the runner, or who began the run
    std::int64_t pid = 0;
    TraceTime begun = kEndOfTime;    // when it is first heard of
    TraceTime exited = kEndOfTime;   // kEndOfTime: not yet, here and below
    TraceTime reaped = kEndOfTime;
    int waitStatus = 0;              // once it has exited, as wait(2) has it
    ActorId reaper;                  // once it is reaped; none: the runner
    std::vector<Moment> moments;     // by time

    // What was known at `t`; null before anything was.
    const ProcessSample* at(TraceTime t) const;
};

struct ProcessSignal {
    TraceTime at;
    ActorId from;
    ActorId to;
    int number = 0;
};

class ProcessHistory {
public:
    // Reads what the store has got since the last call. For another store take another history.
    void follow(const Store& store);

    const std::vector<ProcessLife>& lives() const { return m_lives; }
    const std::vector<ProcessSignal>& sentSignals() const { return m_sentSignals; }  // by time
    // The most memory that a process among the actors ever had, in KiB.
    std::uint32_t mostMemory() const { return m_mostMemory; }

private:
    void apply(const Event& event);
    void adopt(const Store& store);
    ProcessLife& lifeOf(ActorId actor, std::int64_t pid, TraceTime at);
    void sample(const Event& event);

    std::size_t m_next = 0;  // event of the store
    std::vector<ProcessLife> m_lives;
    std::map<std::int64_t, std::size_t> m_places;  // by actor, or -1 - pid where it is none
    std::vector<ProcessSignal> m_sentSignals;
    std::uint32_t m_mostMemory = 0;
};

}  // namespace interleave
