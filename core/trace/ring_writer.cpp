#include "core/trace/ring_writer.hpp"

#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

namespace interleave {
namespace {

// By the owner's number, first of all: should its process be killed at the next instruction,
// it stands there whose it is.
bool claim(RingWords& ring, std::uint32_t tid) noexcept {
    std::uint32_t nobody = 0;
    // Acquire: the drain's last stores to a recycled ring come before ours.
    if (!ring.ownerTid.compare_exchange_strong(nobody, tid, std::memory_order_acq_rel)) return false;
    ring.state.store(RingState::live, std::memory_order_release);
    return true;
}

// A free ring, or one never used; kMostRings where there is none.
std::uint32_t claimRing(Arena& arena, std::uint32_t tid) noexcept {
    ArenaHeader& header = arena.header();
    const std::uint32_t used = std::min(header.ringEnd.load(std::memory_order_acquire), kMostRings);
    for (std::uint32_t i = 0; i < used; ++i) {
        if (claim(arena.ring(i), tid)) return i;
    }
    for (;;) {
        // Sequentially consistent, as the reader's membarrier argument needs: the claim is before the first stamp.
        const std::uint32_t fresh = header.ringEnd.fetch_add(1);
        if (fresh >= kMostRings) {
            header.ringEnd.store(kMostRings);
            header.exhausted.fetch_or(static_cast<std::uint32_t>(Exhausted::rings));
            return kMostRings;
        }
        if (claim(arena.ring(fresh), tid)) return fresh;
    }
}

void sleepFor(std::int64_t ns) noexcept {
    const timespec pause{.tv_sec = 0, .tv_nsec = ns};
    ::nanosleep(&pause, nullptr);
}

}  // namespace

RingWriter::RingWriter(Arena& arena) noexcept {
    const std::uint32_t index = claimRing(arena, static_cast<std::uint32_t>(::syscall(SYS_gettid)));
    if (index == kMostRings) return;
    m_words = &arena.ring(index);
    m_slots = arena.ringSlots(index);
    m_head = m_words->head.load(std::memory_order_relaxed);  // ours since the claim's acquire
    m_knownTail = m_words->tail.load(std::memory_order_acquire);
    m_source = arena.header().tickSource;
    m_fences = arena.header().useMembarrier == 0;
    m_virtualNow = &arena.header().virtualNow;
    m_lastStamp = stamp();
    m_words->ownerPid.store(static_cast<std::uint32_t>(::getpid()), std::memory_order_relaxed);
}

void RingWriter::close() noexcept {
    // Release: the drain that sees "closed" sees every event before it.
    if (m_words) m_words->state.store(RingState::closed, std::memory_order_release);
    m_words = nullptr;
}

bool RingWriter::makeRoom(std::uint32_t events) noexcept {
    constexpr std::int64_t kPauseNs = 50'000;  // the drain looks every millisecond or so
    // Acquire pairs with the drain's release of tail: it has copied what we are about to overwrite.
    m_knownTail = m_words->tail.load(std::memory_order_acquire);
    if (m_head + events - m_knownTail <= kRingSlots) return true;
    if (m_words->whenFull.load(std::memory_order_relaxed) == WhenFull::drop) {
        m_words->dropped.fetch_add(events, std::memory_order_relaxed);
        return false;
    }
    const std::int64_t begin = monotonicNs();
    do {
        sleepFor(kPauseNs);
        m_knownTail = m_words->tail.load(std::memory_order_acquire);
    } while (m_head + events - m_knownTail > kRingSlots);
    const std::int64_t waited = monotonicNs() - begin;
    m_words->waitedNs.fetch_add(static_cast<std::uint64_t>(waited), std::memory_order_relaxed);
    write({.kind = EventKind::recorderWaited, .value = waited});
    return m_head + events - m_knownTail <= kRingSlots || makeRoom(events);
}

void RingWriter::writeText(Event event, std::string_view text) noexcept {
    constexpr std::size_t kMostBytes = 4096;
    if (!m_words) return;
    text = text.substr(0, kMostBytes);
    const auto slots = static_cast<std::uint32_t>((text.size() + sizeof(Event) - 1) / sizeof(Event));
    if (m_head + slots + 1 - m_knownTail > kRingSlots && !makeRoom(slots + 1)) return;

    event.detail = static_cast<std::uint8_t>(event.kind);
    event.kind = EventKind::textFollows;
    event.value = static_cast<std::int64_t>(text.size());
    mark();
    event.time = stamp();
    for (std::uint32_t i = 0; i < slots; ++i) {
        const std::string_view piece = text.substr(i * sizeof(Event), sizeof(Event));
        std::memcpy(static_cast<void*>(&m_slots[(m_head + 1 + i) % kRingSlots]), piece.data(), piece.size());
    }
    m_slots[m_head % kRingSlots] = event;
    m_lastStamp = event.time;
    m_head += slots + 1;
    m_words->head.store(m_head, std::memory_order_release);
    m_words->pending.store(0, std::memory_order_release);
}

}  // namespace interleave
