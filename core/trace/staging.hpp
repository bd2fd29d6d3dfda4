// Drained events on their way from the rings to the merge.
//
//   RingReader ─ append … commit ─► [batch] ─ take ─► Merge ─ giveBack ─► memory to be used again
//
// Events of one stream lie in runs, in order. A batch says up to which moment it is complete.
//
// Thread safety: append() and commit() belong to the drain's thread, take() to the consumer's; the others may
// be called by both. The mutex is held for moving pointers only, so neither side waits while the other copies.
#pragma once

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "core/base/clock.hpp"
#include "core/trace/event.hpp"
#include "core/trace/ring_words.hpp"

namespace interleave {

// A piece of memory that several runs share. `users` counts those runs, and the drain while it still fills it.
struct Slab {
    // 1 MiB: large enough that taking one is rare, small enough to stay in a second-level cache.
    static constexpr std::uint32_t kEvents = 32'768;

    std::unique_ptr<Event[]> events = std::make_unique_for_overwrite<Event[]>(kEvents);
    std::uint32_t used = 0;
    std::atomic<std::uint32_t> users{1};
};

struct EventRun {
    std::uint32_t stream = 0;  // a ring's index, or kMostRings + core for the kernel's records
    std::uint32_t count = 0;
    const Event* events = nullptr;
    Slab* slab = nullptr;
};

// A thread that was seen to become an actor; told ahead of its events, so that the kernel's records of it,
// which begin earlier, find their actor.
struct ThreadStart {
    std::uint32_t tid = 0;
    ActorId actor;
};

// How many slots of text follow a record of the kind textFollows; no more than a ring holds, whatever it claims.
constexpr std::size_t textSlots(const Event& event) noexcept {
    constexpr std::uint64_t kMost = std::uint64_t{kRingSlots} * sizeof(Event);
    return (std::min(static_cast<std::uint64_t>(event.value), kMost) + sizeof(Event) - 1) / sizeof(Event);
}

struct Batch {
    std::vector<EventRun> runs;
    std::vector<ThreadStart> starts;
    Ticks watermark = 0;  // every event stamped before it is in this batch or in an earlier one
    bool final = false;   // nothing will follow
};

class Staging {
public:
    // `limit` in bytes of events that wait to be taken.
    explicit Staging(std::size_t limit) : m_limit(limit) {}
    Staging(const Staging&) = delete;
    Staging& operator=(const Staging&) = delete;
    ~Staging();

    // --- the drain
    void append(std::uint32_t stream, std::span<const Event> events);
    void addStart(ThreadStart start) { m_fresh.starts.push_back(start); }
    // Lets the consumer have what was appended. A watermark lower than the last one is taken as the last one. `now`
    // is when the rings were read: the consumer is told again once the watermark has reached it, because only then
    // can all of this be merged.
    void commit(Ticks watermark, bool final = false, Ticks now = 0);
    bool full() const noexcept { return m_stagedBytes.load(std::memory_order_relaxed) >= m_limit; }

    // --- the consumer
    // What was committed since the last call. False if that is nothing new.
    bool take(Batch& into);
    Ticks watermark() const noexcept { return m_watermark.load(std::memory_order_acquire); }
    std::size_t limit() const noexcept { return m_limit; }
    // Until something is committed that is worth a look (events, or the end), or `atMost` has passed.
    void wait(Duration atMost);
    void giveBack(Slab* slab) noexcept;

private:
    Slab* freshSlab();

    const std::size_t m_limit;
    Batch m_fresh;           // the drain's alone
    Slab* m_slab = nullptr;  // being filled
    Ticks m_completeAt = 0;  // the watermark that makes all that was appended complete; 0 once it is

    std::atomic<std::size_t> m_stagedBytes{0};
    std::atomic<Ticks> m_watermark{0};
    std::mutex m_mutex;  // guards what follows
    std::condition_variable m_news;
    Batch m_committed;
    bool m_changed = false;
    std::vector<std::unique_ptr<Slab>> m_spare;
};

}  // namespace interleave
