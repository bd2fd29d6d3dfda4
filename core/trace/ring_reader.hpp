// The drain's side of the rings: empties them all into staging, and finds out up to which moment that is complete.
//
// The watermark. An event is stamped before it is published, and its writer may be preempted in between. So:
//   1. t = now.
//   2. membarrier: each writer is either past its mark, which is then visible, or stamps later than t.
//   3. Read how many rings there are, each ring's mark, then each ring's head, in this order: where a mark is gone
//      its event is counted.
//   4. t, lowered to the oldest mark, is the watermark: every event stamped before it has been published.
//
// Thread safety: confined to one thread at a time, the drain's.
#pragma once

#include <vector>

#include "core/trace/arena.hpp"
#include "core/trace/staging.hpp"

namespace interleave {

class RingReader {
public:
    RingReader(Arena& arena, Staging& staging);

    struct Pass {
        std::size_t events = 0;  // slots moved into staging
        double fullest = 0;      // share of the fullest ring that was in use, 0..1
        Ticks now = 0;           // step 1's moment
        Ticks watermark = 0;
        bool empty = true;  // no ring had anything left
    };
    // Moves what is published into staging, as far as that has room; the caller commits it.
    // `findStarts` also looks for threads that became actors.
    Pass pass(bool findStarts);

    // Once every process of the run is gone: nothing is under way any more, and every ring is closed.
    void closeAll() noexcept;
    // A thread that was killed between its mark and its event would hold the watermark for ever. Looks for marks that
    // stood still since the last call and belong to a thread that is no more. Call a few times a second.
    void forgetDeadWriters() noexcept;

    // Sums over all rings, of the whole run. These two may be called by any thread.
    std::uint64_t dropped() const noexcept { return sumOf(&RingWords::dropped); }
    Duration waited() const noexcept { return Duration{static_cast<std::int64_t>(sumOf(&RingWords::waitedNs))}; }

private:
    struct View {
        std::uint64_t tail = 0;      // as stored in the ring
        std::uint64_t head = 0;      // as read in this pass
        std::uint64_t markSeen = 0;  // by forgetDeadWriters
        std::uint32_t rawSlots = 0;  // slots of text still to be skipped by the look-out for starts
    };

    std::uint32_t readRings(Ticks& watermark);
    void copy(std::uint32_t ring, bool findStarts);
    void lookForStarts(std::span<const Event> events, std::uint32_t& rawSlots);
    void recycleIfClosed(std::uint32_t ring) noexcept;
    const Event& oldestOf(std::uint32_t ring) const noexcept;
    std::uint64_t sumOf(std::atomic<std::uint64_t> RingWords::*word) const noexcept;

    Arena& m_arena;
    Staging& m_staging;
    std::vector<View> m_views;
    std::vector<std::uint32_t> m_waiting;  // rings with something published
};

}  // namespace interleave
