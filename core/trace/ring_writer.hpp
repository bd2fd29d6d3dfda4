// Where one OS thread writes what happens to it and to the actors it carries.
//
// Thread safety: a RingWriter belongs to the thread that claimed it. Wait-free while there is room.
//
// How the reader knows what it may trust. An event is stamped before it is published, and its writer may be
// preempted in between. So the writer first stores a mark, "something not earlier than this is under way", then
// stamps, writes, publishes, and takes the mark back. The reader takes the time t, makes every core pass a
// barrier (membarrier), reads the marks, then the heads: whatever was stamped before t is then either published
// or marked, and t lowered to the oldest mark is the watermark.
//
// Room is secured BEFORE the mark: a writer that stands before a full ring holds nothing back but itself.
// Inside a guard use reserve() first, so that no guard is held across a full ring.
#pragma once

#include <string_view>

#include "core/trace/arena.hpp"

namespace interleave {

class RingWriter {
public:
    // Takes a free ring of the arena for the calling thread. Without room it records nothing (and the arena
    // says so in `exhausted`, which the watcher reports).
    explicit RingWriter(Arena& arena) noexcept;
    ~RingWriter() { close(); }
    RingWriter(const RingWriter&) = delete;
    RingWriter& operator=(const RingWriter&) = delete;

    // What the thread publishes from now on is nobody's; the ring is reused once drained.
    void close() noexcept;
    // A forked child: the ring stays its parent's.
    void forgetInherited() noexcept { m_words = nullptr; }

    bool writes() const noexcept { return m_words != nullptr; }

    // Waits (or, where the ring drops, gives up) until `events` more fit.
    void reserve(std::uint32_t events) noexcept {
        if (m_words && m_head + events - m_knownTail > kRingSlots) [[unlikely]] makeRoom(events);
    }

    // Stamps and publishes. `event.time` is filled in.
    void write(Event event) noexcept {
        if (!secureOne()) [[unlikely]] return;
        mark();
        event.time = stamp();
        publish(event);
    }

    // As write, and never stamped before what precedes it in the program is done: for "acquired", whose
    // "released" another core has stamped.
    void writeAfter(Event event) noexcept {
        if (!secureOne()) [[unlikely]] return;
        mark();
        event.time = stampAfter();
        publish(event);
    }

    // `event` with text made at run time in the slots after it (at most 4,096 bytes; the rest is cut).
    void writeText(Event event, std::string_view text) noexcept;

private:
    bool secureOne() noexcept {
        if (!m_words) [[unlikely]] return false;
        if (m_head - m_knownTail < kRingSlots) [[likely]] return true;
        return makeRoom(1);
    }

    Ticks stamp() const noexcept {
        if (m_source == TickSource::virtualTime) [[unlikely]] return m_virtualNow->load(std::memory_order_relaxed);
        return readTicks(m_source);
    }
    Ticks stampAfter() const noexcept {
        if (m_source == TickSource::virtualTime) [[unlikely]] return m_virtualNow->load(std::memory_order_relaxed);
        return readTicksAfter(m_source);
    }

    void mark() noexcept {
        // Relaxed and a compiler barrier: the reader's membarrier makes this store visible before the stamp that
        // follows it in the program counts as taken. Any lower bound will do; the last stamp is at hand.
        m_words->pending.store(m_lastStamp | 1, std::memory_order_relaxed);
        std::atomic_signal_fence(std::memory_order_seq_cst);
#if defined(__x86_64__)
        if (m_fences) [[unlikely]] _mm_mfence();
#endif
    }

    void publish(const Event& event) noexcept {
        m_lastStamp = event.time;
        m_slots[m_head % kRingSlots] = event;
        ++m_head;
        // Release pairs with the drain's acquire of head: the event is complete before it is counted.
        m_words->head.store(m_head, std::memory_order_release);
        // Release keeps this behind the head: whoever sees the mark gone sees the event counted.
        m_words->pending.store(0, std::memory_order_release);
    }

    bool makeRoom(std::uint32_t events) noexcept;

    RingWords* m_words = nullptr;
    Event* m_slots = nullptr;
    std::uint64_t m_head = 0;
    std::uint64_t m_knownTail = 0;
    Ticks m_lastStamp = 0;
    TickSource m_source{};
    const std::atomic<Ticks>* m_virtualNow = nullptr;
    bool m_fences = false;
};

}  // namespace interleave
