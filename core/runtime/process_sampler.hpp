// Looks into /proc at a modest rate and writes what it finds into the trace, where it differs from what it found last.
//
// Thread safety: confined to the runner's one thread.
#pragma once

#include <sys/types.h>

#include <map>
#include <optional>

#include "core/base/ids.hpp"
#include "core/base/time.hpp"
#include "core/trace/process_sample.hpp"
#include "core/trace/ring_writer.hpp"

namespace interleave {

// Nothing where there is no such process any more. Of one that may not be looked into the memory is 0. Without
// `memory`, which costs many times as much, that of an earlier sample is kept.
std::optional<ProcessSample> sampleProcess(pid_t pid, const ProcessSample* memory = nullptr);

class ProcessSampler {
public:
    // Real time until the next round is due; never less than 1 ms, so that it can be waited for.
    Duration untilNext() const;
    // Something has happened: look as soon as the last round is long enough ago.
    void hurry() { m_hurried = true; }
    bool isDue() const;

    // A round: look(actor, pid) for each process, between the two, as long as there is time.
    void beginRound();
    bool hasTime() const;
    void look(RingWriter& ring, ActorId actor, pid_t pid);
    void endRound();
    // The runner itself, and the process that began the run.
    void lookAtOwn(RingWriter& ring);
    void forget(ActorId actor) { m_last.erase(actor.value); }

private:
    struct Seen {
        ProcessSample sample;
        std::int64_t memoryAt = 0;  // when its memory was added up, ns, monotonic
    };
    // Whether there was something new to write.
    bool lookAt(RingWriter& ring, std::uint32_t actor, pid_t pid, Seen& last);
    bool mayAddUpMemory(std::int64_t now, const Seen& last) const;
    Duration gap() const;

    std::map<std::uint32_t, Seen> m_last;  // by actor
    Seen m_own, m_starter;
    std::int64_t m_roundBegan = 0;      // ns, monotonic; 0: there was none yet
    Duration m_cost{};                  // of the last round, without adding up memory
    Duration m_memoryCost{};            // of the round that is under way: that of adding up
    std::int64_t m_memoryNext = 0;      // ns, monotonic: from then on there is time for that again
    int m_quietRounds = 0;              // in a row that found nothing new
    bool m_hurried = false;
};

}  // namespace interleave
