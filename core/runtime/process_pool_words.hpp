// What the processes of a pool share, in the memory of the run.
#pragma once

#include "core/runtime/process_pool.hpp"

namespace interleave {

// In the queue of tasks, which are counted from 1: no more will come.
inline constexpr std::int64_t kNoMore = 0;

// How far a task has come, and by whom: one word, so that it is taken in one step, by one worker only. Whoever of the
// two processes that may claim it is killed, the word says whether it had it.
enum PoolPhase : std::uint32_t { kUnused, kPending, kTaken, kDone, kLost };
inline constexpr unsigned kPlaceBits = 8;
constexpr std::uint32_t phaseWord(PoolPhase phase, std::uint32_t place) { return phase << kPlaceBits | place; }
constexpr std::uint32_t phaseOf(std::uint32_t word) { return word >> kPlaceBits; }
constexpr std::uint32_t placeOf(std::uint32_t word) { return word & ((1U << kPlaceBits) - 1); }

struct ProcessPool::TaskWords {
    std::atomic<std::uint32_t> state{0};
    std::atomic<std::uint32_t> isAnnounced{0};  // in the queue of results; a worker's death may make it twice
    std::atomic<std::uint32_t> isCollected{0};
    std::atomic<std::int64_t> argument{0};
    std::atomic<std::int64_t> result{0};
    std::atomic<std::int64_t> pid{0};
};

struct ProcessPool::Words {
    std::atomic<std::int64_t> submitted{0};
    std::atomic<std::uint32_t> supervisor{ActorId::kNone};
    std::atomic<std::uint32_t> isClosed{0};
    std::atomic<std::uint32_t> isTerminated{0};
    std::atomic<std::uint32_t> hired{0};
};

}  // namespace interleave
